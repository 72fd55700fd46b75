// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/ReorderRow.h>

#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace waymark::ui {

namespace {

constexpr int dot = 3;
constexpr int dotStep = 6;
constexpr int gripWidth = dot + dotStep;
constexpr int gripRows = 3;
constexpr int beforeText = space::m + gripWidth + space::m;

} // namespace

ReorderRow::ReorderRow(const exchange::Blocks& text, const session::Workspace& workspace, QWidget* parent)
    : AnswerRow(text, workspace, beforeText, parent)
    , m_words(exchange::plainText(text))
{
    setCursor(Qt::OpenHandCursor);
}

void ReorderRow::setLifted(bool lifted)
{
    m_lifted = lifted;
    update();
}

void ReorderRow::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    const QStyleOptionButton option = styleOption();
    QPainter painter(this);
    paintGround(painter, option, m_lifted);
    const QColor ink = !isEnabled() ? tokens.disabledText : m_lifted ? tokens.trail : tokens.softText;
    const QRect grip = visual({ space::m, (height() - (gripRows - 1) * dotStep - dot) / 2, gripWidth, gripRows * dotStep });
    for (int i = 0; i < 2 * gripRows; ++i) {
        const QRectF place(grip.left() + i % 2 * dotStep, grip.top() + i / 2 * dotStep, dot, dot);
        paintBox(painter, place, { .fill = ink, .radius = dot / 2.0 });
    }
    paintText(painter);
}

void ReorderRow::focusInEvent(QFocusEvent* event)
{
    AnswerRow::focusInEvent(event);
    Q_EMIT focused();
}

void ReorderRow::focusOutEvent(QFocusEvent* event)
{
    AnswerRow::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        Q_EMIT left();
    }
}

void ReorderRow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        setFocus(Qt::MouseFocusReason);
        Q_EMIT pressed(mapToParent(event->position().toPoint()));
    } else {
        event->ignore();
    }
}

void ReorderRow::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        Q_EMIT dragged(mapToParent(event->position().toPoint()));
    }
}

void ReorderRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        Q_EMIT released();
    } else {
        event->ignore();
    }
}

} // namespace waymark::ui
