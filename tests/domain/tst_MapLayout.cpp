// SPDX-License-Identifier: GPL-3.0-or-later
// The map layout against its promises: by rapidcheck on small graphs of any shape, and on the map of the back-end course.
#include <domain/MapLayout.h>

#include <QFile>
#include <QHash>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <optional>
#include <set>

using waymark::domain::layoutMap;
using waymark::domain::MapInput;
using waymark::domain::MapLayout;

namespace {

int sizeOf(const MapInput& input)
{
    return static_cast<int>(input.nodes.size());
}

const MapInput::Node& nodeAt(const MapInput& input, int node)
{
    return input.nodes[static_cast<std::size_t>(node)];
}

QRectF rectOf(const MapInput& input, const MapLayout& layout, int node)
{
    return { layout.positions[static_cast<std::size_t>(node)], nodeAt(input, node).size };
}

const MapLayout::Band& bandOf(const MapInput& input, const MapLayout& layout, int node)
{
    return layout.bands[static_cast<std::size_t>(nodeAt(input, node).area)];
}

QPointF pointOn(const MapLayout::Route& route, std::size_t curve, double t)
{
    const QPointF* p = &route.points[3 * curve];
    const double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

/// Nodes by their left edge, so that a point is compared with the few that stand about it.
class Obstacles
{
public:
    Obstacles(const MapInput& input, const MapLayout& layout)
    {
        for (int node = 0; node < sizeOf(input); ++node) {
            m_rects.push_back(rectOf(input, layout, node));
            m_widest = std::max(m_widest, m_rects.back().width());
        }
        std::ranges::sort(m_rects, {}, [](const QRectF& rect) { return rect.left(); });
    }

    [[nodiscard]] bool contain(QPointF point) const
    {
        const auto left = [](const QRectF& rect) { return rect.left(); };
        auto it = std::ranges::lower_bound(m_rects, point.x() - m_widest, {}, left);
        for (; it != m_rects.end() && it->left() < point.x(); ++it) {
            // The borders are left out: every edge touches one at each end.
            if (point.x() < it->right() && point.y() > it->top() && point.y() < it->bottom()) {
                return true;
            }
        }
        return false;
    }

private:
    std::vector<QRectF> m_rects;
    double m_widest = 0;
};

std::optional<std::size_t> edgeThroughNode(const MapInput& input, const MapLayout& layout)
{
    const Obstacles obstacles(input, layout);
    constexpr int samples = 48;
    for (std::size_t edge = 0; edge < layout.routes.size(); ++edge) {
        const MapLayout::Route& route = layout.routes[edge];
        for (std::size_t curve = 0; 3 * curve + 3 < route.points.size(); ++curve) {
            for (int i = 0; i <= samples; ++i) {
                if (obstacles.contain(pointOn(route, curve, double(i) / samples))) {
                    return edge;
                }
            }
        }
    }
    return std::nullopt;
}

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

bool isMonotone(const MapLayout::Route& route)
{
    return std::ranges::is_sorted(route.points, {}, [](QPointF point) { return point.x(); });
}

MapInput randomGraph(int mostNodes, bool withCycles, bool withSizes)
{
    MapInput input;
    const int count = *rc::gen::inRange(0, mostNodes);
    input.areaCount = *rc::gen::inRange(1, 6);
    input.eraCount = *rc::gen::inRange(0, 4);
    for (int node = 0; node < count; ++node) {
        MapInput::Node made;
        made.area = *rc::gen::inRange(0, input.areaCount);
        made.era = *rc::gen::inRange(0, std::max(1, input.eraCount));
        if (withSizes) {
            made.size = QSizeF(*rc::gen::inRange(20, 240), *rc::gen::inRange(16, 90));
        }
        input.nodes.push_back(made);
    }
    const int edges = count == 0 ? 0 : *rc::gen::inRange(0, 2 * count);
    for (int i = 0; i < edges; ++i) {
        const int from = *rc::gen::inRange(0, count);
        const int to = *rc::gen::inRange(0, count);
        const int group = *rc::gen::inRange(-4, 2);
        if (withCycles || from < to) {
            input.edges.push_back({ from, to, std::max(-1, group) });
        }
    }
    return input;
}

/// Seeded and free of cycles, with most edges inside an area, as a course has them.
MapInput largeGraph(int count, int areaCount)
{
    MapInput input;
    input.areaCount = areaCount;
    std::uint32_t seed = 1;
    const auto roll = [&seed](int sides) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<int>((seed >> 8) % static_cast<std::uint32_t>(sides));
    };
    std::vector<std::vector<int>> areas(static_cast<std::size_t>(areaCount));
    const auto pick = [&](const std::vector<int>& area) { return area[static_cast<std::size_t>(roll(static_cast<int>(area.size())))]; };
    for (int node = 0; node < count; ++node) {
        MapInput::Node made;
        made.area = roll(areaCount);
        input.nodes.push_back(made);
        auto& own = areas[static_cast<std::size_t>(made.area)];
        const auto& other = areas[static_cast<std::size_t>(roll(areaCount))];
        if (!own.empty()) {
            input.edges.push_back({ pick(own), node, -1 });
        }
        if (roll(3) == 0 && !other.empty()) {
            input.edges.push_back({ pick(other), node, -1 });
        }
        own.push_back(node);
    }
    return input;
}

/// Rows of `id area era prerequisites`; an item `any-of:NAME` stands for every member of the choice group.
class CourseFile
{
public:
    CourseFile()
    {
        QFile file(QStringLiteral(WAYMARK_TEST_DATA "/domain/data/backend-graph.tsv"));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QHash<QString, int> areas;
        for (const QString& line : lines.mid(1)) {
            const QStringList cells = line.split(u'\t');
            MapInput::Node node;
            node.area = areas.value(cells[1], static_cast<int>(areas.size()));
            node.era = cells[2].toInt();
            areas.insert(cells[1], node.area);
            m_ids.insert(cells[0], sizeOf(m_input));
            m_input.eraCount = std::max(m_input.eraCount, node.era + 1);
            m_input.nodes.push_back(node);
        }
        m_input.areaCount = static_cast<int>(areas.size());
        for (const QString& line : lines.mid(1)) {
            connect(line.section(u'\t', 0, 0), line.section(u'\t', 3, 3).split(u',', Qt::SkipEmptyParts));
        }
    }

    [[nodiscard]] const MapInput& input() const { return m_input; }
    [[nodiscard]] int node(const QString& id) const { return m_ids.value(id, -1); }

private:
    void connect(const QString& id, const QStringList& prerequisites)
    {
        static const QHash<QString, QStringList> choices {
            { QStringLiteral("any-of:language"),
                QStringLiteral("lang-python lang-javascript-node lang-java lang-ruby lang-php").split(u' ') },
            { QStringLiteral("any-of:framework"),
                QStringLiteral("api-django-flask api-express api-spring api-rails api-laravel").split(u' ') },
        };
        for (const QString& prerequisite : prerequisites) {
            const QStringList members = choices.value(prerequisite, { prerequisite });
            for (const QString& member : members) {
                m_input.edges.push_back({ node(member), node(id), members.size() > 1 ? static_cast<int>(prerequisite.size()) : -1 });
            }
        }
    }

    MapInput m_input;
    QHash<QString, int> m_ids;
};

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
    void edgesTouchNoNode();
    void edgesJoinTheMiddlesOfSidesHorizontally();
    void addingASkillMovesNoOtherArea();
    void columnsAreDepth();
    void erasTakeSeparateColumns();
    void edgesOfACycleAreDrawnButOne();
    void unsoundEdgesAreNotDrawn();
    void membersOfAChoiceStandTogether();
    void courseMapKeepsItsPromises();
    void courseMapIsCompact();
    void addingASkillToTheCourseMovesNoOtherArea();
    void largeMapsKeepTheirPromises();
    void veryLongEdgesTouchNoNode();
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

void tst_MapLayout::edgesTouchNoNode()
{
    QVERIFY(rc::check("no sample of a curve lies in a node", [] {
        const MapInput input = randomGraph(40, true, true);
        const MapLayout layout = layoutMap(input);
        RC_ASSERT(!edgeThroughNode(input, layout).has_value());
        RC_ASSERT(std::ranges::all_of(layout.routes, isMonotone));
    }));
}

void tst_MapLayout::edgesJoinTheMiddlesOfSidesHorizontally()
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

void tst_MapLayout::edgesOfACycleAreDrawnButOne()
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

void tst_MapLayout::unsoundEdgesAreNotDrawn()
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
    const CourseFile file;
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
    const CourseFile file;
    const MapLayout layout = layoutMap(file.input());
    QVERIFY2(layout.bounds.width() < 9500, qPrintable(QString::number(layout.bounds.width())));
    QVERIFY2(layout.bounds.height() < 4000, qPrintable(QString::number(layout.bounds.height())));
}

void tst_MapLayout::addingASkillToTheCourseMovesNoOtherArea()
{
    const CourseFile file;
    const MapInput& input = file.input();
    for (int area = 0; area < input.areaCount; ++area) {
        const std::set<int> prerequisites { file.node(QStringLiteral("db-indexes")), file.node(QStringLiteral("vcs-pull-requests")) };
        QVERIFY(keepsOtherAreas(input, addSkill(input, sizeOf(input) / 2, area, 5, prerequisites)));
    }
}

void tst_MapLayout::largeMapsKeepTheirPromises()
{
    for (const int areaCount : { 1, 12 }) {
        const MapInput input = largeGraph(3000, areaCount);
        const MapLayout layout = layoutMap(input);
        QVERIFY(!edgeThroughNode(input, layout).has_value());
        QVERIFY(std::ranges::all_of(input.edges,
            [&](const MapInput::Edge& edge) { return layout.columns[std::size_t(edge.from)] < layout.columns[std::size_t(edge.to)]; }));
    }
}

void tst_MapLayout::veryLongEdgesTouchNoNode()
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

void tst_MapLayout::stopRequestGivesEmptyLayout()
{
    std::stop_source source;
    source.request_stop();
    QCOMPARE(layoutMap(largeGraph(200, 3), source.get_token()), MapLayout());
}

QTEST_APPLESS_MAIN(tst_MapLayout)

#include "tst_MapLayout.moc"
