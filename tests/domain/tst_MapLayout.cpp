// SPDX-License-Identifier: GPL-3.0-or-later
// Where the map layout sets nodes, against its promises: by rapidcheck on small graphs of any shape, and on the map of the back-end course.
#include "BackendMap.h"
#include "MapGeometry.h"
#include "MapGraphs.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace waymark::fixture;
using waymark::domain::layoutMap;

namespace {

bool hasOverlap(const MapInput& input, const MapLayout& layout)
{
    for (int a = 0; a < sizeOf(input); ++a) {
        for (int b = 0; b < a; ++b) {
            if (rectOf(input, layout, a).intersects(rectOf(input, layout, b))) {
                return true;
            }
        }
    }
    return false;
}

/// The input with one more skill, without dependents, at a place of its own in the list.
struct Addition
{
    MapInput input;
    int place = 0;
    [[nodiscard]] int moved(int node) const { return node < place ? node : node + 1; }
};

Addition addSkill(const MapInput& before, int place, int area, int era, const std::set<int>& prerequisites)
{
    Addition addition { before, place };
    MapInput::Node node;
    node.area = area;
    node.era = era;
    addition.input.nodes.insert(addition.input.nodes.begin() + place, node);
    for (MapInput::Edge& edge : addition.input.edges) {
        edge = { addition.moved(edge.from), addition.moved(edge.to), edge.group };
    }
    for (const int prerequisite : prerequisites) {
        addition.input.edges.push_back({ addition.moved(prerequisite), place, -1 });
    }
    return addition;
}

/// Where a node stands in its band and, across, in its era.
QPointF placeInBand(const MapInput& input, const MapLayout& layout, int node)
{
    const QRectF rect = rectOf(input, layout, node);
    const auto era
        = std::ranges::find_if(layout.eras, [&](const MapLayout::Era& e) { return rect.left() > e.left && rect.left() < e.right; });
    return { rect.left() - (era == layout.eras.end() ? 0.0 : era->left), rect.top() - bandOf(input, layout, node).top };
}

bool keepsOtherAreas(const MapInput& before, const Addition& addition)
{
    const MapLayout old = layoutMap(before);
    const MapLayout now = layoutMap(addition.input);
    for (int node = 0; node < sizeOf(before); ++node) {
        const bool isOther = nodeAt(before, node).area != nodeAt(addition.input, addition.place).area;
        const QPointF moved = placeInBand(addition.input, now, addition.moved(node)) - placeInBand(before, old, node);
        if (isOther && moved.manhattanLength() > 0.001) {
            return false;
        }
    }
    return true;
}

} // namespace

class tst_MapLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyInputGivesEmptyLayout();
    void areasWithoutSkillsKeepTheirBands();
    void sameInputGivesSameLayout();
    void noTwoNodesOverlap();
    void nodesStandInsideTheirBands();
    void dependentsStandRightOfTheirPrerequisites();
    void addingASkillMovesNoOtherArea();
    void aColumnThatComesMovesNoOtherArea();
    void columnsAreDepth();
    void erasTakeSeparateColumns();
    void membersOfAChoiceStandTogether();
    void courseMapKeepsItsPromises();
    void courseMapIsCompact();
    void addingASkillToTheCourseMovesNoOtherArea();
    void stopRequestGivesEmptyLayout();
};

void tst_MapLayout::emptyInputGivesEmptyLayout()
{
    QCOMPARE(layoutMap({}), MapLayout());
}

void tst_MapLayout::areasWithoutSkillsKeepTheirBands()
{
    MapInput input;
    input.areaCount = 3;
    input.nodes.resize(1);
    input.nodes[0].area = 1;
    const MapLayout layout = layoutMap(input);
    QCOMPARE(layout.bands.size(), std::size_t(3));
    QCOMPARE(layout.bands[1].top, layout.bands[0].height);
    QCOMPARE(layout.bands[2].top, layout.bands[1].top + layout.bands[1].height);
    QVERIFY(layout.bands[0].height < layout.bands[1].height);
}

void tst_MapLayout::sameInputGivesSameLayout()
{
    QVERIFY(rc::check("two layouts of one graph are equal", [] {
        const MapInput input = randomGraph(40, true, true);
        RC_ASSERT(layoutMap(input) == layoutMap(input));
    }));
}

void tst_MapLayout::noTwoNodesOverlap()
{
    QVERIFY(rc::check("rectangles are disjoint", [] {
        const MapInput input = randomGraph(40, true, true);
        RC_ASSERT(!hasOverlap(input, layoutMap(input)));
    }));
}

void tst_MapLayout::nodesStandInsideTheirBands()
{
    QVERIFY(rc::check("a band and the bounds hold the nodes of the area", [] {
        const MapInput input = randomGraph(40, true, true);
        const MapLayout layout = layoutMap(input);
        for (int node = 0; node < sizeOf(input); ++node) {
            const MapLayout::Band& band = bandOf(input, layout, node);
            const QRectF rect = rectOf(input, layout, node);
            RC_ASSERT(band.area == nodeAt(input, node).area);
            RC_ASSERT(rect.top() >= band.top && rect.bottom() <= band.top + band.height);
            RC_ASSERT(layout.bounds.contains(rect));
        }
    }));
}

void tst_MapLayout::dependentsStandRightOfTheirPrerequisites()
{
    QVERIFY(rc::check("every edge leads to a later column", [] {
        const MapInput input = randomGraph(40, false, true);
        const MapLayout layout = layoutMap(input);
        for (const MapInput::Edge& edge : input.edges) {
            RC_ASSERT(layout.columns[std::size_t(edge.from)] < layout.columns[std::size_t(edge.to)]);
            RC_ASSERT(rectOf(input, layout, edge.from).right() < rectOf(input, layout, edge.to).left());
        }
    }));
}

void tst_MapLayout::addingASkillMovesNoOtherArea()
{
    QVERIFY(rc::check("a skill without dependents leaves the other bands as they are", [] {
        const MapInput input = randomGraph(30, true, false);
        std::set<int> prerequisites;
        for (int i = *rc::gen::inRange(0, 3); i > 0 && sizeOf(input) > 0; --i) {
            prerequisites.insert(*rc::gen::inRange(0, sizeOf(input)));
        }
        const int place = *rc::gen::inRange(0, sizeOf(input) + 1);
        const int area = *rc::gen::inRange(0, input.areaCount);
        const int era = *rc::gen::inRange(0, std::max(1, input.eraCount));
        RC_ASSERT(keepsOtherAreas(input, addSkill(input, place, area, era, prerequisites)));
    }));
}

void tst_MapLayout::aColumnThatComesMovesNoOtherArea()
{
    // The new skill gives the first era a second column, which two edges of the other area then pass.
    MapInput input;
    input.areaCount = 2;
    input.eraCount = 2;
    for (const int era : { 1, 0, 0, 0, 0, 1, 1, 1 }) {
        MapInput::Node node;
        node.era = era;
        input.nodes.push_back(node);
    }
    input.edges = { { 2, 3, -1 }, { 2, 0, -1 }, { 0, 3, -1 } };
    QVERIFY(keepsOtherAreas(input, addSkill(input, 0, 1, 0, { 1 })));
}

void tst_MapLayout::columnsAreDepth()
{
    MapInput input;
    input.areaCount = 2;
    input.nodes.resize(5);
    input.nodes[3].area = 1;
    input.edges = { { 0, 1, -1 }, { 1, 2, -1 }, { 0, 2, -1 }, { 2, 3, -1 }, { 0, 4, -1 } };
    QCOMPARE(layoutMap(input).columns, (std::vector<int> { 0, 1, 2, 3, 1 }));
}

void tst_MapLayout::erasTakeSeparateColumns()
{
    QVERIFY(rc::check("eras follow one another, each with the nodes of its columns", [] {
        const MapInput input = randomGraph(40, false, true);
        const MapLayout layout = layoutMap(input);
        RC_ASSERT(input.eraCount > 0 || layout.eras.empty());
        for (std::size_t i = 1; i < layout.eras.size(); ++i) {
            RC_ASSERT(layout.eras[i].era > layout.eras[i - 1].era);
            RC_ASSERT(layout.eras[i].left == layout.eras[i - 1].right);
        }
        for (int node = 0; node < sizeOf(input) && input.eraCount > 0; ++node) {
            const QRectF rect = rectOf(input, layout, node);
            // A prerequisite of a later era lifts its dependent: the node's own era is the earliest it can stand in.
            const auto era = std::ranges::find_if(
                layout.eras, [&](const MapLayout::Era& e) { return rect.left() > e.left && rect.right() < e.right; });
            RC_ASSERT(era != layout.eras.end());
            RC_ASSERT(era->era >= nodeAt(input, node).era);
        }
    }));
}

void tst_MapLayout::membersOfAChoiceStandTogether()
{
    // Nodes 0 to 8 share a dependent with the next one, which would set them in a row; 0, 4 and 8 are a choice for node 17.
    MapInput input;
    input.areaCount = 2;
    input.nodes.resize(18);
    input.nodes[17].area = 1;
    for (int node = 0; node < 8; ++node) {
        input.edges.push_back({ node, 9 + node, -1 });
        input.edges.push_back({ node + 1, 9 + node, -1 });
    }
    for (const int member : { 0, 4, 8 }) {
        input.edges.push_back({ member, 17, 0 });
    }
    const MapLayout layout = layoutMap(input);
    std::vector<double> heights { layout.positions[0].y(), layout.positions[4].y(), layout.positions[8].y() };
    std::ranges::sort(heights);
    const auto between
        = [&](const QPointF& p) { return p.x() == layout.positions[0].x() && p.y() >= heights.front() && p.y() <= heights.back(); };
    QCOMPARE(std::ranges::count_if(layout.positions, between), 3);
}

void tst_MapLayout::courseMapKeepsItsPromises()
{
    const BackendMap file;
    QCOMPARE(sizeOf(file.input()), 159);
    const MapLayout layout = layoutMap(file.input());
    QVERIFY(!hasOverlap(file.input(), layout));
    QVERIFY(!edgeThroughNode(file.input(), layout).has_value());
    for (std::size_t edge = 0; edge < layout.routes.size(); ++edge) {
        QVERIFY(!layout.routes[edge].points.empty());
    }
    for (int node = 0; node < sizeOf(file.input()); ++node) {
        const QRectF rect = rectOf(file.input(), layout, node);
        const MapLayout::Era& era = layout.eras[std::size_t(nodeAt(file.input(), node).era)];
        QVERIFY(rect.left() > era.left && rect.right() < era.right);
    }
}

void tst_MapLayout::courseMapIsCompact()
{
    const BackendMap file;
    const MapLayout layout = layoutMap(file.input());
    QVERIFY2(layout.bounds.width() < 9500, qPrintable(QString::number(layout.bounds.width())));
    QVERIFY2(layout.bounds.height() < 4000, qPrintable(QString::number(layout.bounds.height())));
}

void tst_MapLayout::addingASkillToTheCourseMovesNoOtherArea()
{
    const BackendMap file;
    const MapInput& input = file.input();
    for (int area = 0; area < input.areaCount; ++area) {
        const std::set<int> prerequisites { file.node(QStringLiteral("db-indexes")), file.node(QStringLiteral("vcs-pull-requests")) };
        QVERIFY(keepsOtherAreas(input, addSkill(input, sizeOf(input) / 2, area, 5, prerequisites)));
    }
}

void tst_MapLayout::stopRequestGivesEmptyLayout()
{
    std::stop_source source;
    source.request_stop();
    QCOMPARE(layoutMap(largeGraph(200, 3), source.get_token()), MapLayout());
}

QTEST_APPLESS_MAIN(tst_MapLayout)

#include "tst_MapLayout.moc"
