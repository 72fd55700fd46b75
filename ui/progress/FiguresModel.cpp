// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FiguresModel.h>

#include <exchange/Csv.h>

#include <QDate>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QString exact(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::Double:
        return QString::number(value.toDouble(), 'g', 15);
    default:
        return value.toString();
    }
}

bool isOrdered(const std::vector<FigureRow>& rows, const std::vector<FigureRow>& wanted)
{
    QHash<QString, int> place;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        place.insert(wanted[i].key, static_cast<int>(i));
    }
    return std::is_sorted(
        rows.begin(), rows.end(), [&place](const FigureRow& a, const FigureRow& b) { return place.value(a.key) < place.value(b.key); });
}

} // namespace

QByteArray figuresCsv(const FigureTable& table)
{
    exchange::CsvRows rows { table.heads };
    for (const FigureRow& row : table.rows) {
        QStringList fields;
        for (const Figure& cell : row.cells) {
            fields.append(exact(cell.value));
        }
        rows.push_back(fields);
    }
    return exchange::toCsv(rows);
}

void FiguresModel::setTable(const FigureTable& table)
{
    if (table.name == m_table.name && table.heads == m_table.heads) {
        follow(table);
        return;
    }
    beginResetModel();
    m_table = table;
    endResetModel();
}

/// The rows of the same chart counted anew.
void FiguresModel::follow(const FigureTable& table)
{
    QSet<QString> wanted;
    for (const FigureRow& row : table.rows) {
        wanted.insert(row.key);
    }
    std::vector<FigureRow>& rows = m_table.rows;
    for (int i = static_cast<int>(rows.size()) - 1; i >= 0; --i) {
        if (!wanted.contains(rows[at(i)].key)) {
            beginRemoveRows({}, i, i);
            rows.erase(rows.begin() + i);
            endRemoveRows();
        }
    }
    if (!isOrdered(rows, table.rows)) { // another course: its rows are others under the same names
        beginResetModel();
        m_table = table;
        endResetModel();
        return;
    }
    for (int i = 0; i < static_cast<int>(table.rows.size()); ++i) {
        const FigureRow& row = table.rows[at(i)];
        if (i == static_cast<int>(rows.size()) || rows[at(i)].key != row.key) {
            beginInsertRows({}, i, i);
            rows.insert(rows.begin() + i, row);
            endInsertRows();
        } else if (rows[at(i)] != row) {
            rows[at(i)] = row;
            Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
        }
    }
}

int FiguresModel::rowOf(const QString& key) const
{
    const auto found = std::find_if(m_table.rows.begin(), m_table.rows.end(), [&key](const FigureRow& row) { return row.key == key; });
    return found == m_table.rows.end() ? -1 : static_cast<int>(found - m_table.rows.begin());
}

int FiguresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int FiguresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.heads.size());
}

/// A column of texts, dates among them, is read from its beginning; numbers stand under one another.
bool FiguresModel::isNumber(int column) const
{
    const auto hasNumber = [column](const FigureRow& row) {
        const int type = row.cells[at(column)].value.typeId();
        return type == QMetaType::Int || type == QMetaType::Double;
    };
    return std::any_of(m_table.rows.begin(), m_table.rows.end(), hasNumber);
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Figure& figure = m_table.rows[at(index.row())].cells[at(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return figure.text;
    case Qt::ToolTipRole: // Qt guesses rich text in a tooltip; escaped it cannot be mistaken
        return figure.text.isEmpty() ? QVariant() : u"<p>%1</p>"_s.arg(figure.text.toHtmlEscaped());
    case SortRole:
        return figure.value;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    default:
        return {};
    }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    }
    return role == Qt::DisplayRole ? QVariant(m_table.heads.at(section)) : QVariant();
}

} // namespace waymark::ui
