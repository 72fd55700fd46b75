// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapCrossings.h>

#include <domain/MapBand.h>

#include <algorithm>

namespace waymark::domain {

namespace {

/// Two vertices with more pairs of neighbours than this are not compared: hubs would make the search quadratic.
constexpr std::size_t mostPairs = 4096;

long gainOnSide(std::span<const MapIndex> upper, std::span<const MapIndex> lower, const std::vector<MapIndex>& positions)
{
    long gain = 0;
    for (const MapIndex a : upper) {
        for (const MapIndex b : lower) {
            gain += long(positions[a] > positions[b]) - long(positions[a] < positions[b]);
        }
    }
    return gain;
}

} // namespace

long MapCrossings::count(const MapOrder& order, const std::vector<MapIndex>& positions)
{
    long sum = 0;
    for (std::size_t layer = 0; layer + 1 < order.size(); ++layer) {
        sum += countAfter(order[layer], order[layer + 1].size(), positions);
    }
    return sum;
}

long MapCrossings::countAfter(const std::vector<MapIndex>& layer, std::size_t nextSize, const std::vector<MapIndex>& positions)
{
    m_ends.clear();
    for (const MapIndex vertex : layer) {
        const auto first = static_cast<std::ptrdiff_t>(m_ends.size());
        for (const MapIndex neighbour : m_band.after[vertex]) {
            m_ends.push_back(positions[neighbour]);
        }
        std::sort(m_ends.begin() + first, m_ends.end());
    }
    m_tree.assign(nextSize + 1, 0);
    long crossings = 0;
    long seen = 0;
    for (const MapIndex end : m_ends) {
        long notBelow = 0;
        for (std::size_t i = end + 1; i > 0; i &= i - 1) {
            notBelow += m_tree[i];
        }
        crossings += seen - notBelow;
        ++seen;
        for (std::size_t i = end + 1; i <= nextSize; i += i & (~i + 1)) {
            ++m_tree[i];
        }
    }
    return crossings;
}

long MapCrossings::gainOfSwap(MapIndex upper, MapIndex lower, const std::vector<MapIndex>& positions) const
{
    const auto before = [this](MapIndex vertex) { return m_band.before[vertex]; };
    const auto after = [this](MapIndex vertex) { return m_band.after[vertex]; };
    if (before(upper).size() * before(lower).size() + after(upper).size() * after(lower).size() > mostPairs) {
        return 0;
    }
    return gainOnSide(before(upper), before(lower), positions) + gainOnSide(after(upper), after(lower), positions);
}

} // namespace waymark::domain
