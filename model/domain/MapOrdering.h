// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapGraph.h>

#include <stop_token>
#include <vector>

namespace waymark::domain {

struct MapBand;

/// The vertices of each layer, top to bottom.
using MapOrder = std::vector<std::vector<MapIndex>>;

/// Orders the layers of a band so that few edges cross. Borders stay at the edges, and members of one choice group in one
/// layer stay together.
[[nodiscard]] MapOrder orderBand(const MapBand& band, const std::stop_token& stop);

} // namespace waymark::domain
