// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapGraph.h>

#include <vector>

namespace waymark::domain {

struct MapBand;

/// First orders for the search: a key for each vertex by which its layer is sorted, and ranks that come before any key.

/// Parts of the band that no edge joins stand one below the other, those tied to the upper border first. Borders rank
/// before and after all.
[[nodiscard]] std::vector<int> componentRanks(const MapBand& band);

/// The same for a map whose nodes have areas but which has only one band: those of one area stay together.
[[nodiscard]] std::vector<int> hintRanks(const MapBand& band);

/// Moves `places` so that neighbours come near each other over all layers at once: rounds of averaging, with the mean of
/// each layer taken out, lead towards the slowest mode of the graph (Fiedler, 1973).
[[nodiscard]] std::vector<double> smoothKeys(const MapBand& band, std::vector<double> places, std::size_t rounds);

[[nodiscard]] std::vector<double> randomKeys(const MapBand& band, std::uint32_t seed);

/// The order in which a walk from the roots meets the vertices, deep or wide.
[[nodiscard]] std::vector<double> walkKeys(const MapBand& band, bool deep);

/// The order of the input.
[[nodiscard]] std::vector<double> inputKeys(const MapBand& band);

} // namespace waymark::domain
