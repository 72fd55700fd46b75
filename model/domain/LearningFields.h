// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/LearningRecords.h>
#include <domain/RecordOf.h>

namespace waymark::domain {

/// The fields of the records in LearningRecords.h, as RecordFields.h says.

template <RecordOf<Attempt> R, class Visit> void visitFields(R& attempt, Visit&& visit)
{
    visit("source", attempt.source);
    visit("right", attempt.right);
    visit("first", attempt.first);
    visit("hints", attempt.hints);
    visit("milliseconds", attempt.milliseconds);
    visit("answer", attempt.answer);
    visit("at", attempt.at);
    visit("offset", attempt.offset);
}

template <RecordOf<Recall> R, class Visit> void visitFields(R& recall, Visit&& visit)
{
    visit("grade", recall.grade);
    visit("stability", recall.after.stability);
    visit("difficulty", recall.after.difficulty);
    visit("elapsedDays", recall.elapsedDays);
    visit("algorithm", recall.algorithm);
    visit("weights", recall.weights);
    visit("milliseconds", recall.milliseconds);
    visit("at", recall.at);
    visit("offset", recall.offset);
    visit("retention", recall.retention);
}

/// The memory of a card is two fields, `stability` and `difficulty`, or none.
template <RecordOf<CardState> R, class Visit> void visitFields(R& card, Visit&& visit)
{
    visit("phase", card.schedule.phase);
    visit("step", card.schedule.step);
    visit("memory", card.schedule.memory);
    visit("last", card.schedule.last);
    visit("due", card.schedule.due);
    visit("scheduledDays", card.schedule.scheduledDays);
    visit("reps", card.schedule.reps);
    visit("lapses", card.schedule.lapses);
    visit("introduced", card.introduced);
    visit("suspended", card.suspended);
    visit("buriedUntil", card.buriedUntil);
}

template <RecordOf<OwnCard> R, class Visit> void visitFields(R& card, Visit&& visit)
{
    visit("front", card.front);
    visit("back", card.back);
    visit("at", card.at);
}

template <RecordOf<RecallOptions> R, class Visit> void visitFields(R& options, Visit&& visit)
{
    visit("retention", options.retention);
    visit("minutes", options.minutes);
    visit("newPerDay", options.newPerDay);
}

} // namespace waymark::domain
