// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/TrailPainting.h>

#include <ui/theme/Theme.h>

#include <QAbstractScrollArea>
#include <QPainter>

namespace waymark::ui {

QColor groundBehind(const QWidget* widget)
{
    for (const QWidget* at = widget; at != nullptr; at = at->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(at);
        if (area == nullptr) {
            continue;
        }
        const QWidget* viewport = area->viewport();
        return viewport->autoFillBackground() ? viewport->palette().color(viewport->backgroundRole()) : QColor();
    }
    return {};
}

void paintField(QPainter& painter, const QStyleOption& option, bool readOnly)
{
    const Palette& tokens = activePalette();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    Box box { .fill = tokens.surface, .edge = tokens.controlLine };
    if (!enabled || readOnly) {
        box = { .fill = tokens.raised, .edge = tokens.line };
    } else if (isOn(option, QStyle::State_MouseOver)) {
        box.edge = tokens.softText;
    }
    paintBox(painter, option.rect, box);
    if (showsFocus(option)) {
        paintFocusRing(painter, option.rect);
    }
}

void paintFrame(QPainter& painter, const QStyleOption& option, const QColor& ground)
{
    paintBox(painter, option.rect, { .fill = ground, .edge = activePalette().line });
    if (showsFocus(option)) {
        paintFocusRing(painter, option.rect);
    }
}

void paintSplitter(QPainter& painter, const QStyleOption& option)
{
    const Palette& tokens = activePalette();
    const QRect rect = option.rect;
    const QRect line = isOn(option, QStyle::State_Horizontal) ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                                              : QRect(rect.left(), rect.center().y(), rect.width(), 1);
    painter.fillRect(line, isOn(option, QStyle::State_MouseOver) ? tokens.trail : tokens.line);
}

void paintSeparator(QPainter& painter, const QStyleOptionFrame& option)
{
    const QRect rect = option.rect;
    const QPoint centre = rect.center();
    const QRect line = option.frameShape == QFrame::HLine ? QRect(rect.left(), centre.y(), rect.width(), 1)
                                                          : QRect(centre.x(), rect.top(), 1, rect.height());
    painter.fillRect(line, activePalette().line);
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow)
{
    if (option.frame) {
        paintField(painter, option, false);
    }
    const Palette& tokens = activePalette();
    const QColor ink = isOn(option, QStyle::State_Enabled) ? tokens.softText : tokens.disabledText;
    paintChevron(painter, arrow, Qt::DownArrow, ink);
}

void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down)
{
    if (option.frame) {
        paintField(painter, option, false);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const Palette& tokens = activePalette();
    const auto step = [&](const QRect& rect, QStyle::SubControl which, QAbstractSpinBox::StepEnabledFlag flag, Qt::ArrowType arrow) {
        const bool enabled = isOn(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(flag);
        const bool active = enabled && option.activeSubControls.testFlag(which);
        if (active && isOn(option, QStyle::State_MouseOver)) {
            const QColor fill = isOn(option, QStyle::State_Sunken) ? tokens.trailFill : tokens.raised;
            paintBox(painter, rect, { .fill = fill, .radius = radius::small });
        }
        paintChevron(painter, rect, arrow, enabled ? tokens.softText : tokens.disabledText);
    };
    step(up, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    step(down, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

} // namespace waymark::ui
