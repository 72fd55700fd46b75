// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanLimits.h>

#include <PlanSpoiler.h>

/// Plans that reading refuses before it looks at what they say.
namespace waymark::fixture {

using HostilePlans = std::vector<HostileFile>;

inline HostileFile invalidPlan(const char* name, const QByteArray& bytes, const char* words)
{
    return { name, bytes, ErrorCode::InvalidPlan, QString::fromLatin1(words) };
}

/// H3, H4: bytes and structure. A summary refuses them as well.
inline HostilePlans brokenPlans(const PlanSpoiler& plan)
{
    const auto bad = invalidPlan;
    const auto deep
        = [&plan](int levels) { return plan.withKey("\"x\": " + QByteArray("[").repeated(levels) + QByteArray("]").repeated(levels)); };
    const QByteArray objects = QByteArray("{\"x\":").repeated(40) + '0' + QByteArray("}").repeated(40);
    return {
        bad("nothing", {}, "byte"),
        bad("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "byte"),
        bad("a list", "[]", "schema"),
        bad("a text", "\"x\"", "schema"),
        bad("an empty object", "{}", "schema"),
        bad("bytes after the end", plan.good() + "{}", "byte"),
        bad("bytes after a NUL", plan.good() + QByteArray("\0{}", 3), "byte"),
        bad("half of it", plan.good().left(plan.good().size() / 2), "byte"),
        bad("comment of a programmer", plan.withKey("/* x */"), "byte"),
        bad("a comma too many", plan.withKey("\"x\": [1,]"), "x"),
        bad("other quotes", plan.with("\"Ada Example\"", "'Ada Example'"), "learner"),
        bad("NaN", plan.with("\"hours\": 4", "\"hours\": NaN"), "hours"),
        bad("infinity", plan.with("\"hours\": 4", "\"hours\": Infinity"), "hours"),
        bad("number out of range", plan.with("\"hours\": 4", "\"hours\": 1e999"), "out of range"),
        bad("hexadecimal number", plan.with("\"hours\": 4", "\"hours\": 0x4"), "hours"),
        bad("number with a zero before it", plan.with("\"hours\": 4", "\"hours\": 04"), "hours"),
        bad("bad UTF-8",
            plan.with("Ada",
                "A\xff"
                "a"),
            "learner"),
        bad("overlong UTF-8", plan.with("Ada", "A\xc0\xaf"), "learner"),
        bad("surrogate in UTF-8", plan.with("Ada", "A\xed\xa0\x80"), "learner"),
        bad("UTF-16", QByteArray("\xff\xfe{\0", 4), "byte"),
        bad("lone high surrogate", plan.with("Ada", "\\ud800"), "learner"),
        bad("lone low surrogate", plan.with("Ada", "\\udc00 "), "learner"),
        bad("U+0000 in a text", plan.with("Ada", "\\u0000"), "learner"),
        bad("U+0000 in a key", plan.withKey("\"a\\u0000b\": 1"), "U+0000"),
        bad("raw control in a text", plan.with("Ada", "A\x01"), "learner"),
        bad("raw newline in a text", plan.with("Ada", "A\n"), "learner"),
        bad("duplicate key", plan.withKey("\"plan\": \"x\""), "plan stands there twice"),
        bad("duplicate key in another spelling", plan.withKey("\"pl\\u0061n\": \"x\""), "plan stands there twice"),
        bad("duplicate key deep inside", plan.with("\"done\": true", "\"done\": true, \"done\": false"), "skills[0].checklist[0].done"),
        bad("state twice", plan.with("\"state\": \"practised\"", "\"state\": \"practised\", \"state\": \"ready\""),
            "skills[0].state stands"),
        { "deep nesting", deep(exchange::limits::jsonNesting), ErrorCode::TooLarge, u"x[0][0]"_s },
        { "very deep nesting", deep(200'000), ErrorCode::TooLarge, u"nested deeper than 32"_s },
        { "deep objects", plan.withKey("\"x\": " + objects), ErrorCode::TooLarge, u"nested deeper than 32"_s },
    };
}

/// H5: too much of anything. A summary refuses them as well.
inline HostilePlans hugePlans(const PlanSpoiler& plan)
{
    using namespace exchange::limits;
    const auto large = [](const char* name, const QByteArray& bytes, const QString& words) {
        return HostileFile { name, bytes, ErrorCode::TooLarge, words };
    };
    const QByteArray skill = R"({"title":"","area":"","state":"ready","hours":0},)";
    QByteArray keys;
    for (int i = 0; i < jsonKeys; ++i) {
        keys += quoted("k" + QByteArray::number(i)) + ":0,";
    }
    return {
        large("32 MiB and a byte", QByteArray(static_cast<qsizetype>(jsonBytes) + 1, ' '), u"32 MiB"_s),
        large("a million objects", plan.withKey("\"x\": [" + QByteArray("{},").repeated(1'000'000) + "{}]"), u"objects and arrays"_s),
        large("ten million numbers", plan.withKey("\"x\": [" + QByteArray("0,").repeated(10'000'000) + "0]"), u"values"_s),
        large("too many skills", plan.with("\"skills\": [", "\"skills\": [" + skill.repeated(jsonNodes)), u"objects and arrays"_s),
        large("a thousand unknown keys", plan.withKey(keys + "\"last\": 0"), u"keys in one object"_s),
    };
}

} // namespace waymark::fixture
