// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapGridIndex.h>

#include <algorithm>
#include <numeric>

namespace waymark::ui {

namespace {

std::vector<int> upTo(std::size_t count)
{
    std::vector<int> indices(count);
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

} // namespace

MapGridIndex::MapGridIndex(const QRectF& bounds, const std::vector<QRectF>& boxes)
    : MapGridIndex(bounds, boxes, upTo(boxes.size()), static_cast<int>(boxes.size()))
{
}

MapGridIndex::MapGridIndex(const QRectF& bounds, const std::vector<QRectF>& boxes, const std::vector<int>& owners, int count)
    : m_bounds(bounds)
    , m_columns(static_cast<int>(bounds.width() / cellSize) + 1)
    , m_rows(static_cast<int>(bounds.height() / cellSize) + 1)
    , m_seen(static_cast<std::size_t>(count), 0)
{
    const auto forEachCell = [this](const QRectF& box, auto&& use) {
        const Cells cells = cellsOf(box);
        for (int row = cells.top; row <= cells.bottom; ++row) {
            for (int column = cells.left; column <= cells.right; ++column) {
                use(cellAt(row, column));
            }
        }
    };
    m_starts.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const QRectF& box : boxes) {
        forEachCell(box, [this](std::size_t cell) { ++m_starts[cell + 1]; });
    }
    for (std::size_t cell = 1; cell < m_starts.size(); ++cell) {
        m_starts[cell] += m_starts[cell - 1];
    }
    m_indices.resize(static_cast<std::size_t>(m_starts.back()));
    std::vector<int> next(m_starts.begin(), m_starts.end() - 1);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        forEachCell(boxes[i], [&](std::size_t cell) { m_indices[static_cast<std::size_t>(next[cell]++)] = owners[i]; });
    }
}

MapGridIndex::Cells MapGridIndex::cellsOf(const QRectF& area) const
{
    const auto column = [this](double x) { return std::clamp(static_cast<int>((x - m_bounds.left()) / cellSize), 0, m_columns - 1); };
    const auto row = [this](double y) { return std::clamp(static_cast<int>((y - m_bounds.top()) / cellSize), 0, m_rows - 1); };
    return { column(area.left()), row(area.top()), column(area.right()), row(area.bottom()) };
}

} // namespace waymark::ui
