// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapStarts.h>

#include <domain/MapBand.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace waymark::domain {

namespace {

struct Component
{
    int pull = 0; ///< edges from areas below less edges from areas above
    std::size_t id = 0;
};

/// Marks all that edges join with `root`, borders aside.
Component fill(const MapBand& band, MapIndex root, int id, std::vector<int>& ids)
{
    Component component { 0, static_cast<std::size_t>(id) };
    std::vector<MapIndex> open { root };
    ids[root] = id;
    const auto visit = [&](MapIndex neighbour) {
        component.pull += band.sides[neighbour];
        if (band.sides[neighbour] == 0 && ids[neighbour] < 0) {
            ids[neighbour] = id;
            open.push_back(neighbour);
        }
    };
    while (!open.empty()) {
        const MapIndex vertex = open.back();
        open.pop_back();
        std::ranges::for_each(band.before[vertex], visit);
        std::ranges::for_each(band.after[vertex], visit);
    }
    return component;
}

void rankBorders(const MapBand& band, std::vector<int>& ranks)
{
    for (std::size_t vertex = 0; vertex < ranks.size(); ++vertex) {
        if (band.sides[vertex] != 0) {
            ranks[vertex] = band.sides[vertex] < 0 ? std::numeric_limits<int>::min() : std::numeric_limits<int>::max();
        }
    }
}

/// Neighbours in the layers on both sides, borders aside.
MapRows bothSides(const MapBand& band)
{
    std::vector<MapIndex> rows;
    std::vector<MapIndex> items;
    for (MapIndex vertex = 0; vertex < band.size(); ++vertex) {
        for (const MapIndex neighbour : band.after[vertex]) {
            if (band.sides[vertex] == 0) {
                rows.insert(rows.end(), { vertex, neighbour });
                items.insert(items.end(), { neighbour, vertex });
            }
        }
    }
    return MapRows(band.size(), rows, items);
}

/// Takes the mean of each layer out and sets the spread of the whole to one.
void centre(const MapBand& band, std::vector<double>& places)
{
    std::vector<double> sums(band.layerCount, 0);
    std::vector<double> counts(band.layerCount, 0);
    for (std::size_t vertex = 0; vertex < places.size(); ++vertex) {
        sums[band.layers[vertex]] += places[vertex];
        counts[band.layers[vertex]] += 1;
    }
    double squares = 0;
    for (std::size_t vertex = 0; vertex < places.size(); ++vertex) {
        const MapIndex layer = band.layers[vertex];
        places[vertex] -= sums[layer] / counts[layer];
        squares += places[vertex] * places[vertex];
    }
    const double spread = std::sqrt(squares / static_cast<double>(places.size()));
    for (double& place : places) {
        place /= spread > 0 ? spread : 1;
    }
}

} // namespace

std::vector<int> componentRanks(const MapBand& band)
{
    std::vector<int> ranks(band.size(), -1);
    std::vector<Component> components;
    for (MapIndex vertex = 0; vertex < band.size(); ++vertex) {
        if (band.sides[vertex] == 0 && ranks[vertex] < 0) {
            components.push_back(fill(band, vertex, static_cast<int>(components.size()), ranks));
        }
    }
    std::ranges::stable_sort(components, {}, &Component::pull);
    std::vector<int> places(components.size());
    for (std::size_t i = 0; i < components.size(); ++i) {
        places[components[i].id] = static_cast<int>(i);
    }
    for (int& rank : ranks) {
        rank = rank < 0 ? rank : places[static_cast<std::size_t>(rank)];
    }
    rankBorders(band, ranks);
    return ranks;
}

std::vector<int> hintRanks(const MapBand& band)
{
    std::vector<int> ranks = band.hints;
    rankBorders(band, ranks);
    return ranks;
}

std::vector<double> smoothKeys(const MapBand& band, std::vector<double> places, std::size_t rounds)
{
    constexpr double inertia = 0.15; // without it, even and odd layers swing against each other
    const MapRows neighbours = bothSides(band);
    std::vector<double> shares(band.size(), 0);
    for (std::size_t vertex = 0; vertex < shares.size(); ++vertex) {
        const std::size_t count = neighbours[vertex].size();
        shares[vertex] = count == 0 ? 0 : (1 - inertia) / static_cast<double>(count);
    }
    std::vector<double> next(band.size(), 0);
    for (std::size_t round = 0; round < rounds; ++round) {
        if (round % 4 == 0) {
            centre(band, places);
        }
        for (std::size_t vertex = 0; vertex < places.size(); ++vertex) {
            double sum = 0;
            for (const MapIndex neighbour : neighbours[vertex]) {
                sum += places[neighbour];
            }
            next[vertex] = inertia * places[vertex] + shares[vertex] * sum;
        }
        places.swap(next);
    }
    return places;
}

std::vector<double> randomKeys(const MapBand& band, std::uint32_t seed)
{
    // A linear congruential generator (Numerical Recipes): the layout must not depend on the standard library's.
    std::vector<double> keys(band.size());
    for (double& key : keys) {
        seed = seed * 1664525U + 1013904223U;
        key = seed >> 8;
    }
    return keys;
}

std::vector<double> walkKeys(const MapBand& band, bool deep)
{
    std::vector<MapIndex> roots;
    for (MapIndex vertex = 0; vertex < band.size(); ++vertex) {
        if (band.before[vertex].empty()) {
            roots.push_back(vertex);
        }
    }
    std::vector<double> keys(band.size(), -1);
    double met = 0;
    std::vector<MapIndex> open;
    for (const MapIndex root : roots) {
        open.assign(1, root);
        for (std::size_t head = 0; deep ? !open.empty() : head < open.size();) {
            const MapIndex vertex = deep ? open.back() : open[head++];
            if (deep) {
                open.pop_back();
            }
            if (keys[vertex] >= 0) {
                continue;
            }
            keys[vertex] = met++;
            const std::span<const MapIndex> next = band.after[vertex];
            std::copy_if(next.rbegin(), next.rend(), std::back_inserter(open), [&](MapIndex v) { return keys[v] < 0; });
        }
    }
    return keys;
}

std::vector<double> inputKeys(const MapBand& band)
{
    std::vector<double> keys(band.size());
    std::iota(keys.begin(), keys.end(), 0.0);
    return keys;
}

} // namespace waymark::domain
