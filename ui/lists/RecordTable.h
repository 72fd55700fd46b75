// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

#include <initializer_list>
#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
class QSortFilterProxyModel;
QT_END_NAMESPACE

namespace waymark::ui {

/// A table of records, one a row, sorted by the column whose head is clicked. What can be done with the chosen rows are its actions, which
/// its context menu shows, and behind them the columns to sort by: heads take no key.
class RecordTable : public QTreeView
{
    Q_OBJECT

public:
    /// `id` is its objectName, `name` for a screen reader. `records` outlives it.
    RecordTable(const QString& id, const QString& name, QSortFilterProxyModel& records, QWidget* parent);

    /// In characters, a number for each column; those with 0 share what the others leave.
    void setColumnWidths(std::initializer_list<int> characters);
    void goToFirst(); ///< the first row becomes the current one
    void begin(); ///< chooses the current row, or the first, where none is chosen
    /// The chosen rows of the model behind the filter, in the order of the table.
    [[nodiscard]] std::vector<int> chosen() const;

protected:
    void actionEvent(QActionEvent* event) override;

private:
    void fillSorting();
    void sortAnew(int column);

    QSortFilterProxyModel& m_records;
    QMenu* m_sorting; ///< named after the table: "plans.list.sort"
};

} // namespace waymark::ui
