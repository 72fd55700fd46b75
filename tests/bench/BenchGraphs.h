// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchRandom.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace waymark::bench {

inline constexpr int areaCount = 10;

struct SkillGraph
{
    std::vector<int> areas; ///< of each skill
    std::vector<std::pair<int, int>> edges; ///< prerequisite, dependent
};

/// The very graph that floor_layout makes of `count` nodes: one prerequisite nearby in the own area, and a second for every third.
inline SkillGraph graphOf(int count)
{
    Random random(777);
    SkillGraph graph;
    std::vector<std::vector<int>> byArea(areaCount);
    for (int skill = 0; skill < count; ++skill) {
        std::vector<int>& own = byArea[static_cast<std::size_t>(random.below(areaCount))];
        graph.areas.push_back(static_cast<int>(&own - byArea.data()));
        if (own.size() >= 2) {
            const auto pick = [&random, window = std::max(8, count / 80)](const std::vector<int>& from) {
                const int size = static_cast<int>(from.size());
                const int low = std::max(0, size - window);
                return from[static_cast<std::size_t>(low + random.below(size - low))];
            };
            const int first = pick(own);
            graph.edges.emplace_back(first, skill);
            if (random.below(100) < 36) {
                const std::vector<int>& other = random.below(100) < 20 ? byArea[static_cast<std::size_t>(random.below(areaCount))] : own;
                const int second = other.empty() ? first : pick(other);
                if (second != first) {
                    graph.edges.emplace_back(second, skill);
                }
            }
        }
        own.push_back(skill);
    }
    return graph;
}

/// The grid and the edges of floor_canvas, so that as much is in sight as there.
struct FloorGrid
{
    static constexpr double columnStep = 200;
    static constexpr double rowStep = 90;

    explicit FloorGrid(int count)
        : columns(std::max(4, static_cast<int>(std::sqrt(count * rowStep / columnStep * 1.6))))
    {
        Random random(12345);
        for (int skill = 0; skill < count; ++skill) {
            random.next(); // there the progress of the node
            random.next(); // and its state
            graph.areas.push_back(skill % columns * areaCount / columns);
        }
        for (int skill = columns; skill < count; ++skill) {
            for (int left = 1 + random.below(2); left > 0; --left) {
                const int further = random.below(8) == 0 ? random.below(4) : 0;
                const int row = std::max(0, skill / columns - 1 - further);
                const int column = std::clamp(skill % columns + random.below(7) - 3, 0, columns - 1);
                graph.edges.emplace_back(row * columns + column, skill);
            }
        }
    }

    int columns;
    SkillGraph graph;
};

} // namespace waymark::bench
