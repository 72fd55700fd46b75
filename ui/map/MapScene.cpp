// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapScene.h>

#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <domain/MapEras.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

constexpr double sideRoom = 32; // paper left of the first column and right of the last
constexpr double frameMargin = 5; // less than half the gap between two rows

QRectF boxOf(const QPointF* points, int count)
{
    QRectF box(points[0], QSizeF(0, 0));
    for (int i = 1; i < count; ++i) {
        box.setLeft(std::min(box.left(), points[i].x()));
        box.setRight(std::max(box.right(), points[i].x()));
        box.setTop(std::min(box.top(), points[i].y()));
        box.setBottom(std::max(box.bottom(), points[i].y()));
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
        node.caption = QCoreApplication::translate("MapScene", "%1 · %2", "hours and level")
                           .arg(Words::hours(skill.hours), Words::level(skill.level));
        node.area = input.nodes[at(i)].area;
        node.hasLesson = skill.hasLesson;
        m_nodes.push_back(std::move(node));
        m_rects.emplace_back(m_layout->positions[at(i)], input.nodes[at(i)].size);
    }
    double left = m_bounds.right();
    for (const QRectF& each : m_rects) {
        left = std::min(left, each.left());
    }
    m_bounds.setLeft(std::max(m_bounds.left(), left - sideRoom));
    if (!m_layout->bands.empty()) {
        m_bounds.setTop(m_layout->bands.front().top);
    }
    addBands(roadmap);
    addEras(roadmap);
    m_nodeIndex = MapGridIndex(m_bounds, m_rects);
    addEdges(roadmap);
    addChoices(roadmap);
}

void MapScene::addBands(const domain::Roadmap& roadmap)
{
    for (const domain::MapLayout::Band& band : m_layout->bands) {
        m_bands.push_back(
            { roadmap.course().areas[at(band.area)].title, QRectF(m_bounds.left(), band.top, m_bounds.width(), band.height), band.area });
    }
}

void MapScene::addEras(const domain::Roadmap& roadmap)
{
    const auto& milestones = roadmap.course().milestones;
    const std::vector<int> shared = domain::mapEras(milestones);
    for (const domain::MapLayout::Era& era : m_layout->eras) {
        QString title;
        for (std::size_t i = 0; i < milestones.size(); ++i) {
            if (shared[i] == era.era) {
                const QString next = isolated(milestones[i].title);
                title
                    = title.isEmpty() ? next : QCoreApplication::translate("MapScene", "%1 · %2", "milestones of one era").arg(title, next);
            }
        }
        m_eras.push_back({ title.isEmpty() ? QCoreApplication::translate("MapScene", "Beyond") : title, {}, era.left, era.right });
        m_eraMilestones.push_back(era.era);
    }
}

void MapScene::addEdges(const domain::Roadmap& roadmap)
{
    std::vector<QRectF> boxes; // one for each curve of a route
    std::vector<int> owners;
    m_edges.reserve(roadmap.edges().size());
    for (const domain::Roadmap::Edge& edge : roadmap.edges()) {
        const int index = static_cast<int>(m_edges.size());
        m_edges.push_back({ edge.from, edge.to, edge.group });
        const std::vector<QPointF>& points = route(index);
        for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
            boxes.push_back(boxOf(points.data() + i, 4));
            owners.push_back(index);
        }
    }
    m_edgeIndex = MapGridIndex(m_bounds, boxes, owners, static_cast<int>(m_edges.size()));
}

/// Members one under the other with nothing between them.
bool MapScene::standTogether(const std::vector<int>& members, const QRectF& around) const
{
    bool together = members.size() > 1 && around.width() <= rect(members.front()).width();
    m_nodeIndex.query(around, [&](int index) {
        if (rect(index).intersects(around) && std::find(members.begin(), members.end(), index) == members.end()) {
            together = false;
        }
    });
    return together;
}

void MapScene::addChoices(const domain::Roadmap& roadmap)
{
    const auto& choices = roadmap.course().choices;
    std::vector<char> framed(choices.size(), 0);
    for (std::size_t group = 0; group < choices.size(); ++group) {
        std::vector<int> members;
        QRectF around;
        for (const QString& id : choices[group].members) {
            if (const int index = roadmap.indexOf(id); index >= 0) {
                members.push_back(index);
                around |= rect(index);
            }
        }
        if (standTogether(members, around)) {
            framed[group] = 1;
            m_frames.push_back(
                { choices[group].title, around.adjusted(-frameMargin, -frameMargin, frameMargin, frameMargin), members.front() });
        }
    }
    std::set<std::pair<int, int>> bracketed;
    for (const Edge& edge : m_edges) {
        if (edge.group >= 0 && framed[at(edge.group)] == 0 && bracketed.emplace(edge.to, edge.group).second) {
            m_brackets.push_back({ edge.to, QPointF(rect(edge.to).left(), rect(edge.to).center().y()) });
        }
    }
}

QRectF MapScene::nodesOfArea(int area) const
{
    QRectF around;
    for (int i = 0; i < size(); ++i) {
        if (node(i).area == area) {
            around |= rect(i);
        }
    }
    return around;
}

bool MapScene::setEraCaption(int era, const QString& caption)
{
    if (m_eras[at(era)].caption == caption) {
        return false;
    }
    m_eras[at(era)].caption = caption;
    return true;
}

bool MapScene::setState(int index, learning::SkillState state, double done)
{
    Node& node = m_nodes[at(index)];
    if (node.state == state && node.done == static_cast<float>(done)) {
        return false;
    }
    node.state = state;
    node.done = static_cast<float>(done);
    return true;
}

std::vector<int> MapScene::setNext(const std::vector<int>& next)
{
    std::vector<int> changed;
    for (int i = 0; i < size(); ++i) {
        const bool isNext = std::find(next.begin(), next.end(), i) != next.end();
        if (m_nodes[at(i)].isNext != isNext) {
            m_nodes[at(i)].isNext = isNext;
            changed.push_back(i);
        }
    }
    return changed;
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
