// SPDX-License-Identifier: GPL-3.0-or-later
// How one node is painted, at each detail.
#include <ui/map/MapPainter.h>

#include <ui/words/SkillIcons.h>

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace waymark::ui {

using learning::SkillState;

namespace {

constexpr double ringLeft = 10;
constexpr double textLeft = 39;
constexpr double textRight = 7;
constexpr double signSize = 12;
constexpr double lineHeight = 0.93; // of a title's font: two lines and a caption have to stand in a node with air around them
constexpr double doneShare = 0.1; // of the state's colour in the ground of what is done

QColor mixed(const QColor& ground, const QColor& colour, double share)
{
    const auto part = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(
        part(ground.redF(), colour.redF()), part(ground.greenF(), colour.greenF()), part(ground.blueF(), colour.blueF()));
}

/// Fonts of the map are in pixels of the scene and keep within the node whatever the size of the desktop's font.
QFont sized(const QFont& base, int pixels, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// A title broken into at most two lines.
struct NodeTitle
{
    QFont font;
    QStringList lines;
    double spacing = 0;
    double ascent = 0;
    bool isWhole = false;

    [[nodiscard]] double height() const { return spacing * static_cast<double>(lines.size()); }

    void paint(QPainter& painter, QPointF topLeft) const
    {
        painter.setFont(font);
        for (const QString& line : lines) {
            painter.drawText(topLeft + QPointF(0, ascent), line);
            topLeft.ry() += spacing;
        }
    }
};

NodeTitle brokenTitle(const QString& title, const QFont& font, double width)
{
    constexpr int mostLines = 2;
    const QFontMetricsF metrics(font);
    NodeTitle broken { font, {}, metrics.height() * lineHeight, metrics.ascent() * lineHeight, true };
    QTextLayout text(title, font);
    text.beginLayout();
    for (QTextLine line = text.createLine(); line.isValid() && broken.isWhole; line = text.createLine()) {
        line.setLineWidth(width);
        const int end = line.textStart() + line.textLength();
        broken.isWhole = line.naturalTextWidth() <= width && (broken.lines.size() + 1 < mostLines || end >= title.size());
        const QString rest = broken.isWhole ? title.mid(line.textStart(), line.textLength()) : title.mid(line.textStart());
        broken.lines.append(metrics.elidedText(rest.trimmed(), Qt::ElideRight, width));
    }
    text.endLayout();
    return broken;
}

/// In the first of the sizes in which it is whole, else cut in the last.
NodeTitle titleFitting(const QString& title, const QFont& base, std::initializer_list<int> sizes, double width)
{
    NodeTitle broken;
    for (const int pixels : sizes) {
        broken = brokenTitle(title, sized(base, pixels, QFont::DemiBold), width);
        if (broken.isWhole) {
            break;
        }
    }
    return broken;
}

} // namespace

void MapPainter::paintNode(QPainter& painter, int index, MapDetail detail, MapRole role) const
{
    switch (detail) {
    case MapDetail::Full:
        paintFull(painter, index, role);
        break;
    case MapDetail::RingAndTitle:
        paintRingAndTitle(painter, index, role);
        break;
    case MapDetail::Pill:
        paintPill(painter, index, role);
        break;
    case MapDetail::Dot:
        paintDot(painter, index, role);
        break;
    }
}

void MapPainter::paintBox(QPainter& painter, int index, MapRole role, double lineScale) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    const QColor own = m_palette.colour(toneOf(node.state));
    QColor fill = m_palette.surface;
    QPen edge(m_palette.line, size::line * lineScale);
    switch (node.state) {
    case SkillState::Locked:
        fill = m_palette.paper;
        break;
    case SkillState::Ready:
    case SkillState::Learning:
    case SkillState::Fading:
        edge = QPen(own, 1.25 * lineScale);
        break;
    case SkillState::Practised:
        fill = mixed(m_palette.surface, own, doneShare);
        edge.setColor(mixed(m_palette.line, own, doneShare * 3));
        break;
    case SkillState::Mastered:
        fill = m_palette.masteredFill;
        break;
    case SkillState::Skipped:
    case SkillState::Assumed:
        edge = QPen(own, size::line * lineScale, Qt::DashLine);
        break;
    }
    if (role == MapRole::Self) {
        edge = QPen(m_palette.trail, size::focusRing * lineScale);
    } else if (role == MapRole::Path) {
        edge = QPen(m_palette.trail, 1.5 * lineScale);
    } else if (role == MapRole::Unlocks) {
        edge = QPen(m_palette.softTrail, 1.5 * lineScale);
    }
    const double inset = edge.widthF() / 2;
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius::card, radius::card);
}

/// The ring fills with the checklist; the sign in it tells the state by its shape.
void MapPainter::paintRing(QPainter& painter, int index, const QRectF& ring) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QColor colour = m_palette.colour(toneOf(node.state));
    const double width = ring.width() / 9;
    const QRectF circle = ring.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_palette.line, width));
    painter.drawEllipse(circle);
    const bool whole = learning::isReached(node.state);
    if (node.done > 0 || whole) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(circle, 90 * 16, static_cast<int>(-360 * 16 * (whole ? 1.0 : double(node.done))));
    }
    const double sign = ring.width() * 0.6;
    paintIcon(painter, QRectF(ring.center() - QPointF(sign / 2, sign / 2), QSizeF(sign, sign)), iconOf(node.state), colour);
}

/// A pennant on a pole that stands on the node's upper edge: the waymark of a next step.
void MapPainter::paintFlag(QPainter& painter, int index, double height) const
{
    const QRectF& rect = m_scene.rect(index);
    const QPointF foot(rect.right() - height * 0.85, rect.top() + height * 0.3);
    const QPointF top = foot - QPointF(0, height);
    painter.setPen(QPen(m_palette.mark, height / 10, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(foot, top);
    painter.setPen(QPen(m_palette.mark, height / 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(m_palette.mark);
    painter.drawPolygon(QPolygonF({ top, top + QPointF(height * 0.68, height * 0.28), top + QPointF(0, height * 0.56) }));
    painter.setBrush(Qt::NoBrush);
}

void MapPainter::paintFull(QPainter& painter, int index, MapRole role) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    paintBox(painter, index, role, 1);
    paintRing(painter, index, QRectF(rect.left() + ringLeft, rect.center().y() - size::stateRing / 2.0, size::stateRing, size::stateRing));

    const double width = rect.width() - textLeft - textRight;
    const NodeTitle title = titleFitting(node.title, m_font, { 13, 12, 11 }, width);
    const QFont captionFont = sized(m_font, 11, QFont::Normal);
    const QFontMetricsF captionMetrics(captionFont);
    const double left = rect.left() + textLeft;
    const double top = rect.center().y() - (title.height() + captionMetrics.height()) / 2;
    painter.setPen(node.state == SkillState::Locked ? m_palette.softText : m_palette.text);
    title.paint(painter, QPointF(left, top));
    painter.setFont(captionFont);
    painter.setPen(m_palette.softText);
    const double captionTop = top + title.height();
    painter.drawText(QPointF(left, captionTop + captionMetrics.ascent()), node.word.isEmpty() ? node.caption : node.word);

    // Who vouches: so far the learner, by doing or by saying so.
    if (node.state == SkillState::Practised || node.state == SkillState::Skipped || node.state == SkillState::Assumed) {
        paintIcon(painter,
            QRectF(rect.right() - signSize - space::s, captionTop + (captionMetrics.height() - signSize) / 2, signSize, signSize),
            IconId::Check, m_palette.colour(toneOf(node.state)));
    }
    if (node.isNext) {
        paintFlag(painter, index, 16);
    }
}

void MapPainter::paintRingAndTitle(QPainter& painter, int index, MapRole role) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    paintBox(painter, index, role, 1.6);
    constexpr double ring = 28;
    paintRing(painter, index, QRectF(rect.left() + space::s, rect.center().y() - ring / 2, ring, ring));
    const double left = rect.left() + ring + 1.75 * space::s;
    const NodeTitle title = titleFitting(node.title, m_font, { 19, 18, 17 }, rect.right() - space::xs - left);
    painter.setPen(node.state == SkillState::Locked ? m_palette.softText : m_palette.text);
    title.paint(painter, QPointF(left, rect.center().y() - title.height() / 2));
    if (node.isNext) {
        paintFlag(painter, index, 20);
    }
}

void MapPainter::paintPill(QPainter& painter, int index, MapRole role) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    const QColor colour = m_palette.colour(toneOf(node.state));
    const bool open = node.state == SkillState::Locked || node.state == SkillState::Ready;
    painter.setPen(QPen(role == MapRole::Self ? m_palette.trail : colour, role == MapRole::Self ? 10 : open ? 4 : 0));
    painter.setBrush(open ? m_palette.surface : colour);
    painter.drawRoundedRect(rect.adjusted(4, 10, -4, -10), 18, 18);
    if (node.isNext) {
        paintFlag(painter, index, 56);
    }
}

void MapPainter::paintDot(QPainter& painter, int index, MapRole role) const
{
    const MapScene::Node& node = m_scene.node(index);
    QColor colour = m_palette.colour(toneOf(node.state));
    if (role == MapRole::Self || node.isNext) {
        colour = node.isNext ? m_palette.mark : m_palette.trail;
    }
    const QRectF& rect = m_scene.rect(index);
    painter.fillRect(rect.adjusted(20, 4, -20, -4), colour);
}

} // namespace waymark::ui
