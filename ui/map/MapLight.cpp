// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapLight.h>

#include <ui/theme/Tokens.h>
#include <ui/window/FinderModel.h>

#include <algorithm>

namespace waymark::ui {

namespace {

constexpr double filteredOpacity = 0.16;
constexpr double offWayOpacity = 0.6;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

double MapLight::opacity(int index) const
{
    if (isFilteredOut(index)) {
        return filteredOpacity;
    }
    if (!roles.empty() && recede) {
        return role(index) == MapRole::Plain ? recededOpacity : 1;
    }
    return isOnWay(index) || role(index) != MapRole::Plain ? 1 : offWayOpacity;
}

bool MapLight::edgeStandsBack(int from, int to) const
{
    return (!roles.empty() && recede) || isFilteredOut(from) || isFilteredOut(to) || !isOnWay(from) || !isOnWay(to);
}

std::vector<MapRole> rolesAround(const domain::Roadmap& roadmap, int index)
{
    std::vector<MapRole> roles(at(roadmap.size()), MapRole::Plain);
    for (const int before : roadmap.ancestors(index)) {
        roles[at(before)] = MapRole::Path;
    }
    for (const int after : roadmap.descendants(index)) {
        roles[at(after)] = MapRole::Unlocks;
    }
    roles[at(index)] = MapRole::Self;
    return roles;
}

std::vector<char> leftOut(
    const MapFilter& filter, const domain::Roadmap& roadmap, const std::vector<learning::SkillState>& states, const std::vector<int>& way)
{
    if (filter.isEmpty()) {
        return {};
    }
    std::vector<char> out(at(roadmap.size()), 0);
    for (int i = 0; i < roadmap.size(); ++i) {
        const domain::Skill& skill = roadmap.skill(i);
        const bool kept = (filter.areas.isEmpty() || filter.areas.contains(skill.area))
            && (filter.levels.isEmpty() || filter.levels.contains(skill.level))
            && (filter.states.isEmpty() || filter.states.contains(states[at(i)]))
            && (filter.milestone.isEmpty() || std::binary_search(way.begin(), way.end(), i))
            && (filter.text.isEmpty() || matchRank(skill.title, filter.text) >= 0 || matchRank(skill.id, filter.text) >= 0);
        out[at(i)] = kept ? 0 : 1;
    }
    return out;
}

} // namespace waymark::ui
