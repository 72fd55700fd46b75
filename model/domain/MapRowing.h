// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapOrdering.h>

namespace waymark::domain {

/// The rows of one band: as many as its fullest layer has nodes.
struct MapRowing
{
    std::vector<MapIndex> rows; ///< of each node of the band, in the order of MapBand::nodes
    MapIndex rowCount = 0;
};

/// Gives each node a row, keeping the order within its layer, so that edges run as level as they can.
[[nodiscard]] MapRowing rowsOf(const MapBand& band, const MapOrder& order);

} // namespace waymark::domain
