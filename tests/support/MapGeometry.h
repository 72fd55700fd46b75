// SPDX-License-Identifier: GPL-3.0-or-later
// Where a layout puts nodes, and whether its edges keep clear of them.
#pragma once

#include <domain/MapLayout.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace waymark::fixture {

using domain::MapInput;
using domain::MapLayout;

inline int sizeOf(const MapInput& input)
{
    return static_cast<int>(input.nodes.size());
}

inline const MapInput::Node& nodeAt(const MapInput& input, int node)
{
    return input.nodes[static_cast<std::size_t>(node)];
}

inline QRectF rectOf(const MapInput& input, const MapLayout& layout, int node)
{
    return { layout.positions[static_cast<std::size_t>(node)], nodeAt(input, node).size };
}

inline const MapLayout::Band& bandOf(const MapInput& input, const MapLayout& layout, int node)
{
    return layout.bands[static_cast<std::size_t>(nodeAt(input, node).area)];
}

inline QPointF pointOn(const MapLayout::Route& route, std::size_t curve, double t)
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

inline std::optional<std::size_t> edgeThroughNode(const MapInput& input, const MapLayout& layout)
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

} // namespace waymark::fixture
