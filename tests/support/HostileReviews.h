// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanLimits.h>
#include <exchange/ReviewLimits.h>

#include <ReviewSpoiler.h>

/// Reviews that reading refuses, each with the code and with words of the detail.
namespace waymark::fixture {

/// H3, H4: bytes and structure.
inline std::vector<HostileReview> brokenReviews(const ReviewSpoiler& review)
{
    const QByteArray deep = QByteArray("[").repeated(200'000) + QByteArray("]").repeated(200'000);
    std::vector<HostileReview> all {
        { "nothing", {}, ErrorCode::InvalidReview, u"byte"_s },
        { "a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), ErrorCode::InvalidReview, u"byte"_s },
        { "a list", "[]", ErrorCode::InvalidReview, u"schema is missing"_s },
        { "bytes after the end", review.good() + "{}", ErrorCode::InvalidReview, u"byte"_s },
        { "half of it", review.good().left(review.good().size() / 2), ErrorCode::InvalidReview, u"byte"_s },
        { "comment of a programmer", review.withKey("/* x */"), ErrorCode::InvalidReview, u"byte"_s },
        { "NaN for a level", review.with("\"level\": 3", "\"level\": NaN"), ErrorCode::InvalidReview, u"level"_s },
        { "number out of range", review.with("\"level\": 3", "\"level\": 1e999"), ErrorCode::InvalidReview, u"out of range"_s },
        { "bad UTF-8", review.with("Grace", "Gra\xff ce"), ErrorCode::InvalidReview, u"reviewer.name"_s },
        { "overlong UTF-8", review.with("Grace", "Gra\xc0\xaf"), ErrorCode::InvalidReview, u"reviewer.name"_s },
        { "UTF-16", QByteArray("\xff\xfe{\0", 4), ErrorCode::InvalidReview, u"byte"_s },
        { "lone surrogate", review.with("Grace", "\\ud800"), ErrorCode::InvalidReview, u"reviewer.name"_s },
        { "U+0000 in a text", review.with("Good names", "\\u0000"), ErrorCode::InvalidReview, u"comments[1].text holds U+0000"_s },
        { "U+0000 in a key", review.withKey("\"a\\u0000b\": 1"), ErrorCode::InvalidReview, u"U+0000"_s },
        { "raw control in a text", review.with("Good names", "\x01"), ErrorCode::InvalidReview, u"comments[1].text"_s },
        { "duplicate key", review.withKey("\"plan\": \"x\""), ErrorCode::InvalidReview, u"plan stands there twice"_s },
        { "second decision in one object", review.with("\"skill\": \"base-b\"", "\"skill\": \"base-b\", \"skill\": \"base-a\""),
            ErrorCode::InvalidReview, u"decisions[1].skill stands there twice"_s },
        { "deep nesting", review.withKey("\"x\": " + deep), ErrorCode::TooLarge, u"nested deeper than 32"_s },
    };
    return all;
}

/// H5: too much of anything.
inline std::vector<HostileReview> hugeReviews(const ReviewSpoiler& review)
{
    using namespace exchange::limits;
    const auto text = [](qint64 size) { return quoted(QByteArray(static_cast<qsizetype>(size), 'x')); };
    const QByteArray hashes = "[" + (quoted(QByteArray(64, '3')) + ',').repeated(seenHashes) + quoted(QByteArray(64, '3')) + "]";
    QByteArray keys;
    for (int i = 0; i < jsonKeys; ++i) {
        keys += quoted("k" + QByteArray::number(i)) + ":0,";
    }
    return {
        { "8 MiB and a byte", review.good() + QByteArray(static_cast<qsizetype>(reviewBytes), ' '), ErrorCode::TooLarge, u"8 MiB"_s },
        { "ten thousand comments", review.repeated("/comments", 10'000, "id"), ErrorCode::TooLarge, u"comments holds more than 2000"_s },
        { "one comment too many", review.repeated("/comments", reviewComments + 1, "id"), ErrorCode::TooLarge, u"comments"_s },
        { "one decision too many", review.repeated("/decisions", reviewDecisions + 1, "skill"), ErrorCode::TooLarge,
            u"decisions holds more than 5000"_s },
        { "a hundred thousand objects", review.withKey("\"x\": [" + QByteArray("{},").repeated(jsonNodes) + "{}]"), ErrorCode::TooLarge,
            u"objects and arrays"_s },
        { "two million numbers", review.withKey("\"x\": [" + QByteArray("0,").repeated(2'000'000) + "0]"), ErrorCode::TooLarge,
            u"values"_s },
        { "a thousand unknown keys", review.withKey(keys + "\"last\": 0"), ErrorCode::TooLarge, u"keys in one object"_s },
        { "comment too long", review.set("/comments/1/text", text(commentBytes + 1)), ErrorCode::TooLarge,
            u"comments[1].text is longer than 16384 bytes"_s },
        { "decision's text too long", review.set("/decisions/0/text", text(decisionBytes + 1)), ErrorCode::TooLarge,
            u"decisions[0].text"_s },
        { "overall text too long", review.set("/overall/text", text(decisionBytes + 1)), ErrorCode::TooLarge, u"overall.text"_s },
        { "too many hashes seen", review.set("/decisions/0/seen", hashes), ErrorCode::TooLarge, u"decisions[0].seen"_s },
        { "too many scores", review.repeated("/decisions/0/rubric", rubricScores + 1, "criterion"), ErrorCode::TooLarge,
            u"decisions[0].rubric"_s },
        { "name too long", review.set("/reviewer/name", text(reviewerCharacters + 1)), ErrorCode::TooLarge,
            u"reviewer.name is longer than 200"_s },
        { "endorsement too long", review.set("/decisions/0/endorsement", text(endorsementBytes + 1)), ErrorCode::TooLarge,
            u"decisions[0].endorsement"_s },
    };
}

/// H7: words that are no words of ours, ids that hide something.
inline std::vector<HostileReview> misspeltReviews(const ReviewSpoiler& review)
{
    const auto invalid = [](const char* name, const QByteArray& bytes, const char* words) {
        return HostileReview { name, bytes, ErrorCode::InvalidReview, QString::fromLatin1(words) };
    };
    return {
        invalid("no schema", review.without("", "schema"), "schema is missing"),
        { "later schema", review.with("review:1\"", "review:2\""), ErrorCode::FormatNewer, u"urn:waymark:review:2"_s },
        { "a plan", review.with("urn:waymark:review:1", "urn:waymark:plan:1"), ErrorCode::UnknownFormat, u"urn:waymark:plan:1"_s },
        invalid("review is no UUID", review.set("/review", "\"first\""), "review is not a UUID"),
        invalid("review in another spelling", review.set("/review", "\"{44444444-4444-4444-8444-444444444444}\""), "review is not a UUID"),
        invalid("plan is no UUID", review.set("/plan", "\"mine\""), "plan is not a UUID"),
        invalid("plan is SQL", review.set("/plan", "\"'; DROP TABLE skill; --\""), "plan is not an id"),
        invalid("revision is no hash", review.set("/revision", "\"abc\""), "revision is not a SHA-256"),
        invalid("revision in capitals", review.set("/revision", quoted(QByteArray(64, 'A'))), "revision is not a SHA-256"),
        invalid("a comment named like the overall word", review.set("/comments/0/id", "\"overall\""), "comments[0].id is the name"),
        invalid("a comment named like a decision", review.set("/comments/0/id", "\"decision:base-a\""), "comments[0].id is the name"),
        invalid("unknown role", review.set("/reviewer/role", "\"king\""), "reviewer.role"),
        invalid("no role", review.without("/reviewer", "role"), "reviewer.role is missing"),
        invalid("reviewer is a text", review.set("/reviewer", "\"Grace\""), "reviewer is not an object"),
        invalid("reviewer is nobody", review.set("/reviewer", "null"), "reviewer is not an object"),
        invalid("fingerprint is no hash", review.set("/reviewer/fingerprint", "\"mine\""), "reviewer.fingerprint"),
        invalid("empty fingerprint", review.set("/reviewer/fingerprint", "\"\""), "reviewer.fingerprint"),
        invalid("unknown kind", review.set("/comments/0/kind", "\"insult\""), "comments[0].kind"),
        invalid("unknown decision", review.set("/decisions/0/decision", "\"crown\""), "decisions[0].decision"),
        invalid("no decision about a skill", review.set("/decisions/0/decision", "null"), "decisions[0].decision"),
        invalid("unknown overall decision", review.set("/overall/decision", "\"\""), "overall.decision"),
        invalid("no overall", review.without("", "overall"), "overall is missing"),
        invalid("id is a number", review.set("/comments/0/id", "7"), "comments[0].id is not a text"),
        invalid("id with a bidi override", review.set("/comments/0/id", "\"\\u202ec\""), "comments[0].id is not an id"),
        invalid("skill with a space", review.set("/comments/0/skill", "\"base a\""), "comments[0].skill is not an id"),
        invalid("skill with zero width", review.set("/decisions/1/skill", "\"base-\\u200bb\""), "decisions[1].skill is not an id"),
        invalid("item is a list", review.set("/comments/0/item", "[]"), "comments[0].item"),
        invalid("empty item", review.set("/comments/0/item", "\"\""), "comments[0].item"),
        invalid("text is a number", review.set("/comments/0/text", "7"), "comments[0].text is not a text"),
        invalid("flag is a number", review.set("/comments/0/resolved", "1"), "comments[0].resolved"),
        invalid("comments are a text", review.set("/comments", "\"many\""), "comments is not a list"),
        invalid("comment is a number", review.set("/comments/0", "7"), "comments[0]"),
    };
}

/// H6, H15 and the rules of meaning.
inline std::vector<HostileReview> senselessReviews(const ReviewSpoiler& review)
{
    const auto invalid = [](const char* name, const QByteArray& bytes, const char* words) {
        return HostileReview { name, bytes, ErrorCode::InvalidReview, QString::fromLatin1(words) };
    };
    const auto signature = [&review](const QByteArray& algorithm, const QByteArray& key, const QByteArray& value) {
        return review.set(
            "/signature", "{\"algorithm\": " + quoted(algorithm) + ", \"key\": " + quoted(key) + ", \"value\": " + quoted(value) + "}");
    };
    const QByteArray key(43, 'A');
    const QByteArray value(86, 'A');
    return {
        invalid("comment id twice", review.repeated("/comments", 2), "comments[1].id is \"c-1\", as in [0]"),
        invalid("two decisions on one skill", review.repeated("/decisions", 2), "decisions[1].skill is \"base-a\", as in [0]"),
        invalid("criterion twice", review.repeated("/decisions/0/rubric", 2), "decisions[0].rubric[1].criterion"),
        invalid("item without a skill", review.set("/comments/0/skill", "\"\""), "comments[0].item stands without a skill"),
        invalid("decision about nothing", review.set("/decisions/0/skill", "\"\""), "decisions[0].skill is not an id"),
        invalid("level above the rubric", review.set("/decisions/0/rubric/0/level", "4"), "decisions[0].rubric[0].level"),
        invalid("level below the rubric", review.set("/decisions/0/rubric/0/level", "-1"), "decisions[0].rubric[0].level"),
        invalid("level between two", review.set("/decisions/0/rubric/0/level", "1.5"), "decisions[0].rubric[0].level"),
        invalid("seen is no hash", review.set("/decisions/0/seen/1", "\"abc\""), "decisions[0].seen holds at [1]"),
        invalid("seen is a number", review.set("/decisions/0/seen/1", "7"), "decisions[0].seen holds at [1]"),
        invalid("endorsement is no JWS", review.set("/decisions/0/endorsement", "\"<script>\""), "decisions[0].endorsement"),
        invalid("time in local form", review.set("/created", "\"22.11.2026 09:00\""), "created is not a UTC time"),
        invalid("time without zone", review.set("/created", "\"2026-11-22T09:00:00.000\""), "created is not a UTC time"),
        invalid("time before 1970", review.set("/created", "\"1026-11-22T09:00:00.000Z\""), "created is not a UTC time"),
        invalid("no time", review.set("/created", "null"), "created has no time"),
        invalid("no word on a signature", review.without("", "signature"), "signature is missing"),
        invalid("signature is a text", review.set("/signature", "\"Grace\""), "signature is not an object"),
        invalid("unknown algorithm", signature("none", key, value), "signature.algorithm is not ed25519"),
        invalid("key of another length", signature("ed25519", key.chopped(1), value), "signature.key is not 32 bytes"),
        invalid("signature of another length", signature("ed25519", key, value + "AA"), "signature.value is not 64 bytes"),
        invalid("empty signature", signature("ed25519", key, ""), "signature.value is not 64 bytes"),
        invalid("base64 with padding", signature("ed25519", key + '=', value), "signature.key"),
        invalid("base64 of the other alphabet", signature("ed25519", '+' + key.chopped(1), value), "signature.key"),
        invalid("base64 with spaces", signature("ed25519", key + "\\n", value), "signature.key"),
        invalid("base64 with bits left over", signature("ed25519", key.chopped(1) + 'B', value), "signature.key"),
    };
}

/// All that reading refuses.
inline std::vector<HostileReview> hostileReviews(const exchange::ReviewDocument& good = review())
{
    const ReviewSpoiler spoiler(good);
    std::vector<HostileReview> all;
    for (const auto& some : { brokenReviews(spoiler), hugeReviews(spoiler), misspeltReviews(spoiler), senselessReviews(spoiler) }) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

} // namespace waymark::fixture
