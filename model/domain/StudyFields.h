// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyRecords.h>
#include <domain/RecordOf.h>

namespace waymark::domain {

/// The fields of the records in StudyRecords.h, as RecordFields.h says.

template <RecordOf<Learner> R, class Visit> void visitFields(R& learner, Visit&& visit)
{
    visit("name", learner.name);
}

template <RecordOf<Goal> R, class Visit> void visitFields(R& goal, Visit&& visit)
{
    visit("milestone", goal.milestone);
    visit("hoursPerWeek", goal.hoursPerWeek);
    visit("deadline", goal.deadline);
}

template <RecordOf<Choice> R, class Visit> void visitFields(R& choice, Visit&& visit)
{
    visit("members", choice.members);
}

template <RecordOf<StudyRhythm> R, class Visit> void visitFields(R& rhythm, Visit&& visit)
{
    visit("minutes", rhythm.minutes);
    visit("cue", rhythm.cue);
    visit("cueMinutes", rhythm.cueMinutes);
    visit("doingLimit", rhythm.doingLimit);
}

template <RecordOf<DaysOff> R, class Visit> void visitFields(R& off, Visit&& visit)
{
    visit("first", off.first);
    visit("last", off.last);
    visit("reason", off.reason);
}

template <RecordOf<OrderWish> R, class Visit> void visitFields(R& wish, Visit&& visit)
{
    visit("before", wish.before);
    visit("after", wish.after);
    visit("at", wish.at);
}

template <RecordOf<BoardPlace> R, class Visit> void visitFields(R& place, Visit&& visit)
{
    visit("lane", place.lane);
    visit("at", place.at);
}

template <RecordOf<TimeEntry> R, class Visit> void visitFields(R& entry, Visit&& visit)
{
    visit("skill", entry.skill);
    visit("start", entry.start);
    visit("minutes", entry.minutes);
    visit("offset", entry.offset);
}

template <RecordOf<RunningTimer> R, class Visit> void visitFields(R& timer, Visit&& visit)
{
    visit("skill", timer.skill);
    visit("startedAt", timer.startedAt);
    visit("runningSince", timer.runningSince);
    visit("milliseconds", timer.milliseconds);
    visit("focusMinutes", timer.focusMinutes);
    visit("breakMinutes", timer.breakMinutes);
}

} // namespace waymark::domain
