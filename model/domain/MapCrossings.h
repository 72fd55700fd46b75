// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapOrdering.h>

namespace waymark::domain {

/// Counts the crossings of an order between neighbouring layers. Keeps its buffers from one count to the next.
class MapCrossings
{
public:
    explicit MapCrossings(const MapBand& band)
        : m_band(band)
    {
    }

    /// Barth, Juenger and Mutzel, "Simple and efficient bilayer cross counting", 2002. `positions`: place of each vertex in
    /// its layer.
    [[nodiscard]] long count(const MapOrder& order, const std::vector<MapIndex>& positions);

    /// Crossings saved if `upper` and `lower`, neighbours in one layer, change places.
    [[nodiscard]] long gainOfSwap(MapIndex upper, MapIndex lower, const std::vector<MapIndex>& positions) const;

private:
    [[nodiscard]] long countAfter(const std::vector<MapIndex>& layer, std::size_t nextSize, const std::vector<MapIndex>& positions);

    const MapBand& m_band;
    std::vector<MapIndex> m_ends;
    std::vector<MapIndex> m_tree;
};

} // namespace waymark::domain
