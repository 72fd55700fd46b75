// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <vector>

namespace waymark::ui {

/// Which of many rectangles meet a given one: a uniform grid of cells with the indices of what reaches into each, in two flat
/// arrays. Built once, never changed.
class MapGridIndex
{
public:
    MapGridIndex() = default;
    MapGridIndex(const QRectF& bounds, const std::vector<QRectF>& boxes);
    /// Several boxes may belong to one thing, so that a long curve is not found in the empty corners of its bounds: `owners` has the
    /// index of the thing, 0 to `count` - 1, for each box.
    MapGridIndex(const QRectF& bounds, const std::vector<QRectF>& boxes, const std::vector<int>& owners, int count);

    /// Calls `visit(index)` once for everything that shares a cell with `area`, in ascending order within a cell.
    template <class Visit> void query(const QRectF& area, Visit visit) const
    {
        if (m_starts.empty()) {
            return;
        }
        const Cells cells = cellsOf(area);
        ++m_tick;
        for (int row = cells.top; row <= cells.bottom; ++row) {
            for (int column = cells.left; column <= cells.right; ++column) {
                const std::size_t cell = cellAt(row, column);
                for (int at = m_starts[cell]; at < m_starts[cell + 1]; ++at) {
                    const int index = m_indices[static_cast<std::size_t>(at)];
                    if (m_seen[static_cast<std::size_t>(index)] != m_tick) {
                        m_seen[static_cast<std::size_t>(index)] = m_tick;
                        visit(index);
                    }
                }
            }
        }
    }

private:
    static constexpr double cellSize = 512;

    struct Cells
    {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
    };
    [[nodiscard]] Cells cellsOf(const QRectF& area) const;
    [[nodiscard]] std::size_t cellAt(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }

    QRectF m_bounds;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<int> m_starts; ///< by cell, one more than there are cells
    std::vector<int> m_indices; ///< cell after cell
    mutable std::vector<unsigned> m_seen;
    mutable unsigned m_tick = 0;
};

} // namespace waymark::ui
