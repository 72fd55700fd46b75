// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PlanSpoiler.h>

namespace waymark::fixture {

/// H6 to H8, H10, H12, H13, H15: plans that are read, whatever their words look like.
inline std::vector<HostileFile> harmlessPlans(const exchange::PlanDocument& good = wholePlan())
{
    const PlanSpoiler plan(good);
    const auto harmless = [](const char* name, const QByteArray& bytes) { return HostileFile { name, bytes, ErrorCode::Io, {} }; };
    const auto proof = [&plan](const QByteArray& text) { return plan.set("/skills/0/checklist/0/evidence/0/text", quoted(text)); };
    return {
        harmless("SQL in the name", plan.set("/learner", "\"Robert'); DROP TABLE skill_mark;--\"")),
        harmless("SQL in an id", plan.set("/skills/4/id", "\"'||(SELECT/**/1)||'\"")),
        harmless("search syntax in a note", plan.set("/skills/0/note/text", "\"\\\" NEAR( * OR \\\"\"")),
        harmless("the end of a script in the name", plan.set("/learner", "\"</script><img src=x onerror=alert(1)>\"")),
        harmless("a comment of HTML in a title", plan.set("/skills/0/title", "\"<!--<script>\"")),
        harmless("tags in evidence", proof("<iframe src=file:///etc/passwd></iframe>")),
        harmless("a picture of this machine in evidence", proof("![x](file:///etc/passwd) ![y](/etc/shadow) ![z](../../x)")),
        harmless("script for a link", proof("[x](javascript:alert(1)) javascript:alert(1)")),
        harmless("Markdown that takes time", proof(QByteArray("*a_b").repeated(2'000))),
        harmless("quotes without an end", proof(QByteArray("> ").repeated(2'000))),
        harmless("controls and escapes in evidence", proof("\\u001b[2J\\u0007\\u0008")),
        harmless("bidi and zero width in the name", plan.set("/learner", "\"\\u202eA\\u200bda\\u0007 Example\"")),
        harmless("many marks on one letter", proof("a" + QByteArray("\\u0301").repeated(2'000))),
        harmless("a formula in evidence", proof("=cmd|' /C calc'!A0")),
        harmless("a name of 100,000 letters", plan.set("/learner", quoted(QByteArray(100'000, 'x')))),
        harmless("a skill that needs itself", plan.set("/skills/0/after", "[\"base-a\"]")),
        harmless("skills that need one another", plan.set("/skills/0/after", "[\"net-d\"]")),
        harmless("a skill that needs what is not there", plan.set("/skills/0/after", "[\"nowhere\"]")),
        harmless("from the far future", plan.set("/created", "\"9999-12-31T23:59:59.999Z\"")),
        harmless("ticked in the far future", plan.set("/skills/0/checklist/0/at", "\"9999-12-31T23:59:59.999Z\"")),
        harmless("a hash of other evidence", plan.set("/skills/0/checklist/0/evidence/0/hash", quoted(QByteArray(64, '9')))),
        harmless("a claim to be signed off", plan.set("/skills/0/standing", "\"mentor\"")),
        harmless("reviews that are none", plan.set("/reviews", "[7, null, \"x\", {}, [[]], {\"schema\": \"urn:waymark:review:1\"}]")),
        harmless("a forecast of another shape", plan.set("/forecast", "{\"p85\": [[]]}")),
        harmless("unknown keys everywhere", plan.withKey("\"x\": {\"__proto__\": {\"a\": [1e300, -0.0]}}")),
        harmless("changed after it was written", plan.set("/time/0/minutes", "46")),
    };
}

} // namespace waymark::fixture
