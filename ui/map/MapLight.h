// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Roadmap.h>
#include <learning/SkillStates.h>

#include <QSet>
#include <QString>

#include <vector>

namespace waymark::ui {

/// How a node stands out: on the path to the lit skill, unlocked by it, itself, or not part of it.
enum class MapRole : char { Plain, Path, Unlocks, Self };

/// What is lit on the map and what stands back: the lit skill with its path, the way to the milestone, and the filter. Values by
/// skill index; the canvas paints from it.
struct MapLight
{
    std::vector<MapRole> roles; ///< empty while nothing is lit
    std::vector<char> onWay; ///< empty: no milestone, all are in full
    std::vector<char> filtered; ///< 1 for what the filter leaves out; empty without a filter
    bool recede = false; ///< what is not part of the lit path stands back (a selection; hovering only lights)

    [[nodiscard]] MapRole role(int index) const { return roles.empty() ? MapRole::Plain : roles[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool isFilteredOut(int index) const { return !filtered.empty() && filtered[static_cast<std::size_t>(index)] != 0; }
    [[nodiscard]] bool isOnWay(int index) const { return onWay.empty() || onWay[static_cast<std::size_t>(index)] != 0; }
    /// 1 in full; less for what stands back.
    [[nodiscard]] double opacity(int index) const;
    /// An edge that is no part of what is lit stands back unless both its ends are in full and nothing recedes.
    [[nodiscard]] bool edgeStandsBack(int from, int to) const;
    bool operator==(const MapLight&) const = default;
};

/// The roles around one skill: its prerequisites through and through, and all it unlocks.
[[nodiscard]] std::vector<MapRole> rolesAround(const domain::Roadmap& roadmap, int index);

/// What the map shows: empty sets and texts let everything through.
struct MapFilter
{
    QSet<QString> areas;
    QSet<domain::Level> levels;
    QSet<learning::SkillState> states;
    QString milestone;
    QString text;

    [[nodiscard]] bool isEmpty() const
    {
        return areas.isEmpty() && levels.isEmpty() && states.isEmpty() && milestone.isEmpty() && text.isEmpty();
    }
    bool operator==(const MapFilter&) const = default;
};

/// 1 for each skill that the filter leaves out; empty when the filter is empty. `way` holds the skills on the way to the filter's
/// milestone, ascending.
[[nodiscard]] std::vector<char> leftOut(
    const MapFilter& filter, const domain::Roadmap& roadmap, const std::vector<learning::SkillState>& states, const std::vector<int>& way);

} // namespace waymark::ui
