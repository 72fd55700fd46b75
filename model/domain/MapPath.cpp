// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapPath.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::domain {

namespace {

constexpr MapIndex sourceLevel = 0;
constexpr MapIndex targetLevel = 1;
constexpr double blocked = -1;

constexpr double costOfBend = 16;
constexpr double costOfRise = 0.3; ///< a pixel
constexpr double costOfSlope = 30; ///< a pixel of height a pixel of width
constexpr double steepest = 6; ///< beyond this, steeper is not worse
constexpr double costOfPass = 8; ///< a column crossed at a slope
constexpr double costOfCompany = 60; ///< a column shared with a foreign edge at the same height

double costOfStep(double rise, double width, MapIndex length)
{
    return costOfBend + costOfRise * rise + costOfSlope * std::min(steepest, rise / width) + costOfPass * (length - 1);
}

} // namespace

MapPath::MapPath(const MapGrid& grid, const MapFreeSpace& space)
    : m_grid(grid)
    , m_space(space)
{
    for (std::size_t first = 0; first < grid.columns.size(); ++first) {
        for (std::size_t length = 1; length <= longestStep && first + length < grid.columns.size(); ++length) {
            double& widest = m_widest[length - 1];
            widest = std::max(widest, grid.columns[first + length].left - grid.columns[first].right);
        }
    }
}

/// No way from one height to another is cheaper, be it one step or several: the cost of a step is concave in its rise.
double MapPath::leastCost(double rise) const
{
    if (rise <= 0) {
        return 0;
    }
    double least = std::numeric_limits<double>::max();
    for (MapIndex length = 1; length <= longestStep && m_widest[length - 1] > 0; ++length) {
        least = std::min(least, costOfStep(rise, m_widest[length - 1], length));
    }
    return least;
}

std::vector<MapPath::Step> MapPath::find(const End& from, const End& to)
{
    const MapIndex streets = to.column - from.column;
    if (streets == 1) {
        return { { 0, 1, from.y, to.y } };
    }
    collectLevels(from, to);
    m_rests.clear();
    for (const double level : m_levels) {
        m_rests.push_back(leastCost(std::abs(to.y - level)));
    }
    assessColumns(from, to);
    setLimit(from, to);
    m_states.assign((streets + 1) * m_levels.size(), {});
    at(0, sourceLevel).length = 1;
    for (MapIndex street = 0; street < streets; ++street) {
        for (MapIndex level = 0; level < m_levels.size(); ++level) {
            if (at(street, level).length > 0) {
                leave(street, level, from, to);
            }
        }
    }
    return trace(streets);
}

void MapPath::collectLevels(const End& from, const End& to)
{
    m_levels = { from.y, to.y };
    m_lanes.clear();
    addLanesNear(from.y, 2, from, to);
    addLanesNear(to.y, 2, from, to);
    addLanesNear((from.y + to.y) / 2, 1, from, to);
}

void MapPath::addLanesNear(double y, int reach, const End& from, const End& to)
{
    const auto next = std::ranges::lower_bound(m_grid.lanes, y, {}, &MapGrid::Lane::y) - m_grid.lanes.begin();
    for (std::ptrdiff_t index = next - reach; index < next + reach; ++index) {
        addLane(index, from, to);
    }
}

void MapPath::addLane(std::ptrdiff_t index, const End& from, const End& to)
{
    if (index < 0 || index >= std::ssize(m_grid.lanes) || std::ranges::find(m_lanes, index) != m_lanes.end()) {
        return;
    }
    m_lanes.push_back(index);
    m_levels.push_back(m_space.trackIn(m_grid.lanes[static_cast<std::size_t>(index)], from.column, to.column, from.node, to.node));
}

void MapPath::assessColumns(const End& from, const End& to)
{
    const MapIndex streets = to.column - from.column;
    m_tolls.assign(streets * m_levels.size(), 0);
    m_lastTolls.assign(m_levels.size(), 0);
    for (MapIndex street = 1; street < streets; ++street) {
        for (std::size_t level = 0; level < m_levels.size(); ++level) {
            const double y = m_levels[level];
            const MapIndex column = from.column + street;
            double& toll = m_tolls[street * m_levels.size() + level];
            if (level <= targetLevel && !m_space.isFree(column, y, y)) {
                toll = blocked;
            } else if (m_space.isTaken(column, y, from.node, to.node)) {
                toll = costOfCompany;
                m_lastTolls[level] = street;
            }
        }
    }
}

void MapPath::setLimit(const End& from, const End& to)
{
    const MapIndex streets = to.column - from.column;
    m_limit = std::numeric_limits<double>::max();
    for (std::size_t level = targetLevel + 1; level < m_levels.size(); ++level) {
        const double y = m_levels[level];
        const auto [entry, entryCost] = cheapestStep(from.column, streets, [&](MapIndex length) { return Step { 0, length, from.y, y }; });
        const auto [exit, exitCost] = cheapestStep(from.column, streets - entry, [&](MapIndex length) {
            return Step { streets - length, length, y, to.y };
        });
        double cost = entryCost + exitCost;
        for (MapIndex street = entry; street <= streets - exit; ++street) {
            cost += m_tolls[street * m_levels.size() + level];
        }
        m_limit = std::min(m_limit, cost + 1); // more than any rounding
    }
}

/// Length and cost of the cheapest step that is clear and leaves one street at least to a step at the other end; a step over one street
/// always is.
template <typename StepOfLength>
std::pair<MapIndex, double> MapPath::cheapestStep(MapIndex fromColumn, MapIndex streets, const StepOfLength& stepOf) const
{
    std::pair<MapIndex, double> best { 1, std::numeric_limits<double>::max() };
    for (MapIndex length = 1; length <= longestStep && (length == 1 || length < streets); ++length) {
        const Step step = stepOf(length);
        const double cost = costOf(step, fromColumn);
        if (cost < best.second && isClear(step, fromColumn)) {
            best = { length, cost };
        }
    }
    return best;
}

double MapPath::costOf(const Step& step, MapIndex fromColumn) const
{
    const double width = m_grid.columns[fromColumn + step.street + step.length].left - m_grid.columns[fromColumn + step.street].right;
    return costOfStep(std::abs(step.toY - step.fromY), width, step.length);
}

void MapPath::leave(MapIndex street, MapIndex level, const End& from, const End& to)
{
    if (at(street, level).cost + m_rests[level] > m_limit) {
        return;
    }
    const MapIndex streets = to.column - from.column;
    const auto levels = static_cast<MapIndex>(m_levels.size());
    const bool isFreeLane = level > targetLevel && street >= m_lastTolls[level];
    for (MapIndex length = 1; length <= longestStep && street + length <= streets; ++length) {
        if (street + length == streets) {
            tryStep({ street, length, m_levels[level], to.y }, level, targetLevel, from, to);
            return;
        }
        if (length == 1 && isFreeLane) {
            tryStep({ street, length, m_levels[level], m_levels[level] }, level, level, from, to);
        }
        // From lane to lane in one street only, and only where company lies ahead: slopes over several streets lead from
        // or to the height of an end, and no detour over another lane is shorter than a lane of one's own.
        const MapIndex end = (length == 1 && !isFreeLane) || level <= targetLevel ? levels : targetLevel + 1;
        for (MapIndex target = 0; target < end; ++target) {
            const bool isOpen = m_tolls[(street + length) * levels + target] >= 0;
            if (isOpen && (length == 1 || target != level)) {
                tryStep({ street, length, m_levels[level], m_levels[target] }, level, target, from, to);
            }
        }
    }
}

void MapPath::tryStep(const Step& step, MapIndex level, MapIndex target, const End& from, const End& to)
{
    const MapIndex arrival = step.street + step.length;
    const double rise = std::abs(step.toY - step.fromY);
    State& state = at(arrival, target);
    double cost = at(step.street, level).cost;
    const double rest = m_rests[target];
    const double least = cost + (rise > 0 ? costOfBend + costOfRise * rise : 0);
    if ((state.length > 0 && least >= state.cost) || least + rest > m_limit) {
        return;
    }
    if (level != target) {
        cost += costOf(step, from.column);
    }
    if (from.column + arrival < to.column) {
        cost += m_tolls[arrival * m_levels.size() + target];
    }
    if (cost + rest <= m_limit && (state.length == 0 || cost < state.cost) && isClear(step, from.column)) {
        state = { cost, step.length, level };
    }
}

bool MapPath::isClear(const Step& step, MapIndex fromColumn) const
{
    const double left = m_grid.columns[fromColumn + step.street].right;
    const double width = m_grid.columns[fromColumn + step.street + step.length].left - left;
    const auto heightAt = [&](double x) {
        const double t = (x - left) / width;
        return step.fromY + (step.toY - step.fromY) * t * t * (3 - 2 * t);
    };
    for (MapIndex column = fromColumn + step.street + 1; column < fromColumn + step.street + step.length; ++column) {
        const auto [top, bottom] = std::minmax({ heightAt(m_grid.columns[column].left), heightAt(m_grid.columns[column].right) });
        if (!m_space.isFree(column, top, bottom)) {
            return false;
        }
    }
    return true;
}

std::vector<MapPath::Step> MapPath::trace(MapIndex streets) const
{
    std::vector<Step> steps;
    MapIndex level = targetLevel;
    for (MapIndex street = streets; street > 0;) {
        const State& state = at(street, level);
        steps.push_back({ street - state.length, state.length, m_levels[state.level], m_levels[level] });
        street -= state.length;
        level = state.level;
    }
    std::ranges::reverse(steps);
    return steps;
}

} // namespace waymark::domain
