// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/ElidedLabel.h>

namespace waymark::ui {

ElidedLabel::ElidedLabel(TextRole role, Qt::TextElideMode mode, QWidget* parent)
    : TextLabel(role, {}, parent)
    , m_mode(mode)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setWhole(const QString& whole)
{
    m_whole = whole;
    setAccessibleName(whole);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    constexpr int letters = 6;
    return { fontMetrics().averageCharWidth() * letters, TextLabel::minimumSizeHint().height() };
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(m_whole) + 1, TextLabel::sizeHint().height() };
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    TextLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_whole, m_mode, width());
    setText(shown);
    // Qt takes a tag in a tooltip for rich text; escaped it cannot be mistaken.
    setToolTip(shown == m_whole ? QString() : m_whole.toHtmlEscaped());
}

} // namespace waymark::ui
