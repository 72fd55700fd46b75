// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MentorRecords.h>
#include <domain/RecordOf.h>

namespace waymark::domain {

/// The fields of the records in MentorRecords.h, as RecordFields.h says.

/// Bytes that are text in UTF-8; other bytes are told from them where a format knows no bytes.
template <class Bytes> struct Utf8
{
    Bytes bytes; ///< a reference
};

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

} // namespace waymark::domain
