// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapStates.h>

#include <ui/words/Words.h>

#include <QCoreApplication>

#include <numeric>

namespace waymark::ui {

namespace {

constexpr int nextSteps = 3;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

std::vector<int> showStates(MapScene& scene, const session::Workspace& workspace, std::span<const int> indices)
{
    std::vector<int> changed;
    for (const int index : indices) {
        const domain::Skill& skill = workspace.roadmap().skill(index);
        const int total = static_cast<int>(skill.checklist.size());
        const int done = total == 0 ? 0 : workspace.progress().skill(skill.id).doneItems(skill);
        if (scene.setState(index, workspace.states()[at(index)], total == 0 ? 0 : double(done) / total)) {
            changed.push_back(index);
        }
    }
    return changed;
}

void showAllStates(MapScene& scene, const session::Workspace& workspace)
{
    std::vector<int> all(at(scene.size()));
    std::iota(all.begin(), all.end(), 0);
    showStates(scene, workspace, all);
    showNextSteps(scene, workspace);
    showEras(scene, workspace);
}

std::vector<int> showNextSteps(MapScene& scene, const session::Workspace& workspace)
{
    std::vector<int> next;
    for (const learning::NextStep& step : workspace.nextSteps(nextSteps)) {
        next.push_back(step.skill);
    }
    return scene.setNext(next);
}

bool showEras(MapScene& scene, const session::Workspace& workspace)
{
    bool changed = false;
    const auto& milestones = workspace.course().milestones;
    for (int era = 0; era < static_cast<int>(scene.eras().size()); ++era) {
        const int milestone = scene.milestoneOfEra(era);
        if (milestone >= static_cast<int>(milestones.size())) {
            continue;
        }
        const double left = workspace.standingOf(milestones[at(milestone)]).hoursLeft;
        const QString caption = left > 0
            ? QCoreApplication::translate("MapScene", "%1 left", "hours to a milestone").arg(Words::hours(left))
            : QCoreApplication::translate("MapScene", "Reached");
        changed = scene.setEraCaption(era, caption) || changed;
    }
    return changed;
}

void showPreview(MapScene& scene, const session::Workspace& workspace, const std::vector<char>& assumed)
{
    showAllStates(scene, workspace);
    if (std::ssize(assumed) != scene.size()) {
        return;
    }
    scene.setNext({});
    for (int index = 0; index < scene.size(); ++index) {
        if (assumed[at(index)] != 0) {
            scene.setState(index, learning::SkillState::Assumed, 0);
        }
    }
}

void showStanding(MapScene& scene, const MapStanding& standing)
{
    if (std::ssize(standing.states) != scene.size()) {
        return;
    }
    std::vector<int> next;
    for (int index = 0; index < scene.size(); ++index) {
        scene.setState(index, standing.states[at(index)], standing.done[at(index)]);
        scene.setWord(index, standing.words[at(index)]);
        if (standing.next[at(index)] != 0) {
            next.push_back(index);
        }
    }
    scene.setNext(next);
    for (int era = 0; era < static_cast<int>(scene.eras().size()); ++era) {
        scene.setEraCaption(era, {}); // the hours to it are those of another person
    }
}

MapLight previewLight(const std::vector<char>& assumed, int selected)
{
    MapLight light;
    light.recede = true;
    light.roles.resize(assumed.size(), MapRole::Plain);
    for (std::size_t i = 0; i < assumed.size(); ++i) {
        light.roles[i] = assumed[i] != 0 ? MapRole::Path : MapRole::Plain;
    }
    if (selected >= 0 && selected < std::ssize(assumed)) {
        light.roles[at(selected)] = MapRole::Self;
    }
    return light;
}

MapLight lightFor(const session::Workspace& workspace, const MapFilter& filter, int lit, bool recede)
{
    const domain::Roadmap& roadmap = workspace.roadmap();
    MapLight light;
    light.recede = recede;
    if (lit >= 0) {
        light.roles = rolesAround(roadmap, lit);
    }
    // Without a goal no way is chosen, and the map is shown in full.
    const bool hasWay = filter.isEmpty() && !workspace.progress().goal().milestone.isEmpty();
    if (const domain::Milestone* heading = hasWay ? workspace.headingFor() : nullptr) {
        light.onWay.assign(at(roadmap.size()), 0);
        for (const int index : workspace.wayTo(*heading)) {
            light.onWay[at(index)] = 1;
        }
    }
    const domain::Milestone* stage = roadmap.milestone(filter.milestone);
    light.filtered = leftOut(filter, roadmap, workspace.states(), stage == nullptr ? std::vector<int>() : workspace.wayTo(*stage));
    return light;
}

} // namespace waymark::ui
