// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/PlanChecklists.h>
#include <ui/words/Isolated.h>

#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <session/Workspace.h>

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace waymark::ui {

using learning::SkillState;

namespace {

constexpr double sign = 15; ///< icon of a state before a title
constexpr double textLeft = 24; ///< titles and boxes end here
constexpr double boxSize = 10;
constexpr double proofLeft = 42;
constexpr double kindWidth = 62;
constexpr int proofLines = 12;
constexpr int noteLines = 30;
constexpr double tableRow = 20;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool isBegun(SkillState state)
{
    return state != SkillState::Locked && state != SkillState::Ready;
}

} // namespace

PlanChecklists::PlanChecklists(const session::Workspace& workspace, PrintSheet& sheet)
    : m_workspace(workspace)
    , m_sheet(sheet)
    , m_look(sheet.look())
    , m_isFirst(workspace.states().size(), 0)
{
    for (std::size_t i = 0; i < m_isFirst.size(); ++i) {
        m_isFirst[i] = isBegun(workspace.states()[i]) ? 1 : 0;
    }
    if (const domain::Milestone* heading = workspace.headingFor(); heading != nullptr) {
        for (const int index : workspace.wayTo(*heading)) {
            m_isFirst[at(index)] = 1;
        }
    }
}

bool PlanChecklists::add(const std::function<bool()>& goesOn)
{
    m_sheet.beginPage();
    const PrintText title(tr("Checklists"), m_look.title, m_sheet.body().width());
    m_sheet.put(title, m_sheet.body().left(), m_sheet.y());
    m_sheet.skip(title.height() + 2);
    if (const domain::Milestone* heading = m_workspace.headingFor(); heading != nullptr) {
        const PrintText key(tr("In each area, what was begun or leads to \"%1\" comes first.").arg(isolated(heading->title)),
            m_look.caption, m_sheet.body().width());
        m_sheet.put(key, m_sheet.body().left(), m_sheet.y());
        m_sheet.skip(key.height());
    }
    for (std::size_t area = 0; area < m_workspace.course().areas.size(); ++area) {
        if (!addArea(area, goesOn)) {
            return false;
        }
    }
    return true;
}

std::vector<int> PlanChecklists::inReadingOrder(const QString& area) const
{
    std::vector<int> skills;
    for (int i = 0; i < m_workspace.roadmap().size(); ++i) {
        if (m_workspace.roadmap().skill(i).area == area) {
            skills.push_back(i);
        }
    }
    std::stable_partition(skills.begin(), skills.end(), [this](int index) { return m_isFirst[at(index)] != 0; });
    return skills;
}

bool PlanChecklists::addArea(std::size_t area, const std::function<bool()>& goesOn)
{
    const std::vector<int> skills = inReadingOrder(m_workspace.course().areas[area].id);
    if (skills.empty()) {
        return true;
    }
    std::vector<int> rest;
    addAreaTitle(area, 4 * tableRow);
    for (const int index : skills) {
        if (!goesOn()) {
            return false;
        }
        if (m_workspace.roadmap().skill(index).checklist.empty()) {
            rest.push_back(index);
        } else {
            addSkill(index);
        }
    }
    addTable(rest);
    return true;
}

void PlanChecklists::addAreaTitle(std::size_t area, double keepWithNext)
{
    const QRectF body = m_sheet.body();
    const PrintText title(m_workspace.course().areas[area].title, PrintLook::atMost(m_look.heading, 2), body.width() * 0.7);
    const learning::AreaStanding standing = learning::areaStandings(m_workspace.roadmap(), m_workspace.states())[area];
    const PrintText count(
        tr("%1 of %2 skills reached", "done, total").arg(QLocale().toString(standing.done), QLocale().toString(standing.total)),
        PrintLook::aligned(m_look.caption, Qt::AlignRight), body.width() * 0.3);
    if (m_sheet.ensure(space::xl + title.height() + space::m + keepWithNext)) {
        m_sheet.skip(space::l);
    }
    m_sheet.put(title, body.left(), m_sheet.y());
    m_sheet.put(count, body.left() + body.width() * 0.7, m_sheet.y() + title.firstBaseline() - count.firstBaseline());
    m_sheet.skip(title.height() + space::xs);
    m_sheet.fill({ body.left(), m_sheet.y(), body.width(), 1.5 }, m_look.palette.areaInk(area));
    m_sheet.skip(space::m);
}

QString PlanChecklists::factsOf(int index) const
{
    const domain::Skill& skill = m_workspace.roadmap().skill(index);
    QString facts = tr("%1, %2, %3", "state, level and hours of a skill")
                        .arg(Words::state(m_workspace.states()[at(index)]), Words::level(skill.level), Words::hours(skill.hours));
    if (const int minutes = m_workspace.progress().minutesOn(skill.id); minutes > 0) {
        facts = tr("%1, spent %2", "facts of a skill, time spent on it").arg(facts, Words::minutes(minutes));
    }
    return facts;
}

void PlanChecklists::addSkill(int index)
{
    const domain::Skill& skill = m_workspace.roadmap().skill(index);
    const domain::SkillProgress& progress = m_workspace.progress().skill(skill.id);
    const domain::ChecklistItem& first = skill.checklist.front();
    const bool hasNote = progress.note && progress.note->shared;
    const double noteHeight = hasNote ? noteText(*progress.note).height() : 0;
    m_sheet.ensure(2 * tableRow + noteHeight + heightOf(first, progress.items.value(first.id)));
    addSkillTitle(index);
    if (hasNote) {
        addNote(*progress.note);
    }
    for (const domain::ChecklistItem& item : skill.checklist) {
        if (!m_sheet.ensure(heightOf(item, progress.items.value(item.id)))) {
            addContinuation(skill.title);
        }
        addItem(item, progress.items.value(item.id));
    }
    m_sheet.skip(space::l);
}

void PlanChecklists::addContinuation(const QString& title)
{
    const PrintText text(tr("%1, continued", "title of a skill").arg(isolated(title)), PrintLook::atMost(m_look.caption, 1),
        m_sheet.body().width() - textLeft);
    m_sheet.put(text, m_sheet.body().left() + textLeft, m_sheet.y());
    m_sheet.skip(text.height() + space::xs);
}

void PlanChecklists::addSkillTitle(int index)
{
    const QRectF body = m_sheet.body();
    const SkillState state = m_workspace.states()[at(index)];
    const PrintText facts(factsOf(index), PrintLook::aligned(m_look.caption, Qt::AlignRight), body.width() * 0.42);
    const PrintText title(m_workspace.roadmap().skill(index).title, PrintLook::atMost(m_look.strong, 3), body.width() * 0.58 - textLeft);
    m_sheet.icon(iconOf(state),
        { body.left(), m_sheet.y() + (PrintText(QStringLiteral("X"), m_look.strong, sign).height() - sign) / 2, sign, sign },
        m_look.palette.colour(toneOf(state)));
    m_sheet.put(title, body.left() + textLeft, m_sheet.y());
    m_sheet.put(facts, body.left() + body.width() * 0.58, m_sheet.y() + title.firstBaseline() - facts.firstBaseline());
    m_sheet.skip(std::max(title.height(), facts.height()) + space::xs);
}

PrintText PlanChecklists::noteText(const domain::Note& note) const
{
    return PrintText(note.text.trimmed(), PrintLook::atMost(m_look.caption, noteLines), m_sheet.body().width() - textLeft - space::m);
}

/// What the learner shares, beside a line as a quotation.
void PlanChecklists::addNote(const domain::Note& note)
{
    const double left = m_sheet.body().left() + textLeft;
    const PrintText text = noteText(note);
    m_sheet.ensure(text.height() + space::s);
    m_sheet.fill({ left, m_sheet.y() + 1, 2, text.height() - 2 }, m_look.palette.line);
    m_sheet.put(text, left + space::m, m_sheet.y());
    m_sheet.skip(text.height() + space::s);
}

PrintText PlanChecklists::proofText(const domain::Evidence& proof) const
{
    return PrintText(proof.text.trimmed(), PrintLook::atMost(m_look.caption, proofLines), m_sheet.body().width() - proofLeft - kindWidth);
}

/// The item with its first piece of evidence: what stays on one page.
double PlanChecklists::heightOf(const domain::ChecklistItem& item, const domain::ItemProgress& progress) const
{
    const double text = PrintText(item.text, m_look.body, m_sheet.body().width() - proofLeft).height();
    return text + (progress.evidence.isEmpty() ? 0 : proofText(progress.evidence.first()).height()) + space::xs;
}

void PlanChecklists::addItem(const domain::ChecklistItem& item, const domain::ItemProgress& progress)
{
    const QRectF body = m_sheet.body();
    const PrintText text(item.text, m_look.body, body.width() - proofLeft);
    addCheckBox({ body.left() + textLeft, m_sheet.y() + text.firstBaseline() - boxSize + 1, boxSize, boxSize }, progress.mark.has_value());
    m_sheet.put(text, body.left() + proofLeft, m_sheet.y());
    m_sheet.skip(text.height() + 2);
    for (const domain::Evidence& proof : progress.evidence) {
        addProof(proof);
    }
}

void PlanChecklists::addProof(const domain::Evidence& proof)
{
    const PrintText text = proofText(proof);
    const PrintText kind(
        Words::evidence(proof.kind), PrintLook::atMost(PrintLook::coloured(m_look.caption, m_look.palette.trail), 1), kindWidth - space::s);
    const PrintText more(text.hiddenLines() == 0 ? QString() : tr("%n more line(s) in the library", nullptr, text.hiddenLines()),
        m_look.caption, m_sheet.body().width() - proofLeft - kindWidth);
    const double hidden = text.hiddenLines() == 0 ? 0 : more.height();
    m_sheet.ensure(text.height() + hidden);
    const double left = m_sheet.body().left() + proofLeft;
    m_sheet.put(kind, left, m_sheet.y());
    m_sheet.put(text, left + kindWidth, m_sheet.y());
    m_sheet.skip(text.height());
    if (hidden > 0) {
        m_sheet.put(more, left + kindWidth, m_sheet.y());
        m_sheet.skip(hidden);
    }
    m_sheet.skip(3);
}

void PlanChecklists::addCheckBox(const QRectF& box, bool done)
{
    if (!done) {
        m_sheet.add([box, edge = m_look.palette.controlLine](QPainter& painter) {
            painter.setPen(QPen(edge, size::line));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        });
        return;
    }
    m_sheet.fill(box, m_look.palette.trail, 2);
    m_sheet.add([box, ink = m_look.palette.onTrail](QPainter& painter) {
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[] = { { box.left() + box.width() * 0.24, box.top() + box.height() * 0.54 },
            { box.left() + box.width() * 0.43, box.top() + box.height() * 0.72 },
            { box.left() + box.width() * 0.76, box.top() + box.height() * 0.30 } };
        painter.drawPolyline(points, 3);
    });
}

void PlanChecklists::addTable(const std::vector<int>& skills)
{
    for (const int index : skills) {
        const domain::Skill& skill = m_workspace.roadmap().skill(index);
        const SkillState state = m_workspace.states()[at(index)];
        m_sheet.ensure(tableRow);
        const QRectF body = m_sheet.body();
        const double y = m_sheet.y();
        const QColor colour = m_isFirst[at(index)] != 0 ? m_look.palette.text : m_look.palette.softText;
        const PrintText title(skill.title, PrintLook::atMost(PrintLook::coloured(m_look.body, colour), 1), body.width() * 0.58 - textLeft);
        m_sheet.icon(iconOf(state), { body.left(), y + (tableRow - sign) / 2 - 1, sign, sign }, m_look.palette.colour(toneOf(state)));
        const double top = y + (tableRow - title.height()) / 2 - 1;
        m_sheet.put(title, body.left() + textLeft, top);
        const PrintStyle cell = PrintLook::atMost(m_look.caption, 1);
        const auto put = [&](const QString& words, double from, double to, const PrintStyle& style) {
            const PrintText text(words, style, body.width() * (to - from));
            m_sheet.put(text, body.left() + body.width() * from, top + title.firstBaseline() - text.firstBaseline());
        };
        put(Words::state(state), 0.60, 0.76, cell);
        put(Words::level(skill.level), 0.77, 0.90, cell);
        put(Words::hours(skill.hours), 0.90, 1.0, PrintLook::aligned(cell, Qt::AlignRight));
        m_sheet.line(body.left() + textLeft, body.right(), y + tableRow - 1, m_look.palette.raised);
        m_sheet.skip(tableRow);
    }
    if (!skills.empty()) {
        m_sheet.skip(space::m);
    }
}

} // namespace waymark::ui
