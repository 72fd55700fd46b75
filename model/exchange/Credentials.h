// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>
#include <exchange/PlanDocument.h>
#include <exchange/ReviewDocument.h>

namespace waymark::exchange {

class SigningKey;

/// What goes out of a plan as credentials that others' wallets and checkers read: Open Badges 3.0 and Comprehensive Learner Record 2.0
/// (1EdTech), both on W3C Verifiable Credentials 2.0, as compact JWS with the key in the header. Nothing in them leads to a server: ids are
/// URNs and did:key.

/// Of the credential about one skill of one plan: a URN that a mentor can name before the learner has made it.
[[nodiscard]] QString credentialId(const QString& plan, const QString& skill);

/// The review with a mentor's word about each skill that it approves: an EndorsementCredential, signed with the mentor's key, with the
/// decision, its text and as evidence the hashes of what was looked at. Done before the review itself is signed.
[[nodiscard]] ReviewDocument endorsed(ReviewDocument review, const SigningKey& key);

/// An approved skill as AchievementCredential, signed with the learner's key: outcome, checklist as criteria, evidence, and the
/// endorsements that came with reviews and that still hold. Errors: UnknownSkill; Refused for a skill that nobody has signed off, or whose
/// sign-off is void.
[[nodiscard]] domain::Result<QString> badgeOf(const PlanDocument& plan, const QString& skill, const SigningKey& key, qint64 now);

/// The whole plan as ClrCredential: every skill as an achievement, "precedes" between prerequisites, and a badge for each approved skill.
[[nodiscard]] domain::Result<QString> learnerRecordOf(const PlanDocument& plan, const SigningKey& key, qint64 now);

/// The payload of a compact JWS; empty for what is none. Judges nothing.
[[nodiscard]] QByteArray payloadOf(const QString& jws);

} // namespace waymark::exchange
