// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapOrdering.h>

#include <domain/MapBand.h>
#include <domain/MapCrossings.h>
#include <domain/MapStarts.h>

#include <algorithm>
#include <limits>
#include <span>

namespace waymark::domain {

namespace {

/// The layered method of Sugiyama, Tagawa and Toda (1981): from several first orders, sweeps that sort each layer by the
/// barycentres of its neighbours, then swaps of neighbours; the best order met is kept.
class Search
{
public:
    Search(const MapBand& band, const std::stop_token& stop)
        : m_band(band)
        , m_stop(stop)
        , m_crossings(band)
        , m_order(band.layerCount)
        , m_positions(band.size(), 0)
        , m_hasGroups(band.layerCount, false)
    {
        for (std::size_t vertex = 0; vertex < band.size(); ++vertex) {
            m_hasGroups[band.layers[vertex]] = m_hasGroups[band.layers[vertex]] || band.groups[vertex] >= 0;
        }
    }

    MapOrder best()
    {
        const std::size_t size = m_band.size();
        const bool hasHints = std::ranges::adjacent_find(m_band.hints, std::ranges::not_equal_to()) != m_band.hints.end();
        // Only a map of one area has nodes of several; borders and dummies have hints of no meaning.
        const std::span<const int> ofNodes(m_band.hints.data(), m_band.nodes.size());
        const bool isFree = std::ranges::adjacent_find(ofNodes, std::ranges::not_equal_to()) != ofNodes.end();
        if (hasHints && size > mediumBand) { // nothing else comes near on a large map
            m_ranks = hintRanks(m_band);
            attempt(inputKeys(m_band));
            return m_best;
        }
        m_ranks = componentRanks(m_band);
        const std::size_t rounds = std::min(2 * size, isFree ? std::clamp<std::size_t>(250'000 / (size + 1), 40, 500) : roundsOfBand);
        // A free map repays a long search; in one band of many, most crossings come from edges that the order cannot see.
        const std::uint32_t seeds = !isFree ? 1 : size <= tinyBand ? 3 : size <= smallBand ? 6 : size <= mediumBand ? 2 : 1;
        for (std::uint32_t seed = 1; seed <= seeds && m_least > 0; ++seed) {
            attempt(smoothKeys(m_band, randomKeys(m_band, seed), rounds));
        }
        const std::size_t refinements = size <= smallBand ? 60 : size <= mediumBand ? 20 : 0;
        for (std::size_t few = 20; few <= refinements && m_least > 0; few += 20) {
            attempt(smoothKeys(m_band, bestKeys(), few));
        }
        if (size > mediumBand && size <= largeBand) {
            attempt(walkKeys(m_band, true));
            attempt(walkKeys(m_band, false));
        }
        return m_best;
    }

private:
    static constexpr std::size_t roundsOfBand = 24;
    static constexpr std::size_t tinyBand = 120;
    static constexpr std::size_t smallBand = 300;
    static constexpr std::size_t mediumBand = 1000;
    static constexpr std::size_t largeBand = 8000;
    static constexpr int mostSweeps = 24;
    static constexpr int patience = 6; ///< sweeps without a gain before an attempt ends

    struct Sorting
    {
        double key = 0;
        MapIndex place = 0; ///< before; keeps equals in order
        MapIndex vertex = 0;
        bool operator<(const Sorting& other) const { return key != other.key ? key < other.key : place < other.place; }
    };

    /// The relative places of the best order so far.
    [[nodiscard]] std::vector<double> bestKeys() const
    {
        std::vector<double> keys(m_band.size(), 0);
        for (const auto& layer : m_best) {
            for (std::size_t i = 0; i < layer.size(); ++i) {
                keys[layer[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(layer.size());
            }
        }
        return keys;
    }

    void attempt(std::vector<double> keys)
    {
        if (keys.empty() || m_least == 0 || m_stop.stop_requested()) {
            return;
        }
        m_keys = std::move(keys);
        const auto [low, high] = std::ranges::minmax_element(m_keys);
        for (const double least = *low, range = std::max(*high - *low, 1e-9); double& key : m_keys) {
            key = (key - least) / range;
        }
        for (auto& layer : m_order) {
            layer.clear();
        }
        for (MapIndex vertex = 0; vertex < m_band.size(); ++vertex) {
            m_order[m_band.layers[vertex]].push_back(vertex);
        }
        for (std::size_t layer = 0; layer < m_order.size(); ++layer) {
            sortByKeys(layer);
        }
        m_leastOfAttempt = std::numeric_limits<long>::max();
        keepIfBest();
        improve();
    }

    void improve()
    {
        int idle = 0;
        long last = std::numeric_limits<long>::max();
        for (int i = 0; i < mostSweeps && idle < patience && !m_stop.stop_requested(); ++i) {
            sweep(i % 2 == 0, i % 4 >= 2);
            if (idle >= 2) {
                swapAll(4);
            }
            const long crossings = keepIfBest();
            const bool isBetter = crossings < last - last / 200;
            idle = isBetter ? 0 : idle + 1;
            last = isBetter ? crossings : last;
        }
        m_order = m_bestOfAttempt;
        for (std::size_t layer = 0; layer < m_order.size(); ++layer) {
            number(layer);
        }
        swapAll(20);
        keepIfBest();
    }

    /// `mirrored`: equal keys change places, which leads out of dead ends.
    void sweep(bool forward, bool mirrored)
    {
        for (std::size_t step = 1; step < m_order.size(); ++step) {
            const std::size_t layer = forward ? step : m_order.size() - 1 - step;
            const std::size_t fixed = forward ? layer - 1 : layer + 1;
            setKeys(layer, forward ? m_band.before : m_band.after, std::max<std::size_t>(1, m_order[fixed].size()));
            if (mirrored) {
                std::reverse(m_order[layer].begin(), m_order[layer].end());
            }
            sortByKeys(layer);
        }
    }

    /// Keys are relative places, 0 at the top and 1 at the bottom; a vertex without neighbours keeps its own.
    void setKeys(std::size_t layer, const MapRows& neighbours, std::size_t fixedSize)
    {
        const double own = 1.0 / static_cast<double>(std::max<std::size_t>(1, m_order[layer].size()));
        const double other = 1.0 / static_cast<double>(fixedSize);
        for (const MapIndex vertex : m_order[layer]) {
            double sum = 0;
            for (const MapIndex neighbour : neighbours[vertex]) {
                sum += m_positions[neighbour] + 0.5;
            }
            const std::size_t count = neighbours[vertex].size();
            m_keys[vertex] = count == 0 ? (m_positions[vertex] + 0.5) * own : sum * other / static_cast<double>(count);
        }
    }

    void sortByKeys(std::size_t layer)
    {
        auto& vertices = m_order[layer];
        m_sorting.clear();
        for (const MapIndex vertex : vertices) {
            m_sorting.push_back({ 2.0 * m_ranks[vertex] + m_keys[vertex], static_cast<MapIndex>(m_sorting.size()), vertex });
        }
        std::sort(m_sorting.begin(), m_sorting.end());
        std::ranges::transform(m_sorting, vertices.begin(), &Sorting::vertex);
        if (m_hasGroups[layer]) {
            gatherGroups(vertices);
        }
        number(layer);
    }

    /// Moves the members of a choice group next to the middle one.
    void gatherGroups(std::vector<MapIndex>& vertices)
    {
        std::vector<int> groups;
        for (const MapIndex vertex : vertices) {
            if (m_band.groups[vertex] >= 0) {
                groups.push_back(m_band.groups[vertex]);
            }
        }
        std::ranges::sort(groups);
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        for (const int group : groups) {
            const auto isMember = [&](MapIndex vertex) { return m_band.groups[vertex] == group; };
            auto middle = std::ranges::find_if(vertices, isMember);
            for (auto left = std::ranges::count_if(vertices, isMember) / 2; left > 0; --left) {
                middle = std::find_if(middle + 1, vertices.end(), isMember);
            }
            std::stable_partition(vertices.begin(), middle, [&](MapIndex vertex) { return !isMember(vertex); });
            std::stable_partition(middle, vertices.end(), isMember);
        }
    }

    void number(std::size_t layer)
    {
        for (std::size_t i = 0; i < m_order[layer].size(); ++i) {
            m_positions[m_order[layer][i]] = static_cast<MapIndex>(i);
        }
    }

    /// Rounds over all layers, but only those that changed, or whose neighbours did, are looked at again.
    void swapAll(int rounds)
    {
        std::vector<bool> isDue(m_order.size() + 2, true); // one beyond either end
        for (bool isBetter = true; isBetter && rounds > 0; --rounds) {
            isBetter = false;
            for (std::size_t layer = 0; layer < m_order.size(); ++layer) {
                if (!isDue[layer + 1]) {
                    continue;
                }
                isDue[layer + 1] = false;
                if (swapIn(m_order[layer])) {
                    isDue[layer] = isDue[layer + 1] = isDue[layer + 2] = true;
                    isBetter = true;
                }
            }
        }
    }

    bool swapIn(std::vector<MapIndex>& layer)
    {
        bool isBetter = false;
        for (std::size_t i = 0; i + 1 < layer.size(); ++i) {
            isBetter = swapIfBetter(layer, i) || isBetter;
        }
        return isBetter;
    }

    bool swapIfBetter(std::vector<MapIndex>& layer, std::size_t i)
    {
        const MapIndex upper = layer[i];
        const MapIndex lower = layer[i + 1];
        const bool isFixed = m_band.sides[upper] != 0 || m_band.sides[lower] != 0 || m_band.groups[upper] != m_band.groups[lower];
        if (isFixed || m_crossings.gainOfSwap(upper, lower, m_positions) <= 0) {
            return false;
        }
        std::swap(layer[i], layer[i + 1]);
        std::swap(m_positions[upper], m_positions[lower]);
        return true;
    }

    long keepIfBest()
    {
        const long crossings = m_crossings.count(m_order, m_positions);
        if (crossings < m_leastOfAttempt) {
            m_leastOfAttempt = crossings;
            m_bestOfAttempt = m_order;
        }
        if (crossings < m_least) {
            m_least = crossings;
            m_best = m_order;
        }
        return crossings;
    }

    const MapBand& m_band;
    const std::stop_token& m_stop;
    MapCrossings m_crossings;
    MapOrder m_order;
    MapOrder m_best;
    MapOrder m_bestOfAttempt;
    long m_least = std::numeric_limits<long>::max();
    long m_leastOfAttempt = std::numeric_limits<long>::max();
    std::vector<MapIndex> m_positions; ///< place of each vertex in its layer
    std::vector<double> m_keys; ///< relative places from 0 to 1 by which a layer is sorted, after the ranks
    std::vector<int> m_ranks;
    std::vector<Sorting> m_sorting;
    std::vector<bool> m_hasGroups; ///< of each layer
};

} // namespace

MapOrder orderBand(const MapBand& band, const std::stop_token& stop)
{
    return Search(band, stop).best();
}

} // namespace waymark::domain
