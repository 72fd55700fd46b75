// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapScene.h>

#include <ui/words/Words.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

QRectF boxOf(const std::vector<QPointF>& points)
{
    if (points.empty()) {
        return {};
    }
    QRectF box(points.front(), QSizeF(0, 0));
    for (const QPointF& point : points) {
        box.setLeft(std::min(box.left(), point.x()));
        box.setRight(std::max(box.right(), point.x()));
        box.setTop(std::min(box.top(), point.y()));
        box.setBottom(std::max(box.bottom(), point.y()));
    }
    return box.adjusted(-2, -2, 2, 2);
}

} // namespace

MapScene::MapScene(const domain::Roadmap& roadmap, std::shared_ptr<const domain::MapLayout> layout)
    : m_layout(std::move(layout))
    , m_bounds(m_layout->bounds)
{
    const domain::MapInput input = roadmap.mapInput();
    m_nodes.reserve(at(roadmap.size()));
    m_rects.reserve(at(roadmap.size()));
    for (int i = 0; i < roadmap.size(); ++i) {
        const domain::Skill& skill = roadmap.skill(i);
        Node node;
        node.title = skill.title;
        node.caption = QCoreApplication::translate("MapScene", "%1 · %2", "hours and level").arg(Words::hours(skill.hours), Words::level(skill.level));
        node.area = input.nodes[at(i)].area;
        node.hasLesson = skill.hasLesson;
        m_nodes.push_back(std::move(node));
        m_rects.emplace_back(m_layout->positions[at(i)], input.nodes[at(i)].size);
    }
    addBands(roadmap);
    addEras(roadmap);
    addEdges(roadmap);
    m_nodeIndex = MapGridIndex(m_bounds, m_rects);
}

void MapScene::addBands(const domain::Roadmap& roadmap)
{
    for (const domain::MapLayout::Band& band : m_layout->bands) {
        m_bands.push_back({roadmap.course().areas[at(band.area)].title,
                           QRectF(m_bounds.left(), band.top, m_bounds.width(), band.height), band.area});
    }
}

void MapScene::addEras(const domain::Roadmap& roadmap)
{
    const auto& milestones = roadmap.course().milestones;
    for (const domain::MapLayout::Era& era : m_layout->eras) {
        const bool beyond = era.era >= static_cast<int>(milestones.size());
        m_eras.push_back({beyond ? QCoreApplication::translate("MapScene", "Beyond") : milestones[at(era.era)].title, {}, era.left, era.right});
        m_eraMilestones.push_back(era.era);
    }
}

void MapScene::addEdges(const domain::Roadmap& roadmap)
{
    std::vector<QRectF> boxes;
    std::set<std::pair<int, int>> grouped;
    for (const domain::Roadmap::Edge& edge : roadmap.edges()) {
        const int index = static_cast<int>(m_edges.size());
        m_edges.push_back({edge.from, edge.to, edge.group});
        boxes.push_back(boxOf(route(index)));
        if (edge.group >= 0 && grouped.emplace(edge.to, edge.group).second) {
            const QRectF& to = rect(edge.to);
            m_brackets.push_back({edge.to, edge.group, QPointF(to.left(), to.center().y())});
        }
    }
    m_edgeIndex = MapGridIndex(m_bounds, boxes);
}

void MapScene::setState(int index, learning::SkillState state, double done)
{
    Node& node = m_nodes[at(index)];
    node.state = state;
    node.done = static_cast<float>(done);
}

void MapScene::setNext(const std::vector<int>& next)
{
    for (Node& node : m_nodes) {
        node.isNext = false;
    }
    for (const int index : next) {
        m_nodes[at(index)].isNext = true;
    }
}

int MapScene::nodeAt(const QPointF& point) const
{
    int found = -1;
    m_nodeIndex.query(QRectF(point, QSizeF(0, 0)), [&](int index) {
        if (rect(index).contains(point)) {
            found = index;
        }
    });
    return found;
}

int MapScene::nearestTo(const QPointF& point) const
{
    int best = -1;
    double shortest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < size(); ++i) {
        const QPointF way = rect(i).center() - point;
        const double distance = QPointF::dotProduct(way, way);
        if (distance < shortest) {
            shortest = distance;
            best = i;
        }
    }
    return best;
}

} // namespace waymark::ui
