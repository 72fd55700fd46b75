// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/RecordTable.h>

#include <ui/theme/Tokens.h>

#include <QActionEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RecordTable::RecordTable(const QString& id, const QString& name, QSortFilterProxyModel& records, QWidget* parent)
    : QTreeView(parent)
    , m_records(records)
    , m_sorting(new QMenu(tr("Sort by", "a column of the table"), this))
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
    m_sorting->setObjectName(id + u".sort"_s);
    connect(m_sorting, &QMenu::aboutToShow, this, &RecordTable::fillSorting);
    addAction(m_sorting->menuAction());
}

/// What can be done with the rows stands before the sorting, whenever it was added.
void RecordTable::actionEvent(QActionEvent* event)
{
    QTreeView::actionEvent(event);
    QAction* sorting = m_sorting->menuAction();
    if (event->type() == QEvent::ActionAdded && event->action() != sorting && actions().contains(sorting)) {
        removeAction(sorting);
        addAction(sorting);
    }
}

/// The heads as they are now: a table may show another chart.
void RecordTable::fillSorting()
{
    m_sorting->clear();
    for (int column = 0; column < m_records.columnCount(); ++column) {
        QString head = m_records.headerData(column, Qt::Horizontal).toString();
        if (head.isEmpty() || isColumnHidden(column)) {
            continue;
        }
        QAction* action = m_sorting->addAction(head.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(header()->sortIndicatorSection() == column);
        connect(action, &QAction::triggered, this, [this, column] { sortAnew(column); });
    }
}

/// As a click on the head: by the same column the other way round.
void RecordTable::sortAnew(int column)
{
    const bool isSame = header()->sortIndicatorSection() == column;
    const bool isUp = isSame && header()->sortIndicatorOrder() == Qt::AscendingOrder;
    sortByColumn(column, isUp ? Qt::DescendingOrder : Qt::AscendingOrder);
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
