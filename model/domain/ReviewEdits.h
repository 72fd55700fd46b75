// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>

#include <optional>
#include <utility>

namespace waymark::domain {

/// The edits of the round trip with a mentor, under the rules of Edits.h: each function builds one edit or says why it cannot, and an edit
/// that would change nothing has no changes. A review changes nothing by itself: acceptDecision() alone writes a SignOff. A review, an
/// answer or a key that is not in the library is UnknownEvidence.

inline constexpr int maxQuestionLength = 8 * 1024; ///< UTF-16 code units
inline constexpr int highestScore = 3; ///< on a criterion; the lowest is 0
inline constexpr int signingKeyBytes = 32; ///< an Ed25519 public key (RFC 8032, section 5.1.5)

/// What the learner asks the mentor about a skill; an empty text takes the question back. UnknownSkill, InvalidText.
[[nodiscard]] Result<Edit> askMentor(const EditContext& context, const QString& skill, const QString& text);

/// The learner's own score, 0 to highestScore, on a criterion of the skill's rubric; none takes it back. Whether the rubric has the
/// criterion is the caller's to know. UnknownSkill; InvalidText for a level outside.
[[nodiscard]] Result<Edit> scoreSkill(const EditContext& context, const QString& skill, const QString& criterion, std::optional<int> level);

/// A reviewer's key under its fingerprint.
using KeyToPin = std::pair<QString, PinnedKey>;

/// Takes a review in, with the key that signed it where the learner is to keep that one; `at` and the key's firstReview are filled in here.
/// No changes where the same review is there already; a key that is pinned already is not touched. InvalidReview for a text that is empty
/// or not UTF-8, and for another review under the id of one that is there.
[[nodiscard]] Result<Edit> receiveReview(
    const EditContext& context, const QString& review, const ReceivedReview& received, const std::optional<KeyToPin>& key = std::nullopt);
[[nodiscard]] bool canReceiveReview(const EditContext& context, const QString& review);

/// What the learner does with an entry of a review: the id of a comment, decisionEntry() or overallEntry. None takes the answer back. A
/// decision can only be rejected here, or its answer taken back; both take the SignOff away that came of it. Refused for the other answers
/// to a decision.
[[nodiscard]] Result<Edit> answerReview(
    const EditContext& context, const QString& review, const QString& entry, std::optional<ReviewAnswer::Kind> kind);
[[nodiscard]] bool canAnswerReview(
    const EditContext& context, const QString& review, const QString& entry, std::optional<ReviewAnswer::Kind> kind);

/// Takes a decision over: the SignOff, with `seen` sorted and `at` filled in here, and the answer "accepted". A decision that asks for
/// changes or rejects also unticks the items named and turns a Done mark into Started; `untick` is ignored by an approval. No changes
/// where it is accepted already. UnknownSkill, UnknownItem; BadSignature for a SignOff with a bad one.
[[nodiscard]] Result<Edit> acceptDecision(
    const EditContext& context, const QString& review, const QString& skill, const SignOff& signOff, const QStringList& untick = {});
[[nodiscard]] bool canAcceptDecision(const EditContext& context, const QString& review, const QString& skill);

/// answerReview() of the decision about a skill. What an acceptance unticked stays as it is.
[[nodiscard]] Result<Edit> rejectDecision(const EditContext& context, const QString& review, const QString& skill);
[[nodiscard]] bool canRejectDecision(const EditContext& context, const QString& review, const QString& skill);

/// Keeps a reviewer's key under its fingerprint; `at` is filled in here. One that is there already is not touched. InvalidText for a key
/// that has not signingKeyBytes, or without fingerprint.
[[nodiscard]] Result<Edit> pinKey(const EditContext& context, const QString& fingerprint, const PinnedKey& key);
/// The learner compared the fingerprint.
[[nodiscard]] Result<Edit> confirmKey(const EditContext& context, const QString& fingerprint);
[[nodiscard]] bool canConfirmKey(const EditContext& context, const QString& fingerprint);
/// Sign-offs keep what was known of the key when they were accepted.
[[nodiscard]] Result<Edit> forgetKey(const EditContext& context, const QString& fingerprint);
[[nodiscard]] bool canForgetKey(const EditContext& context, const QString& fingerprint);

} // namespace waymark::domain
