// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace waymark::domain {

using MapIndex = std::uint32_t;

/// Lists of indices, one a row, in a single block of memory: the neighbours of nodes, the nodes of bands.
/// Private to the map layout; a value, never changed after construction.
class MapRows
{
public:
    MapRows() = default;

    /// Item i goes to the row `rowOf[i]`; the order of items within a row is kept.
    MapRows(std::size_t rowCount, std::span<const MapIndex> rowOf, std::span<const MapIndex> items)
        : m_first(rowCount + 1, 0)
        , m_items(items.size())
    {
        for (const MapIndex row : rowOf)
            ++m_first[row + 1];
        for (std::size_t row = 0; row < rowCount; ++row)
            m_first[row + 1] += m_first[row];
        std::vector<MapIndex> next(m_first.begin(), m_first.end() - 1);
        for (std::size_t i = 0; i < items.size(); ++i)
            m_items[next[rowOf[i]]++] = items[i];
    }

    [[nodiscard]] std::size_t size() const { return m_first.size() - 1; }

    [[nodiscard]] std::span<const MapIndex> operator[](std::size_t row) const
    {
        return { m_items.data() + m_first[row], m_items.data() + m_first[row + 1] };
    }

private:
    std::vector<MapIndex> m_first { 0 };
    std::vector<MapIndex> m_items;
};

} // namespace waymark::domain
