// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Standing.h>
#include <learning/StudyCalendar.h>

#include <optional>
#include <vector>

namespace waymark::learning {

/// What is known of a learner's speed: the logarithm of actual over estimated hours, normally distributed.
struct SpeedBelief
{
    double mean = 0;
    double sigma = 0.35;
    int skills = 0; ///< finished ones that it rests on

    [[nodiscard]] double factor() const; ///< the median: 1.2 is a fifth slower than the estimates
    bool operator==(const SpeedBelief&) const = default;
};

/// Noise of a single skill's hours around the estimate, as the sigma of their logarithm.
inline constexpr double skillSigma = 0.5;

/// The prior and what each finished skill with logged time adds to it: a normal prior over observations of known noise (A. Gelman et al.,
/// Bayesian Data Analysis, section 2.5). A skill's log counts as at least a quarter and at most four times its estimate, since a log
/// that was kept now and then says little. Skills that were skipped or assumed say nothing.
[[nodiscard]] SpeedBelief speedOf(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states);

/// How the hours of past weeks kept to the plan.
struct WeekShares
{
    std::vector<double> shares; ///< logged over planned, 0..3, newest week first; a forecast draws from them
    int weeks = 0; ///< of them from the log

    bool operator==(const WeekShares&) const = default;
};

/// The last twelve whole weeks (seven learning days each, ending with yesterday) since the earliest entry within them; weeks that were
/// planned free are left out. While fewer than twelve of them have any study, up to three weeks that went as planned stand beside them, so
/// that neither a single bad one decides nor a log that was kept now and then, of which empty weeks say little.
[[nodiscard]] WeekShares weekShares(const domain::Progress& progress, const StudyTimes& times, const Moment& moment);

/// Estimated hours that are left of a skill: all of them, or of one that is begun the share of its checklist that is open, a tenth at
/// least. 0 for one that is reached.
[[nodiscard]] double hoursLeftOf(const domain::Skill& skill, const domain::SkillProgress& progress, SkillState state);

/// The learner's minutes that estimated hours are most likely to add up to: with the median of the speed and the mean of the noise, which
/// for a log-normal one is exp(sigma^2 / 2) times its median.
[[nodiscard]] double expectedMinutes(double hours, const SpeedBelief& speed);

struct ForecastInput
{
    std::vector<double> hours; ///< left of each skill on the way, estimated; those of 0 and less are left out
    StudyTimes times;
    QDate today; ///< a learning day; the first on which something is learned
    std::vector<double> recall {}; ///< minutes of recall a day, see StudyCalendar
    SpeedBelief speed {};
    std::vector<double> shares { 1.0 }; ///< see WeekShares; none: as planned
    QDate deadline {}; ///< null for none

    bool operator==(const ForecastInput&) const = default;
};

struct ForecastSettings
{
    int runs = 10'000;
    double sigma = skillSigma;
    quint64 seed = 1;

    bool operator==(const ForecastSettings&) const = default;
};

enum class ForecastState {
    Dated,
    Reached, ///< nothing is left
    NoHours, ///< no weekday has any minutes
    TooFar, ///< the hours do not suffice within a hundred years
};

struct Forecast
{
    ForecastState state = ForecastState::NoHours;
    double hoursLeft = 0; ///< estimated, before speed and noise
    QDate p50; ///< reached by then in half of the runs; null where more than that are too far off
    QDate p85;
    std::optional<double> chance; ///< of the deadline, 0..1; none without one
    std::vector<QDate> dates {}; ///< of all percents, 1 to 99; null where too far off

    bool operator==(const Forecast&) const = default;
};

/// When the work will be done, by Monte Carlo (N. Metropolis and S. Ulam, The Monte Carlo Method, JASA 44, 1949). In each run one speed for
/// all skills is drawn from the belief, log-normal noise for each skill (median 1), and for each week of the calendar one of the shares,
/// which its minutes are multiplied by. Chance comes from counters instead of a sequence (J. Salmon et al., Parallel Random Numbers: As
/// Easy as 1, 2, 3, SC11): what a run draws for a skill or week does not depend on how many came before, so the same seed gives the same
/// dates, and more hours or fewer skills never a later one. Skills are told apart by their place in `hours`, which is best kept when
/// forecasts are compared.
[[nodiscard]] Forecast forecast(const ForecastInput& input, const ForecastSettings& settings = {});

} // namespace waymark::learning
