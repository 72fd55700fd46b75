// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/AnswerRow.h>

#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>
#include <cmath>

namespace waymark::ui {

namespace {

constexpr int leastWords = 80; ///< width of the words in a row that is as narrow as it may be
constexpr int leastHeight = size::control + space::s;
constexpr int after = space::m; ///< the words

} // namespace

AnswerRow::AnswerRow(const exchange::Blocks& text, const session::Workspace& workspace, int before, QWidget* parent)
    : QAbstractButton(parent)
    , m_prose(workspace)
    , m_before(before)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(exchange::plainText(text));
    m_prose.setBlocks(text);
    m_prose.dress(font());
}

int AnswerRow::textWidth(int width) const
{
    return std::max(leastWords, width - m_before - after);
}

int AnswerRow::heightForWidth(int width) const
{
    return std::max(leastHeight, m_prose.heightFor(textWidth(width)) + 2 * space::s);
}

QSize AnswerRow::sizeHint() const
{
    const int width = m_before + static_cast<int>(std::ceil(m_prose.idealWidth())) + after;
    return { width, heightForWidth(width) };
}

QSize AnswerRow::minimumSizeHint() const
{
    return { m_before + leastWords + after, leastHeight };
}

void AnswerRow::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_prose.dress(font());
        updateGeometry();
        update();
    }
}

/// Qt's own would move the focus among all buttons of the parent by the arrows, and choose on the way.
void AnswerRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        QAbstractButton::keyPressEvent(event);
    } else {
        event->ignore();
    }
}

QStyleOptionButton AnswerRow::styleOption() const
{
    QStyleOptionButton option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_On, isChecked());
    option.state.setFlag(QStyle::State_Sunken, isDown());
    return option;
}

QRect AnswerRow::visual(const QRect& rect) const
{
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

QRect AnswerRow::textRect() const
{
    const int width = textWidth(this->width());
    const int height = m_prose.heightFor(width);
    return { m_before, (this->height() - height) / 2, width, height };
}

void AnswerRow::paintGround(QPainter& painter, const QStyleOptionButton& option, bool chosen) const
{
    const Palette& tokens = activePalette();
    Box box { .fill = tokens.surface, .edge = tokens.line };
    if (chosen) {
        box = { .fill = tokens.trailFill, .edge = tokens.trail };
    } else if (isOn(option, QStyle::State_Enabled) && isOn(option, QStyle::State_Sunken)) {
        box = { .fill = tokens.trailFill, .edge = tokens.controlLine };
    } else if (isOn(option, QStyle::State_Enabled) && isOn(option, QStyle::State_MouseOver)) {
        box = { .fill = tokens.raised, .edge = tokens.controlLine };
    }
    paintBox(painter, rect(), box);
    if (showsFocus(option)) {
        paintFocusRing(painter, rect());
    }
}

void AnswerRow::paintText(QPainter& painter) const
{
    m_prose.paint(painter, visual(textRect()));
}

} // namespace waymark::ui
