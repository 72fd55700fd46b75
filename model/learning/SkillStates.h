// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <domain/Roadmap.h>
#include <learning/Mastery.h>

#include <optional>
#include <vector>

namespace waymark::learning {

/// Where a learner stands on a skill. Mastered and Fading rest on tests and memory and are reached only through them.
enum class SkillState { Locked, Ready, Learning, Practised, Mastered, Fading, Skipped, Assumed };

[[nodiscard]] QString toString(SkillState state);
[[nodiscard]] std::optional<SkillState> skillStateFrom(const QString& word);

/// Counts as reached for what comes after it: practised, mastered, fading, skipped by choice or assumed.
[[nodiscard]] bool isReached(SkillState state);

/// The state of every skill, by index in the roadmap. A skill is mastered or fading as its MasteryStanding says; practised when the
/// learner marked it done or ticked its whole checklist; assumed until something of it fails; learning when it was started, an item is
/// ticked or a question answered outside of placement; ready when every prerequisite is reached and every choice group has a reached
/// member; else locked. What was started or done is never locked again. The moment decides over fading alone.
[[nodiscard]] std::vector<SkillState> skillStates(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const Moment& moment = {});

/// The state of every project of the course, by index, under the same rules over the states of the skills.
[[nodiscard]] std::vector<SkillState> projectStates(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states, const Moment& moment = {});

/// Why a skill or a project is locked, and the shortest way in.
struct Lock
{
    std::vector<int> missing; ///< prerequisites that are not reached, in course order
    std::vector<int> groups; ///< indices of choice groups without a reached member
    std::vector<int> wayIn; ///< what to reach first, in an order that works; the skill itself is not in it
    double hours = 0; ///< of wayIn

    [[nodiscard]] bool isOpen() const { return missing.empty() && groups.empty(); }
    bool operator==(const Lock&) const = default;
};

/// Open where nothing is missing, whatever the skill's own state. Chosen members of choice groups are preferred, else those
/// with the fewest hours.
[[nodiscard]] Lock lockOf(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states, int index);

/// The same of a project: what is missing of the skills after which it comes.
[[nodiscard]] Lock lockOf(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states, const domain::Skill& project);

/// The members chosen by the learner, by group id, as Roadmap::closure takes them.
[[nodiscard]] QHash<QString, QStringList> chosenMembers(const domain::Progress& progress);

} // namespace waymark::learning
