// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapEdges.h>

#include <domain/MapFreeSpace.h>
#include <domain/MapGrid.h>
#include <domain/MapLayering.h>
#include <domain/MapLayout.h>
#include <domain/MapPath.h>

#include <algorithm>
#include <cmath>

namespace waymark::domain {

namespace {

/// Edges that pass more columns than this take the nearest lane without a search.
constexpr MapIndex longestSearch = 64;

/// Draws a path as Bezier curves. Level pieces that follow one another become one.
class Pen
{
public:
    explicit Pen(QPointF start)
        : m_points { start }
        , m_here(start)
    {
    }

    void runTo(double x) { m_here.setX(x); }

    /// `reach`: how far the control points stand from the ends, as a share of the width.
    void curveTo(QPointF end, double reach)
    {
        drawRun();
        const double arm = (end.x() - m_here.x()) * reach;
        m_points.insert(m_points.end(), { { m_here.x() + arm, m_here.y() }, { end.x() - arm, end.y() }, end });
        m_here = end;
    }

    std::vector<QPointF> finish()
    {
        drawRun();
        return std::move(m_points);
    }

private:
    void drawRun()
    {
        const double start = m_points.back().x();
        const double length = m_here.x() - start;
        if (length > 0) {
            m_points.insert(m_points.end(), { { start + length / 3, m_here.y() }, { start + length * 2 / 3, m_here.y() }, m_here });
        }
    }

    std::vector<QPointF> m_points;
    QPointF m_here;
};

class Router
{
public:
    Router(const MapInput& input, const MapLayering& layering, const MapGrid& grid, MapLayout& layout)
        : m_input(input)
        , m_layering(layering)
        , m_grid(grid)
        , m_layout(layout)
        , m_space(input, layering, grid, layout)
        , m_path(grid, m_space)
    {
    }

    void route(const MapLayering::Edge& edge)
    {
        const MapPath::End from = endOf(edge.from);
        const MapPath::End to = endOf(edge.to);
        const std::vector<MapPath::Step> steps = to.column - from.column > longestSearch ? throughLane(from, to) : m_path.find(from, to);
        Pen pen({ m_layout.positions[edge.from].x() + m_input.nodes[edge.from].size.width(), from.y });
        for (const MapPath::Step& step : steps) {
            const MapIndex column = from.column + step.street;
            const double end = m_grid.columns[column + step.length].left;
            pen.runTo(m_grid.columns[column].right);
            if (step.toY != step.fromY) {
                pen.curveTo({ end, step.toY }, step.length == 1 ? 0.5 : 1.0 / 3);
            }
            if (column + step.length < to.column) {
                m_space.take(column + step.length, step.toY, from.node, to.node);
            }
        }
        pen.runTo(m_grid.columns[to.column].left);
        m_layout.routes[edge.input].points = pen.finish();
    }

private:
    [[nodiscard]] MapPath::End endOf(MapIndex node) const
    {
        return { node, m_layering.columns[node], m_layout.positions[node].y() + m_input.nodes[node].size.height() / 2 };
    }

    [[nodiscard]] std::vector<MapPath::Step> throughLane(const MapPath::End& from, const MapPath::End& to) const
    {
        const auto lane = std::ranges::min_element(m_grid.lanes, {}, [&](const MapGrid::Lane& l) { return std::abs(l.y - from.y); });
        const MapIndex last = to.column - from.column - 1;
        return { { 0, 1, from.y, lane->y }, { last, 1, lane->y, to.y } };
    }

    const MapInput& m_input;
    const MapLayering& m_layering;
    const MapGrid& m_grid;
    MapLayout& m_layout;
    MapFreeSpace m_space;
    MapPath m_path;
};

} // namespace

void routeEdges(const MapInput& input, const MapLayering& layering, const MapGrid& grid, const std::stop_token& stop, MapLayout& layout)
{
    layout.routes.resize(input.edges.size());
    std::vector<MapLayering::Edge> edges = layering.edges;
    // Short edges first: they have the least choice.
    std::ranges::stable_sort(
        edges, {}, [&](const MapLayering::Edge& edge) { return layering.columns[edge.to] - layering.columns[edge.from]; });
    Router router(input, layering, grid, layout);
    for (const MapLayering::Edge& edge : edges) {
        if (stop.stop_requested()) {
            return;
        }
        router.route(edge);
    }
}

} // namespace waymark::domain
