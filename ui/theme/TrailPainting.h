// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Tokens.h>

#include <QStyleOption>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

/// What TrailStyle and own widgets paint with: free functions over style options, without state of their own.
namespace waymark::ui {

struct Box
{
    QColor fill = {}; ///< invalid: not filled
    QColor edge = {}; ///< invalid: no edge
    double edgeWidth = size::line;
    double radius = radius::control;
};

/// A rounded box whose edge lies wholly inside `rect`, sharp on whole device pixels.
void paintBox(QPainter& painter, const QRectF& rect, const Box& box);
/// What a bar of progress or a slider runs along: told from the bar by more than its colour, which high contrast makes as dark.
void paintTrack(QPainter& painter, const QRectF& rect);
/// The trail ring of keyboard focus, inside `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, double radius = radius::control);
void paintChevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction, const QColor& colour);

[[nodiscard]] bool isOn(const QStyleOption& option, QStyle::StateFlag flag);
/// Focus shows however it came, by key or by click.
[[nodiscard]] bool showsFocus(const QStyleOption& option);

// Buttons and indicators
void paintButtonPanel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
void paintButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
void paintToolButtonPanel(QPainter& painter, const QStyleOptionToolButton& option);
void paintCheckIndicator(QPainter& painter, const QStyleOption& option, bool focusRing);
void paintRadioIndicator(QPainter& painter, const QStyleOption& option);

// Fields
/// What the contents of the scroll area around `widget` lie on; invalid when they let their parent through.
[[nodiscard]] QColor groundBehind(const QWidget* widget);
void paintField(QPainter& painter, const QStyleOption& option, bool readOnly);
/// An invalid ground is not filled.
void paintFrame(QPainter& painter, const QStyleOption& option, const QColor& ground);
void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow);
void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down);

void paintSplitter(QPainter& painter, const QStyleOption& option);
void paintSeparator(QPainter& painter, const QStyleOptionFrame& option);

// Menus
void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option);
void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& option);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem& option, QSize contents);

// Bars, tabs, headers and rows
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle);
void paintSlider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle);
void paintProgressGroove(QPainter& painter, const QStyleOption& option);
/// Where the bar lies, or its words, behind it, where `label`.
[[nodiscard]] QRect progressPart(const QStyleOptionProgressBar& option, bool label);
void paintProgressLabel(QPainter& painter, const QStyleOptionProgressBar& option);
void paintProgressContents(QPainter& painter, const QStyleOptionProgressBar& option);
void paintTab(QPainter& painter, const QStyleOptionTab& option);
void paintTabBase(QPainter& painter, const QStyleOptionTabBarBase& option);
void paintHeaderSection(QPainter& painter, const QStyleOption& option);
void paintRow(QPainter& painter, const QStyleOptionViewItem& option);
void paintBranch(QPainter& painter, const QStyleOption& option);

} // namespace waymark::ui
