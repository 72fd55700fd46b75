// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <exchange/ReviewDocument.h>

#include <QHash>

#include <optional>
#include <utility>

namespace waymark::exchange {

/// What a review would bring, for a person to look at before it is taken in, and the edit that takes it in. Taking it in changes nothing
/// but that it is there: its entries wait for the learner.
struct ReviewArrival
{
    domain::Edit edit; ///< without changes where the library has it already
    domain::SignatureState signature = domain::SignatureState::None;
    bool isThere = false; ///< the library has this review
    bool isOlderRevision = false; ///< it looked at another revision than today's
    bool isFromFuture = false; ///< its time lies more than a day ahead of the clock
    bool hasOtherKey = false; ///< the library knows this reviewer's name with another key
    QString keyOwner; ///< the other name under which the library knows the key that signed; empty for none
    QStringList unknownSkills; ///< ids in it that neither course nor records have; its entries about them are kept

    bool operator==(const ReviewArrival&) const = default;
};

/// `plan` is the library's plan id, `revision` today's. A key is pinned with the first review that it signs, unless its name is known with
/// another key. OtherPlan and BadSignature with `name` as the subject.
[[nodiscard]] domain::Result<ReviewArrival> arrivalOf(
    const domain::EditContext& context, const QString& plan, const QString& revision, const ReviewDocument& review, const QString& name);

/// What the library knows of the signature of a review that it has: Verified once the learner confirmed the key, or for every review
/// after the one with which the key came; always under the name that the key is known by alone.
[[nodiscard]] domain::SignatureState signatureIn(const domain::Progress& progress, const ReviewDocument& review);

/// Written more than a day after it came, UTC milliseconds `at`.
[[nodiscard]] bool isFromFuture(const ReviewDocument& review, qint64 at);

/// As in ReviewArrival. Names are compared as domain::isSameName() does.
[[nodiscard]] bool hasOtherKey(const domain::Progress& progress, const ReviewDocument& review);
[[nodiscard]] QString keyOwner(const domain::Progress& progress, const ReviewDocument& review);

/// One thing that a review says, where it belongs today, and what the learner did with it.
struct ReviewEntry
{
    enum class Kind { Comment, Decision, Overall };

    QString id; ///< as in ReviewAnswer's key
    Kind kind = Kind::Comment;
    QString skill; ///< moved along with the course; empty for the plan as a whole
    QString item;
    CommentKind comment = CommentKind::Improvement; ///< of a comment
    std::optional<domain::Decision> decision;
    QString text;
    std::vector<RubricScore> rubric; ///< of a decision
    std::optional<domain::ReviewAnswer> answer;
    bool isClosedByReviewer = false; ///< a later review says that the comment is dealt with
    bool isChangedSince = false; ///< of a decision: the skill's evidence is not what the reviewer saw

    /// Waits for the learner: not answered, or a comment that was accepted and is not resolved.
    [[nodiscard]] bool isOpen() const;
    bool operator==(const ReviewEntry&) const = default;
};

/// The comments that reviews close whose threads began in earlier ones: those of a signed review by one that the same key signed, those of
/// one that is not signed by any under the same name. Nobody takes back what another asked for.
class ClosedThreads
{
public:
    /// `at` is when the review arrived, UTC milliseconds; it counts as written then where its own date lies ahead.
    void add(const ReviewDocument& review, qint64 at);
    /// Whether a comment of the review was closed by its author, and not before it was written.
    [[nodiscard]] bool contains(const ReviewDocument& review, qint64 at, const QString& comment) const;

private:
    QHash<std::pair<QString, QString>, qint64> m_newest; ///< by author and comment, when it was closed last
};

/// The entries of a review: its overall word, its decisions, its comments, each in the order of the file. `closed` is what all
/// reviews closed. A comment that closes an earlier one is no entry of its own.
[[nodiscard]] std::vector<ReviewEntry> entriesOf(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const ReviewDocument& review, const ClosedThreads& closed = {});

/// Acceptance of an entry as one edit: a decision becomes a sign-off, and where it asks for changes the items with its blockers are
/// unticked; a comment becomes something to work on. UnknownEvidence for an entry that the review does not have.
[[nodiscard]] domain::Result<domain::Edit> acceptEntry(
    const domain::EditContext& context, const ReviewDocument& review, const QString& entry);
[[nodiscard]] domain::Result<domain::Edit> rejectEntry(
    const domain::EditContext& context, const ReviewDocument& review, const QString& entry);
/// Done with a comment.
[[nodiscard]] domain::Result<domain::Edit> resolveEntry(
    const domain::EditContext& context, const ReviewDocument& review, const QString& entry);
/// As if the entry had not been looked at; a sign-off that came of it goes.
[[nodiscard]] domain::Result<domain::Edit> reopenEntry(
    const domain::EditContext& context, const ReviewDocument& review, const QString& entry);

} // namespace waymark::exchange
