// SPDX-License-Identifier: GPL-3.0-or-later
// How the map layout draws edges.
#include "MapGeometry.h"
#include "MapGraphs.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace waymark::fixture;
using waymark::domain::layoutMap;

namespace {

bool isMonotone(const MapLayout::Route& route)
{
    return std::ranges::is_sorted(route.points, {}, [](QPointF point) { return point.x(); });
}

} // namespace

class tst_MapRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgesTouchNoNode();
    void edgesJoinTheMiddlesOfSidesHorizontally();
    void edgesOfACycleAreDrawnButOne();
    void unsoundEdgesAreNotDrawn();
    void largeMapsKeepTheirPromises();
    void veryLongEdgesTouchNoNode();
};

void tst_MapRoutes::edgesTouchNoNode()
{
    QVERIFY(rc::check("no sample of a curve lies in a node", [] {
        const MapInput input = randomGraph(40, true, true);
        const MapLayout layout = layoutMap(input);
        RC_ASSERT(!edgeThroughNode(input, layout).has_value());
        RC_ASSERT(std::ranges::all_of(layout.routes, isMonotone));
    }));
}

void tst_MapRoutes::edgesJoinTheMiddlesOfSidesHorizontally()
{
    QVERIFY(rc::check("a route runs from the right side of the source to the left side of the target", [] {
        const MapInput input = randomGraph(40, false, true);
        const MapLayout layout = layoutMap(input);
        RC_ASSERT(layout.routes.size() == input.edges.size());
        for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
            const std::vector<QPointF>& points = layout.routes[edge].points;
            const QRectF from = rectOf(input, layout, input.edges[edge].from);
            const QRectF to = rectOf(input, layout, input.edges[edge].to);
            RC_ASSERT(points.size() % 3 == 1U && points.size() >= 4U);
            RC_ASSERT(points.front() == QPointF(from.right(), from.center().y()));
            RC_ASSERT(points.back() == QPointF(to.left(), to.center().y()));
            RC_ASSERT(points[0].y() == points[1].y() && points[points.size() - 2].y() == points.back().y());
        }
    }));
}

void tst_MapRoutes::edgesOfACycleAreDrawnButOne()
{
    MapInput input;
    input.areaCount = 1;
    input.nodes.resize(3);
    input.edges = { { 0, 1, -1 }, { 1, 2, -1 }, { 2, 0, -1 } };
    const MapLayout layout = layoutMap(input);
    QCOMPARE(layout.columns, (std::vector<int> { 0, 1, 2 }));
    QVERIFY(!layout.routes[0].points.empty() && !layout.routes[1].points.empty());
    QVERIFY(layout.routes[2].points.empty());
}

void tst_MapRoutes::unsoundEdgesAreNotDrawn()
{
    MapInput input;
    input.areaCount = 1;
    input.nodes.resize(2);
    input.edges = { { 0, 0, -1 }, { 0, 7, -1 }, { -1, 1, -1 }, { 0, 1, -1 } };
    const MapLayout layout = layoutMap(input);
    QCOMPARE(layout.routes.size(), std::size_t(4));
    for (std::size_t edge = 0; edge < 3; ++edge) {
        QVERIFY(layout.routes[edge].points.empty());
    }
    QVERIFY(!layout.routes[3].points.empty());
}

void tst_MapRoutes::largeMapsKeepTheirPromises()
{
    for (const int areaCount : { 1, 12 }) {
        const MapInput input = largeGraph(3000, areaCount);
        const MapLayout layout = layoutMap(input);
        QVERIFY(!edgeThroughNode(input, layout).has_value());
        QVERIFY(std::ranges::all_of(input.edges,
            [&](const MapInput::Edge& edge) { return layout.columns[std::size_t(edge.from)] < layout.columns[std::size_t(edge.to)]; }));
    }
}

void tst_MapRoutes::veryLongEdgesTouchNoNode()
{
    MapInput input;
    input.areaCount = 2;
    for (int node = 0; node < 400; ++node) {
        MapInput::Node made;
        made.area = node % 2;
        input.nodes.push_back(made);
        if (node > 0) {
            input.edges.push_back({ node - 1, node, -1 });
        }
        if (node >= 100) {
            input.edges.push_back({ node - 100, node, -1 });
        }
    }
    QVERIFY(!edgeThroughNode(input, layoutMap(input)).has_value());
}

QTEST_APPLESS_MAIN(tst_MapRoutes)

#include "tst_MapRoutes.moc"
