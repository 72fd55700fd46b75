// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardList.h>

#include <ui/plan/BoardCardDelegate.h>
#include <ui/plan/BoardLaneModel.h>
#include <ui/theme/Controls.h>

#include <QApplication>
#include <QMouseEvent>

#include <utility>

namespace waymark::ui {

BoardList::BoardList(QWidget* parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new BoardCardDelegate(this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
}

QString BoardList::currentSkill() const
{
    const QModelIndexList chosen = selectedIndexes();
    return chosen.isEmpty() ? QString() : chosen.first().data(BoardLaneModel::SkillRole).toString();
}

void BoardList::choose(int row)
{
    choose(model()->index(row, 0));
}

void BoardList::choose(const QModelIndex& index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

/// While a card is held Escape means that card.
bool BoardList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && m_drags && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void BoardList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int key = event->key();
    if (key == Qt::Key_Escape && m_drags) {
        cancelDrag();
    } else if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        Q_EMIT sideRequested((key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1);
    } else if (isPlain && isEnter(*event) && !event->isAutoRepeat() && !currentSkill().isEmpty()) {
        Q_EMIT openRequested(currentSkill());
    } else {
        QListView::keyPressEvent(event);
    }
}

void BoardList::mousePressEvent(QMouseEvent* event)
{
    QListView::mousePressEvent(event);
    const bool holds = event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid();
    m_pressed = holds ? std::optional(event->position().toPoint()) : std::nullopt;
}

/// Not what a list does otherwise: to choose one card after the other under the pointer.
void BoardList::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed || !event->buttons().testFlag(Qt::LeftButton)) {
        QListView::mouseMoveEvent(event);
        return;
    }
    const QPoint way = event->position().toPoint() - *m_pressed;
    if (m_drags || way.manhattanLength() >= QApplication::startDragDistance()) {
        m_drags = true;
        Q_EMIT dragMoved(event->globalPosition().toPoint());
    }
}

void BoardList::mouseReleaseEvent(QMouseEvent* event)
{
    m_pressed.reset();
    if (std::exchange(m_drags, false)) {
        Q_EMIT dragEnded(event->globalPosition().toPoint());
        return;
    }
    QListView::mouseReleaseEvent(event);
}

void BoardList::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pressed.reset();
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        Q_EMIT openRequested(index.data(BoardLaneModel::SkillRole).toString());
    }
}

void BoardList::cancelDrag()
{
    m_pressed.reset();
    if (std::exchange(m_drags, false)) {
        Q_EMIT dragCancelled();
    }
}

/// With the focus comes a chosen card.
void BoardList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!selectionModel()->hasSelection() && model()->rowCount() > 0) {
        choose(currentIndex().isValid() ? currentIndex().row() : 0);
    }
}

void BoardList::hideEvent(QHideEvent* event)
{
    cancelDrag();
    QListView::hideEvent(event);
}

/// The height of a card follows its width; Qt's own way waits for a tenth of a second.
void BoardList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        scheduleDelayedItemsLayout();
    }
}

} // namespace waymark::ui
