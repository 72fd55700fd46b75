// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/map/MapActions.h>
#include <ui/map/MapLight.h>

#include <session/MapLayoutTask.h>
#include <session/Workspace.h>

class QBoxLayout;
class QStackedWidget;

namespace waymark::ui {

class FilterChips;
class FilterMenu;
class Inspector;
class MapCanvas;
class MapPane;
class MapSearch;
class OutlineView;

/// The map as a page: canvas or outline, with search, filter and the details of the chosen skill. It lays the course out off the window's
/// thread, keeps the chosen skill the same everywhere, and routes actions; it paints nothing.
class MapPage : public Page
{
    Q_OBJECT

public:
    explicit MapPage(session::Workspace& workspace, QWidget* parent = nullptr);
    ~MapPage() override;

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;
    [[nodiscard]] QVariantMap view() const override;
    void restoreView(const QVariantMap& view) override;
    [[nodiscard]] QWidget* searchField() override;
    [[nodiscard]] QString currentSkill() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeHeader(QBoxLayout* column);
    void bindActions();
    void bindSelection();
    void makeOutline();
    void requestLayout();
    void layoutArrived(const session::MapLayoutTask::Layout& layout);
    void follow(const session::Changes& changes);
    void choose(const QString& skill);
    void reveal(const QString& skill);
    void showMenu(const QPoint& globalPosition);
    void setFilter(const MapFilter& filter);
    void filterOutlineByText();
    void showOutline(bool outline);
    void placeInspector();
    [[nodiscard]] QString idOf(int index) const; ///< empty for -1
    [[nodiscard]] int indexOf(const QString& skill) const;

    session::Workspace& m_workspace;
    session::MapLayoutTask m_layout;
    MapActions m_actions;
    QString m_skill; ///< the chosen one; empty for none
    bool m_wantsReveal = false; ///< as soon as there is a map

    MapPane* m_pane = nullptr;
    OutlineView* m_outline = nullptr; ///< null until it is first shown
    QStackedWidget* m_stack = nullptr;
    Inspector* m_inspector = nullptr;
    MapSearch* m_search = nullptr;
    FilterMenu* m_filters = nullptr;
    FilterChips* m_chips = nullptr;
    QBoxLayout* m_column = nullptr;
};

} // namespace waymark::ui
