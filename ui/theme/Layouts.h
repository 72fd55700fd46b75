// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLayout;
class QScrollArea;
class QVBoxLayout;
class QWidget;
QT_END_NAMESPACE

namespace waymark::ui {

/// A layout of `widget` without margins of its own.
QVBoxLayout* bareColumn(QWidget* widget, int spacing = 0);
QHBoxLayout* bareRow(QWidget* widget, int spacing = 0);

/// The layout of `widget` stands still while this lives and is made once at its end. Otherwise each part of a visible widget that comes or
/// goes makes Qt lay out the whole widget at once.
class LayoutPause
{
public:
    explicit LayoutPause(const QWidget& widget); ///< which has a layout and outlives this
    ~LayoutPause();
    LayoutPause(const LayoutPause&) = delete;
    LayoutPause& operator=(const LayoutPause&) = delete;

private:
    QLayout& m_layout;
};

/// A row that keeps `content` in the middle, at most `widest` pixels wide.
[[nodiscard]] QHBoxLayout* centredRow(QWidget* content, int widest);

/// The same as a widget that is as large as there is room.
[[nodiscard]] QWidget* centred(QWidget* content, int widest, const QMargins& margins = {});

/// An area without a frame in which `content` scrolls.
[[nodiscard]] QScrollArea* scrollable(QWidget* content, QWidget* parent = nullptr);

/// The same for a column inside of a panel: it scrolls up and down alone, takes no focus itself, and the ground of the panel shows through.
[[nodiscard]] QScrollArea* scrollableColumn(QWidget* content, QWidget* parent = nullptr);

} // namespace waymark::ui
