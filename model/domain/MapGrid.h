// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapGraph.h>

#include <vector>

namespace waymark::domain {

struct MapInput;
struct MapLayering;
struct MapLayout;
struct MapBand;
struct MapRowing;

/// The pixels of columns, bands and rows: where nodes stand and where edges may pass.
struct MapGrid
{
    struct Column
    {
        double left = 0;
        double right = 0;
    };
    /// A level strip that no node ever touches: between two rows, or between two bands.
    struct Lane
    {
        double y = 0; ///< the middle
        double half = 0; ///< from the middle to either side
    };
    std::vector<Column> columns;
    std::vector<Lane> lanes; ///< top to bottom
};

/// Sets positions, bands, eras, columns and bounds of the layout, and returns the grid that edges need.
[[nodiscard]] MapGrid placeNodes(const MapInput& input, const MapLayering& layering, const std::vector<MapBand>& bands,
    const std::vector<MapRowing>& rowings, MapLayout& layout);

} // namespace waymark::domain
