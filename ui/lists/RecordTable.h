// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

#include <initializer_list>
#include <vector>

class QSortFilterProxyModel;

namespace waymark::ui {

/// A table of records, one a row, sorted by the column whose head is clicked. What can be done with the chosen rows are its actions, which
/// its context menu shows.
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

private:
    QSortFilterProxyModel& m_records;
};

} // namespace waymark::ui
