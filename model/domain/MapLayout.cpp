// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapLayout.h>

#include <domain/MapBand.h>
#include <domain/MapEdges.h>
#include <domain/MapGrid.h>
#include <domain/MapLayering.h>
#include <domain/MapOrdering.h>
#include <domain/MapRowing.h>

namespace waymark::domain {

// The token comes by value, as std::jthread hands it over.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
MapLayout layoutMap(const MapInput& input, std::stop_token stop)
{
    const MapLayering layering = layerMap(input);
    const std::vector<MapBand> bands = bandsOf(input, layering);
    std::vector<MapRowing> rowings;
    rowings.reserve(bands.size());
    for (const MapBand& band : bands) {
        rowings.push_back(rowsOf(band, orderBand(band, stop)));
        if (stop.stop_requested()) {
            return {};
        }
    }
    MapLayout layout;
    const MapGrid grid = placeNodes(input, layering, bands, rowings, layout);
    routeEdges(input, layering, grid, stop, layout);
    return stop.stop_requested() ? MapLayout() : layout;
}

} // namespace waymark::domain
