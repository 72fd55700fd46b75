// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapBand.h>

#include <domain/MapLayering.h>
#include <domain/MapLayout.h>

#include <algorithm>
#include <limits>

namespace waymark::domain {

namespace {

constexpr MapIndex none = std::numeric_limits<MapIndex>::max();

/// An edge that passes more layers than this gets no dummies: it would cost more than it tells.
constexpr MapIndex longestDummyChain = 64;

/// Collects the vertices and edges of one band before they are packed.
class Builder
{
public:
    Builder(MapBand& band, MapIndex layerCount)
        : m_band(band)
        , m_borders(2 * std::size_t(layerCount), none)
    {
        m_band.layerCount = layerCount;
    }

    void join(MapIndex from, MapIndex to)
    {
        if (m_band.layers[to] - m_band.layers[from] > longestDummyChain) {
            return;
        }
        MapIndex last = from;
        for (MapIndex layer = m_band.layers[from] + 1; layer < m_band.layers[to]; ++layer) {
            const MapIndex dummy = addVertex(layer, 0);
            m_band.hints[dummy] = m_band.hints[to];
            connect(last, dummy);
            last = dummy;
        }
        connect(last, to);
    }

    /// Ties a node to the border before it, on the side from which an edge enters the band.
    void tie(MapIndex to, bool fromAbove)
    {
        const MapIndex layer = m_band.layers[to] - 1;
        MapIndex& border = m_borders[2 * layer + (fromAbove ? 0 : 1)];
        if (border == none) {
            border = addVertex(layer, fromAbove ? -1 : 1);
        }
        connect(border, to);
    }

    void pack()
    {
        m_band.before = MapRows(m_band.size(), m_to, m_from);
        m_band.after = MapRows(m_band.size(), m_from, m_to);
    }

private:
    MapIndex addVertex(MapIndex layer, int side)
    {
        m_band.layers.push_back(layer);
        m_band.groups.push_back(-1);
        m_band.hints.push_back(0);
        m_band.sides.push_back(side);
        return static_cast<MapIndex>(m_band.layers.size() - 1);
    }

    void connect(MapIndex from, MapIndex to)
    {
        m_from.push_back(from);
        m_to.push_back(to);
    }

    MapBand& m_band;
    std::vector<MapIndex> m_borders; ///< upper and lower border of each layer
    std::vector<MapIndex> m_from;
    std::vector<MapIndex> m_to;
};

/// Fills in the nodes of a band and returns its builder. Its layers are the columns in which it has nodes: where a column comes or goes
/// because of another area, they stay.
Builder begin(MapBand& band, const MapInput& input, const MapLayering& layering, std::vector<MapIndex>& vertexOf)
{
    std::vector<MapIndex> columns;
    for (const MapIndex node : band.nodes) {
        columns.push_back(layering.columns[node]);
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    for (std::size_t vertex = 0; vertex < band.nodes.size(); ++vertex) {
        const MapIndex node = band.nodes[vertex];
        vertexOf[node] = static_cast<MapIndex>(vertex);
        const auto column = std::lower_bound(columns.begin(), columns.end(), layering.columns[node]);
        band.layers.push_back(static_cast<MapIndex>(column - columns.begin()) + 1);
        band.hints.push_back(input.nodes[node].area);
    }
    band.groups.assign(band.nodes.size(), -1);
    band.sides.assign(band.nodes.size(), 0);
    return Builder(band, band.nodes.empty() ? 0 : static_cast<MapIndex>(columns.size()) + 1);
}

} // namespace

std::vector<MapBand> bandsOf(const MapInput& input, const MapLayering& layering)
{
    std::vector<MapBand> bands(layering.areaCount);
    for (std::size_t node = 0; node < layering.areas.size(); ++node) {
        bands[layering.areas[node]].nodes.push_back(static_cast<MapIndex>(node));
    }
    std::vector<MapIndex> vertexOf(layering.areas.size(), 0);
    std::vector<Builder> builders;
    builders.reserve(bands.size());
    for (MapBand& band : bands) {
        builders.push_back(begin(band, input, layering, vertexOf));
    }
    for (const MapLayering::Edge& edge : layering.edges) {
        const MapIndex source = layering.areas[edge.from];
        const MapIndex target = layering.areas[edge.to];
        if (source == target) {
            builders[target].join(vertexOf[edge.from], vertexOf[edge.to]);
        } else {
            builders[target].tie(vertexOf[edge.to], source < target);
        }
        if (const int group = input.edges[edge.input].group; group >= 0) {
            bands[source].groups[vertexOf[edge.from]] = group;
        }
    }
    for (Builder& builder : builders) {
        builder.pack();
    }
    return bands;
}

} // namespace waymark::domain
