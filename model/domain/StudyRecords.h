// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace waymark::domain {

/// The records of plan and week: who learns for what, and when. Times are UTC milliseconds since the epoch.

struct Learner
{
    QString name;

    bool operator==(const Learner&) const = default;
};

/// What is learnt for, and when.
struct Goal
{
    QString milestone;
    double hoursPerWeek = 0; ///< 0 means not chosen
    QDate deadline; ///< null means none

    bool operator==(const Goal&) const = default;
};

/// The members that the learner picked of one choice group.
struct Choice
{
    QStringList members;

    bool operator==(const Choice&) const = default;
};

/// Minutes of each weekday, Monday first.
using WeekMinutes = std::array<int, 7>;

/// When a learner means to study. How much a week holds is the goal's to say; this says how it lies on the days (see weekMinutes()).
struct StudyRhythm
{
    WeekMinutes minutes {}; ///< 0..1440 each; all 0 for evenly
    QString cue; ///< after what study begins, in the learner's words: "breakfast"; empty for none
    int cueMinutes = 0; ///< that it then lasts, 1..1440; 0 without a cue
    int doingLimit = 3; ///< skills that may stand in Doing at once, 1..9

    bool operator==(const StudyRhythm&) const = default;
};

/// Days without study, both included.
struct DaysOff
{
    QDate first;
    QDate last;
    QString reason {}; ///< may be empty

    bool operator==(const DaysOff&) const = default;
};

/// The wish to study a skill before or after another one: of the two ids exactly one is not empty.
struct OrderWish
{
    QString before;
    QString after;
    qint64 at = 0; ///< a later wish overrules an earlier one

    [[nodiscard]] bool isAfter() const { return before.isEmpty(); }
    [[nodiscard]] const QString& other() const { return isAfter() ? after : before; }

    bool operator==(const OrderWish&) const = default;
};

/// The columns of the board.
enum class BoardLane { Backlog, Week, Doing, Waiting, Done };
inline constexpr std::array boardLanes { BoardLane::Backlog, BoardLane::Week, BoardLane::Doing, BoardLane::Waiting, BoardLane::Done };

[[nodiscard]] QString toString(BoardLane lane); ///< "backlog", "week", "doing", "waiting", "done"
[[nodiscard]] std::optional<BoardLane> boardLaneFrom(const QString& word);

/// Where the learner put a skill on the board. It holds until the skill is worked on; Doing always follows from the skill itself.
struct BoardPlace
{
    BoardLane lane = BoardLane::Backlog;
    qint64 at = 0;

    bool operator==(const BoardPlace&) const = default;
};

/// Study time on one skill. It belongs to the learning day on which it began, in the place where that was.
struct TimeEntry
{
    QString skill;
    qint64 start = 0;
    int minutes = 0;
    std::optional<int> offset {}; ///< minutes east of UTC at its start; none, of one from before 0006: where it is counted

    bool operator==(const TimeEntry&) const = default;
};

/// The watch that runs on a skill. There is one at most.
struct RunningTimer
{
    QString skill;
    qint64 startedAt = 0;
    qint64 runningSince = 0; ///< 0 while it is paused
    qint64 milliseconds = 0; ///< that it ran until then
    int focusMinutes = 0; ///< of each stretch of work, 1..240; 0 for work without set breaks
    int breakMinutes = 0; ///< after each stretch, 1..120

    [[nodiscard]] bool isRunning() const { return runningSince != 0; }
    /// Never negative: a clock that was set back adds nothing.
    [[nodiscard]] qint64 elapsed(qint64 now) const;
    bool operator==(const RunningTimer&) const = default;
};

} // namespace waymark::domain
