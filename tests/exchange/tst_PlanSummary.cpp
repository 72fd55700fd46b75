// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanLimits.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanSummary.h>
#include <exchange/PlanWriter.h>
#include <exchange/StrictJson.h>

#include <PlanFixture.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

PlanDocument planFor(const domain::Progress& progress)
{
    const domain::Roadmap roadmap(fixture::course());
    return planOf(
        roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, planIdOf(u"first"_s), QTimeZone::utc(), {} });
}

/// A plan with everything that a summary tells.
PlanDocument wholePlan()
{
    PlanDocument plan = planFor(fixture::progress());
    plan.courseTitle = u"A small course"_s;
    plan.milestones = { { u"first"_s, u"First program"_s, 1, 2, 2.5, {} }, { u"end"_s, u"Can apply"_s, 1, 3, 14.5, {} } };
    plan.skills[0].submitted = true;
    plan.skills[1].submitted = true;
    plan.skills[1].question = domain::MentorQuestion { u"Which of the two?"_s, fixture::november };
    plan.forecast = R"({"p50": "2027-02-01", "p85": "2027-03-15"})";
    plan.lastReview = fixture::november - 5'000;
    plan.parent = QString(64, u'a');
    plan.revision = revisionOf(plan);
    return plan;
}

QByteArray plan()
{
    return planToJson(wholePlan());
}

/// The plan with one place changed. What is replaced has to be there.
QByteArray with(const QByteArray& from, const QByteArray& to)
{
    QByteArray changed = plan();
    const qsizetype at = changed.indexOf(from);
    return at < 0 ? QByteArray() : changed.replace(at, from.size(), to);
}

QByteArray withKey(const QByteArray& key)
{
    return with("\"learner\"", key + ", \"learner\"");
}

/// What the summary has to say, worked out from the whole plan.
PlanSummary summaryBy(const PlanDocument& plan)
{
    PlanSummary summary;
    summary.plan = plan.plan;
    summary.revision = plan.revision;
    summary.parent = plan.parent;
    summary.created = plan.created;
    summary.learner = plan.learner;
    summary.courseId = plan.courseId;
    summary.courseTitle = plan.courseTitle;
    summary.lastReview = plan.lastReview;
    summary.goal = plan.goal ? plan.goal->milestone : QString();
    summary.goalTitle = summary.goal;
    for (const PlanSkill& skill : plan.skills) {
        summary.waiting += skill.submitted ? 1 : 0;
        summary.questions += skill.question ? 1 : 0;
        if (skill.title.isEmpty() || skill.area == domain::projectArea) {
            continue;
        }
        ++summary.total;
        summary.done += learning::isReached(skill.state) ? 1 : 0;
        summary.hoursLeft += learning::isReached(skill.state) ? 0 : skill.hours;
    }
    for (const PlanMilestone& milestone : plan.milestones) {
        if (milestone.id == summary.goal) {
            summary.goalTitle = milestone.title;
            summary.done = milestone.done;
            summary.total = milestone.total;
            summary.hoursLeft = milestone.hoursLeft;
        }
    }
    return summary;
}

} // namespace

class tst_PlanSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatATableNeeds();
    void withoutAMeasuredGoalTheWholeCourseCounts();
    void projectsAndSkillsThatAreGoneDoNotCount();
    void forecastsOfAnyShapeAreTaken_data();
    void forecastsOfAnyShapeAreTaken();
    void theOrderOfKeysDoesNotMatter();
    void agreesWithTheWholePlan();
    void aPlanFromBeforeTheRoundTripHasASummary();
    void refusesWhatThePlanReaderRefuses_data();
    void refusesWhatThePlanReaderRefuses();
    void whatTheGateRefusesIsRefusedInTheSameWords();
    void aKeyIsFoundAgainAmongMany();
    void textsOfOneLineAreCleaned();
};

void tst_PlanSummary::tellsWhatATableNeeds()
{
    const auto summary = readPlanSummary(plan(), u"ada.json"_s);
    QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().detail));
    QCOMPARE(summary->file, u"ada.json"_s);
    QCOMPARE(summary->plan, planIdOf(u"first"_s));
    QCOMPARE(summary->revision, wholePlan().revision);
    QCOMPARE(summary->parent, QString(64, u'a'));
    QCOMPARE(summary->created, fixture::november);
    QCOMPARE(summary->learner, u"Ada Example"_s);
    QCOMPARE(summary->courseId, u"demo"_s);
    QCOMPARE(summary->courseTitle, u"A small course"_s);
    QCOMPARE(summary->goal, u"end"_s);
    QCOMPARE(summary->goalTitle, u"Can apply"_s);
    QCOMPARE(summary->done, 1);
    QCOMPARE(summary->total, 3);
    QCOMPARE(summary->hoursLeft, 14.5);
    QCOMPARE(summary->p85, QDate(2027, 3, 15));
    QCOMPARE(summary->lastReview, fixture::november - 5'000);
    QCOMPARE(summary->waiting, 2);
    QCOMPARE(summary->questions, 1);
}

void tst_PlanSummary::withoutAMeasuredGoalTheWholeCourseCounts()
{
    const QByteArray withoutGoal = [] {
        PlanDocument plan = wholePlan();
        plan.goal.reset();
        return planToJson(plan);
    }();
    for (const QByteArray& json : { withoutGoal, with("\"milestone\": \"end\"", "\"milestone\": \"elsewhere\"") }) {
        const auto summary = readPlanSummary(json);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->done, 1);
        QCOMPARE(summary->total, 4);
        QCOMPARE(summary->hoursLeft, 18.5);
    }
    QCOMPARE(readPlanSummary(withoutGoal)->goalTitle, QString());
    QCOMPARE(readPlanSummary(with("\"milestone\": \"end\"", "\"milestone\": \"elsewhere\""))->goalTitle, u"elsewhere"_s);
    QCOMPARE(readPlanSummary(with("\"title\": \"Can apply\"", "\"title\": \"\""))->goalTitle, u"end"_s);
}

void tst_PlanSummary::projectsAndSkillsThatAreGoneDoNotCount()
{
    PlanDocument plan = wholePlan();
    plan.goal.reset();
    PlanSkill project = plan.skills.front();
    project.id = u"project-x"_s;
    project.area = domain::projectArea;
    plan.skills.push_back(project);
    QCOMPARE(plan.skills[4].id, u"gone-x"_s);
    QVERIFY(plan.skills[4].title.isEmpty());
    const auto summary = readPlanSummary(planToJson(plan));
    QVERIFY(summary.has_value());
    QCOMPARE(summary->total, 4);
    QCOMPARE(summary->waiting, 3); // a project waits as any skill
}

void tst_PlanSummary::forecastsOfAnyShapeAreTaken_data()
{
    QTest::addColumn<QByteArray>("forecast");
    QTest::addColumn<QDate>("p85");
    QTest::newRow("none") << QByteArray("null") << QDate();
    QTest::newRow("empty") << QByteArray("{}") << QDate();
    QTest::newRow("a day") << QByteArray(R"({"p85": "2027-12-31"})") << QDate(2027, 12, 31);
    QTest::newRow("no day") << QByteArray(R"({"p85": "2027-13-31"})") << QDate();
    QTest::newRow("a moment") << QByteArray(R"({"p85": "2027-12-31T00:00:00Z"})") << QDate();
    QTest::newRow("weeks") << QByteArray(R"({"p85": 12.5})") << QDate();
    QTest::newRow("unknown yet") << QByteArray(R"({"p85": null})") << QDate();
    QTest::newRow("an object") << QByteArray(R"({"p85": {"p85": "2027-12-31", "state": 7}})") << QDate();
    QTest::newRow("a list") << QByteArray(R"({"p85": [{"state": 7}]})") << QDate();
}

void tst_PlanSummary::forecastsOfAnyShapeAreTaken()
{
    QFETCH(QByteArray, forecast);
    PlanDocument plan = wholePlan();
    plan.forecast = forecast;
    const auto summary = readPlanSummary(planToJson(plan));
    QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().detail));
    QTEST(summary->p85, "p85");
}

void tst_PlanSummary::theOrderOfKeysDoesNotMatter()
{
    const auto root = readStrictJson(plan(), ErrorCode::InvalidPlan, {});
    QVERIFY(root.has_value());
    const QByteArray sorted = canonicalJson(*root); // "course" first, "schema" and "skills" late
    QVERIFY(sorted.indexOf("\"schema\"") > sorted.indexOf("\"milestones\""));
    const auto summary = readPlanSummary(sorted);
    QVERIFY(summary.has_value());
    QCOMPARE(*summary, *readPlanSummary(plan()));
}

void tst_PlanSummary::agreesWithTheWholePlan()
{
    const bool holds = rc::check("the summary says what the plan says", [] {
        const PlanDocument plan = planFor(fixture::anyProgress());
        const auto read = readPlan(planToJson(plan));
        RC_ASSERT(read.has_value());
        const auto summary = readPlanSummary(planToJson(plan));
        RC_ASSERT(summary.has_value());
        RC_ASSERT(*summary == summaryBy(*read));
    });
    QVERIFY(holds);
}

void tst_PlanSummary::aPlanFromBeforeTheRoundTripHasASummary()
{
    auto root = readStrictJson(plan(), ErrorCode::InvalidPlan, {});
    QVERIFY(root.has_value());
    for (const char* key : { "milestones", "lastReview", "areas", "parent" }) {
        root->erase(key);
    }
    (*root)["course"].erase("title");
    for (auto& skill : (*root)["skills"]) {
        skill.erase("submitted");
        skill.erase("question");
    }
    const auto summary = readPlanSummary(canonicalJson(*root));
    QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().detail));
    QCOMPARE(summary->total, 4);
    QCOMPARE(summary->waiting, 0);
    QCOMPARE(summary->lastReview, qint64(0));
}

void tst_PlanSummary::refusesWhatThePlanReaderRefuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    const auto invalid = [](const char* name, const QByteArray& json, const char* where) {
        QTest::newRow(name) << json << ErrorCode::InvalidPlan << QString::fromLatin1(where);
    };
    invalid("a list", "[]", "schema is missing");
    invalid("a text", "\"x\"", "schema is missing");
    invalid("an empty object", "{}", "schema is missing");
    invalid("no schema", with("\"schema\"", "\"scheme\""), "schema is missing");
    invalid("schema is a number", with("\"urn:waymark:plan:1\"", "1"), "schema is not a text");
    QTest::newRow("later schema") << with("plan:1\"", "plan:2\"") << ErrorCode::FormatNewer << u"urn:waymark:plan:2"_s;
    invalid("plan is no UUID", with(planIdOf(u"first"_s).toLatin1(), "me"), "plan is not a UUID");
    invalid("revision is no hash", with("\"revision\": \"", "\"revision\": \"x"), "revision");
    invalid("parent is no hash", with("\"parent\": \"a", "\"parent\": \"A"), "parent");
    invalid("missing skills", with("\"skills\"", "\"abilities\""), "skills is missing");
    invalid("skills are a text", with("\"skills\": [", "\"skills\": \"x\", \"abilities\": ["), "skills is not a list");
    invalid("skills are an object", with("\"skills\": [", "\"skills\": {}, \"abilities\": ["), "skills is not a list");
    invalid("skill is a number", with("\"skills\": [", "\"skills\": [7,"), "skills[0] is not an object");
    invalid("skill is a text", with("\"skills\": [", "\"skills\": [\"x\","), "skills[0] is not an object");
    invalid("skill is a list", with("\"skills\": [", "\"skills\": [[],"), "skills[0] is not an object");
    invalid("milestone is a text", with("\"milestones\": [", "\"milestones\": [\"x\","), "milestones[0] is not an object");
    invalid("unknown state", with("\"state\": \"practised\"", "\"state\": \"bored\""), "skills[0].state is not a state");
    invalid("state is an object", with("\"state\": \"practised\"", "\"state\": {}"), "skills[0].state is not a text");
    invalid("no state", with("\"state\": \"practised\"", "\"mood\": \"practised\""), "skills[0].state is missing");
    invalid("hours are a text", with("\"hours\": 4", "\"hours\": \"4\""), "skills[0].hours is not a number");
    invalid("negative hours", with("\"hours\": 4", "\"hours\": -4"), "skills[0].hours");
    invalid("negative total", with("\"total\": 2", "\"total\": -2"), "milestones[0].total");
    invalid("submitted is a word", with("\"submitted\": true", "\"submitted\": \"yes\""), "skills[0].submitted is not true or false");
    invalid("question is a text", with("\"question\": {", "\"question\": \"x\", \"questions\": {"), "question is not an object");
    invalid("no goal", with("\"goal\"", "\"gaol\""), "goal is missing");
    invalid("no milestone of the goal", with("\"milestone\": \"end\"", "\"target\": \"end\""), "goal.milestone is missing");
    invalid("course is nothing", with("\"course\": {", "\"course\": null, \"courses\": {"), "course is not an object");
    invalid("learner is a number", with("\"Ada Example\"", "7"), "learner is not a text");
    invalid("created in local form", with("\"created\": \"2026-11-22T", "\"created\": \"22.11.2026 "), "created is not a UTC time");
    invalid("last review before 1970", with("\"lastReview\": \"2026", "\"lastReview\": \"1026"), "lastReview");
    invalid("a state twice", with("\"state\": \"practised\"", "\"state\": \"practised\", \"state\": \"ready\""), "skills[0].state stands");
}

void tst_PlanSummary::refusesWhatThePlanReaderRefuses()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, where);
    QVERIFY(!json.isEmpty());
    QVERIFY(!readPlan(json).has_value());
    const auto summary = readPlanSummary(json, u"bad.json"_s);
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, code);
    QCOMPARE(summary.error().subject, u"bad.json"_s);
    QVERIFY2(summary.error().detail.contains(where), qPrintable(summary.error().detail));
}

void tst_PlanSummary::whatTheGateRefusesIsRefusedInTheSameWords()
{
    std::vector<QByteArray> files { withKey("\"x\": " + QByteArray("[").repeated(limits::jsonNesting)
                                        + QByteArray("]").repeated(limits::jsonNesting)),
        withKey("\"x\": [" + QByteArray("[],").repeated(limits::jsonNodes) + "0]"),
        withKey("\"x\": [" + QByteArray("0,").repeated(limits::jsonValues) + "0]"), withKey("\"a\\u0000b\": 1"),
        withKey("\"x\": {\"y\": 1, \"y\": 2}"), withKey("\"x\": 1e999"), with("Ada", "A\xff"), with("Ada", "\\ud800"),
        with("Ada", "\\u0000"), plan() + "{}", plan() + QByteArray("\0", 1), plan().chopped(3) };
    for (const QByteArray& file : files) {
        const auto root = readStrictJson(file, ErrorCode::InvalidPlan, u"bad.json"_s);
        const auto summary = readPlanSummary(file, u"bad.json"_s);
        QVERIFY(!root.has_value() && !summary.has_value());
        QCOMPARE(summary.error().detail, root.error().detail);
        QCOMPARE(summary.error(), root.error());
    }
    const auto large = readPlanSummary(QByteArray(limits::jsonBytes + 1, ' '));
    QVERIFY(!large.has_value());
    QCOMPARE(large.error().code, ErrorCode::TooLarge);

    const QByteArray whole = plan();
    const bool holds = rc::check("a damaged plan that is no JSON of ours has no summary, one that can be read has one", [&] {
        QByteArray damaged = whole;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            damaged[*rc::gen::inRange<qsizetype>(0, whole.size())] = *rc::gen::arbitrary<char>();
        }
        const auto summary = readPlanSummary(damaged);
        const auto root = readStrictJson(damaged, ErrorCode::InvalidPlan, {});
        RC_ASSERT(!summary || root);
        if (const auto read = readPlan(damaged)) {
            RC_ASSERT(summary.has_value());
        }
    });
    QVERIFY(holds);
}

void tst_PlanSummary::aKeyIsFoundAgainAmongMany()
{
    // Around the number from which keys are no longer walked over, and deep inside: the first, one between, and the last.
    for (const int count : { 31, 32, 33, 34, 200 }) {
        for (const int again : { 0, count / 2, count - 1 }) {
            QByteArray keys = "\"x\": {";
            for (int i = 0; i < count; ++i) {
                keys += "\"key-" + QByteArray::number(i) + "\": {\"key-0\": 0}, ";
            }
            QVERIFY(readPlanSummary(withKey(keys + "\"last\": 0}")).has_value());
            const QByteArray name = "key-" + QByteArray::number(again);
            const auto summary = readPlanSummary(withKey(keys + '"' + name + "\": 0}"));
            QVERIFY(!summary.has_value());
            QCOMPARE(summary.error().detail, u"x."_s + QString::fromLatin1(name) + u" stands there twice"_s);
        }
    }
}

void tst_PlanSummary::textsOfOneLineAreCleaned()
{
    const auto summary = readPlanSummary(with("Ada Example", "  A\\u202eda\\u0007\\n \\u200bExample "));
    QVERIFY(summary.has_value());
    QCOMPARE(summary->learner, u"Ada Example"_s);
}

QTEST_APPLESS_MAIN(tst_PlanSummary)
#include "tst_PlanSummary.moc"
