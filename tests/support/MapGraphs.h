// SPDX-License-Identifier: GPL-3.0-or-later
// Maps to lay out: of any shape, and large.
#pragma once

#include <domain/MapLayout.h>

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace waymark::fixture {

using domain::MapInput;

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

} // namespace waymark::fixture
