// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <learning/TryAverage.h>

#include <QTimeZone>

#include <optional>
#include <vector>

namespace waymark::learning {

/// When a question is asked of the learner's records: what has faded by then, which days have passed.
struct Moment
{
    qint64 now = 0; ///< UTC milliseconds
    QTimeZone zone = QTimeZone::utc();
};

inline constexpr double fadingRecall = 0.8; ///< mean chance of recall of a skill's cards below which it fades

/// What proves a skill and what is missing, from the learner's own records alone. A skill is mastered when it has once had enough right
/// first tries on enough days, a lab result or a rubric score among its evidence, each item of its checklist ticked with evidence, and
/// for professional skills a sign-off. It fades when its cards are forgotten or its newest tries fail.
struct MasteryStanding
{
    TryStanding tries;
    int itemsMissing = 0; ///< of the checklist: not ticked, or without evidence
    bool hasPractice = false; ///< evidence of kind lab or rubric
    bool needsSignOff = false; ///< a professional skill with neither evidence of kind sign-off nor the approval of a mentor
    std::optional<double> recall; ///< mean chance of recall of the introduced cards, 0..1; none without any

    [[nodiscard]] bool isMastered() const { return tries.passedAt.has_value() && itemsMissing == 0 && hasPractice && !needsSignOff; }
    [[nodiscard]] bool isFading() const { return isMastered() && (tries.average < passingAverage || recall.value_or(1) < fadingRecall); }
};

/// The first tries of a skill: of each question in quiz or lab the first answer of each learning day on which it is asked, and of each card
/// the first recall after a night, right unless it was forgotten. A question that comes back on another day is a fresh check of what is
/// remembered: without it a learner who missed the first answers could never prove the skill. Placement is no try: it asks before anything
/// was learned here. Those of questions and cards that the course has no more stay, so that an update takes nothing away. By time, as at
/// `now`: see placeInTime().
[[nodiscard]] std::vector<Try> firstTries(const domain::SkillProgress& progress, qint64 now);

/// Whether a question was answered other than for placement: the skill is begun.
[[nodiscard]] bool hasAnswers(const domain::SkillProgress& progress);

/// Mean chance of recall of the cards that are introduced and not suspended; none without any. A card that the course has no more does not
/// count: nothing could keep it from being forgotten. Days since the last recall are counted in learning days.
[[nodiscard]] std::optional<double> meanRecall(const domain::Skill& skill, const domain::SkillProgress& progress, const Moment& moment);

[[nodiscard]] MasteryStanding masteryOf(const domain::Skill& skill, const domain::SkillProgress& progress, const Moment& moment);

/// Whether an answer or a recall after `since` (UTC milliseconds) was wrong: what re-opens an assumed skill. Placement itself does not.
/// Where `since` lies ahead of `now`, by a clock that was ahead, every wrong one counts.
[[nodiscard]] bool hasFailedSince(const domain::SkillProgress& progress, qint64 since, qint64 now);

} // namespace waymark::learning
