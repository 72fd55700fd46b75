// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/DaysOffModel.h>

#include <ui/theme/Theme.h>
#include <ui/words/PlanWords.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

DaysOffModel::DaysOffModel(session::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_rows(wanted())
{
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (changes.plan) {
            follow();
        }
    });
}

std::vector<DaysOffModel::Row> DaysOffModel::wanted() const
{
    std::vector<Row> rows;
    for (const auto& [id, off] : domain::daysOffInOrder(m_workspace.progress())) {
        rows.push_back({ id, off });
    }
    return rows;
}

/// What was changed goes and comes, as its place may be another one.
void DaysOffModel::follow()
{
    const std::vector<Row> rows = wanted();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::find(rows.begin(), rows.end(), m_rows[static_cast<std::size_t>(row)]) == rows.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row == m_rows.size() || m_rows[row] != rows[row]) {
            beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), rows[row]);
            endInsertRows();
        }
    }
}

int DaysOffModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int DaysOffModel::rowHolding(QDate first, QDate last) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [first, last](const Row& row) { return row.off.first <= first && last <= row.off.last; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<int> DaysOffModel::rowsOn(QDate day) const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).first <= day && day <= at(row).last) {
            rows.push_back(row);
        }
    }
    return rows;
}

int DaysOffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DaysOffModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DaysOffModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::DaysOff& off = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == DaysColumn ? PlanWords::days(off.first, off.last) : off.reason;
    case Qt::ToolTipRole: // Qt guesses rich text in a tooltip; escaped it cannot be mistaken
        return u"<p>%1</p>"_s.arg(PlanWords::daysOff(off).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return index.column() == DaysColumn ? tr("Off: %1", "days").arg(PlanWords::days(off.first, off.last)) : off.reason;
    case Qt::ForegroundRole: { // what has gone by stands back
        const QDate today = learning::learningDay(m_workspace.now(), m_workspace.zone());
        return off.last < today ? QVariant(activePalette().softText) : QVariant();
    }
    default:
        return {};
    }
}

QVariant DaysOffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == DaysColumn ? tr("Days") : section == ReasonColumn ? tr("Reason") : QVariant();
}

} // namespace waymark::ui
