// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lists/WordsFilter.h>

#include <exchange/Cohort.h>

#include <QAbstractTableModel>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace waymark::ui {

/// The plans of a folder, one learner's a row, and the files in it that are no plan, each with why. Texts come from strangers: views
/// show them as plain text.
class PlanListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LearnerColumn, GoalColumn, ProgressColumn, HoursColumn, ReviewColumn, WaitingColumn, QuestionsColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        ShareRole, ///< of the skills that are done, 0 to 1, in ProgressColumn
    };

    explicit PlanListModel(QTimeZone zone, QObject* parent = nullptr);

    void setCohort(const exchange::Cohort& cohort);
    [[nodiscard]] const exchange::CohortPlan* planAt(int row) const; ///< null for a file that is no plan
    [[nodiscard]] QString fileAt(int row) const; ///< its name in the folder
    [[nodiscard]] QString textAt(int row) const; ///< learner, goal and file, as a search sees them
    [[nodiscard]] int planCount() const { return m_plans; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The learner's name, or what stands for one that has none.
    [[nodiscard]] static QString nameOf(const exchange::PlanSummary& plan);
    [[nodiscard]] QString dayOf(qint64 moment) const; ///< in short; empty for 0

private:
    struct Row
    {
        exchange::CohortPlan plan;
        std::optional<domain::Error> error;
    };

    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row& row, int column) const;
    [[nodiscard]] QString accessibleText(const Row& row, int column) const;
    [[nodiscard]] QVariant look(const Row& row, int column, int role) const;

    QTimeZone m_zone;
    std::vector<Row> m_rows;
    int m_plans = 0;
};

/// Those of the plans that a search and "waiting only" leave, sorted by a column; files that are no plan come last, whatever the order.
class PlanListFilter : public WordsFilter
{
    Q_OBJECT

public:
    explicit PlanListFilter(PlanListModel& model, QObject* parent = nullptr);

    void setWaitingOnly(bool only);
    [[nodiscard]] bool isWaitingOnly() const { return m_waitingOnly; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    PlanListModel& m_model;
    bool m_waitingOnly = false;
};

} // namespace waymark::ui
