// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/ChartContent.h>

#include <QAbstractTableModel>
#include <QByteArray>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace waymark::ui {

/// A cell: what is shown, and the exact value behind it, by which rows are sorted and which goes out as CSV. A value is a date, a number, a
/// text, or invalid for an empty cell.
struct Figure
{
    QString text;
    QVariant value;

    bool operator==(const Figure&) const = default;
};

struct FigureRow
{
    QString key; ///< by which the row is known again when the figures are counted anew
    std::vector<Figure> cells; ///< one for each head
    QString sentence; ///< the row in words
    std::optional<ChartSpot> spot {}; ///< where the chart shows it

    bool operator==(const FigureRow&) const = default;
};

/// The figures of a chart. Keys differ from one another.
struct FigureTable
{
    QString name; ///< for a screen reader
    QStringList heads;
    std::vector<FigureRow> rows;

    bool operator==(const FigureTable&) const = default;
};

/// Heads and values as CSV, guarded as exchange/Csv.h does it: dates as in ISO 8601, numbers with a point.
[[nodiscard]] QByteArray figuresCsv(const FigureTable& table);

/// The figures of a chart as a model. Rows keep their place while figures of the same chart are counted anew; only another chart resets it.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const FigureTable& table);
    [[nodiscard]] const FigureTable& table() const { return m_table; }
    [[nodiscard]] int rowOf(const QString& key) const; ///< -1 for none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow(const FigureTable& table);
    [[nodiscard]] bool isNumber(int column) const;

    FigureTable m_table;
};

} // namespace waymark::ui
