// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/MapDrawing.h>

#include <ui/planpage/PageParts.h>
#include <ui/planpage/PageWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Words.h>

#include <exchange/CleanText.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanSkill;
using learning::SkillState;

namespace {

constexpr double eraHead = 40; ///< above the first band
constexpr double namesWidth = 140;
constexpr double textLeft = 40; ///< in a node, after its icon
constexpr int titleCharacters = 20; ///< of a line in a node at 12 px, semibold
constexpr int nameCharacters = 15; ///< of a line in the column of names
constexpr double characterWidth = 7.5; ///< of era titles

QString n(double value)
{
    return QString::number(std::lround(value));
}

QString viewBox(const QRectF& area)
{
    return u"%1 %2 %3 %4"_s.arg(n(area.left()), n(area.top()), n(area.width()), n(area.height()));
}

int widthOf(const QString& text)
{
    int width = 0;
    for (const QChar c : text) {
        const bool isWide = c.unicode() >= 0x2E80 || (c.unicode() >= 0x1100 && c.unicode() < 0x1160);
        width += isWide ? 2 : 1;
    }
    return width;
}

bool isMarked(const PlanSkill& skill)
{
    return skill.signOff && !skill.signOff->isVoid && domain::approves(skill.signOff->signOff.decision);
}

} // namespace

QStringList linesOf(const QString& text, int width, int most)
{
    QStringList lines;
    for (QString word : exchange::cleanLine(text).split(u' ', Qt::SkipEmptyParts)) {
        if (!lines.isEmpty() && widthOf(lines.back()) + 1 + widthOf(word) <= width) {
            lines.back() += u' ' + word;
        } else if (lines.size() == most) {
            lines.back() += u' ' + word;
            break;
        } else {
            lines.append(word);
        }
    }
    for (QString& line : lines) {
        while (widthOf(line) > width) {
            line = line.left(line.size() - (line.endsWith(u'…') ? 2 : 1)).trimmed() + u'…';
        }
    }
    return lines;
}

MapDrawing::MapDrawing(PageWriter& page, const PlanDigest& digest, const PlanPageMap& map)
    : m_page(page)
    , m_digest(digest)
    , m_map(map)
{
}

void MapDrawing::write(const QString& title) const
{
    const QRectF& area = m_map.bounds;
    const PageWriter::Element sheet(
        m_page, "div", { { "class", u"map-sheet"_s }, { "style", u"--columns:%1fr %2fr"_s.arg(n(namesWidth), n(area.width())) } });
    {
        const PageWriter::Element corner(m_page, "div", { { "class", u"map-corner"_s } });
    }
    {
        const QRectF head(area.left(), -eraHead, area.width(), eraHead);
        const PageWriter::Element svg(m_page, "svg",
            { { "class", u"era-names"_s }, { "aria-hidden", u"true"_s }, { "width", n(head.width()) }, { "height", n(head.height()) },
                { "viewBox", viewBox(head) } });
        eraNames();
    }
    {
        const QRectF names(0, area.top(), namesWidth, area.height());
        const PageWriter::Element svg(m_page, "svg",
            { { "class", u"band-names"_s }, { "aria-hidden", u"true"_s }, { "width", n(names.width()) }, { "height", n(names.height()) },
                { "viewBox", viewBox(names) } });
        bandNames();
    }
    const PageWriter::Element svg(m_page, "svg",
        { { "class", u"map-drawing"_s }, { "role", u"group"_s }, { "aria-label", title }, { "width", n(area.width()) },
            { "height", n(area.height()) }, { "viewBox", viewBox(area) } });
    grounds();
    eraLines();
    edges();
    for (const PlanPageMap::Node& each : m_map.nodes) {
        node(each);
    }
}

void MapDrawing::box(const QRectF& rect, const QString& look, double radius) const
{
    m_page.empty("rect",
        { { "class", look }, { "x", n(rect.left()) }, { "y", n(rect.top()) }, { "width", n(rect.width()) }, { "height", n(rect.height()) },
            { "rx", n(radius) } });
}

void MapDrawing::textAt(double x, double y, const QString& text, const char* look) const
{
    m_page.put("text", exchange::cleanLine(text), { { "class", QString::fromLatin1(look) }, { "x", n(x) }, { "y", n(y) } });
}

void MapDrawing::bandNames() const
{
    for (const PlanPageMap::Band& band : m_map.bands) {
        const int colour = band.area % static_cast<int>(Palette::areaCount);
        box({ 0, band.top, namesWidth, band.height }, u"band tint-%1"_s.arg(colour), 0);
        box({ 0, band.top, space::xs, band.height }, u"band ink-%1"_s.arg(colour), 0);
        constexpr double lineHeight = 17;
        const QStringList lines = linesOf(band.title, nameCharacters, 3);
        double y = band.top + band.height / 2 - lineHeight * static_cast<double>(lines.size()) / 2 + 13;
        for (const QString& line : lines) {
            textAt(space::m + space::xs, y, line, "band-name");
            y += lineHeight;
        }
    }
}

void MapDrawing::grounds() const
{
    for (const PlanPageMap::Band& band : m_map.bands) {
        const int colour = band.area % static_cast<int>(Palette::areaCount);
        box({ m_map.bounds.left(), band.top, m_map.bounds.width(), band.height }, u"band tint-%1"_s.arg(colour), 0);
    }
    for (const QRectF& choice : m_map.choices) {
        box(choice, u"choice"_s, radius::card);
    }
}

void MapDrawing::eraLines() const
{
    for (const PlanPageMap::Era& era : m_map.eras) {
        if (era.left > m_map.bounds.left()) {
            m_page.empty("path",
                { { "class", u"era"_s }, { "d", u"M%1 %2V%3"_s.arg(n(era.left), n(m_map.bounds.top()), n(m_map.bounds.bottom())) } });
        }
    }
}

void MapDrawing::eraNames() const
{
    for (const PlanPageMap::Era& era : m_map.eras) {
        const double left = std::max(era.left, m_map.bounds.left()) + space::m;
        const int characters = static_cast<int>((era.right - left - space::xxl) / characterWidth);
        m_page.empty("use",
            { { "class", u"icon era-flag"_s }, { "href", u"#i-flag"_s }, { "x", n(left) }, { "y", n(10 - eraHead) }, { "width", u"18"_s },
                { "height", u"18"_s } });
        textAt(left + space::xl, 25 - eraHead, linesOf(era.title, characters, 1).value(0), "era-name");
    }
}

void MapDrawing::edges() const
{
    const PageWriter::Element group(m_page, "g", { { "class", u"edges"_s }, { "aria-hidden", u"true"_s } });
    for (const PlanPageMap::Edge& each : m_map.edges) {
        edge(each);
    }
}

void MapDrawing::edge(const PlanPageMap::Edge& edge) const
{
    if (edge.points.size() < 4) {
        return;
    }
    const auto point = [&edge](std::size_t i) { return n(edge.points[i].x()) + u' ' + n(edge.points[i].y()); };
    QString path = u'M' + point(0);
    for (std::size_t i = 1; i + 2 < edge.points.size(); i += 3) {
        path += u'C' + point(i) + u' ' + point(i + 1) + u' ' + point(i + 2);
    }
    const PlanSkill* from = m_digest.skill(edge.from);
    const bool isWalked = from != nullptr && learning::isReached(from->state);
    m_page.empty("path",
        { { "class", u"edge%1%2"_s.arg(isWalked ? u" walked"_s : QString(), edge.isChoice ? u" one-of"_s : QString()) }, { "d", path } });
}

QString MapDrawing::caption(const PlanSkill& skill)
{
    const bool isCounted = skill.state == SkillState::Learning && !skill.checklist.empty();
    const QString second
        = isCounted ? PageWords::ofTotal(doneItems(skill), static_cast<int>(skill.checklist.size())) : Words::hours(skill.hours);
    return tr("%1 · %2", "state; hours, or items done").arg(Words::state(skill.state), second);
}

/// What a screen reader says of a node, and what the pointer shows.
QString MapDrawing::label(const PlanSkill& skill)
{
    QString text = tr("%1: %2, %3", "skill, state, hours").arg(titleOf(skill), Words::state(skill.state), Words::hours(skill.hours));
    if (hasSection(skill) && !skill.checklist.empty()) {
        text = tr("%1, %2 items done", "skill and state; 2 of 5")
                   .arg(text, PageWords::ofTotal(doneItems(skill), static_cast<int>(skill.checklist.size())));
    }
    if (skill.submitted) {
        text = tr("%1, waits for your decision", "skill and state").arg(text);
    } else if (isMarked(skill)) {
        text = tr("%1, signed off by a reviewer", "skill and state").arg(text);
    }
    return exchange::cleanLine(text);
}

void MapDrawing::node(const PlanPageMap::Node& node) const
{
    const PlanSkill* skill = m_digest.skill(node.skill);
    if (skill == nullptr) {
        return;
    }
    const QString look = u"node s-"_s + learning::toString(skill->state) + (skill->submitted ? u" waits"_s : QString());
    if (hasSection(*skill)) {
        const PageWriter::Element link(m_page, "a", { { "class", look }, { "href", linkTo(skill->id) } });
        nodeBody(node, *skill);
    } else {
        const PageWriter::Element group(m_page, "g", { { "class", look }, { "role", u"img"_s } });
        nodeBody(node, *skill);
    }
}

void MapDrawing::nodeBody(const PlanPageMap::Node& node, const PlanSkill& skill) const
{
    const QRectF& rect = node.rect;
    m_page.put("title", label(skill));
    box(rect, u"card"_s, radius::card);
    const auto icon = [this](const QString& name, const QString& look, double x, double y, int side) {
        m_page.empty("use",
            { { "class", look }, { "href", u"#i-"_s + name }, { "x", n(x) }, { "y", n(y) }, { "width", QString::number(side) },
                { "height", QString::number(side) } });
    };
    icon(iconName(skill.state), u"icon state-icon"_s, rect.left() + 10, rect.center().y() - 10, 20);
    const QStringList lines = linesOf(titleOf(skill), titleCharacters, 2);
    double y = rect.top() + (lines.size() > 1 ? 18 : 25);
    for (const QString& line : lines) {
        textAt(rect.left() + textLeft, y, line, "node-title");
        y += 15;
    }
    textAt(rect.left() + textLeft, y + 1, caption(skill), "node-caption");
    if (skill.submitted) {
        icon(u"flag"_s, u"icon waits-flag"_s, rect.right() - 20, rect.top() - 8, 18);
    } else if (isMarked(skill)) {
        icon(u"check"_s, u"icon signed"_s, rect.right() - 22, rect.bottom() - 21, 16);
    }
}

} // namespace waymark::ui
