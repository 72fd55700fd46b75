// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapFreeSpace.h>

#include <array>
#include <utility>
#include <vector>

namespace waymark::domain {

/// The way of one edge over the columns between its ends: a chain of curves, each from one height to another, with level
/// runs between them. The cheapest chain by steepness, bends and company, found by dynamic programming over the streets
/// (the gaps between columns) and a few heights that come into question.
class MapPath
{
public:
    /// From the right side of column `fromColumn + street` to the left side of the column `length` further on.
    struct Step
    {
        MapIndex street = 0;
        MapIndex length = 1;
        double fromY = 0;
        double toY = 0;
    };
    struct End
    {
        MapIndex node = 0;
        MapIndex column = 0;
        double y = 0; ///< middle of the node
    };

    MapPath(const MapGrid& grid, const MapFreeSpace& space);

    /// Steps in order, level ones included; they cover all streets.
    [[nodiscard]] std::vector<Step> find(const End& from, const End& to);

private:
    static constexpr MapIndex longestStep = 4; ///< in streets

    struct State
    {
        double cost = 0;
        MapIndex length = 0; ///< of the step that led here; 0: not reached
        MapIndex level = 0; ///< from which it came
    };

    void collectLevels(const End& from, const End& to);
    void addLanesNear(double y, int reach, const End& from, const End& to);
    void addLane(std::ptrdiff_t index, const End& from, const End& to);
    void assessColumns(const End& from, const End& to);
    void setLimit(const End& from, const End& to);
    void leave(MapIndex street, MapIndex level, const End& from, const End& to);
    void tryStep(const Step& step, MapIndex level, MapIndex target, const End& from, const End& to);
    template <typename StepOfLength>
    [[nodiscard]] std::pair<MapIndex, double> cheapestStep(MapIndex fromColumn, MapIndex streets, const StepOfLength& stepOf) const;
    [[nodiscard]] double costOf(const Step& step, MapIndex fromColumn) const;
    [[nodiscard]] double leastCost(double rise) const;
    [[nodiscard]] bool isClear(const Step& step, MapIndex fromColumn) const;
    [[nodiscard]] std::vector<Step> trace(MapIndex streets) const;
    [[nodiscard]] State& at(MapIndex street, MapIndex level) { return m_states[street * m_levels.size() + level]; }
    [[nodiscard]] const State& at(MapIndex street, MapIndex level) const { return m_states[street * m_levels.size() + level]; }

    const MapGrid& m_grid;
    const MapFreeSpace& m_space;
    std::array<double, longestStep> m_widest {}; ///< of each length: the widest step of the grid; 0 where there is none
    std::vector<double> m_levels; ///< heights in question: first that of the source, then that of the target
    std::vector<double> m_rests; ///< of each level: no way from there to the target's height is cheaper
    std::vector<std::ptrdiff_t> m_lanes; ///< lanes among them
    std::vector<double> m_tolls; ///< of each column and level: cost of the level run, negative where a node stands
    std::vector<MapIndex> m_lastTolls; ///< of each level: the last column where it meets company, counted from the source
    std::vector<State> m_states; ///< of each street and level
    double m_limit = 0; ///< cost of a good way through a single lane, which is always open
};

} // namespace waymark::domain
