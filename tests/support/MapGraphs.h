// SPDX-License-Identifier: GPL-3.0-or-later
// Maps to lay out: of any shape, large, and the back-end course; and whether their edges keep clear of nodes.
#pragma once

#include <domain/MapLayout.h>

#include <QFile>
#include <QHash>

#include <rapidcheck.h>

#include <algorithm>
#include <optional>

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

inline MapInput randomGraph(int mostNodes, bool withCycles, bool withSizes)
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
inline MapInput largeGraph(int count, int areaCount)
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

} // namespace waymark::fixture
