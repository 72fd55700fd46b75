// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/SkillStates.h>

#include <algorithm>
#include <array>
#include <utility>

namespace waymark::learning {

using domain::Mark;
using domain::Progress;
using domain::Roadmap;
using domain::Skill;

namespace {

constexpr std::array<std::pair<SkillState, const char*>, 8> stateWords { { { SkillState::Locked, "locked" }, { SkillState::Ready, "ready" },
    { SkillState::Learning, "learning" }, { SkillState::Practised, "practised" }, { SkillState::Mastered, "mastered" },
    { SkillState::Fading, "fading" }, { SkillState::Skipped, "skipped" }, { SkillState::Assumed, "assumed" } } };

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// What the learner's own records say, before any look at prerequisites; Locked where they say nothing.
SkillState ownState(const Skill& skill, const domain::SkillProgress& of, const Moment& moment)
{
    const int done = of.doneItems(skill);
    const bool wholeChecklist = done > 0 && done == static_cast<int>(skill.checklist.size());
    if (of.mark && of.mark->mark == Mark::Skipped) {
        return SkillState::Skipped;
    }
    if (wholeChecklist || (of.mark && of.mark->mark == Mark::Done)) {
        const bool mayBeMastered = wholeChecklist && !(of.attempts.isEmpty() && of.recalls.isEmpty());
        const MasteryStanding standing = mayBeMastered ? masteryOf(skill, of, moment) : MasteryStanding {};
        return standing.isFading() ? SkillState::Fading : standing.isMastered() ? SkillState::Mastered : SkillState::Practised;
    }
    if (of.mark && of.mark->mark == Mark::Assumed && !hasFailedSince(of, of.mark->at, moment.now)) {
        return SkillState::Assumed;
    }
    return of.mark || done > 0 || hasAnswers(of) ? SkillState::Learning : SkillState::Locked;
}

} // namespace

QString toString(SkillState state)
{
    const auto found = std::find_if(stateWords.begin(), stateWords.end(), [state](const auto& pair) { return pair.first == state; });
    return QString::fromLatin1(found->second);
}

std::optional<SkillState> skillStateFrom(const QString& word)
{
    const auto found
        = std::find_if(stateWords.begin(), stateWords.end(), [&word](const auto& pair) { return word == QLatin1StringView(pair.second); });
    return found == stateWords.end() ? std::nullopt : std::optional(found->first);
}

bool isReached(SkillState state)
{
    switch (state) {
    case SkillState::Practised:
    case SkillState::Mastered:
    case SkillState::Fading:
    case SkillState::Skipped:
    case SkillState::Assumed:
        return true;
    case SkillState::Locked:
    case SkillState::Ready:
    case SkillState::Learning:
        break;
    }
    return false;
}

namespace {

void openMissing(const Roadmap& roadmap, const std::vector<SkillState>& states, int index, Lock& lock)
{
    std::vector<int> reachedGroups;
    for (const Roadmap::Edge& edge : roadmap.into(index)) {
        const bool reached = isReached(states[at(edge.from)]);
        if (edge.group < 0 && !reached) {
            lock.missing.push_back(edge.from);
        } else if (edge.group >= 0 && reached) {
            reachedGroups.push_back(edge.group);
        }
    }
    for (const Roadmap::Edge& edge : roadmap.into(index)) {
        const bool open = edge.group >= 0 && std::find(reachedGroups.begin(), reachedGroups.end(), edge.group) == reachedGroups.end();
        if (open && std::find(lock.groups.begin(), lock.groups.end(), edge.group) == lock.groups.end()) {
            lock.groups.push_back(edge.group);
        }
    }
}

} // namespace

std::vector<SkillState> skillStates(const Roadmap& roadmap, const Progress& progress, const Moment& moment)
{
    std::vector<SkillState> states(at(roadmap.size()), SkillState::Locked);
    for (int i = 0; i < roadmap.size(); ++i) {
        states[at(i)] = ownState(roadmap.skill(i), progress.skill(roadmap.skill(i).id), moment);
    }
    for (int i = 0; i < roadmap.size(); ++i) {
        if (states[at(i)] != SkillState::Locked) {
            continue;
        }
        Lock lock;
        openMissing(roadmap, states, i, lock);
        if (lock.isOpen()) {
            states[at(i)] = SkillState::Ready;
        }
    }
    return states;
}

QHash<QString, QStringList> chosenMembers(const Progress& progress)
{
    QHash<QString, QStringList> chosen;
    for (auto choice = progress.choices().cbegin(); choice != progress.choices().cend(); ++choice) {
        chosen.insert(choice.key(), choice->members);
    }
    return chosen;
}

std::vector<SkillState> projectStates(
    const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const Moment& moment)
{
    const auto reached = [&](const QString& skill) {
        const int index = roadmap.indexOf(skill);
        return index >= 0 && isReached(states[at(index)]);
    };
    const auto hasMember = [&](const QString& groupId) {
        const domain::ChoiceGroup* group = roadmap.choice(groupId);
        return group == nullptr || std::any_of(group->members.begin(), group->members.end(), reached);
    };
    std::vector<SkillState> projects;
    for (const Skill& project : roadmap.course().projects) {
        SkillState state = ownState(project, progress.skill(project.id), moment);
        const bool isOpen = std::all_of(project.prerequisites.begin(), project.prerequisites.end(), reached)
            && std::all_of(project.choices.begin(), project.choices.end(), hasMember);
        if (state == SkillState::Locked && isOpen) {
            state = SkillState::Ready;
        }
        projects.push_back(state);
    }
    return projects;
}

Lock lockOf(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const Skill& project)
{
    // As if the project stood at the end of the map, where it locks nothing.
    domain::Course course = roadmap.course();
    course.skills.push_back(project);
    std::vector<SkillState> all = states;
    all.push_back(SkillState::Locked);
    return lockOf(Roadmap(std::move(course)), progress, all, roadmap.size());
}

Lock lockOf(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, int index)
{
    Lock lock;
    openMissing(roadmap, states, index, lock);
    if (lock.isOpen()) {
        return lock;
    }
    // A reached member of a group is as good as a chosen one: it must not drag another member into the way.
    QHash<QString, QStringList> chosen = chosenMembers(progress);
    for (const domain::ChoiceGroup& group : roadmap.course().choices) {
        for (const QString& member : group.members) {
            const int candidate = roadmap.indexOf(member);
            if (candidate >= 0 && isReached(states[at(candidate)])) {
                chosen.insert(group.id, { member });
                break;
            }
        }
    }
    const std::vector<int> target { index };
    const std::vector<int> needed = roadmap.closure(target, chosen);
    // What lies only behind reached skills is not needed again: walk back from the skill and stop at what is reached.
    std::vector<char> open(at(roadmap.size()), 0);
    std::vector<int> stack { index };
    while (!stack.empty()) {
        const int node = stack.back();
        stack.pop_back();
        for (const Roadmap::Edge& edge : roadmap.into(node)) {
            const bool counts = std::binary_search(needed.begin(), needed.end(), edge.from) && !isReached(states[at(edge.from)]);
            if (counts && open[at(edge.from)] == 0) {
                open[at(edge.from)] = 1;
                stack.push_back(edge.from);
            }
        }
    }
    for (const int node : roadmap.topologicalOrder()) {
        if (open[at(node)] != 0) {
            lock.wayIn.push_back(node);
            lock.hours += roadmap.skill(node).hours;
        }
    }
    return lock;
}

} // namespace waymark::learning
