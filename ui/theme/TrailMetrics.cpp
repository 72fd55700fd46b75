// SPDX-License-Identifier: GPL-3.0-or-later
// The half of TrailStyle that measures: where parts lie and how much room they ask for.
#include <ui/theme/TrailStyle.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QAbstractSpinBox>
#include <QCalendarWidget>
#include <QGuiApplication>

namespace waymark::ui {

namespace {

constexpr int fieldPadding = 6; ///< beside the two pixels a line edit keeps by itself
constexpr int stepWidth = 22; ///< the arrows of a spin box
constexpr int arrowWidth = 28; ///< the arrow of a combo box
constexpr int leastHandle = 32; ///< of a scroll bar, along its length
constexpr int chipHeight = 28;
constexpr int leastButton = 72;
constexpr int leastQuiet = 24; // to be hit
constexpr int quietPadding = size::focusRing + space::xs; // between the ring and the words

int controlHeight(const QStyleOption& option)
{
    return std::max(size::control, option.fontMetrics.height() + space::m);
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const qint64 range = static_cast<qint64>(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0) {
        const qint64 share = static_cast<qint64>(option.pageStep) * length / (range + option.pageStep);
        handle = std::min(length, std::max(leastHandle, static_cast<int>(share)));
    }
    const int start
        = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto stretch = [&](int from, int extent) {
        const QRect along = horizontal ? QRect(option.rect.left() + from, option.rect.top(), extent, option.rect.height())
                                       : QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), extent);
        return QStyle::visualRect(option.direction, option.rect, along);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return stretch(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return stretch(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return stretch(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part)
{
    const QRect all = option.rect;
    QRect rect = all;
    if (part == QStyle::SC_ComboBoxArrow) {
        rect.setLeft(all.right() - arrowWidth + 1);
    } else if (part == QStyle::SC_ComboBoxEditField) {
        rect = all.adjusted(fieldPadding, 2, -arrowWidth, -2);
    }
    return QStyle::visualRect(option.direction, all, rect);
}

QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part)
{
    const QRect all = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const QRect steps(all.right() - stepWidth - 1, all.top() + 3, stepWidth, all.height() - 6);
    QRect rect = all;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        rect = buttons ? steps.adjusted(0, 0, 0, -steps.height() / 2) : QRect();
        break;
    case QStyle::SC_SpinBoxDown:
        rect = buttons ? steps.adjusted(0, steps.height() / 2, 0, 0) : QRect();
        break;
    case QStyle::SC_SpinBoxEditField:
        rect = all.adjusted(fieldPadding, 2, buttons ? -stepWidth - 4 : -fieldPadding, -2);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, all, rect);
}

/// The title stands above the frame, at its reading edge.
QRect groupBoxPart(const QStyleOptionGroupBox& option, QStyle::SubControl part)
{
    const QRect all = option.rect;
    const bool checkable = option.subControls.testFlag(QStyle::SC_GroupBoxCheckBox);
    const int title
        = option.text.isEmpty() && !checkable ? 0 : std::max(checkable ? size::indicator : 0, option.fontMetrics.height()) + space::s;
    const int indent = checkable ? size::indicator + space::s : 0;
    QRect rect = all;
    switch (part) {
    case QStyle::SC_GroupBoxFrame:
    case QStyle::SC_GroupBoxContents:
        rect.setTop(all.top() + title);
        break;
    case QStyle::SC_GroupBoxCheckBox:
        rect = QRect(all.left(), all.top() + (title - space::s - size::indicator) / 2, size::indicator, size::indicator);
        break;
    case QStyle::SC_GroupBoxLabel:
        rect = QRect(all.left() + indent, all.top(), all.width() - indent, title - space::s);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, all, rect);
}

QRect headerPart(const QStyleOptionHeader& option, bool arrow)
{
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    QRect rect = option.rect.adjusted(space::s, 0, -space::s, 0);
    if (arrow) {
        rect = QRect(rect.right() - space::m + 1, rect.top(), space::m, rect.height());
    } else if (sorted) {
        rect.setRight(rect.right() - space::m - space::xs);
    }
    return QStyle::visualRect(option.direction, option.rect, rect);
}

QSize toolButtonSize(const QStyleOptionToolButton& option, const QSize& contents)
{
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool arrow = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    int width = contents.width() + space::m;
    if (option.toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
        width += space::s;
    }
    // Qt adds the arrow of a split button on its own, but of no other.
    if (arrow && hasText) {
        width += option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup) ? space::xs : space::l;
    }
    return { width, contents.height() + space::m };
}

QSize buttonSize(const QStyleOptionButton& option, const QSize& contents, const QWidget* widget)
{
    const ButtonKind kind = buttonKind(widget);
    const bool chip = kind == ButtonKind::Chip;
    const bool quiet = kind == ButtonKind::Quiet; // without an edge room beside its words would be an indent
    int width = contents.width() + 2 * (chip ? space::m : quiet ? quietPadding : space::l);
    // Qt leaves 4 pixels between icon and text; a menu's arrow it does not count at all.
    if (!option.icon.isNull() && !option.text.isEmpty()) {
        width += space::xs;
    }
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        width += size::iconSmall;
    }
    if (chip) {
        return { width, std::max(chipHeight, option.fontMetrics.height() + space::s) };
    }
    const bool iconOnly = option.text.isEmpty();
    return { iconOnly ? controlHeight(option) : std::max(width, quiet ? leastQuiet : leastButton), controlHeight(option) };
}

} // namespace

QRect TrailStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
            const int padding = frame->lineWidth > 0 ? fieldPadding : 0;
            return option->rect.adjusted(padding, 0, -padding, 0);
        }
        break;
    case SE_ItemViewItemFocusRect:
        return option->rect.adjusted(0, 1, 0, -1);
    case SE_HeaderArrow:
    case SE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            return headerPart(*header, element == SE_HeaderArrow);
        }
        break;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
    case SE_ProgressBarLabel:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            return progressPart(*bar, element == SE_ProgressBarLabel);
        }
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect TrailStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl subControl, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return scrollBarPart(*bar, subControl);
        }
    } else if (control == CC_ComboBox && subControl != SC_ComboBoxListBoxPopup) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            return comboBoxPart(*combo, subControl);
        }
    } else if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            return spinBoxPart(*spin, subControl);
        }
    } else if (control == CC_GroupBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionGroupBox*>(option)) {
            return groupBoxPart(*box, subControl);
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize TrailStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    if (option == nullptr) {
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            return buttonSize(*button, contents, widget);
        }
        break;
    case CT_LineEdit:
        return { contents.width() + 2 * fieldPadding, std::max(controlHeight(*option), contents.height()) };
    case CT_ComboBox:
        return { contents.width() + fieldPadding + arrowWidth + space::xs, controlHeight(*option) };
    case CT_SpinBox:
        return { contents.width() + 2 * fieldPadding + stepWidth + space::xs, controlHeight(*option) };
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            return toolButtonSize(*button, contents);
        }
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            return menuItemSize(*item, contents);
        }
        break;
    case CT_MenuBarItem:
        return contents + QSize(2 * space::s + 2, space::s + 2);
    case CT_ItemViewItem:
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return { base.width() + space::xs, std::max(size::row, base.height()) };
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int TrailStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    // Two pixels, so that the corners of a square viewport stay inside the round frame and the ring has room.
    case PM_DefaultFrameWidth:
        return 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return size::indicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::s;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return size::icon;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return size::iconSmall + 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ScrollBarExtent:
        return size::scrollBar;
    case PM_ScrollBarSliderMin:
        return leastHandle;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
    case PM_MenuBarItemSpacing:
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing:
        return space::xs;
    case PM_TabBarTabHSpace:
        return 2 * space::m;
    case PM_TabBarTabVSpace:
        return space::l;
    case PM_FocusFrameHMargin:
        return fieldPadding;
    case PM_SplitterWidth:
        return 5;
    case PM_MenuButtonIndicator:
        return space::l;
    case PM_HeaderMargin:
        return space::s;
    case PM_ToolTipLabelFrameWidth:
        return fieldPadding;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::m;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TrailStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_AllowActiveAndDisabled: // an entry that is off says why
        return 1;
    case SH_Slider_AbsoluteSetButtons:
        return static_cast<int>(Qt::LeftButton);
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Table_GridLineColor:
        return static_cast<int>(activePalette().line.rgba());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon TrailStyle::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const
{
    // The bar of a calendar lies on the selection's colour. Qt means the left and right of the screen.
    const Tone arrowTone = qobject_cast<const QCalendarWidget*>(widget) != nullptr ? Tone::SelectionText : Tone::Text;
    const bool mirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    switch (pixmap) {
    case SP_ArrowLeft:
        return icon(mirrored ? IconId::ChevronRight : IconId::ChevronLeft, arrowTone);
    case SP_ArrowRight:
        return icon(mirrored ? IconId::ChevronLeft : IconId::ChevronRight, arrowTone);
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return icon(IconId::Close, Tone::SoftText);
    case SP_MessageBoxInformation:
        return icon(IconId::Info, Tone::Trail);
    case SP_MessageBoxQuestion:
        return icon(IconId::Help, Tone::Trail);
    case SP_MessageBoxWarning:
        return icon(IconId::Warning, Tone::Mark);
    case SP_MessageBoxCritical:
        return icon(IconId::Warning, Tone::Danger);
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton:
        return icon(IconId::More);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace waymark::ui
