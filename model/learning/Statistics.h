// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Forecast.h>
#include <learning/LearningDays.h>

#include <QDate>

#include <optional>
#include <vector>

namespace waymark::learning {

/// Seven learning days of a learner. A week counts what was begun in it: an entry belongs to the day of its start.
struct WeekFigures
{
    QDate first;
    int minutes = 0; ///< studied in it; two entries of the same hour count twice
    int minutesInAll = 0; ///< by its end
    int reached = 0; ///< skills reached in it
    int reachedInAll = 0; ///< by its end

    bool operator==(const WeekFigures&) const = default;
};

/// Minutes studied on each day from `first` to today.
struct StudyDays
{
    QDate first;
    std::vector<int> minutes;

    [[nodiscard]] int daysStudied() const;
    [[nodiscard]] int total() const;
    bool operator==(const StudyDays&) const = default;
};

/// How well cards were remembered in a week.
struct RecallWeek
{
    QDate first;
    int recalls = 0; ///< that count, at least 1
    int remembered = 0; ///< of them

    [[nodiscard]] double retention() const { return static_cast<double>(remembered) / recalls; } ///< 0..1
    bool operator==(const RecallWeek&) const = default;
};

/// What a finished skill was estimated at and what it took.
struct EstimateFigures
{
    int skill = 0; ///< index in the course
    double estimated = 0; ///< hours, more than 0
    double actual = 0; ///< hours, more than 0

    [[nodiscard]] double ratio() const { return actual / estimated; } ///< 1.2 is a fifth more than the estimate
    bool operator==(const EstimateFigures&) const = default;
};

/// How far a learner is with an area, in skills and in the estimated hours of all of them, on the way or not.
struct AreaFigures
{
    int area = 0; ///< index into Course::areas
    int done = 0;
    int total = 0;
    double hours = 0;
    double hoursLeft = 0; ///< see hoursLeftOf()

    bool operator==(const AreaFigures&) const = default;
};

/// What the records of a learner add up to, as of a moment. It refers to what it is made of and counts anew at each question.
///
/// Days are learning days: of ticks and marks in the zone of the learner, of time and recalls at the offset that they were made at. Series
/// end with the present week and begin with that of the first record, but never more than longestSeries weeks ago: what is older stands in
/// the sums that they begin with. So does what lies on a day after today, by a clock that was ahead: it counts as the oldest, as elsewhere.
/// Time that was spent on a day which has begun there but not yet here counts for today until it has.
class Statistics
{
public:
    static constexpr int longestSeries = 157; ///< weeks: three years and the present one
    static constexpr int weeksOfDays = 53;

    /// `states` are those of `progress` over `roadmap` at `moment`; `firstDay` is that of a week.
    Statistics(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states,
        const Moment& moment, Qt::DayOfWeek firstDay);

    [[nodiscard]] QDate today() const { return m_today; } ///< the learning day

    /// Every week of the series. Skills count from the moment that reachedAt() gives, those in `way` alone (indices; empty: all skills).
    /// The last sum is the number of those that are reached now. Empty where no time is logged and nothing is reached.
    [[nodiscard]] std::vector<WeekFigures> weeks(const std::vector<int>& way = {}) const;

    /// From the first day of the week 52 weeks ago to today. Other days count nowhere.
    [[nodiscard]] StudyDays days() const;

    /// The weeks of the series in which something was recalled. A recall counts that was made at least one learning day after the one
    /// before: what is asked again within minutes shows no memory. Remembered is every grade but Again. What was recalled before the
    /// series, or ahead of the clock, is left out.
    [[nodiscard]] std::vector<RecallWeek> recallWeeks() const;

    /// Of each skill that was finished by study and has logged time and an estimate, in the order of the course. Skipped and assumed ones
    /// took no time here.
    [[nodiscard]] std::vector<EstimateFigures> estimates() const;

    /// Of each area that has skills, in the order of the course.
    [[nodiscard]] std::vector<AreaFigures> areas() const;

    /// When a skill was reached: marked as done, or the last item of its whole checklist ticked, whichever came first; skipped or assumed.
    /// UTC milliseconds; none for a skill that is not reached. That a skill was begun anew in between is not seen.
    [[nodiscard]] std::optional<qint64> reachedAt(int skill) const;

private:
    /// Null for what counts as the oldest.
    [[nodiscard]] QDate dayOf(qint64 moment, LearningDays& days) const;
    [[nodiscard]] QDate dayOf(const domain::TimeEntry& entry, LearningDays& days) const;
    [[nodiscard]] QDate weekOf(QDate day) const;
    [[nodiscard]] QDate firstOfSeries() const;

    const domain::Roadmap& m_roadmap;
    const domain::Progress& m_progress;
    const std::vector<SkillState>& m_states;
    Moment m_moment;
    Qt::DayOfWeek m_firstDay;
    QDate m_today;
};

/// The band of a forecast: with a chance of 15, 50 and 85 % all is done by then. Null dates are too far off.
struct ForecastBand
{
    QDate early;
    QDate middle;
    QDate late;

    bool operator==(const ForecastBand&) const = default;
};

/// None for a forecast without a date.
[[nodiscard]] std::optional<ForecastBand> bandOf(const Forecast& forecast);

} // namespace waymark::learning
