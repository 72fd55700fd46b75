// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MentorRecords.h>
#include <exchange/ExtraFields.h>

#include <optional>
#include <vector>

namespace waymark::exchange {

/// What a comment is: a blocker stands in the way of approval, an improvement does not, praise asks for nothing.
enum class CommentKind { Blocker, Improvement, Praise };

[[nodiscard]] QString toString(CommentKind kind); ///< "blocker", "improvement", "praise"
[[nodiscard]] std::optional<CommentKind> commentKindFrom(const QString& word);

struct ReviewComment
{
    QString id; ///< unique in its review
    QString skill; ///< skill or project of the plan; empty for the plan as a whole
    QString item; ///< checklist item; empty for the skill as a whole
    CommentKind kind = CommentKind::Improvement;
    QString text;
    bool resolved = false; ///< the reviewer closes a thread of an earlier review; `id` is that comment's
    ExtraFields extra;

    bool operator==(const ReviewComment&) const = default;
};

struct RubricScore
{
    QString criterion; ///< id of a RubricCriterion
    int level = 0; ///< 0..3
    ExtraFields extra;

    bool operator==(const RubricScore&) const = default;
};

struct ReviewDecision
{
    QString skill;
    domain::Decision decision = domain::Decision::Approve;
    QString text;
    std::vector<RubricScore> rubric;
    QStringList seen; ///< hashes of the skill's evidence in the plan that was looked at; see domain::hashOf(Evidence)
    QString endorsement; ///< EndorsementCredential of Open Badges 3.0 as compact JWS; empty without one
    ExtraFields extra;

    bool operator==(const ReviewDecision&) const = default;
};

struct Reviewer
{
    QString name;
    domain::ReviewerRole role = domain::ReviewerRole::Mentor;
    QString fingerprint; ///< of the key that signs; empty without one
    ExtraFields extra;

    bool operator==(const Reviewer&) const = default;
};

struct ReviewOverall
{
    std::optional<domain::Decision> decision;
    QString text;
    ExtraFields extra;

    bool operator==(const ReviewOverall&) const = default;
};

/// Ed25519 over the bytes of signedBytes().
struct ReviewSignature
{
    QByteArray key; ///< public key, 32 bytes; base64url in the file
    QByteArray value; ///< 64 bytes; base64url in the file

    bool operator==(const ReviewSignature&) const = default;
};

/// A mentor's answer to one revision of a plan, as it travels in a .wayreview file. A value without rules; made by a form or the review
/// page, written by reviewToJson(), read by readReview(), brought to the learner by reviewImportEdit().
struct ReviewDocument
{
    QString review; ///< UUID
    QString plan; ///< UUID of the plan
    QString revision; ///< that was looked at, SHA-256 in hexadecimal
    Reviewer reviewer;
    qint64 created = 0; ///< UTC milliseconds
    std::vector<ReviewComment> comments;
    std::vector<ReviewDecision> decisions; ///< at most one for a skill
    ReviewOverall overall;
    std::optional<ReviewSignature> signature;
    ExtraFields extra;
    QByteArray source; ///< canonical JSON as it was read, over which the signature is checked; empty for one that was made here

    bool operator==(const ReviewDocument&) const = default;
};

} // namespace waymark::exchange
