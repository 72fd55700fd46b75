// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <concepts>

namespace waymark::domain {

/// The fields of each kind of record, once for the journal and for the tables: `visit(name, field)` is called with the name that a field
/// has in JSON, in the order of its columns. Who reads gives a record that is not const.

/// Bytes that are text in UTF-8; other bytes are told from them where a format knows no bytes.
template <class Bytes> struct Utf8
{
    Bytes bytes; ///< a reference
};

template <class R, class Kind>
concept RecordOf = std::same_as<std::remove_const_t<R>, Kind>;

template <RecordOf<SkillMark> R, class Visit> void visitFields(R& mark, Visit&& visit)
{
    visit("mark", mark.mark);
    visit("at", mark.at);
    visit("startedAt", mark.startedAt);
    visit("overLock", mark.overLock);
}

template <RecordOf<ItemMark> R, class Visit> void visitFields(R& mark, Visit&& visit)
{
    visit("at", mark.at);
}

template <RecordOf<Evidence> R, class Visit> void visitFields(R& proof, Visit&& visit)
{
    visit("kind", proof.kind);
    visit("text", proof.text);
    visit("at", proof.at);
}

template <RecordOf<Note> R, class Visit> void visitFields(R& note, Visit&& visit)
{
    visit("text", note.text);
    visit("shared", note.shared);
    visit("at", note.at);
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

template <RecordOf<Learner> R, class Visit> void visitFields(R& learner, Visit&& visit)
{
    visit("name", learner.name);
}

template <RecordOf<TimeEntry> R, class Visit> void visitFields(R& entry, Visit&& visit)
{
    visit("skill", entry.skill);
    visit("start", entry.start);
    visit("minutes", entry.minutes);
}

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

template <RecordOf<MentorQuestion> R, class Visit> void visitFields(R& question, Visit&& visit)
{
    visit("text", question.text);
    visit("at", question.at);
}

template <RecordOf<SelfScore> R, class Visit> void visitFields(R& score, Visit&& visit)
{
    visit("level", score.level);
    visit("at", score.at);
}

template <RecordOf<ReceivedReview> R, class Visit> void visitFields(R& review, Visit&& visit)
{
    visit("json", Utf8<decltype((review.json))> { review.json });
    visit("reviewer", review.reviewer);
    visit("fingerprint", review.fingerprint);
    visit("revision", review.revision);
    visit("created", review.created);
    visit("at", review.at);
}

template <RecordOf<ReviewAnswer> R, class Visit> void visitFields(R& answer, Visit&& visit)
{
    visit("answer", answer.kind);
    visit("at", answer.at);
}

template <RecordOf<SignOff> R, class Visit> void visitFields(R& signOff, Visit&& visit)
{
    visit("decision", signOff.decision);
    visit("role", signOff.role);
    visit("reviewer", signOff.reviewer);
    visit("fingerprint", signOff.fingerprint);
    visit("signature", signOff.signature);
    visit("created", signOff.created);
    visit("at", signOff.at);
    visit("seen", signOff.seen);
}

template <RecordOf<PinnedKey> R, class Visit> void visitFields(R& key, Visit&& visit)
{
    visit("name", key.name);
    visit("key", key.key);
    visit("firstReview", key.firstReview);
    visit("confirmed", key.confirmed);
    visit("at", key.at);
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

template <RecordOf<RunningTimer> R, class Visit> void visitFields(R& timer, Visit&& visit)
{
    visit("skill", timer.skill);
    visit("startedAt", timer.startedAt);
    visit("runningSince", timer.runningSince);
    visit("milliseconds", timer.milliseconds);
    visit("focusMinutes", timer.focusMinutes);
    visit("breakMinutes", timer.breakMinutes);
}

/// A record of a kind with the values that its fields begin with.
[[nodiscard]] Record emptyRecord(RecordKind kind);

} // namespace waymark::domain
