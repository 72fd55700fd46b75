// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapGraph.h>

namespace waymark::domain {

struct MapInput;

/// Which column each node stands in, and which edges count. First step of the map layout; knows no pixels.
struct MapLayering
{
    struct EraColumns
    {
        int era = 0;
        MapIndex first = 0;
        MapIndex count = 0;
    };
    struct Edge
    {
        MapIndex from = 0;
        MapIndex to = 0;
        MapIndex input = 0; ///< index in MapInput::edges
    };
    std::vector<MapIndex> areas; ///< of each node, inside the count
    std::vector<MapIndex> columns; ///< of each node
    std::vector<Edge> edges; ///< from a lower to a higher column, in the order of the input
    std::vector<EraColumns> eras; ///< those that have nodes, left to right
    MapIndex areaCount = 0;
    MapIndex columnCount = 0;
};

[[nodiscard]] MapLayering layerMap(const MapInput& input);

} // namespace waymark::domain
