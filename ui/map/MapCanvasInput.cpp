// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas does with keys, mouse, wheel and touch.
#include <ui/map/MapCanvas.h>

#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace waymark::ui {

namespace {

constexpr double zoomStep = 1.2;
constexpr double wheelStep = 1.0015; // for each eighth of a degree that the wheel turns
constexpr int keyPan = 80; // pixels for one press without a selection

} // namespace

bool MapCanvas::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::Gesture:
        if (gesture(event)) {
            return true;
        }
        break;
    case QEvent::ToolTip:
        showToolTip(static_cast<QHelpEvent*>(event)->pos());
        return true;
    case QEvent::Leave:
        hover(-1);
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool MapCanvas::gesture(QEvent* event)
{
    auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (pinch == nullptr) {
        return false;
    }
    zoomBy(pinch->scaleFactor(), QPointF(viewport()->mapFromGlobal(pinch->hotSpot().toPoint())));
    return true;
}

/// Plain text only: titles come from course files.
void MapCanvas::showToolTip(const QPoint& position)
{
    const int index = m_scene.nodeAt(m_view.toScene(QPointF(position)));
    if (index < 0) {
        QToolTip::hideText();
        return;
    }
    const domain::Skill& skill = m_workspace.roadmap().skill(index);
    const QString lock = Words::lock(m_workspace.lockOf(skill.id), m_workspace.roadmap());
    QString text
        = tr("%1\n%2, %3\n%4", "title, state, hours, outcome")
              .arg(isolated(skill.title), Words::state(m_scene.node(index).state), Words::hours(skill.hours), isolated(skill.outcome));
    if (const QString& word = m_scene.node(index).word; !word.isEmpty()) {
        text += QChar(u'\n') + word;
    }
    if (!m_other && m_workspace.stateOf(skill.id) == learning::SkillState::Locked && !lock.isEmpty()) {
        text += QChar(u'\n') + lock;
    }
    // Qt guesses rich text from a tag in the text; escaped and broken by hand it cannot be mistaken.
    QToolTip::showText(viewport()->mapToGlobal(position), text.toHtmlEscaped().replace(QChar(u'\n'), QStringLiteral("<br>")), viewport());
}

void MapCanvas::hover(int index)
{
    m_hoverWish = index;
    if (index < 0) {
        m_hoverDelay.stop();
        setHovered(-1);
    } else if (index != m_hovered) {
        m_hoverDelay.start();
    }
}

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_pressedAt = event->position().toPoint();
        m_draggedTo = m_pressedAt;
        m_isDragging = false;
    }
    event->accept();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if ((event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) == 0) {
        const int index = m_scene.nodeAt(m_view.toScene(QPointF(position)));
        viewport()->setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        hover(index);
        return;
    }
    if (!m_isDragging && (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_isDragging) {
        const QPoint moved = m_draggedTo - position;
        m_draggedTo = position;
        panBy(moved.x(), moved.y());
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isDragging) {
        m_isDragging = false;
        viewport()->setCursor(Qt::ArrowCursor);
    } else if (event->button() == Qt::LeftButton) {
        select(m_scene.nodeAt(m_view.toScene(event->position())));
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int index = m_scene.nodeAt(m_view.toScene(event->position()));
    if (event->button() == Qt::LeftButton && index >= 0) {
        select(index);
        Q_EMIT openRequested(index);
    } else if (event->button() == Qt::LeftButton) {
        zoomBy(zoomStep * zoomStep, event->position());
    }
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? m_selected : m_scene.nodeAt(m_view.toScene(QPointF(event->pos())));
    if (index >= 0) {
        select(index);
        const QPoint place = byKey ? viewport()->mapToGlobal(m_view.toView(m_scene.rect(index)).center().toPoint()) : event->globalPos();
        Q_EMIT menuRequested(index, place);
    }
}

/// A mouse wheel zooms; two fingers on a touchpad pan, and zoom with Ctrl. Shift pans sideways.
void MapCanvas::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const bool zooms
        = event->modifiers().testFlag(Qt::ControlModifier) || (pixels.isNull() && !event->modifiers().testFlag(Qt::ShiftModifier));
    if (zooms) {
        zoomBy(std::pow(wheelStep, angle.y()), event->position());
    } else if (!pixels.isNull()) {
        panBy(-pixels.x(), -pixels.y());
    } else {
        panBy(-(angle.x() + angle.y()), 0);
    }
    event->accept();
}

int MapCanvas::neighbour(int from, Qt::Key key) const
{
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    const QPointF start = m_scene.rect(from).center();
    int best = -1;
    double shortest = std::numeric_limits<double>::infinity();
    const auto consider = [&](int index, double sideways) {
        const QPointF way = m_scene.rect(index).center() - start;
        const double distance = std::abs(way.y()) + sideways * std::abs(way.x());
        if (index != from && !m_light.isFilteredOut(index) && distance < shortest) {
            shortest = distance;
            best = index;
        }
    };
    if (key == Qt::Key_Left) {
        for (const domain::Roadmap::Edge& edge : roadmap.into(from)) {
            consider(edge.from, 0.25);
        }
    } else if (key == Qt::Key_Right) {
        for (const domain::Roadmap::Edge& edge : roadmap.outOf(from)) {
            consider(edge.to, 0.25);
        }
    } else {
        for (int i = 0; i < m_scene.size(); ++i) {
            const double dy = m_scene.rect(i).center().y() - start.y();
            if (key == Qt::Key_Down ? dy > 1 : dy < -1) {
                consider(i, 2);
            }
        }
    }
    return best;
}

bool MapCanvas::moveByKey(int key)
{
    if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Up && key != Qt::Key_Down) {
        return false;
    }
    if (m_selected < 0) {
        const int nearest = m_scene.nearestTo(seen().center());
        select(nearest);
        return true;
    }
    const int next = neighbour(m_selected, static_cast<Qt::Key>(key));
    if (next >= 0) {
        select(next);
        if (!seen().contains(m_scene.rect(next))) {
            centreOn(m_scene.rect(next).center());
        }
    }
    return true;
}

bool MapCanvas::panByKey(const QKeyEvent& event)
{
    const int page = viewport()->height() / 2;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    QPoint way;
    switch (event.key()) {
    case Qt::Key_Left:
        way = { shift ? -keyPan : 0, 0 };
        break;
    case Qt::Key_Right:
        way = { shift ? keyPan : 0, 0 };
        break;
    case Qt::Key_Up:
        way = { 0, shift ? -keyPan : 0 };
        break;
    case Qt::Key_Down:
        way = { 0, shift ? keyPan : 0 };
        break;
    case Qt::Key_PageUp:
        way = { 0, -page };
        break;
    case Qt::Key_PageDown:
        way = { 0, page };
        break;
    default:
        break;
    }
    if (way.isNull()) {
        return false;
    }
    panBy(way.x(), way.y());
    return true;
}

/// Shift and an arrow pan; an arrow alone follows edges.
void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!m_scene.isEmpty() && isPlain && (panByKey(*event) || moveByKey(event->key()))) {
        return;
    }
    if (isEnter(*event) && m_selected >= 0) {
        Q_EMIT openRequested(m_selected);
    } else if (event->key() == Qt::Key_Escape && m_selected >= 0) {
        select(-1);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void MapCanvas::focusInEvent(QFocusEvent* event)
{
    viewport()->update(); // the ring
    QAbstractScrollArea::focusInEvent(event);
}

void MapCanvas::focusOutEvent(QFocusEvent* event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace waymark::ui
