// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <vector>

namespace waymark::support {

/// A view that believes what a model tells: it reads again just the rows that the model names. Where it differs from the model, the model
/// has changed something and has not said so.
class ModelMirror : public QObject
{
public:
    explicit ModelMirror(const QAbstractItemModel& model)
        : m_model(model)
    {
        const auto reread = [this] { m_root = read({}); };
        connect(&model, &QAbstractItemModel::modelReset, this, reread);
        connect(&model, &QAbstractItemModel::layoutChanged, this, reread);
        connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
            for (int row = first.row(); row <= last.row(); ++row) {
                node(first.parent()).rows[at(row)].cells = cells(row, first.parent());
            }
        });
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& parent, int first, int last) {
            for (int row = first; row <= last; ++row) {
                std::vector<Node>& rows = node(parent).rows;
                rows.insert(rows.begin() + row, readRow(row, parent));
            }
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex& parent, int first, int last) {
            std::vector<Node>& rows = node(parent).rows;
            rows.erase(rows.begin() + first, rows.begin() + last + 1);
        });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex& from, int first, int last, const QModelIndex& to, int before) {
                std::vector<Node>& rows = node(from).rows;
                const std::vector<Node> moved(rows.begin() + first, rows.begin() + last + 1);
                rows.erase(rows.begin() + first, rows.begin() + last + 1);
                const int place = from == to && before > last ? before - (last - first + 1) : before;
                std::vector<Node>& there = node(to).rows;
                there.insert(there.begin() + place, moved.begin(), moved.end());
            });
        reread();
    }

    [[nodiscard]] bool hasSeenRows() const { return m_hasSeenRows; } ///< ever

    /// The first line that differs, as the mirror and as the model have it; empty for none.
    [[nodiscard]] QString difference()
    {
        m_hasSeenRows = m_hasSeenRows || m_model.rowCount() > 0;
        return difference(m_root, read({}));
    }

private:
    struct Node
    {
        QStringList cells; ///< as shown and as read aloud
        std::vector<Node> rows;
    };

    [[nodiscard]] static std::size_t at(int row) { return static_cast<std::size_t>(row); }

    [[nodiscard]] QStringList cells(int row, const QModelIndex& parent) const
    {
        QStringList cells;
        for (int column = 0; column < m_model.columnCount(parent); ++column) {
            const QModelIndex index = m_model.index(row, column, parent);
            cells << index.data().toString() << index.data(Qt::AccessibleTextRole).toString();
        }
        return cells;
    }
    [[nodiscard]] Node readRow(int row, const QModelIndex& parent) const
    {
        Node made = read(m_model.index(row, 0, parent));
        made.cells = cells(row, parent);
        return made;
    }
    [[nodiscard]] Node read(const QModelIndex& parent) const
    {
        Node made;
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            made.rows.push_back(readRow(row, parent));
        }
        return made;
    }
    [[nodiscard]] Node& node(const QModelIndex& index) { return index.isValid() ? node(index.parent()).rows[at(index.row())] : m_root; }
    [[nodiscard]] static QString difference(const Node& seen, const Node& is)
    {
        const auto told = [](const QStringList& cells) { return cells.join(QStringLiteral(" | ")); };
        if (seen.cells != is.cells) {
            return told(seen.cells) + QStringLiteral("  is  ") + told(is.cells);
        }
        if (seen.rows.size() != is.rows.size()) {
            return QStringLiteral("%1 rows are %2 under %3").arg(seen.rows.size()).arg(is.rows.size()).arg(told(is.cells));
        }
        for (std::size_t row = 0; row < is.rows.size(); ++row) {
            if (const QString found = difference(seen.rows[row], is.rows[row]); !found.isEmpty()) {
                return found;
            }
        }
        return {};
    }

    const QAbstractItemModel& m_model;
    Node m_root;
    bool m_hasSeenRows = false;
};

} // namespace waymark::support
