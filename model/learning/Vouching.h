// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <learning/SkillStates.h>

#include <optional>
#include <vector>

namespace waymark::learning {

/// Who vouches for a skill.
enum class Standing { Self, Test, Peer, Mentor };

[[nodiscard]] QString toString(Standing standing); ///< the word used in JSON, such as "self"
[[nodiscard]] std::optional<Standing> standingFrom(const QString& word);

/// A piece of evidence as a sign-off has seen it, and what became of it. A sign-off names hashes alone: the piece that is named is one that
/// the reviewer did not see, taken for the changed one.
struct ChangedEvidence
{
    QString item; ///< empty where it is gone
    QString id; ///< empty where it is gone
    QString hash; ///< that the reviewer saw

    bool operator==(const ChangedEvidence&) const = default;
};

/// Who vouches for one skill, and whether what they saw is still there. A pure function of the skill's records and its state.
struct Vouching
{
    std::optional<Standing> standing; ///< the strongest that holds: mentor, peer, test, self; none for a skill that is not reached by work
    std::optional<domain::SignOff> signOff; ///< the latest decision that the learner accepted, whatever it was
    QString review; ///< id of the review it came with
    bool isVoid = false; ///< it approved, and evidence that it saw is changed or gone
    std::vector<ChangedEvidence> changed; ///< what makes it void

    /// The latest decision approves, and all that it saw is there.
    [[nodiscard]] bool isApproved() const { return signOff && !isVoid && domain::approves(signOff->decision); }
    bool operator==(const Vouching&) const = default;
};

/// Practised stands for the learner's own word, mastered and fading for a test. An accepted approval adds peer or mentor as long as every
/// piece of evidence that it saw is there unchanged; evidence added since does not void it. A newer decision replaces older ones: a
/// mentor's all, a fellow learner's those of fellow learners. Newer means decided later; a date ahead of the acceptance counts as the
/// acceptance.
[[nodiscard]] Vouching vouchingOf(const domain::SkillProgress& progress, SkillState state);

/// What is known of a sign-off's signature today: a key that was new when it was accepted may have been compared since, and one that was
/// known may have been forgotten. `keys` are those of the reviewers by fingerprint.
[[nodiscard]] domain::SignatureState signatureNow(const domain::SignOff& signOff, const QMap<QString, domain::PinnedKey>& keys);

/// An approval by a mentor that still holds, whatever the state of the skill.
[[nodiscard]] bool isApprovedByMentor(const domain::SkillProgress& progress);

/// True for a skill that waits for a reviewer: finished by work (practised, mastered, fading), not signed off, and not sent back by a
/// decision after which no evidence changed.
[[nodiscard]] bool isSubmitted(const domain::SkillProgress& progress, SkillState state);

} // namespace waymark::learning
