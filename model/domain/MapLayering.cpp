// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapLayering.h>

#include <domain/MapLayout.h>

#include <algorithm>

namespace waymark::domain {

namespace {

/// Edges between two different nodes that exist.
std::vector<MapLayering::Edge> soundEdges(const MapInput& input)
{
    std::vector<MapLayering::Edge> edges;
    edges.reserve(input.edges.size());
    const auto exists = [&](int node) { return node >= 0 && static_cast<std::size_t>(node) < input.nodes.size(); };
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        const MapInput::Edge& edge = input.edges[i];
        if (exists(edge.from) && exists(edge.to) && edge.from != edge.to) {
            edges.push_back({ static_cast<MapIndex>(edge.from), static_cast<MapIndex>(edge.to), static_cast<MapIndex>(i) });
        }
    }
    return edges;
}

/// Indices of edges by the node they leave.
MapRows edgesBySource(std::size_t nodeCount, const std::vector<MapLayering::Edge>& edges)
{
    std::vector<MapIndex> from(edges.size());
    std::vector<MapIndex> index(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        from[i] = edges[i].from;
        index[i] = static_cast<MapIndex>(i);
    }
    return MapRows(nodeCount, from, index);
}

/// Depth-first walk over all nodes. Marks the edges that lead back to a node still open, and keeps the others'
/// topological order.
class Walk
{
public:
    Walk(std::size_t nodeCount, const std::vector<MapLayering::Edge>& edges)
        : m_edges(edges)
        , m_out(edgesBySource(nodeCount, edges))
        , m_marks(nodeCount, Mark::Unseen)
        , m_isBack(edges.size(), false)
    {
        m_finished.reserve(nodeCount);
        for (std::size_t node = 0; node < nodeCount; ++node) {
            if (m_marks[node] == Mark::Unseen) {
                visit(static_cast<MapIndex>(node));
            }
        }
        std::reverse(m_finished.begin(), m_finished.end());
    }

    [[nodiscard]] const std::vector<MapIndex>& topological() const { return m_finished; }
    [[nodiscard]] bool isBack(std::size_t edge) const { return m_isBack[edge]; }
    [[nodiscard]] std::span<const MapIndex> leaving(MapIndex node) const { return m_out[node]; }

private:
    enum class Mark : char { Unseen, Open, Done };
    struct Step
    {
        MapIndex node = 0;
        std::size_t next = 0;
    };

    void visit(MapIndex root)
    {
        std::vector<Step> path { { root, 0 } };
        m_marks[root] = Mark::Open;
        while (!path.empty()) {
            Step& step = path.back();
            const std::span<const MapIndex> leaving = m_out[step.node];
            if (step.next == leaving.size()) {
                m_marks[step.node] = Mark::Done;
                m_finished.push_back(step.node);
                path.pop_back();
                continue;
            }
            const MapIndex edge = leaving[step.next++];
            const MapIndex target = m_edges[edge].to;
            m_isBack[edge] = m_marks[target] == Mark::Open;
            if (m_marks[target] == Mark::Unseen) {
                m_marks[target] = Mark::Open;
                path.push_back({ target, 0 });
            }
        }
    }

    const std::vector<MapLayering::Edge>& m_edges;
    MapRows m_out;
    std::vector<Mark> m_marks;
    std::vector<bool> m_isBack;
    std::vector<MapIndex> m_finished;
};

/// Sets column and era range: depth counts anew in each era, and eras follow one another.
void placeColumns(MapLayering& layering, const std::vector<MapIndex>& eras, const std::vector<MapIndex>& depths, MapIndex eraCount)
{
    std::vector<MapIndex> lengths(eraCount, 0);
    for (std::size_t node = 0; node < eras.size(); ++node) {
        lengths[eras[node]] = std::max(lengths[eras[node]], depths[node] + 1);
    }
    std::vector<MapIndex> starts(eraCount, 0);
    for (MapIndex era = 0; era < eraCount; ++era) {
        starts[era] = layering.columnCount;
        if (lengths[era] > 0) {
            layering.eras.push_back({ static_cast<int>(era), layering.columnCount, lengths[era] });
        }
        layering.columnCount += lengths[era];
    }
    layering.columns.resize(eras.size());
    for (std::size_t node = 0; node < eras.size(); ++node) {
        layering.columns[node] = starts[eras[node]] + depths[node];
    }
}

MapIndex within(int value, MapIndex count)
{
    return static_cast<MapIndex>(std::clamp(value, 0, static_cast<int>(count) - 1));
}

} // namespace

MapLayering layerMap(const MapInput& input)
{
    MapLayering layering;
    const std::size_t nodeCount = input.nodes.size();
    const auto eraCount = static_cast<MapIndex>(std::max(1, input.eraCount));
    layering.areaCount = static_cast<MapIndex>(std::max(nodeCount == 0 ? 0 : 1, input.areaCount));
    std::vector<MapIndex> eras(nodeCount);
    for (std::size_t node = 0; node < nodeCount; ++node) {
        layering.areas.push_back(within(input.nodes[node].area, layering.areaCount));
        eras[node] = within(input.nodes[node].era, eraCount);
    }

    const std::vector<MapLayering::Edge> edges = soundEdges(input);
    const Walk walk(nodeCount, edges);
    std::vector<MapIndex> depths(nodeCount, 0);
    for (const MapIndex node : walk.topological()) {
        for (const MapIndex edge : walk.leaving(node)) {
            const MapIndex target = edges[edge].to;
            if (walk.isBack(edge) || eras[target] > eras[node]) {
                continue;
            }
            depths[target] = eras[target] < eras[node] ? depths[node] + 1 : std::max(depths[target], depths[node] + 1);
            eras[target] = eras[node];
        }
    }
    placeColumns(layering, eras, depths, eraCount);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (!walk.isBack(i)) {
            layering.edges.push_back(edges[i]);
        }
    }
    return layering;
}

} // namespace waymark::domain
