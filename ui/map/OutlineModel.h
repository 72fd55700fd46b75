// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>

#include <session/Workspace.h>

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace waymark::ui {

/// The map as a tree: areas, and in each its skills in course order. It holds indices into the course, reads values from the
/// Workspace, and says row by row what an edit has changed; only another course resets it.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, StateColumn, LevelColumn, HoursColumn, ItemsColumn, ColumnCount };
    enum Role { SkillRole = Qt::UserRole }; ///< index of the skill in the course, -1 for an area

    explicit OutlineModel(session::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex indexOfSkill(int skill, int column = TitleColumn) const;
    [[nodiscard]] int skillAt(const QModelIndex& index) const; ///< -1 for an area

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place
    {
        int area = 0;
        int row = 0;
    };

    void load();
    void follow(const session::Changes& changes);
    [[nodiscard]] QVariant ofArea(int area, int column, int role) const;
    [[nodiscard]] QVariant ofSkill(int skill, int column, int role) const;
    [[nodiscard]] QString textOfSkill(const domain::Skill& skill, int column) const;

    session::Workspace& m_workspace;
    std::vector<std::vector<int>> m_skills; ///< by area
    std::vector<Place> m_places; ///< by skill
};

/// Leaves out what the map's filter leaves out, and areas of which nothing is left.
class OutlineFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    OutlineFilter(const session::Workspace& workspace, OutlineModel& model, QObject* parent = nullptr);

    void setFilter(const MapFilter& filter);
    void refresh(); ///< after an edit: what has another state may come or go

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const session::Workspace& m_workspace;
    OutlineModel& m_model;
    MapFilter m_filter;
    std::vector<char> m_leftOut;
};

} // namespace waymark::ui
