// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <stop_token>
#include <vector>

namespace waymark::domain {

/// The graph to lay out, by indices: the caller (Roadmap) owns the mapping to skills and areas.
/// Areas and eras count from 0; values outside the counts are moved to the nearest valid one.
struct MapInput
{
    struct Node
    {
        int area = 0;
        QSizeF size { 184, 56 };
        int era = 0; ///< first milestone that needs the skill
    };
    /// Prerequisite `from`, dependent `to`. A group of 0 or more names the choice group of which `from` is a member.
    struct Edge
    {
        int from = 0;
        int to = 0;
        int group = -1;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    int areaCount = 0;
    int eraCount = 0; ///< 0: no eras, columns are plain depth
};

/// Where everything on the map stands, in pixels at 100 % zoom; y grows downwards, the origin is the top left corner.
/// Plain values without ties to the graph: safe to hand from a worker to the canvas. It paints nothing and keeps no ids.
struct MapLayout
{
    std::vector<QPointF> positions; ///< top left corner of each node
    std::vector<int> columns; ///< depth column of each node
    struct Band
    {
        int area = 0;
        double top = 0;
        double height = 0;
        bool operator==(const Band&) const = default;
    };
    std::vector<Band> bands; ///< one an area, in order, without space between them
    struct Era
    {
        int era = 0;
        double left = 0;
        double right = 0;
        bool operator==(const Era&) const = default;
    };
    std::vector<Era> eras; ///< those that have nodes, left to right, without space between them
    /// Control polygon of joined cubic Bezier curves: 1 + 3k points. Empty for an edge that is not drawn: one that
    /// closes a cycle, joins a node with itself, or names a node that does not exist.
    struct Route
    {
        std::vector<QPointF> points;
        bool operator==(const Route&) const = default;
    };
    std::vector<Route> routes; ///< one an edge, in the order of MapInput::edges
    QRectF bounds;
    bool operator==(const MapLayout&) const = default;
};

/// The distances of the map, in pixels at 100 % zoom.
struct MapMetrics
{
    static constexpr double columnGap = 44;
    static constexpr double eraGap = 56; ///< between the last column of an era and the first of the next
    static constexpr double rowGap = 12;
    static constexpr double bandPadding = 12;
    static constexpr double bandNameWidth = 168; ///< kept free at the left edge for the name of the band
    static constexpr double eraHeadHeight = 48; ///< kept free above the first band if there are eras
    static constexpr double rightMargin = 24;
};

/// Lays the map out; the same input always gives the same layout.
///
/// A column is the depth of a node: the longest path over its prerequisites, counted from the first column of its era.
/// Eras take separate columns, so a map is as wide as the sum of the longest paths within each era: the back-end course
/// with nine eras needs 36 columns instead of the 16 of plain depth, and about as many rows. That is the price of eras that
/// never overlap; mapEras joins neighbouring milestones, which brings that course to 27 columns.
/// A prerequisite of a later era than its dependent lifts the dependent into that era.
///
/// Each area is a band whose rows depend on nothing but its own nodes, the edges between them, and the edges that enter
/// it. Adding a skill without dependents therefore moves no node of another area within its band, except that all later
/// eras move right together if the skill makes its era longer. The price is crossings: edges that leave a band do not weigh
/// in its order, and a node is never moved within its era to fill a gap. `areaCount = 1` gives one band in which nodes may
/// stand anywhere; the areas that they name then only tell what belongs together.
///
/// Edges leave at the middle of the right side and enter at the middle of the left side, horizontally, and touch no
/// other node: they rise and fall between columns, and cross columns in the gaps between rows or where a column is empty.
///
/// Edges that close a cycle are ignored. A stop request ends the work early with an empty layout.
[[nodiscard]] MapLayout layoutMap(const MapInput& input, std::stop_token stop = {});

} // namespace waymark::domain
