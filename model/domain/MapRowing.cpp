// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapRowing.h>

#include <domain/MapBand.h>

#include <algorithm>
#include <cmath>

namespace waymark::domain {

namespace {

/// Levels the band by sweeps: each layer moves as near as it can to the rows of its neighbours. Nodes take a whole row;
/// dummies take none, they only keep long edges straight.
class Levelling
{
public:
    Levelling(const MapBand& band, const MapOrder& order)
        : m_band(band)
        , m_order(order)
        , m_heights(band.size(), 0)
    {
        for (const auto& layer : order) {
            const auto nodes = std::count_if(layer.begin(), layer.end(), [&](MapIndex vertex) { return band.isNode(vertex); });
            m_rowCount = std::max(m_rowCount, static_cast<double>(nodes));
        }
        for (const auto& layer : order) {
            begin(layer);
        }
    }

    MapRowing rowing()
    {
        for (int round = 0; round < rounds; ++round) {
            const bool forward = round % 2 == 0;
            for (std::size_t step = 0; step < m_order.size(); ++step) {
                level(m_order[forward ? step : m_order.size() - 1 - step], forward, round + 2 >= rounds);
            }
        }
        MapRowing rowing;
        rowing.rowCount = static_cast<MapIndex>(m_rowCount);
        rowing.rows.resize(m_band.nodes.size());
        for (std::size_t node = 0; node < rowing.rows.size(); ++node) {
            rowing.rows[node] = static_cast<MapIndex>(std::lround(m_heights[node]));
        }
        return rowing;
    }

private:
    static constexpr int rounds = 10;

    struct Block
    {
        double sum = 0;
        double weight = 0;
        std::size_t count = 0;
        [[nodiscard]] double mean() const { return sum / weight; }
    };

    void begin(const std::vector<MapIndex>& layer)
    {
        double row = 0;
        for (const MapIndex vertex : layer) {
            m_heights[vertex] = row;
            row += m_band.isNode(vertex) ? 1 : 0;
        }
        const double shift = std::floor((m_rowCount - row) / 2);
        for (const MapIndex vertex : layer) {
            const int side = m_band.sides[vertex];
            m_heights[vertex] = side < 0 ? 0 : side > 0 ? m_rowCount - 1 : m_heights[vertex] + shift;
        }
    }

    [[nodiscard]] double wish(MapIndex vertex, bool byBefore, bool byAfter) const
    {
        double sum = 0;
        double count = 0;
        const auto add = [&](std::span<const MapIndex> neighbours) {
            for (const MapIndex neighbour : neighbours) {
                const double weight = m_band.sides[neighbour] != 0 ? 0.25 : 1.0;
                sum += m_heights[neighbour] * weight;
                count += weight;
            }
        };
        if (byBefore) {
            add(m_band.before[vertex]);
        }
        if (byAfter) {
            add(m_band.after[vertex]);
        }
        return count > 0 ? sum / count : m_heights[vertex];
    }

    /// Least squares under the order of the layer: pool adjacent violators (Barlow and others, 1972), then the bounds.
    void level(const std::vector<MapIndex>& layer, bool forward, bool both)
    {
        m_blocks.clear();
        double above = 0;
        for (const MapIndex vertex : layer) {
            if (m_band.sides[vertex] != 0) {
                continue;
            }
            const double size = m_band.isNode(vertex) ? 1 : 0;
            Block block { wish(vertex, forward || both, !forward || both) - above, 1, 1 };
            while (!m_blocks.empty() && m_blocks.back().mean() >= block.mean()) {
                block.sum += m_blocks.back().sum;
                block.weight += m_blocks.back().weight;
                block.count += m_blocks.back().count;
                m_blocks.pop_back();
            }
            m_blocks.push_back(block);
            above += size;
        }
        assign(layer, m_rowCount - above);
    }

    void assign(const std::vector<MapIndex>& layer, double slack)
    {
        double above = 0;
        auto block = m_blocks.cbegin();
        std::size_t left = m_blocks.empty() ? 0 : block->count;
        for (const MapIndex vertex : layer) {
            if (m_band.sides[vertex] != 0) {
                continue;
            }
            const double place = std::clamp(block->mean(), 0.0, slack);
            m_heights[vertex] = above + (m_band.isNode(vertex) ? std::floor(place + 0.5) : place);
            above += m_band.isNode(vertex) ? 1 : 0;
            if (--left == 0 && ++block != m_blocks.cend()) {
                left = block->count;
            }
        }
    }

    const MapBand& m_band;
    const MapOrder& m_order;
    std::vector<double> m_heights; ///< in rows, of each vertex
    std::vector<Block> m_blocks;
    double m_rowCount = 0;
};

} // namespace

MapRowing rowsOf(const MapBand& band, const MapOrder& order)
{
    return Levelling(band, order).rowing();
}

} // namespace waymark::domain
