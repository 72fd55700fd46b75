// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/plan/ScheduleRows.h>

#include <QAbstractTableModel>

namespace waymark::ui {

/// The schedule as lines. It holds ids and days and reads names from the Workspace; another plan moves, adds and removes just the lines
/// that differ. Lines that are no skill can be neither chosen nor moved.
class ScheduleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SkillColumn, AreaColumn, WhenColumn, HoursColumn, NoteColumn, ColumnCount };
    enum Role { KindRole = Qt::UserRole };

    explicit ScheduleModel(session::Workspace& workspace, QObject* parent = nullptr);

    void setRows(const std::vector<ScheduleRow>& rows);
    void forget(); ///< all of it, as the ids of another course mean nothing
    [[nodiscard]] const ScheduleRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] bool isSkill(int row) const { return row >= 0 && row < rowCount() && at(row).kind == ScheduleRow::Kind::Skill; }
    [[nodiscard]] int rowOf(const QString& skill) const; ///< -1 for none
    /// The skill of the first line from `row` on; empty for none.
    [[nodiscard]] QString skillFrom(int row) const;
    [[nodiscard]] QString skillAbove(int row) const; ///< of the nearest line before it; empty for none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void placed(); ///< by setRows(): all lines are where they belong

private:
    void bring(int row, const std::vector<ScheduleRow>& wanted);
    void move(int from, int to);
    [[nodiscard]] int find(const ScheduleRow& wanted, int from) const;
    [[nodiscard]] QString text(const ScheduleRow& row, int column) const;
    [[nodiscard]] QString skillText(const ScheduleRow& row, int column) const;
    [[nodiscard]] QString note(const ScheduleRow& row) const;
    [[nodiscard]] QString accessibleText(const ScheduleRow& row, int column) const;
    [[nodiscard]] QStringList linesAround(int row) const; ///< those above it and its units, which the keys pass over
    [[nodiscard]] QVariant decoration(const ScheduleRow& row, int column) const;
    [[nodiscard]] QString titleOf(const QString& skill) const;

    session::Workspace& m_workspace;
    std::vector<ScheduleRow> m_rows;
};

} // namespace waymark::ui
