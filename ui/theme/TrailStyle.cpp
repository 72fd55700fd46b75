// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/TrailStyle.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QCalendarWidget>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextCharFormat>

namespace waymark::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int toolButtonInset = 6;

/// The option as the type Qt promises for this element; null when a caller broke that promise.
template <typename Option> const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

void clearWeekendColours(QCalendarWidget& calendar)
{
    // Without a format of its own, a weekend follows the palette instead of being red for ever.
    calendar.setWeekdayTextFormat(Qt::Saturday, {});
    calendar.setWeekdayTextFormat(Qt::Sunday, {});
}

template <typename Option> Option withText(const Option& option, QPalette::ColorRole role, const QColor& colour)
{
    Option changed = option;
    changed.palette.setColor(role, colour);
    return changed;
}

} // namespace

TrailStyle::TrailStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void TrailStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar*>(widget) != nullptr) {
        // Lets the ground of whatever it lies on show through.
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
        widget->setAttribute(Qt::WA_Hover);
    } else if (auto* combo = qobject_cast<QComboBox*>(widget)) {
        // The stock delegate of a combo box does not ask the style how a row looks.
        if (qobject_cast<QStyledItemDelegate*>(combo->itemDelegate()) == nullptr) {
            combo->setItemDelegate(new QStyledItemDelegate(combo));
        }
    } else if (auto* calendar = qobject_cast<QCalendarWidget*>(widget)) {
        clearWeekendColours(*calendar);
    }
}

void TrailStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool drawn = drawButtonControl(element, *option, *painter, widget) || drawMenuControl(element, *option, *painter)
        || drawViewControl(element, *option, *painter, widget) || drawDivider(element, *option, *painter);
    if (!drawn) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

bool TrailStyle::drawButtonControl(ControlElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* button = as<QStyleOptionButton>(&option);
    if (button == nullptr) {
        return false;
    }
    switch (element) {
    case CE_PushButton:
        paintButtonPanel(painter, *button, widget);
        paintButtonLabel(painter, *button, widget);
        return true;
    case CE_PushButtonBevel:
        paintButtonPanel(painter, *button, widget);
        return true;
    case CE_PushButtonLabel:
        paintButtonLabel(painter, *button, widget);
        return true;
    case CE_CheckBox:
    case CE_RadioButton:
        drawCheckable(*button, painter, widget, element == CE_RadioButton);
        return true;
    default:
        return false;
    }
}

bool TrailStyle::drawMenuControl(ControlElement element, const QStyleOption& option, QPainter& painter)
{
    const auto* item = as<QStyleOptionMenuItem>(&option);
    switch (element) {
    case CE_MenuItem:
        if (item != nullptr) {
            paintMenuItem(painter, *item);
        }
        return item != nullptr;
    case CE_MenuBarItem:
        if (item != nullptr) {
            paintMenuBarItem(painter, *item);
        }
        return item != nullptr;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter.fillRect(option.rect, activePalette().paper);
        return true;
    case CE_MenuEmptyArea:
        return true;
    default:
        return false;
    }
}

bool TrailStyle::drawViewControl(ControlElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* bar = as<QStyleOptionProgressBar>(&option);
    const auto* header = as<QStyleOptionHeader>(&option);
    const auto* tab = as<QStyleOptionTab>(&option);
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        paintHeaderSection(painter, option);
    } else if (element == CE_ProgressBarGroove) {
        paintProgressGroove(painter, option);
    } else if (element == CE_ProgressBar && bar != nullptr) {
        drawProgressBar(*bar, painter, widget);
    } else if (element == CE_ProgressBarContents && bar != nullptr) {
        paintProgressContents(painter, *bar);
    } else if (element == CE_ProgressBarLabel && bar != nullptr) {
        paintProgressLabel(painter, *bar);
    } else if (element == CE_Header && header != nullptr) {
        drawHeader(*header, painter, widget);
    } else if (element == CE_HeaderLabel && header != nullptr) {
        const QStyleOptionHeader soft = withText(*header, QPalette::ButtonText, activePalette().softText);
        QProxyStyle::drawControl(element, &soft, &painter, widget);
    } else if (element == CE_TabBarTabShape && tab != nullptr) {
        paintTab(painter, *tab);
    } else if (element == CE_TabBarTabLabel && tab != nullptr && !isOn(option, State_Selected) && isOn(option, State_Enabled)) {
        const QStyleOptionTab soft = withText(*tab, QPalette::WindowText, activePalette().softText);
        QProxyStyle::drawControl(element, &soft, &painter, widget);
    } else {
        return false;
    }
    return true;
}

bool TrailStyle::drawDivider(ControlElement element, const QStyleOption& option, QPainter& painter)
{
    if (element == CE_Splitter) {
        paintSplitter(painter, option);
        return true;
    }
    const auto* frame = as<QStyleOptionFrame>(&option);
    if (element != CE_ShapedFrame || frame == nullptr || (frame->frameShape != QFrame::HLine && frame->frameShape != QFrame::VLine)) {
        return false;
    }
    paintSeparator(painter, *frame);
    return true;
}

void TrailStyle::drawCheckable(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, bool radio) const
{
    QStyleOptionButton part = option;
    part.rect = proxy()->subElementRect(radio ? SE_RadioButtonIndicator : SE_CheckBoxIndicator, &option, widget);
    proxy()->drawPrimitive(radio ? PE_IndicatorRadioButton : PE_IndicatorCheckBox, &part, &painter, widget);
    part.rect = proxy()->subElementRect(radio ? SE_RadioButtonContents : SE_CheckBoxContents, &option, widget);
    proxy()->drawControl(radio ? CE_RadioButtonLabel : CE_CheckBoxLabel, &part, &painter, widget);
}

// Headers and progress bars are put together here because the common style does not ask a proxy where parts lie.

void TrailStyle::drawHeader(const QStyleOptionHeader& option, QPainter& painter, const QWidget* widget) const
{
    proxy()->drawControl(CE_HeaderSection, &option, &painter, widget);
    QStyleOptionHeader part = option;
    part.rect = proxy()->subElementRect(SE_HeaderLabel, &option, widget);
    proxy()->drawControl(CE_HeaderLabel, &part, &painter, widget);
    if (option.sortIndicator == QStyleOptionHeader::None) {
        return;
    }
    part.rect = proxy()->subElementRect(SE_HeaderArrow, &option, widget);
    proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, &painter, widget);
}

void TrailStyle::drawProgressBar(const QStyleOptionProgressBar& option, QPainter& painter, const QWidget* widget) const
{
    QStyleOptionProgressBar part = option;
    part.rect = proxy()->subElementRect(SE_ProgressBarGroove, &option, widget);
    proxy()->drawControl(CE_ProgressBarGroove, &part, &painter, widget);
    part.rect = proxy()->subElementRect(SE_ProgressBarContents, &option, widget);
    proxy()->drawControl(CE_ProgressBarContents, &part, &painter, widget);
    if (!option.textVisible) {
        return;
    }
    part.rect = proxy()->subElementRect(SE_ProgressBarLabel, &option, widget);
    proxy()->drawControl(CE_ProgressBarLabel, &part, &painter, widget);
}

void TrailStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto part = [&](SubControl which) { return proxy()->subControlRect(control, option, which, widget); };
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = as<QStyleOptionComboBox>(option)) {
            paintComboBox(*painter, *combo, part(SC_ComboBoxArrow));
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* spin = as<QStyleOptionSpinBox>(option)) {
            paintSpinBox(*painter, *spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = as<QStyleOptionSlider>(option)) {
            if (const QColor ground = groundBehind(widget); ground.isValid()) {
                painter->fillRect(option->rect, ground);
            }
            paintScrollBar(*painter, *bar, part(SC_ScrollBarSlider));
            return;
        }
        break;
    case CC_Slider:
        if (const auto* slider = as<QStyleOptionSlider>(option)) {
            paintSlider(*painter, *slider, part(SC_SliderGroove), part(SC_SliderHandle));
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto* button = as<QStyleOptionToolButton>(option)) {
            drawToolButton(*button, *painter, widget);
            return;
        }
        break;
    case CC_GroupBox:
        if (const auto* box = as<QStyleOptionGroupBox>(option)) {
            drawGroupBox(*box, *painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void TrailStyle::drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget) const
{
    paintToolButtonPanel(painter, option);
    const auto placed = [&](const QRect& rect) { return visualRect(option.direction, option.rect, rect); };
    const bool split = option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly;
    // An icon alone says enough ("more"); an arrow beside it would be a second sign for the same menu.
    const bool arrow = split || (hasText && option.features.testFlag(QStyleOptionToolButton::HasMenu));
    QRect label = option.rect;
    if (option.toolButtonStyle == Qt::ToolButtonTextUnderIcon) {
        label.adjust(0, toolButtonInset, 0, -space::xs);
    } else if (hasText) {
        label.adjust(toolButtonInset, 0, -toolButtonInset, 0);
    }
    if (arrow) {
        const QRect place(option.rect.right() - size::iconSmall - space::xs, option.rect.top(), size::iconSmall, option.rect.height());
        paintChevron(painter, placed(place), Qt::DownArrow, option.palette.color(QPalette::ButtonText));
        label.setRight(place.left());
    }
    QStyleOptionToolButton inner = option;
    inner.rect = placed(label);
    proxy()->drawControl(CE_ToolButtonLabel, &inner, &painter, widget);
}

void TrailStyle::drawGroupBox(const QStyleOptionGroupBox& option, QPainter& painter, const QWidget* widget) const
{
    const auto part = [&](SubControl which) { return proxy()->subControlRect(CC_GroupBox, &option, which, widget); };
    if (option.subControls.testFlag(SC_GroupBoxFrame) && !option.features.testFlag(QStyleOptionFrame::Flat)) {
        paintBox(painter, part(SC_GroupBoxFrame), { .edge = activePalette().line, .radius = radius::card });
    }
    if (option.subControls.testFlag(SC_GroupBoxCheckBox)) {
        QStyleOptionButton check;
        check.QStyleOption::operator=(option);
        check.rect = part(SC_GroupBoxCheckBox);
        proxy()->drawPrimitive(PE_IndicatorCheckBox, &check, &painter, widget);
    }
    if (option.text.isEmpty()) {
        return;
    }
    painter.save();
    painter.setFont(type::strong(painter.font()));
    proxy()->drawItemText(&painter, part(SC_GroupBoxLabel),
        static_cast<int>(visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextShowMnemonic, option.palette,
        option.state.testFlag(State_Enabled), option.text, QPalette::WindowText);
    painter.restore();
}

} // namespace waymark::ui
