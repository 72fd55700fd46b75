// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapGridIndex.h>

#include <domain/MapLayout.h>
#include <domain/Roadmap.h>
#include <learning/SkillStates.h>

#include <memory>
#include <vector>

namespace waymark::ui {

/// What is on the map, as arrays by skill index: the layout with the words and states of the skills. It is painted and hit-tested
/// from here; it knows no widget and changes only through setState().
class MapScene
{
public:
    struct Node
    {
        QString title;
        QString caption; ///< hours and level
        QString word; ///< stands in their place where there is one
        int area = 0;
        learning::SkillState state = learning::SkillState::Locked;
        float done = 0; ///< share of the checklist, 0 to 1
        bool isNext = false;
        bool hasLesson = false;
    };
    struct Edge
    {
        int from = 0;
        int to = 0;
        int group = -1;
    };
    struct Band
    {
        QString title;
        QRectF rect;
        int area = 0;
    };
    struct Era
    {
        QString title;
        QString caption; ///< hours to reach it
        double left = 0;
        double right = 0;
    };
    /// The members of a choice group that stand together: one frame around them with the words "one of".
    struct Frame
    {
        QString title;
        QRectF rect;
        int member = 0; ///< the first; the frame stands back when it does
    };
    /// Where the edges of a group whose members stand apart enter a skill: a bracket with the words "one of".
    struct Bracket
    {
        int to = 0;
        QPointF at;
    };

    MapScene() = default;
    MapScene(const domain::Roadmap& roadmap, std::shared_ptr<const domain::MapLayout> layout);

    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] bool isEmpty() const { return m_nodes.empty(); }
    [[nodiscard]] const Node& node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const QRectF& rect(int index) const { return m_rects[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<Edge>& edges() const { return m_edges; }
    [[nodiscard]] const std::vector<QPointF>& route(int edge) const { return m_layout->routes[static_cast<std::size_t>(edge)].points; }
    [[nodiscard]] const std::vector<Band>& bands() const { return m_bands; }
    [[nodiscard]] const std::vector<Era>& eras() const { return m_eras; }
    [[nodiscard]] const std::vector<Frame>& frames() const { return m_frames; }
    [[nodiscard]] const std::vector<Bracket>& brackets() const { return m_brackets; }
    /// Of what there is to see, without the room that the layout keeps for names: on screen they stand beside the map.
    [[nodiscard]] const QRectF& bounds() const { return m_bounds; }
    /// With that room, for pictures that have the names painted in.
    [[nodiscard]] const QRectF& boundsWithNames() const { return m_layout->bounds; }
    [[nodiscard]] QRectF nodesOfArea(int area) const; ///< around the nodes of an area; null for an area without any
    [[nodiscard]] const MapGridIndex& nodeIndex() const { return m_nodeIndex; }
    [[nodiscard]] const MapGridIndex& edgeIndex() const { return m_edgeIndex; }

    void setWord(int index, const QString& word) { m_nodes[static_cast<std::size_t>(index)].word = word; }
    bool setEraCaption(int era, const QString& caption);
    [[nodiscard]] int milestoneOfEra(int era) const
    {
        return m_eraMilestones[static_cast<std::size_t>(era)];
    } ///< index in the course, or its count
    bool setState(int index, learning::SkillState state, double done); ///< whether that changed anything
    std::vector<int> setNext(const std::vector<int>& next); ///< the nodes that got or lost the flag

    /// The node under a point, or -1.
    [[nodiscard]] int nodeAt(const QPointF& point) const;
    /// The node whose middle is nearest to a point, or -1 on an empty map.
    [[nodiscard]] int nearestTo(const QPointF& point) const;

private:
    void addBands(const domain::Roadmap& roadmap);
    void addEras(const domain::Roadmap& roadmap);
    void addEdges(const domain::Roadmap& roadmap);
    void addChoices(const domain::Roadmap& roadmap);
    [[nodiscard]] bool standTogether(const std::vector<int>& members, const QRectF& around) const;

    std::shared_ptr<const domain::MapLayout> m_layout;
    std::vector<Node> m_nodes;
    std::vector<QRectF> m_rects;
    std::vector<Edge> m_edges;
    std::vector<Band> m_bands;
    std::vector<Era> m_eras;
    std::vector<int> m_eraMilestones;
    std::vector<Frame> m_frames;
    std::vector<Bracket> m_brackets;
    QRectF m_bounds;
    MapGridIndex m_nodeIndex;
    MapGridIndex m_edgeIndex;
};

} // namespace waymark::ui
