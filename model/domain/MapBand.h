// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapGraph.h>

#include <vector>

namespace waymark::domain {

struct MapInput;
struct MapLayering;

/// One area as a graph of its own, in layers, ready to be ordered. A layer is a column of the map in which the area has nodes, counted from
/// the first; layer 0 lies before it. Vertices are first the nodes of the area, then dummies, where an edge within
/// the area passes a layer, and borders, above and below all others, to which the edges that enter from areas above and
/// below are tied. Edges that leave the area are absent, so nothing that other areas add can change the order.
struct MapBand
{
    std::vector<MapIndex> nodes; ///< vertex to node of the map
    std::vector<MapIndex> layers; ///< of each vertex
    std::vector<int> groups; ///< of each vertex: choice group, or -1
    std::vector<int> hints; ///< of each vertex: area as the input has it, which still tells what belongs together in a map of one area
    std::vector<int> sides; ///< of each vertex: -1 upper border, 1 lower border, 0 inside
    MapRows before; ///< neighbours of each vertex in the previous layer
    MapRows after; ///< and in the next
    MapIndex layerCount = 0;

    [[nodiscard]] std::size_t size() const { return layers.size(); }
    [[nodiscard]] bool isNode(MapIndex vertex) const { return vertex < nodes.size(); }
};

[[nodiscard]] std::vector<MapBand> bandsOf(const MapInput& input, const MapLayering& layering);

} // namespace waymark::domain
