// SPDX-License-Identifier: GPL-3.0-or-later
// The primitive elements of TrailStyle: panels and frames, then indicators.
#include <ui/theme/TrailStyle.h>

#include <ui/theme/Icons.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QPainter>

namespace waymark::ui {

namespace {

void paintViewFocus(QPainter& painter, const QStyleOption& option)
{
    const Palette& tokens = activePalette();
    const auto* focus = qstyleoption_cast<const QStyleOptionFocusRect*>(&option);
    // High contrast fills chosen rows with trail, where a trail ring could not be seen.
    const bool onTrail = focus != nullptr && focus->backgroundColor == tokens.trail;
    paintBox(painter, option.rect, { .edge = onTrail ? tokens.selectionText : tokens.trail, .edgeWidth = size::focusRing });
}

bool paintFramePrimitive(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    const Palette& tokens = activePalette();
    switch (element) {
    case QStyle::PE_FrameFocusRect:
        paintViewFocus(painter, option);
        return true;
    case QStyle::PE_Frame:
        paintFrame(painter, option, groundBehind(widget));
        return true;
    case QStyle::PE_FrameGroupBox:
        paintBox(painter, option.rect, { .edge = tokens.line, .radius = radius::card });
        return true;
    case QStyle::PE_FrameMenu:
        // Square: a menu is a window, and without a compositor its round corners would be black.
        paintBox(painter, option.rect, { .edge = tokens.controlLine, .radius = 0 });
        return true;
    case QStyle::PE_FrameTabBarBase:
        if (const auto* base = qstyleoption_cast<const QStyleOptionTabBarBase*>(&option)) {
            paintTabBase(painter, *base);
        }
        return true;
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameDefaultButton:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameButtonTool:
        return true;
    default:
        return false;
    }
}

bool paintPanelPrimitive(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    const Palette& tokens = activePalette();
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        if (button != nullptr) {
            paintButtonPanel(painter, *button, widget);
        }
        return button != nullptr;
    case QStyle::PE_PanelLineEdit:
        // A field inside a spin or combo box has no frame of its own.
        if (frame != nullptr && frame->lineWidth > 0) {
            paintField(painter, option, isOn(option, QStyle::State_ReadOnly));
        }
        return true;
    case QStyle::PE_PanelItemViewItem:
        if (item != nullptr) {
            paintRow(painter, *item);
        }
        return item != nullptr;
    case QStyle::PE_PanelItemViewRow:
        if (item != nullptr && item->features.testFlag(QStyleOptionViewItem::Alternate)) {
            painter.fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));
        }
        return true;
    case QStyle::PE_PanelMenu:
        painter.fillRect(option.rect, tokens.surface);
        return true;
    case QStyle::PE_PanelTipLabel:
        paintBox(painter, option.rect, { .fill = tokens.raised, .edge = tokens.controlLine, .radius = 0 });
        return true;
    case QStyle::PE_PanelMenuBar:
    case QStyle::PE_PanelScrollAreaCorner:
        return true;
    default:
        return false;
    }
}

bool paintArrow(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter)
{
    const QColor ink = activePalette().softText;
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        paintChevron(painter, option.rect, Qt::UpArrow, ink);
        return true;
    case QStyle::PE_IndicatorArrowDown:
        paintChevron(painter, option.rect, Qt::DownArrow, ink);
        return true;
    case QStyle::PE_IndicatorArrowLeft:
        paintChevron(painter, option.rect, Qt::LeftArrow, ink);
        return true;
    case QStyle::PE_IndicatorArrowRight:
        paintChevron(painter, option.rect, Qt::RightArrow, ink);
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option)) {
            // Qt says SortDown for ascending order; people read an arrow up as ascending.
            const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
            paintChevron(painter, option.rect, ascending ? Qt::UpArrow : Qt::DownArrow, ink);
        }
        return true;
    case QStyle::PE_IndicatorBranch:
        paintBranch(painter, option);
        return true;
    default:
        return false;
    }
}

bool paintIndicator(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter)
{
    const Palette& tokens = activePalette();
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
        paintCheckIndicator(painter, option, true);
        return true;
    case QStyle::PE_IndicatorItemViewItemCheck:
        paintCheckIndicator(painter, option, false);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paintRadioIndicator(painter, option);
        return true;
    case QStyle::PE_IndicatorTabClose:
        paintIcon(painter, option.rect.adjusted(2, 2, -2, -2), IconId::Close, tokens.softText);
        return true;
    case QStyle::PE_IndicatorToolBarSeparator: {
        const QRect rect = option.rect.adjusted(0, space::s, 0, -space::s);
        painter.fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), tokens.line);
        return true;
    }
    default:
        return false;
    }
}

} // namespace

void TrailStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool drawn = paintFramePrimitive(element, *option, *painter, widget) || paintPanelPrimitive(element, *option, *painter, widget)
        || paintArrow(element, *option, *painter) || paintIndicator(element, *option, *painter);
    if (!drawn) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace waymark::ui
