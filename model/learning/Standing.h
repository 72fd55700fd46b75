// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/SkillStates.h>

#include <QDate>
#include <QTimeZone>

#include <array>

namespace waymark::learning {

/// How far a learner is with an area.
struct AreaStanding
{
    int done = 0;
    int total = 0;
    double hours = 0; ///< of all its skills

    bool operator==(const AreaStanding&) const = default;
};

/// Estimated hours that are left of a skill: all of them, or of one that is begun the share of its checklist that is open, a tenth at
/// least. 0 for one that is reached.
[[nodiscard]] double hoursLeftOf(const domain::Skill& skill, const domain::SkillProgress& progress, SkillState state);

/// How far a learner is on the way to a milestone. Of choice groups only chosen (or reached) members count.
struct MilestoneStanding
{
    int done = 0;
    int total = 0;
    double hoursLeft = 0; ///< see hoursLeftOf()

    bool operator==(const MilestoneStanding&) const = default;
};

/// The skills on the way to a milestone, ascending. A member that the learner has reached stands for its group where none was chosen.
[[nodiscard]] std::vector<int> wayTo(const domain::Roadmap& roadmap, const domain::Progress& progress,
    const std::vector<SkillState>& states, const domain::Milestone& milestone);

/// By index into Course::areas.
[[nodiscard]] std::vector<AreaStanding> areaStandings(const domain::Roadmap& roadmap, const std::vector<SkillState>& states);
[[nodiscard]] MilestoneStanding standingOf(const domain::Roadmap& roadmap, const domain::Progress& progress,
    const std::vector<SkillState>& states, const domain::Milestone& milestone);

/// A learning day begins at this local hour, so that an evening after midnight belongs to the day before.
inline constexpr int rolloverHour = 4;

/// The learning day of a moment (UTC milliseconds) in a time zone.
[[nodiscard]] QDate learningDay(qint64 at, const QTimeZone& zone);

/// Minutes studied on each of the seven learning days that begin with `first`. Time keeps the day of the place where it was spent.
struct StudyWeek
{
    QDate first;
    std::array<int, 7> minutes {};

    [[nodiscard]] int total() const;
    bool operator==(const StudyWeek&) const = default;
};

/// The week of `now` that begins on `firstDay`.
[[nodiscard]] StudyWeek studyWeek(const domain::Progress& progress, qint64 now, const QTimeZone& zone, Qt::DayOfWeek firstDay);

} // namespace waymark::learning
