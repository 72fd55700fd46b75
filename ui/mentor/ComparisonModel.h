// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanCompare.h>

#include <QAbstractTableModel>

namespace waymark::ui {

/// What differs between two plans, a skill a row. Skills of which nothing differs are left out.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SkillColumn, MoveColumn, StatesColumn, ItemsColumn, EvidenceColumn, SignOffColumn, TimeColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const exchange::PlanComparison& comparison);
    [[nodiscard]] const exchange::ComparisonTotals& totals() const { return m_totals; }
    [[nodiscard]] QString totalsText() const; ///< in one line

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const exchange::SkillComparison& skill, int column);
    [[nodiscard]] static QVariant sortValue(const exchange::SkillComparison& skill, int column);

    std::vector<exchange::SkillComparison> m_rows;
    exchange::ComparisonTotals m_totals;
};

} // namespace waymark::ui
