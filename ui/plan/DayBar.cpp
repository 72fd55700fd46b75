// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/DayBar.h>

#include <ui/theme/Theme.h>

#include <QPainter>

#include <algorithm>

namespace waymark::ui {

namespace {

constexpr int barHeight = 56;
constexpr int barWidth = 14;
constexpr double leastHeight = 4; ///< of what is not nothing

} // namespace

DayBar::DayBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayBar::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

QSize DayBar::sizeHint() const
{
    return { barWidth, barHeight };
}

void DayBar::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF slot((width() - barWidth) / 2.0, height() - barHeight, barWidth, barHeight);
    painter.setBrush(palette.raised);
    painter.drawRoundedRect(slot, radius::small, radius::small);
    if (m_share > 0) {
        const double full = std::max(leastHeight, barHeight * m_share);
        painter.setBrush(palette.trail);
        painter.drawRoundedRect(QRectF(slot.left(), slot.bottom() - full, barWidth, full), radius::small, radius::small);
    }
}

} // namespace waymark::ui
