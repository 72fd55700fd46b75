// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ReviewSignature.h>
#include <exchange/SigningKey.h>

#include <ReviewSpoiler.h>

/// Reviews that can be read: forged ones, and those that only look dangerous.
namespace waymark::fixture {

/// H15: reviews that can be read and whose signature is Bad. They are refused as BadSignature before anything is shown of them.
inline std::vector<HostileReview> forgedReviews(const exchange::ReviewDocument& good = review())
{
    using namespace exchange;
    const SigningKey mentor = SigningKey::fromSeed(QByteArray(32, '\1'), u"Grace Example"_s);
    const SigningKey stranger = SigningKey::fromSeed(QByteArray(32, '\2'), u"Mallory"_s);
    const ReviewDocument intact = signedReview(good, mentor).value();
    const ReviewSpoiler spoiler(intact);
    const auto changed = [&intact](const auto& change) {
        ReviewDocument review = intact;
        change(review);
        return reviewToJson(review);
    };
    const auto forged = [](const char* name, const QByteArray& bytes) {
        return HostileReview { name, bytes, ErrorCode::BadSignature, {} };
    };
    return {
        forged("decision turned", spoiler.set("/decisions/1/decision", "\"approve\"")),
        forged("comment softened", spoiler.set("/comments/0/kind", "\"praise\"")),
        forged("hash of other evidence", spoiler.set("/decisions/0/seen/0", quoted(QByteArray(64, '9')))),
        forged("carried to another plan", spoiler.set("/plan", "\"55555555-5555-4555-8555-555555555555\"")),
        forged("carried to another revision", spoiler.set("/revision", quoted(QByteArray(64, 'b')))),
        forged("dated later", spoiler.set("/created", "\"2027-01-01T00:00:00.000Z\"")),
        forged("under a new id", spoiler.set("/review", "\"66666666-6666-4666-8666-666666666666\"")),
        forged("under another name", spoiler.set("/reviewer/name", "\"Somebody Else\"")),
        forged("a key added", spoiler.withKey("\"x\": 1")),
        forged("a decision less", changed([](ReviewDocument& review) { review.decisions.pop_back(); })),
        forged("key of a stranger put beside it", changed([&](ReviewDocument& review) { review.signature->key = stranger.publicKey(); })),
        forged("signed again by a stranger under the mentor's fingerprint", changed([&](ReviewDocument& review) {
            review.signature = ReviewSignature { stranger.publicKey(), stranger.sign(signedBytes(review)) };
        })),
        forged("signature of nothing", changed([&](ReviewDocument& review) { review.signature->value = mentor.sign({}); })),
        forged("signature of the bytes without their line",
            changed([&](ReviewDocument& review) { review.signature->value = mentor.sign(signedBytes(review).mid(18)); })),
        forged("key of zeroes", changed([](ReviewDocument& review) {
            review.signature = ReviewSignature { QByteArray(32, '\0'), QByteArray(64, '\0') };
            review.reviewer.fingerprint = fingerprintOf(review.signature->key);
        })),
    };
}

/// H7, H8, H13: reviews that are read, whatever their words look like. The names come out clean; the texts are shown as plain text.
inline std::vector<HostileReview> harmlessReviews(const exchange::ReviewDocument& good = review())
{
    const ReviewSpoiler spoiler(good);
    const auto harmless = [](const char* name, const QByteArray& bytes) { return HostileReview { name, bytes, ErrorCode::Io, {} }; };
    return {
        harmless("SQL in the name", spoiler.set("/reviewer/name", "\"Robert'); DROP TABLE review;--\"")),
        harmless("SQL in an id", spoiler.set("/comments/0/id", "\"'||(SELECT/**/1)||'\"")),
        harmless("search syntax in a text", spoiler.set("/comments/0/text", "\"\\\" NEAR( * OR \\\"\"")),
        harmless("tags in a text", spoiler.set("/overall/text", "\"</script><img src=x onerror=alert(1)>\"")),
        harmless("bidi and zero width in the name", spoiler.set("/reviewer/name", "\"\\u202eGra\\u200bce\\u0007 Example\"")),
        harmless("many marks on one letter", spoiler.set("/comments/1/text", quoted("a" + QByteArray("\\u0301").repeated(2'000)))),
        harmless("no name", spoiler.set("/reviewer/name", "\"\"")),
        harmless("from the far future", spoiler.set("/created", "\"9999-12-31T23:59:59.999Z\"")),
        harmless("a skill of no course", spoiler.set("/comments/0/skill", "\"no-such-skill\"")),
        harmless("an endorsement", spoiler.set("/decisions/0/endorsement", "\"eyJ0.e30.c2ln\"")),
        harmless("unknown keys everywhere", spoiler.withKey("\"x\": {\"__proto__\": {\"a\": [1e300, -0.0]}}")),
    };
}

} // namespace waymark::fixture
