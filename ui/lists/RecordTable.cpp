// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/RecordTable.h>

#include <ui/theme/Tokens.h>

#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace waymark::ui {

RecordTable::RecordTable(const QString& id, const QString& name, QSortFilterProxyModel& records, QWidget* parent)
    : QTreeView(parent)
    , m_records(records)
{
    setObjectName(id);
    setAccessibleName(name);
    setModel(&m_records);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setSortingEnabled(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
}

void RecordTable::setColumnWidths(std::initializer_list<int> characters)
{
    const int character = fontMetrics().averageCharWidth();
    int column = 0;
    for (const int width : characters) {
        if (width == 0) {
            header()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            header()->resizeSection(column, width * character + space::l);
        }
        ++column;
    }
}

void RecordTable::goToFirst()
{
    setCurrentIndex(m_records.index(0, 0));
}

void RecordTable::begin()
{
    if (!selectionModel()->hasSelection() && m_records.rowCount() > 0) { // with the focus comes a current row that is not chosen
        setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_records.index(0, 0));
    }
}

std::vector<int> RecordTable::chosen() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<int> chosen;
    std::ranges::transform(
        rows, std::back_inserter(chosen), [this](const QModelIndex& index) { return m_records.mapToSource(index).row(); });
    return chosen;
}

} // namespace waymark::ui
