// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QAbstractTableModel>

#include <vector>

namespace waymark::ui {

/// The days off by their first day. It holds their ids and follows an edit row by row.
class DaysOffModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DaysColumn, ReasonColumn, ColumnCount };

    explicit DaysOffModel(session::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] QString idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    [[nodiscard]] int rowOf(const QString& id) const; ///< -1 for none
    [[nodiscard]] int rowHolding(QDate first, QDate last) const; ///< of the first days off that hold all these days; -1 for none
    [[nodiscard]] std::vector<int> rowsOn(QDate day) const; ///< of all days off that hold it, ascending
    [[nodiscard]] const domain::DaysOff& at(int row) const { return m_rows[static_cast<std::size_t>(row)].off; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString id;
        domain::DaysOff off;

        bool operator==(const Row&) const = default;
    };

    [[nodiscard]] std::vector<Row> wanted() const;
    void follow();

    session::Workspace& m_workspace;
    std::vector<Row> m_rows;
};

} // namespace waymark::ui
