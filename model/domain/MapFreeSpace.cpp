// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapFreeSpace.h>

#include <domain/MapLayering.h>
#include <domain/MapLayout.h>

#include <algorithm>
#include <cmath>

namespace waymark::domain {

namespace {

constexpr double clearance = 3;
constexpr double trackPitch = 3;

std::uint64_t keyOf(MapIndex column, double y)
{
    return (std::uint64_t(column) << 32) | static_cast<std::uint32_t>(std::lround(y));
}

} // namespace

MapFreeSpace::MapFreeSpace(const MapInput& input, const MapLayering& layering, const MapGrid& grid, const MapLayout& layout)
    : m_blocks(grid.columns.size())
{
    for (std::size_t node = 0; node < input.nodes.size(); ++node) {
        const double top = layout.positions[node].y();
        m_blocks[layering.columns[node]].push_back({ top, top + input.nodes[node].size.height() });
    }
    for (auto& blocks : m_blocks) {
        std::ranges::sort(blocks, {}, &Block::top);
    }
}

bool MapFreeSpace::isFree(MapIndex column, double top, double bottom) const
{
    const auto& blocks = m_blocks[column];
    const auto next = std::ranges::lower_bound(blocks, top - clearance, {}, &Block::bottom);
    return next == blocks.end() || next->top > bottom + clearance;
}

bool MapFreeSpace::isTaken(MapIndex column, double y, MapIndex from, MapIndex to) const
{
    const auto found = m_taken.find(keyOf(column, y));
    return found != m_taken.end() && found->second.from != from && found->second.to != to;
}

void MapFreeSpace::take(MapIndex column, double y, MapIndex from, MapIndex to)
{
    m_taken.try_emplace(keyOf(column, y), Ends { from, to });
}

double MapFreeSpace::trackIn(const MapGrid::Lane& lane, MapIndex first, MapIndex last, MapIndex from, MapIndex to) const
{
    double best = lane.y;
    int fewest = -1;
    for (int i = 0; fewest != 0; ++i) {
        const double offset = (i % 2 == 0 ? 0.5 : -0.5) * (i + i % 2) * trackPitch;
        if (std::abs(offset) > lane.half - clearance) {
            break;
        }
        int conflicts = 0;
        for (MapIndex column = first + 1; column < last; ++column) {
            conflicts += isTaken(column, lane.y + offset, from, to) ? 1 : 0;
        }
        if (fewest < 0 || conflicts < fewest) {
            fewest = conflicts;
            best = lane.y + offset;
        }
    }
    return best;
}

} // namespace waymark::domain
