// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/TrailPainting.h>

#include <ui/theme/Icons.h>
#include <ui/theme/Theme.h>

#include <QPainter>

#include <algorithm>

namespace waymark::ui {

bool isOn(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool showsFocus(const QStyleOption& option)
{
    return isOn(option, QStyle::State_HasFocus) && isOn(option, QStyle::State_Enabled);
}

void paintBox(QPainter& painter, const QRectF& rect, const Box& box)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    double inset = 0;
    if (box.edge.isValid()) {
        // A line of 1.5 device pixels is a blur; whole ones are a line.
        const double scale = painter.device()->devicePixelRatio();
        const double width = std::max(1.0, std::floor(box.edgeWidth * scale)) / scale;
        painter.setPen(QPen(box.edge, width));
        inset = width / 2;
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
    const double radius = std::max(0.0, box.radius - inset);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintTrack(QPainter& painter, const QRectF& rect)
{
    const Palette& tokens = activePalette();
    paintBox(painter, rect, { .fill = tokens.raised, .edge = tokens.line, .radius = std::min(rect.width(), rect.height()) / 2 });
}

void paintFocusRing(QPainter& painter, const QRectF& rect, double radius)
{
    paintBox(painter, rect, { .edge = activePalette().trail, .edgeWidth = size::focusRing, .radius = radius });
}

void paintChevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction, const QColor& colour)
{
    const auto id = [direction] {
        switch (direction) {
        case Qt::UpArrow:
            return IconId::ChevronUp;
        case Qt::LeftArrow:
            return IconId::ChevronLeft;
        case Qt::RightArrow:
            return IconId::ChevronRight;
        default:
            return IconId::ChevronDown;
        }
    }();
    const int side = std::min({ rect.width(), rect.height(), size::iconSmall });
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    paintIcon(painter, place, id, colour);
}

} // namespace waymark::ui
