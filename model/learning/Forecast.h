// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/LearnerPast.h>

#include <optional>
#include <vector>

namespace waymark::learning {

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
    double spent = 0; ///< minutes of study that are behind on `today`, see StudyCalendar

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
