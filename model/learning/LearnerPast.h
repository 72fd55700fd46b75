// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Standing.h>
#include <learning/StudyCalendar.h>

#include <optional>
#include <vector>

namespace waymark::learning {

/// Noise of a single skill's hours around the estimate, as the sigma of their logarithm.
inline constexpr double skillSigma = 0.5;

/// What is known of a learner's speed: the logarithm of actual over estimated hours, normally distributed.
struct SpeedBelief
{
    double mean = 0;
    double sigma = 0.35;
    int skills = 0; ///< finished ones that it rests on

    [[nodiscard]] double factor() const; ///< the median: 1.2 is a fifth slower than the estimates
    bool operator==(const SpeedBelief&) const = default;
};

/// Minutes that were logged of each skill until it was reached, by index; 0 for one that is not reached by study. What was studied of it
/// later, to refresh it, tells nothing of how long it took.
[[nodiscard]] std::vector<int> minutesUntilReached(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states);

/// The prior and what each finished skill with logged time adds to it: a normal prior over observations of known noise (A. Gelman et al.,
/// Bayesian Data Analysis, section 2.5). A skill's log counts as at least a quarter and at most four times its estimate, since a log
/// that was kept now and then says little. Skills that were skipped or assumed say nothing.
[[nodiscard]] SpeedBelief speedOf(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states);

/// Minutes of each weekday that the learner had set until another setting took their place.
struct EarlierMinutes
{
    QDate until; ///< the first learning day on which they no longer held
    domain::WeekMinutes minutes {};

    bool operator==(const EarlierMinutes&) const = default;
};

/// What was planned on past days. Before any hours were set the first that were count, since study can be logged before a plan is made.
struct PastTimes
{
    StudyTimes times; ///< as they are set now, with all days off
    std::vector<EarlierMinutes> earlier {}; ///< the oldest first
    double recall = 0; ///< minutes of recall a day, which are planned but not logged as study

    bool operator==(const PastTimes&) const = default;
};

/// How the hours of past weeks kept to the plan.
struct WeekShares
{
    std::vector<double> shares; ///< logged over planned, recall aside, 0..3, newest week first; a forecast draws from them
    int weeks = 0; ///< of them from the log

    bool operator==(const WeekShares&) const = default;
};

/// The last twelve whole weeks (seven learning days each, ending with yesterday) since the earliest entry within them; weeks that were
/// planned free are left out. While fewer than twelve of them have any study, up to three weeks that went as planned stand beside them, so
/// that neither a single bad one decides nor a log that was kept now and then, of which empty weeks say little. A week is measured by the
/// plan that held in it: who plans less from now on keeps that, and has not studied twice as much as planned.
[[nodiscard]] WeekShares weekShares(const domain::Progress& progress, const PastTimes& times, const Moment& moment);

} // namespace waymark::learning
