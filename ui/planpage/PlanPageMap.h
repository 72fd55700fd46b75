// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace waymark::domain {
class Roadmap;
struct MapLayout;
} // namespace waymark::domain

namespace waymark::ui {

/// Where everything on the map of a page stands, in pixels; what it says comes from the plan. Empty: the page has no map.
struct PlanPageMap
{
    struct Node
    {
        QString skill;
        QRectF rect;
        bool operator==(const Node&) const = default;
    };
    struct Edge
    {
        QString from;
        QString to;
        bool isChoice = false; ///< one of several ways in
        std::vector<QPointF> points; ///< joined cubic Bezier curves: 1 + 3k points
        bool operator==(const Edge&) const = default;
    };
    struct Band
    {
        QString title;
        int area = 0; ///< index of its colour
        double top = 0;
        double height = 0;
        bool operator==(const Band&) const = default;
    };
    struct Era
    {
        QString title;
        double left = 0;
        double right = 0;
        bool operator==(const Era&) const = default;
    };

    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Band> bands;
    std::vector<Era> eras;
    std::vector<QRectF> choices; ///< around members of a choice group that stand together
    QRectF bounds; ///< of nodes and bands, without room for names

    bool operator==(const PlanPageMap&) const = default;
};

/// The map of a course as a layout of it has placed it; see domain::layoutMap().
[[nodiscard]] PlanPageMap planPageMap(const domain::Roadmap& roadmap, const domain::MapLayout& layout);

} // namespace waymark::ui
