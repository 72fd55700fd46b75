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
constexpr double textLeft = 40;
constexpr double textRight = 10;
constexpr double signSize = 12;

/// Fonts of the map are in pixels of the scene and keep within the node whatever the size of the desktop's font.
QFont sized(const QFont& base, double pixels, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

void MapPainter::paintNode(QPainter& painter, int index, MapDetail detail, MapRole role) const
{
    switch (detail) {
    case MapDetail::Full: paintFull(painter, index, role); break;
    case MapDetail::RingAndTitle: paintRingAndTitle(painter, index, role); break;
    case MapDetail::Pill: paintPill(painter, index, role); break;
    case MapDetail::Dot: paintDot(painter, index, role); break;
    }
}

void MapPainter::paintBox(QPainter& painter, int index, MapRole role, double lineScale) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    QColor fill = m_palette.surface;
    QPen edge(m_palette.line, size::line * lineScale);
    if (node.state == SkillState::Locked) {
        fill = m_palette.paper;
    } else if (node.state == SkillState::Mastered || node.state == SkillState::Practised) {
        fill = m_palette.masteredFill;
    } else if (node.state == SkillState::Ready) {
        edge = QPen(m_palette.trail, 1.25 * lineScale);
    } else if (node.state == SkillState::Learning) {
        edge = QPen(m_palette.learning, 1.25 * lineScale);
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

void MapPainter::paintTitle(QPainter& painter, const QString& title, const QRectF& box, const QFont& font, int mostLines) const
{
    const QFontMetricsF metrics(font);
    QTextLayout text(title, font);
    text.beginLayout();
    double y = 0;
    for (int line = 0; line < mostLines; ++line) {
        QTextLine piece = text.createLine();
        if (!piece.isValid()) {
            break;
        }
        piece.setLineWidth(box.width());
        piece.setPosition(QPointF(0, y));
        y += metrics.lineSpacing();
        const bool isLast = line + 1 == mostLines;
        if (isLast && piece.textStart() + piece.textLength() < title.size()) {
            painter.setFont(font);
            painter.drawText(QPointF(box.left(), box.top() + piece.y() + metrics.ascent()),
                             metrics.elidedText(title.mid(piece.textStart()), Qt::ElideRight, box.width()));
        } else {
            painter.setFont(font);
            painter.drawText(QPointF(box.left(), box.top() + piece.y() + metrics.ascent()),
                             title.mid(piece.textStart(), piece.textLength()).trimmed());
        }
    }
    text.endLayout();
}

void MapPainter::paintFull(QPainter& painter, int index, MapRole role) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    paintBox(painter, index, role, 1);
    paintRing(painter, index, QRectF(rect.left() + ringLeft, rect.center().y() - size::stateRing / 2.0, size::stateRing, size::stateRing));

    const QFont titleFont = sized(m_font, 12.5, QFont::DemiBold);
    const QFont captionFont = sized(m_font, 11, QFont::Normal);
    const QFontMetricsF titleMetrics(titleFont);
    const QFontMetricsF captionMetrics(captionFont);
    const double width = rect.width() - textLeft - textRight;
    const bool twoLines = titleMetrics.horizontalAdvance(node.title) > width;
    const double height = titleMetrics.lineSpacing() * (twoLines ? 2 : 1) + captionMetrics.height();
    const double top = rect.center().y() - height / 2;
    const QRectF titleBox(rect.left() + textLeft, top, width, titleMetrics.lineSpacing() * 2);
    painter.setPen(node.state == SkillState::Locked ? m_palette.softText : m_palette.text);
    paintTitle(painter, node.title, titleBox, titleFont, 2);
    painter.setFont(captionFont);
    painter.setPen(m_palette.softText);
    const double captionTop = top + titleMetrics.lineSpacing() * (twoLines ? 2 : 1);
    painter.drawText(QPointF(rect.left() + textLeft, captionTop + captionMetrics.ascent()), node.caption);

    // Who vouches: so far the learner, by doing or by saying so.
    if (node.state == SkillState::Practised || node.state == SkillState::Skipped || node.state == SkillState::Assumed) {
        paintIcon(painter, QRectF(rect.right() - signSize - space::s, captionTop + (captionMetrics.height() - signSize) / 2, signSize, signSize),
                  IconId::Check, m_palette.colour(toneOf(node.state)));
    }
    if (node.isNext) {
        constexpr double flag = 18;
        paintIcon(painter, QRectF(rect.right() - flag - 2, rect.top() - 3, flag, flag), IconId::Flag, m_palette.mark);
    }
}

void MapPainter::paintRingAndTitle(QPainter& painter, int index, MapRole role) const
{
    const MapScene::Node& node = m_scene.node(index);
    const QRectF& rect = m_scene.rect(index);
    paintBox(painter, index, role, 1.6);
    constexpr double ring = 30;
    paintRing(painter, index, QRectF(rect.left() + space::s, rect.center().y() - ring / 2, ring, ring));
    const QFont font = sized(m_font, 18, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double left = rect.left() + ring + 2 * space::s;
    const double width = rect.right() - space::xs - left;
    const bool twoLines = metrics.horizontalAdvance(node.title) > width;
    const double height = metrics.lineSpacing() * (twoLines ? 2 : 1);
    painter.setPen(node.state == SkillState::Locked ? m_palette.softText : m_palette.text);
    paintTitle(painter, node.title, QRectF(left, rect.center().y() - height / 2, width, height), font, 2);
    if (node.isNext) {
        constexpr double flag = 28;
        paintIcon(painter, QRectF(rect.right() - flag, rect.top() - 4, flag, flag), IconId::Flag, m_palette.mark);
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
        constexpr double flag = 60;
        paintIcon(painter, QRectF(rect.right() - flag, rect.top() - flag / 3, flag, flag), IconId::Flag, m_palette.mark);
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
