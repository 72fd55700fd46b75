// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <HostilePlanBytes.h>

/// Plans in good JSON that reading refuses for what they say.
namespace waymark::fixture {

/// The head of the plan, and what a table needs of the rest: a summary refuses them as well.
inline HostilePlans misheadedPlans(const PlanSpoiler& plan)
{
    const auto bad = invalidPlan;
    const QByteArray uuid = "5eb4a4a6-9d0e-5e0b-8a5c-0c3d5f9b7ae1";
    return {
        bad("no schema", plan.with("\"schema\"", "\"scheme\""), "schema is missing"),
        bad("schema is a number", plan.set("/schema", "1"), "schema is"),
        { "later schema", plan.with("plan:1\"", "plan:2\""), ErrorCode::FormatNewer, u"urn:waymark:plan:2"_s },
        { "much later schema", plan.with("plan:1\"", "plan:999999999\""), ErrorCode::FormatNewer, u"urn:waymark:plan:999999999"_s },
        { "schema of no number", plan.with("plan:1\"", "plan:two\""), ErrorCode::UnknownFormat, u"urn:waymark:plan:two"_s },
        { "schema of a number beyond all", plan.with("plan:1\"", "plan:99999999999999999999\""), ErrorCode::UnknownFormat, u"schema"_s },
        { "foreign schema", plan.with("urn:waymark:plan:1", "https://else.example/"), ErrorCode::UnknownFormat, u"schema"_s },
        { "another format of ours", plan.with("urn:waymark:plan:1", "urn:waymark:card:1"), ErrorCode::UnknownFormat, u"schema"_s },
        bad("plan is no UUID", plan.set("/plan", "\"me\""), "plan is not a UUID"),
        bad("plan is SQL", plan.set("/plan", "\"'; DROP TABLE skill; --\""), "plan is not a"),
        bad("plan is a number", plan.set("/plan", "7"), "plan is not a text"),
        bad("plan with a path after it", plan.set("/plan", quoted(uuid + "/../../../evil")), "plan is not a UUID"),
        bad("plan with dots after it", plan.set("/plan", quoted(uuid + "..")), "plan is not a UUID"),
        bad("plan with a space after it", plan.set("/plan", quoted(uuid + " ")), "plan is not a"),
        bad("plan in capitals", plan.set("/plan", quoted(uuid.toUpper())), "plan is not a UUID"),
        bad("plan in braces", plan.set("/plan", quoted("{" + uuid + "}")), "plan is not a UUID"),
        bad("plan without its hyphens", plan.set("/plan", quoted(QByteArray(uuid).replace("-", ""))), "plan is not a UUID"),
        bad("revision is no hash", plan.with("\"revision\": \"", "\"revision\": \"x"), "revision"),
        bad("parent is no hash", plan.set("/parent", "\"abc\""), "parent"),
        bad("learner is a number", plan.set("/learner", "7"), "learner is not a text"),
        bad("time in local form", plan.set("/created", "\"22.11.2026 09:00\""), "created is not a UTC time"),
        bad("time without zone", plan.set("/created", "\"2026-11-22T09:00:00.123\""), "created is not a UTC time"),
        bad("time before 1970", plan.set("/created", "\"1026-11-22T09:00:00.123Z\""), "created is not a UTC time"),
        bad("thirteenth month", plan.set("/created", "\"2026-13-22T09:00:00.123Z\""), "created is not a UTC time"),
        bad("last review before 1970", plan.with("\"lastReview\": \"2026", "\"lastReview\": \"1026"), "lastReview"),
        bad("course is nothing", plan.set("/course", "null"), "course is not an object"),
        bad("no goal", plan.without("", "goal"), "goal is missing"),
        bad("no milestone of the goal", plan.without("/goal", "milestone"), "goal.milestone is missing"),
        bad("forecast is a text", plan.set("/forecast", "\"soon\""), "forecast is not an object"),
        bad("missing skills", plan.without("", "skills"), "skills is missing"),
        bad("skills are a text", plan.set("/skills", "\"many\""), "skills is not a list"),
        bad("skills are an object", plan.set("/skills", "{}"), "skills is not a list"),
        bad("skill is a number", plan.set("/skills/0", "7"), "skills[0] is not an object"),
        bad("skill is a text", plan.set("/skills/0", "\"x\""), "skills[0] is not an object"),
        bad("skill is a list", plan.set("/skills/0", "[]"), "skills[0] is not an object"),
        bad("milestone is a text", plan.set("/milestones/0", "\"x\""), "milestones[0] is not an object"),
        bad("negative total", plan.set("/milestones/0/total", "-2"), "milestones[0].total"),
        bad("unknown state", plan.set("/skills/0/state", "\"bored\""), "skills[0].state is not a state"),
        bad("state is an object", plan.set("/skills/0/state", "{}"), "skills[0].state is not a text"),
        bad("no state", plan.without("/skills/0", "state"), "skills[0].state is missing"),
        bad("negative hours", plan.set("/skills/0/hours", "-4"), "skills[0].hours"),
        bad("hours are a text", plan.set("/skills/0/hours", "\"4\""), "skills[0].hours is not a number"),
        bad("submitted is a word", plan.set("/skills/0/submitted", "\"yes\""), "skills[0].submitted is not true or false"),
        bad("question is a text", plan.set("/skills/1/question", "\"why\""), "skills[1].question is not an object"),
    };
}

/// H6, H7, H13: words that are no words of ours, ids that hide something, and what contradicts itself. A summary does not look.
inline HostilePlans senselessPlans(const PlanSpoiler& plan)
{
    const auto bad = invalidPlan;
    const QByteArray longEvidence = quoted(QByteArray(maxEvidenceLength + 1, 'x'));
    return {
        bad("id is a number", plan.set("/skills/0/id", "7"), "skills[0].id is not a text"),
        bad("id is empty", plan.set("/skills/0/id", "\"\""), "skills[0].id"),
        bad("id with a space", plan.set("/skills/1/id", "\"base b\""), "skills[1].id"),
        bad("id with a newline", plan.set("/skills/1/id", "\"base\\nb\""), "skills[1].id"),
        bad("id with bidi override", plan.set("/skills/0/checklist/0/id", "\"\\u202epart\""), "skills[0].checklist[0].id"),
        bad("id with zero width", plan.set("/skills/0/id", "\"base\\u200b-a\""), "skills[0].id"),
        bad("id too long", plan.set("/skills/0/id", quoted(QByteArray(2'000, 'a'))), "skills[0].id"),
        bad("unknown level", plan.set("/skills/3/level", "\"wizard\""), "skills[3].level"),
        bad("unknown standing", plan.set("/skills/0/standing", "\"king\""), "skills[0].standing"),
        bad("unknown mark", plan.set("/skills/0/mark/kind", "\"dunno\""), "skills[0].mark.kind"),
        bad("mark without a time", plan.set("/skills/0/mark/at", "null"), "skills[0].mark.at"),
        bad("unknown evidence", plan.set("/skills/0/checklist/0/evidence/0/kind", "\"blood\""), "skills[0].checklist[0].evidence[0].kind"),
        bad("evidence too long", plan.set("/skills/0/checklist/0/evidence/0/text", longEvidence),
            "skills[0].checklist[0].evidence[0].text"),
        bad("flag is a number", plan.set("/skills/0/checklist/0/done", "1"), "skills[0].checklist[0].done"),
        bad("done without a time", plan.set("/skills/0/checklist/1/done", "true"), "skills[0].checklist[1].done"),
        bad("checklist is an object", plan.set("/skills/0/checklist", "{}"), "skills[0].checklist is not a list"),
        bad("prerequisite is a number", plan.set("/skills/1/after/0", "7"), "skills[1].after holds at [0]"),
        bad("note too long", plan.set("/skills/0/note/text", quoted(QByteArray(maxNoteLength + 1, 'x'))), "skills[0].note.text"),
        bad("score above the rubric", plan.set("/skills/0/rubric/0/self", "4"), "skills[0].rubric[0].self"),
        bad("rubric of three levels", plan.set("/skills/0/rubric/0/levels", "[\"a\", \"b\", \"c\"]"), "skills[0].rubric[0].levels"),
        bad("question is a number", plan.set("/skills/1/question/text", "7"), "skills[1].question.text"),
        bad("sign-off by a king", plan.set("/skills/1/signOff/role", "\"king\""), "skills[1].signOff.role"),
        bad("unknown decision", plan.set("/skills/1/signOff/decision", "\"crown\""), "skills[1].signOff.decision"),
        bad("signature of hope", plan.set("/skills/1/signOff/signature", "\"hoped\""), "skills[1].signOff.signature"),
        bad("fingerprint is no hash", plan.set("/skills/1/signOff/fingerprint", "\"mine\""), "skills[1].signOff.fingerprint"),
        bad("duplicate skill", plan.set("/skills/2/id", "\"base-a\""), "skills[2].id is \"base-a\", as in [0]"),
        bad("duplicate item", plan.set("/skills/0/checklist/1/id", "\"part-1\""), "skills[0].checklist[1].id"),
        bad("duplicate evidence", plan.repeated("/skills/0/checklist/0/evidence", 2), "skills[0].checklist[0].evidence[1].id"),
        bad("duplicate time", plan.repeated("/time", 2), "time[1].id"),
        bad("duplicate choice", plan.repeated("/choices", 2), "choices[1].group"),
        bad("duplicate area", plan.repeated("/areas", 2), "areas[1].id"),
        bad("more reached than there is", plan.set("/milestones/0/done", "3"), "milestones[0].done"),
        bad("time is a text", plan.set("/time", "\"x\""), "time is not a list"),
        bad("deadline of no date", plan.set("/goal/deadline", "\"2027-02-30\""), "goal.deadline"),
        bad("200 hours a week", plan.set("/goal/hoursPerWeek", "200"), "goal.hoursPerWeek"),
        bad("two days of minutes", plan.set("/time/0/minutes", "2880"), "time[0].minutes"),
        bad("minutes backwards", plan.set("/time/0/minutes", "-1"), "time[0].minutes"),
        bad("clocks farther off than any", plan.set("/time/0/offset", "841"), "time[0].offset"),
        bad("clocks in words", plan.set("/time/0/offset", "\"+01:00\""), "time[0].offset"),
        bad("reviews are a text", plan.set("/reviews", "\"x\""), "reviews is not a list"),
    };
}

} // namespace waymark::fixture
