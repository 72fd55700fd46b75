// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace waymark::domain {

/// The records of the round trip with a mentor. Times are UTC milliseconds since the epoch.

/// What a reviewer decides about one skill, or about the plan as a whole.
enum class Decision { Approve, ApproveWithNotes, RequestChanges, Reject };

/// What the reviewer is to the learner, in the reviewer's own words.
enum class ReviewerRole { Mentor, Peer };

/// What is known of the signature under a review. A bad one is refused and never stored.
enum class SignatureState {
    None, ///< the review is not signed
    Unknown, ///< the signature holds; the key is new to the learner, or another than this reviewer had before
    Verified, ///< the signature holds, by a key that the learner knows
    Bad, ///< the signature does not belong to these bytes
};

[[nodiscard]] QString toString(Decision decision); ///< "approve", "approve-with-notes", "request-changes", "reject"
[[nodiscard]] std::optional<Decision> decisionFrom(const QString& word);
[[nodiscard]] QString toString(ReviewerRole role); ///< "mentor", "peer"
[[nodiscard]] std::optional<ReviewerRole> reviewerRoleFrom(const QString& word);
[[nodiscard]] QString toString(SignatureState state); ///< "none", "unknown", "verified", "bad"
[[nodiscard]] std::optional<SignatureState> signatureStateFrom(const QString& word);
[[nodiscard]] inline bool approves(Decision decision)
{
    return decision == Decision::Approve || decision == Decision::ApproveWithNotes;
}

/// What the learner asks the mentor about a skill. Goes out with the plan.
struct MentorQuestion
{
    QString text;
    qint64 at = 0;

    bool operator==(const MentorQuestion&) const = default;
};

/// The learner's own score on one criterion of a rubric: 0 to 3.
struct SelfScore
{
    int level = 0;
    qint64 at = 0;

    bool operator==(const SelfScore&) const = default;
};

/// A review as it came, whole, so that its signature can be checked again and a plan can carry it. It changes nothing by itself.
struct ReceivedReview
{
    QByteArray json; ///< the review file, in canonical form
    QString reviewer;
    QString fingerprint; ///< of the key that signed it; empty without a signature
    QString revision; ///< of the plan that was looked at
    qint64 created = 0;
    qint64 at = 0; ///< when it arrived

    bool operator==(const ReceivedReview&) const = default;
};

/// The entry of a review that is its decision about a skill, and back: "decision:" and the id of the skill. Other entries are the ids of
/// comments, and overallEntry.
[[nodiscard]] QString decisionEntry(const QString& skill);
[[nodiscard]] std::optional<QString> decidedSkill(const QString& entry);
inline const QString overallEntry = QStringLiteral("overall");

/// What the learner did with one entry of a review. No record means: not looked at yet.
struct ReviewAnswer
{
    enum class Kind {
        Accepted, ///< a decision taken over, or a comment to work on
        Rejected,
        Resolved, ///< a comment that was worked on
    };

    Kind kind = Kind::Accepted;
    qint64 at = 0;

    bool operator==(const ReviewAnswer&) const = default;
};

[[nodiscard]] QString toString(ReviewAnswer::Kind kind); ///< "accepted", "rejected", "resolved"
[[nodiscard]] std::optional<ReviewAnswer::Kind> reviewAnswerFrom(const QString& word);

/// A reviewer's decision about a skill that the learner has accepted.
struct SignOff
{
    Decision decision = Decision::Approve;
    ReviewerRole role = ReviewerRole::Mentor;
    QString reviewer;
    QString fingerprint; ///< empty without a signature
    SignatureState signature = SignatureState::None; ///< when it was accepted
    qint64 created = 0; ///< when the reviewer decided
    qint64 at = 0; ///< when the learner accepted
    QStringList seen; ///< hashes of the evidence that the reviewer saw, sorted; see hashOf(Evidence)

    bool operator==(const SignOff&) const = default;
};

/// A reviewer's public key, kept from the first review that it signed.
struct PinnedKey
{
    QString name; ///< of the reviewer, as that review gave it
    QByteArray key; ///< Ed25519, 32 bytes
    QString firstReview; ///< id of the review with which it came; empty for a key that was imported by itself
    bool confirmed = false; ///< the learner compared its fingerprint
    qint64 at = 0;

    bool operator==(const PinnedKey&) const = default;
};

} // namespace waymark::domain
