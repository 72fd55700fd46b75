// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace waymark::domain {

struct MapInput;
struct MapLayering;
struct MapGrid;
struct MapLayout;

/// Sets the routes of the layout, whose nodes must stand already.
void routeEdges(const MapInput& input, const MapLayering& layering, const MapGrid& grid, const std::stop_token& stop, MapLayout& layout);

} // namespace waymark::domain
