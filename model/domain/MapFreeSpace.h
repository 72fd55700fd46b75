// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapGraph.h>
#include <domain/MapGrid.h>

#include <unordered_map>
#include <vector>

namespace waymark::domain {

struct MapInput;
struct MapLayering;
struct MapLayout;

/// Where in each column nodes stand and edges already run, so that the next edge can find its way.
class MapFreeSpace
{
public:
    MapFreeSpace(const MapInput& input, const MapLayering& layering, const MapGrid& grid, const MapLayout& layout);

    /// No node of the column comes nearer than the clearance to the strip from `top` to `bottom`.
    [[nodiscard]] bool isFree(MapIndex column, double top, double bottom) const;

    /// Another edge that shares neither end runs along the column at this height.
    [[nodiscard]] bool isTaken(MapIndex column, double y, MapIndex from, MapIndex to) const;
    void take(MapIndex column, double y, MapIndex from, MapIndex to);

    /// The height within a lane for an edge that runs from the column after `first` to the one before `last`: the innermost
    /// one that no other edge takes, else the one that fewest take.
    [[nodiscard]] double trackIn(const MapGrid::Lane& lane, MapIndex first, MapIndex last, MapIndex from, MapIndex to) const;

private:
    struct Block
    {
        double top = 0;
        double bottom = 0;
    };
    struct Ends
    {
        MapIndex from = 0;
        MapIndex to = 0;
    };

    std::vector<std::vector<Block>> m_blocks; ///< nodes of each column, top to bottom
    std::unordered_map<std::uint64_t, Ends> m_taken;
};

} // namespace waymark::domain
