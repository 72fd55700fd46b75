// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/ReorderList.h>

#include <ui/quiz/ReorderRow.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cstdlib>
#include <limits>

/// How rows are held and moved, by pointer and by keys, and what is told of it.
namespace waymark::ui {

void ReorderList::press(int entry, const QPoint& at)
{
    drop();
    m_hold = Hold { entry, m_order, true, false, at, at.y() - m_rows[static_cast<std::size_t>(entry)]->y() };
}

void ReorderList::drag(const QPoint& at)
{
    if (!m_hold || !m_hold->byPointer) {
        return;
    }
    ReorderRow& row = *m_rows[static_cast<std::size_t>(m_hold->entry)];
    if (!m_hold->moves) {
        if ((at - m_hold->from).manhattanLength() < QApplication::startDragDistance()) {
            return;
        }
        m_hold->moves = true;
        row.setLifted(true);
        row.setCursor(Qt::ClosedHandCursor);
        row.raise();
    }
    row.move(row.x(), std::clamp(at.y() - m_hold->grip, -space::s, std::max(0, height() - row.height() + space::s)));
    move(m_hold->entry, nearestPosition(m_hold->entry, row.y() + row.height() / 2));
}

/// Measured at the places that the row itself would have: at those of the rows as they stand, two of unlike heights would change to and fro
/// under a pointer that hardly moves.
int ReorderList::nearestPosition(int entry, int middle) const
{
    const std::vector<int> all = heights(width());
    const std::size_t held = static_cast<std::size_t>(positionOf(entry));
    std::size_t nearest = 0;
    int least = std::numeric_limits<int>::max();
    int top = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int distance = std::abs(top + (isMatch() ? all[i] : all[held]) / 2 - middle);
        if (distance < least) {
            nearest = i;
            least = distance;
        }
        const std::size_t above = isMatch() || i < held ? i : std::min(i + 1, all.size() - 1);
        top += all[above] + gap;
    }
    return static_cast<int>(nearest);
}

void ReorderList::lift(int entry)
{
    m_hold = Hold { entry, m_order, false, false, {}, 0 };
    m_rows[static_cast<std::size_t>(entry)]->setLifted(true);
    describe();
}

void ReorderList::drop()
{
    if (!m_hold) {
        return;
    }
    const Hold held = std::move(*m_hold);
    m_hold.reset();
    ReorderRow& row = *m_rows[static_cast<std::size_t>(held.entry)];
    row.setLifted(false);
    row.setCursor(Qt::OpenHandCursor);
    place();
    describe();
    if (held.before != m_order) {
        m_isMoved = true;
        Q_EMIT changed();
    }
}

void ReorderList::putBack()
{
    if (m_hold) {
        m_order = m_hold->before;
        drop();
    }
}

void ReorderList::move(int entry, int position)
{
    const int from = positionOf(entry);
    if (position < 0 || position >= static_cast<int>(count()) || position == from) {
        place();
        return;
    }
    m_order.erase(m_order.begin() + from);
    m_order.insert(m_order.begin() + position, entry);
    place();
    if (!m_hold) {
        m_isMoved = true;
        Q_EMIT changed();
    }
    if (!m_hold || !m_hold->byPointer) {
        describe();
    }
}

/// The arrows scroll what is around the list and Escape leaves it: not while they mean a row.
bool ReorderList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const int key = press->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Space || isEnter(*press) || (key == Qt::Key_Escape && m_hold)) {
            event->accept();
            return true;
        }
    }
    return AnswerControl::event(event);
}

void ReorderList::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    const int key = event->key();
    if ((key == Qt::Key_Up || key == Qt::Key_Down) && (isPlain || modifiers == Qt::ControlModifier)) {
        arrow(key == Qt::Key_Up ? -1 : 1, !isPlain);
    } else if (key == Qt::Key_Escape && m_hold) {
        putBack();
    } else if (isEnter(*event) && isPlain) {
        if (m_hold) {
            drop();
        } else if (!event->isAutoRepeat()) {
            Q_EMIT submitRequested();
        }
    } else {
        AnswerControl::keyPressEvent(event);
    }
}

void ReorderList::arrow(int step, bool moves)
{
    if (m_hold && m_hold->byPointer) {
        return; // the pointer says where the row goes
    }
    const int position = positionOf(m_stop);
    if (moves || m_hold) {
        move(m_stop, position + step);
    } else {
        focusPosition(position + step);
    }
}

void ReorderList::focusPosition(int position)
{
    if (position >= 0 && position < static_cast<int>(count())) {
        rowAt(position).setFocus(Qt::OtherFocusReason);
    }
}

void ReorderList::makeStop(int entry)
{
    m_stop = entry;
    for (std::size_t i = 0; i < count(); ++i) {
        m_rows[i]->setFocusPolicy(static_cast<int>(i) == entry ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void ReorderList::hideEvent(QHideEvent* event)
{
    AnswerControl::hideEvent(event);
    putBack();
}

/// What a screen reader is told; a change of the name is an event that it hears.
void ReorderList::describe()
{
    for (std::size_t i = 0; i < count(); ++i) {
        ReorderRow& row = rowAt(static_cast<int>(i));
        const int left = static_cast<int>(i);
        const QString words = isMatch()
            ? tr("%1, beside %2", "right side and left side of a match").arg(isolated(row.words()), isolated(m_leftWords.at(left)))
            : row.words();
        const bool isLifted = m_hold && m_hold->entry == m_order[i];
        const QString name = isLifted
            ? tr("%1 of %2, lifted: %3", "place, count and words of a row").arg(i + 1).arg(count()).arg(isolated(words))
            : tr("%1 of %2: %3", "place, count and words of a row").arg(i + 1).arg(count()).arg(isolated(words));
        if (row.accessibleName() != name) {
            row.setAccessibleName(name); // tells assistive technology by itself
        }
    }
}

} // namespace waymark::ui
