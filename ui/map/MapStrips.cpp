// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapStrips.h>

#include <ui/map/MapCanvas.h>
#include <ui/theme/Icons.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/Isolated.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr double inkWidth = 4;
constexpr double flagSize = 16;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Words in as many lines as there is room for, the last one cut.
void paintWrapped(QPainter& painter, const QString& words, const QRectF& box)
{
    const QFontMetricsF metrics(painter.font());
    const int most = std::max(1, static_cast<int>(box.height() / metrics.lineSpacing()));
    QStringList lines;
    QTextLayout layout(words, painter.font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < most; line = layout.createLine()) {
        line.setLineWidth(box.width());
        const bool last = lines.size() + 1 == most;
        const QString rest = last ? words.mid(line.textStart()) : words.mid(line.textStart(), line.textLength());
        lines.append(metrics.elidedText(rest.trimmed(), Qt::ElideRight, box.width()));
    }
    layout.endLayout();
    double y = box.center().y() - metrics.lineSpacing() * static_cast<double>(lines.size()) / 2 + metrics.ascent();
    for (const QString& line : lines) {
        painter.drawText(QPointF(box.left(), y), line);
        y += metrics.lineSpacing();
    }
}

} // namespace

MapStrip::MapStrip(MapCanvas& canvas, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_canvas(canvas)
    , m_name(name)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(m_name);
    connect(&m_canvas, &MapCanvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&m_canvas, &MapCanvas::sceneChanged, this, qOverload<>(&QWidget::update));
}

int MapStrip::indexAt(const QPointF& position) const
{
    for (int i = 0; i < count(); ++i) {
        if (rectOf(i).contains(position)) {
            return i;
        }
    }
    return -1;
}

void MapStrip::setCurrent(int index)
{
    m_current = index;
    setAccessibleName(index < 0 ? m_name : tr("%1: %2", "areas or milestones, and the chosen one").arg(m_name, isolated(nameOf(index))));
    update();
}

bool MapStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    auto* help = static_cast<QHelpEvent*>(event);
    const int index = indexAt(QPointF(help->pos()));
    if (index < 0) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), nameOf(index).toHtmlEscaped(), this);
    }
    return true;
}

void MapStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (const int index = indexAt(event->position()); index != m_hovered) {
        m_hovered = index;
        update();
    }
}

void MapStrip::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void MapStrip::mouseReleaseEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0) {
        setCurrent(index);
        show(index);
    }
}

void MapStrip::keyPressEvent(QKeyEvent* event)
{
    const int last = count() - 1;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        setCurrent(std::clamp(m_current - 1, 0, std::max(0, last)));
        break;
    case Qt::Key_Down:
    case Qt::Key_Right:
        setCurrent(std::min(m_current + 1, last));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current <= last) {
            show(m_current);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapStrip::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0 && count() > 0) {
        setCurrent(0);
    }
    QWidget::focusInEvent(event);
}

void MapStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    for (int i = 0; i < count(); ++i) {
        const QRectF shown = rectOf(i) & QRectF(rect());
        if (shown.width() >= 1 && shown.height() >= 1) {
            paintOne(painter, i, shown, i == m_hovered);
        }
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF chosen = m_current >= 0 && m_current < count() ? rectOf(m_current) & QRectF(rect()) : QRectF();
        paintFocusRing(painter, chosen.isEmpty() ? QRectF(rect()) : chosen, radius::small);
    }
}

AreaStrip::AreaStrip(MapCanvas& canvas, QWidget* parent)
    : MapStrip(canvas, tr("Areas"), parent)
{
    setObjectName(u"areaStrip"_s);
}

int AreaStrip::count() const
{
    return static_cast<int>(m_canvas.scene().bands().size());
}

QString AreaStrip::nameOf(int index) const
{
    return m_canvas.scene().bands()[at(index)].title;
}

QRectF AreaStrip::rectOf(int index) const
{
    const QRectF band = m_canvas.view().toView(m_canvas.scene().bands()[at(index)].rect);
    return QRectF(0, band.top(), width(), band.height()) & QRectF(rect());
}

void AreaStrip::show(int index)
{
    m_canvas.showPart(m_canvas.scene().nodesOfArea(m_canvas.scene().bands()[at(index)].area));
}

void AreaStrip::paintGround(QPainter& painter) const
{
    painter.fillRect(rect(), activePalette().paper);
}

void AreaStrip::paintOne(QPainter& painter, int index, const QRectF& rect, bool hovered) const
{
    const Palette& palette = activePalette();
    const std::size_t area = at(m_canvas.scene().bands()[at(index)].area);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(rect, hovered ? palette.surface : palette.areaTint(area));
    painter.fillRect(QRectF(mirrored ? rect.right() - inkWidth : rect.left(), rect.top(), inkWidth, rect.height()), palette.areaInk(area));
    QFont words = type::caption(font());
    words.setWeight(QFont::DemiBold);
    if (rect.height() < QFontMetricsF(words).height() * 0.9) {
        return;
    }
    painter.setFont(words);
    painter.setPen(palette.text);
    paintWrapped(painter, nameOf(index), rect.adjusted(inkWidth + space::s, 0, -space::xs, 0));
}

EraStrip::EraStrip(MapCanvas& canvas, QWidget* parent)
    : MapStrip(canvas, tr("Milestones"), parent)
{
    setObjectName(u"eraStrip"_s);
}

int EraStrip::count() const
{
    return static_cast<int>(m_canvas.scene().eras().size());
}

QString EraStrip::nameOf(int index) const
{
    const MapScene::Era& era = m_canvas.scene().eras()[at(index)];
    return era.caption.isEmpty() ? era.title : tr("%1, %2", "milestone and hours left").arg(isolated(era.title), era.caption);
}

QRectF EraStrip::rectOf(int index) const
{
    const MapScene::Era& era = m_canvas.scene().eras()[at(index)];
    const double left = m_canvas.view().toView(QPointF(era.left, 0)).x();
    const double right = m_canvas.view().toView(QPointF(era.right, 0)).x();
    return QRectF(left, 0, right - left, height()) & QRectF(rect());
}

void EraStrip::show(int index)
{
    const MapScene::Era& era = m_canvas.scene().eras()[at(index)];
    const QRectF& bounds = m_canvas.scene().bounds();
    m_canvas.showPart(QRectF(era.left, bounds.top(), era.right - era.left, bounds.height()));
}

void EraStrip::paintGround(QPainter& painter) const
{
    painter.fillRect(rect(), activePalette().surface);
    painter.fillRect(QRectF(0, height() - size::line, width(), size::line), activePalette().line);
}

void EraStrip::paintOne(QPainter& painter, int index, const QRectF& rect, bool hovered) const
{
    const Palette& palette = activePalette();
    const MapScene::Era& era = m_canvas.scene().eras()[at(index)];
    if (hovered) {
        painter.fillRect(rect.adjusted(0, 0, 0, -size::line), palette.raised);
    }
    painter.fillRect(QRectF(rect.right() - size::line, rect.top(), size::line, rect.height()), palette.line);
    if (rect.width() < flagSize + space::xs) {
        return;
    }
    const bool narrow = rect.width() < 4.5 * flagSize;
    const QRectF flag(narrow ? rect.center().x() - flagSize / 2 : rect.left() + space::s, (height() - flagSize) / 2.0, flagSize, flagSize);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, flag, IconId::Flag, palette.mark);
    if (narrow) {
        return;
    }
    QFont strong = type::caption(font());
    strong.setWeight(QFont::DemiBold);
    const QFont caption = type::caption(font());
    const QFontMetricsF metrics(caption);
    const double left = flag.right() + space::s;
    const double width = rect.right() - space::s - left;
    const double top = (height() - 2 * metrics.height()) / 2;
    painter.setFont(strong);
    painter.setPen(palette.text);
    if (QFontMetricsF(strong).horizontalAdvance(era.title) > width) {
        paintWrapped(painter, era.title, QRectF(left, 0, width, height() - size::line)); // the hours are in the tooltip
        return;
    }
    painter.drawText(QPointF(left, top + metrics.ascent()), era.title);
    painter.setFont(caption);
    painter.setPen(palette.softText);
    painter.drawText(QPointF(left, top + metrics.height() + metrics.ascent()), metrics.elidedText(era.caption, Qt::ElideRight, width));
}

} // namespace waymark::ui
