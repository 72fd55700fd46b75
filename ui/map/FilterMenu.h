// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>

#include <session/Workspace.h>

#include <QMenu>
#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace waymark::ui {

class TextLabel;

/// Chooses what the map shows: areas, levels, states and one milestone, each in a menu of its own that stays open while one ticks.
class FilterMenu : public QMenu
{
    Q_OBJECT

public:
    explicit FilterMenu(const session::Workspace& workspace, QWidget* parent = nullptr);

    /// Makes the entries of the course anew.
    void reload();
    [[nodiscard]] const MapFilter& filter() const { return m_filter; }
    void setFilter(const MapFilter& filter);

Q_SIGNALS:
    void filterChanged(const waymark::ui::MapFilter& filter);

private:
    QMenu* addSubmenu(const QString& title, const char* id);
    /// An entry that is ticked while `isOn` says so and calls `turn` when a person turns it.
    void addEntry(QMenu* menu, const QString& text, const QString& id, std::function<bool(const MapFilter&)> isOn,
        std::function<void(MapFilter&, bool)> turn);
    void addLevels();
    void addStates();
    void addCourseEntries();
    void followFilter();

    const session::Workspace& m_workspace;
    MapFilter m_filter;
    QMenu* m_areas;
    QMenu* m_milestones;
    std::vector<std::pair<QAction*, std::function<bool(const MapFilter&)>>> m_entries;
};

/// What is set in a filter, in words; a press takes one kind out again. Not seen while nothing is set.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(const session::Workspace& workspace, QWidget* parent = nullptr);

    void setFilter(const MapFilter& filter);
    void refresh(); ///< after an edit: how many skills the filter lets through

Q_SIGNALS:
    void filterChanged(const waymark::ui::MapFilter& filter);

private:
    void clear();
    void addChips();
    void addChip(const QString& id, const QString& text, const MapFilter& without);

    const session::Workspace& m_workspace;
    MapFilter m_filter;
    QHBoxLayout* m_row;
    TextLabel* m_count;
};

} // namespace waymark::ui
