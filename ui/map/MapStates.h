// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>
#include <ui/map/MapScene.h>

#include <session/Workspace.h>

#include <span>

namespace waymark::ui {

/// How a learner's progress gets on to a map: free functions over the scene, used by the canvas and by pictures.

/// Takes over the states of these skills; gives back those that look different now.
std::vector<int> showStates(MapScene& scene, const session::Workspace& workspace, std::span<const int> indices);
void showAllStates(MapScene& scene, const session::Workspace& workspace);
/// Puts the flags on the next three; gives back the nodes that got or lost one.
std::vector<int> showNextSteps(MapScene& scene, const session::Workspace& workspace);
/// Says at each era how far it is; whether any of that is new.
bool showEras(MapScene& scene, const session::Workspace& workspace);

/// What another learner's plan says of the same course, by skill index.
struct MapStanding
{
    std::vector<learning::SkillState> states;
    std::vector<double> done; ///< share of the checklist, 0 to 1
    std::vector<char> lit; ///< 1 for what is to be looked at
    std::vector<char> next; ///< 1 for what gets a flag: it waits
    std::vector<QString> words; ///< in place of hours and level; empty for these
};
/// Shows that, and nothing of the workspace's learner.
void showStanding(MapScene& scene, const MapStanding& standing);

/// All states, but for the skills with a flag, which are shown as assumed, and then nothing is next; without any flags the states alone.
void showPreview(MapScene& scene, const session::Workspace& workspace, const std::vector<char>& assumed);
/// What has a flag is lit and all else stands back; `selected` is a skill or -1.
[[nodiscard]] MapLight previewLight(const std::vector<char>& assumed, int selected);

/// `lit`: the skill whose path is lit, or -1; `recede` when it is selected and not only pointed at.
[[nodiscard]] MapLight lightFor(const session::Workspace& workspace, const MapFilter& filter, int lit, bool recede);

} // namespace waymark::ui
