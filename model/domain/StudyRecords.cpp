// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/StudyRecords.h>

#include <domain/Wording.h>

namespace waymark::domain {

namespace {

constexpr std::array laneWords { "backlog", "week", "doing", "waiting", "done" };

} // namespace

QString toString(BoardLane lane)
{
    return wordOf(laneWords, lane);
}

std::optional<BoardLane> boardLaneFrom(const QString& word)
{
    return valueOf<BoardLane>(laneWords, word);
}

qint64 RunningTimer::elapsed(qint64 now) const
{
    return milliseconds + (isRunning() ? std::max<qint64>(now - runningSince, 0) : 0);
}

} // namespace waymark::domain
