// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>

namespace waymark::domain {

/// The edits of plan and week, as those of Edits.h: UnknownSkill for what the course does not have, InvalidTime for times and days that
/// cannot be, InvalidText for words that are too long. Nothing is said about what may overlap: two entries of the same hour count twice.

inline constexpr int longestEntry = 24 * 60; ///< minutes
inline constexpr int longestCue = 200; ///< UTF-16 code units, as of the reason of days off
inline constexpr int mostInDoing = 9;

/// The minutes of each weekday: the goal's hours a week laid out as the rhythm says, evenly where it says nothing. Where the rhythm holds
/// another sum, each day keeps its share; what does not divide goes to the days with the largest rest. All 0 without hours a week.
[[nodiscard]] WeekMinutes weekMinutes(const Goal& goal, const StudyRhythm& rhythm);

/// The rhythm, and the hours a week of the goal that its minutes add up to: one edit. InvalidTime for a day over 1440 minutes, a week over
/// 112 hours, a cue without minutes or a limit that is not 1 to 9.
[[nodiscard]] Result<Edit> setRhythm(const EditContext& context, const StudyRhythm& rhythm);

/// From the first to the last day, at most a hundred years, between 1970 and 2200. The id of new days off is the edit's.
[[nodiscard]] Result<Edit> addDaysOff(const EditContext& context, const DaysOff& daysOff);
[[nodiscard]] Result<Edit> removeDaysOff(const EditContext& context, const QString& id); ///< UnknownEntry

/// To study `skill` before another one, or later: after it. A skill has one wish: a new one replaces it. The latest of all wishes by its
/// time even where the clock was set back. InvalidTime for a skill before or after itself.
[[nodiscard]] Result<Edit> wishOrder(const EditContext& context, const QString& skill, const QString& before);
[[nodiscard]] Result<Edit> wishLater(const EditContext& context, const QString& skill, const QString& after);
[[nodiscard]] Result<Edit> forgetWish(const EditContext& context, const QString& skill);
[[nodiscard]] bool canForgetWish(const EditContext& context, const QString& skill);

/// Whether a skill still stands where it was put by hand: nothing of it was marked or ticked since. What lies ahead of `now` was kept by a
/// clock that was ahead, and counts as before all else.
[[nodiscard]] bool placeHolds(const BoardPlace& place, const SkillProgress& skill, qint64 now);

/// Moves a skill to a column of the board. Doing starts it and Done finishes it, by the edits that do so elsewhere; the other columns keep
/// a BoardPlace. Refused for a skill that is skipped, which stands in none, and for one that is done, but to Waiting and back to Done.
/// What the board itself forbids, such as a full Doing, BoardDesk says. `overLock` as in startSkill().
[[nodiscard]] Result<Edit> moveOnBoard(const EditContext& context, const QString& skill, BoardLane lane, bool overLock = false);

/// Minutes: 1 to 1440. `start` in UTC milliseconds; neither it nor the end lie after now. `offset` in minutes east of UTC, where the time
/// was spent in another place than that of the context.
[[nodiscard]] Result<Edit> addTime(
    const EditContext& context, const QString& skill, qint64 start, int minutes, std::optional<int> offset = std::nullopt);
[[nodiscard]] Result<Edit> changeTime(const EditContext& context, const QString& id, const TimeEntry& entry); ///< and UnknownEntry
[[nodiscard]] Result<Edit> removeTime(const EditContext& context, const QString& id); ///< UnknownEntry

/// How a watch asks for breaks: minutes of work and of the break after them, both 0 for none.
struct Focus
{
    int minutes = 0; ///< 1..240
    int breakMinutes = 0; ///< 1..120

    bool operator==(const Focus&) const = default;
};

/// A watch that runs on another skill is stopped first, in the same edit; one that is paused on this skill goes on. A focus that is given
/// is taken by the watch that is there; none leaves it the one that it has.
[[nodiscard]] Result<Edit> startTimer(const EditContext& context, const QString& skill, const Focus& focus = {});
/// As of `at`, when the learner went away: not before the watch was last started, nor after now. NoTimer.
[[nodiscard]] Result<Edit> pauseTimer(const EditContext& context, qint64 at);
/// From now on; or from `from` on, where a part of the pause was study after all. On another learning day than the watch was started on,
/// it is started anew, and what it counted becomes an entry of the day that it is of: one edit, and a step of undo. NoTimer. InvalidTime
/// after now, where the watch would have run for longer than it is there, or where what it counted is more than a day.
[[nodiscard]] Result<Edit> resumeTimer(const EditContext& context, std::optional<qint64> from = std::nullopt);
/// Takes the watch off and keeps its time as an entry of the place where that is done, in whole minutes; under half a minute nothing is
/// kept. NoTimer. InvalidTime where it ran for more than a day: then the learner says how many minutes were study.
[[nodiscard]] Result<Edit> stopTimer(const EditContext& context, std::optional<int> minutes = std::nullopt);
/// The id of the entry that a watch leaves, which follows from skill and start: of two copies that were made while it ran each leaves the
/// same one. Where the record has it already, the longer time of both stands: they began at one moment, so they are not added up.
[[nodiscard]] QString entryId(const RunningTimer& timer);
[[nodiscard]] Result<Edit> dropTimer(const EditContext& context); ///< keeps nothing; NoTimer

} // namespace waymark::domain
