// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/SkillStates.h>

namespace waymark::learning {

enum class NextReason {
    Continue, ///< begun and not finished
    Fading, ///< mastered once, and being forgotten
    OnlyStep, ///< the one ready skill on the way
    LongestChain, ///< the longest chain of hours to the milestone begins here
    Unlocks, ///< opens `unlocks` skills on the way at once
    Variety, ///< another area than the steps before it
    OnTheWay, ///< ready and needed
    Wished, ///< first by the learner's own order
};

[[nodiscard]] QString toString(NextReason reason); ///< the word used in JSON, such as "longest-chain"

struct NextStep
{
    int skill = 0;
    NextReason reason = NextReason::OnTheWay;
    int unlocks = 0; ///< skills on the way that only wait for this one
    double chainHours = 0; ///< hours of the longest chain that begins with it and ends at the milestone
    int milestone = 0; ///< index of the milestone that it is on the way to; 0 for a fading one

    bool operator==(const NextStep&) const = default;
};

/// The milestone that the learner is heading for: the goal's while it is open, else the first open stage; null when all are reached.
[[nodiscard]] const domain::Milestone* headingFor(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states);

/// At most `count` skills to go on with, towards headingFor(): begun ones first (latest first), after the first of them a fading one, then
/// ready ones by the longest chain ahead, an area at most once while other areas have ready skills. Where the learner's wishes make another
/// skill the first of studyOrder(), that comes before them all; what waits by a wish comes behind its like. Where that is fewer than
/// `count`, the later stages and further fading ones fill up. Deterministic: equal ones in course order.
[[nodiscard]] std::vector<NextStep> nextSteps(const domain::Roadmap& roadmap, const domain::Progress& progress,
    const std::vector<SkillState>& states, const Moment& moment, int count = 3);

/// The project to work on: the one begun last and not finished, else the first that is ready in course order. An index into
/// Course::projects; none where none is begun or ready.
[[nodiscard]] std::optional<int> nextProject(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& projectStates, const Moment& moment);

} // namespace waymark::learning
