// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanLimits.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanSummary.h>
#include <exchange/StrictJson.h>

#include <HostilePlans.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

using fixture::planFor;
using fixture::wholePlan;

const fixture::PlanSpoiler& spoiler()
{
    static const fixture::PlanSpoiler spoiler;
    return spoiler;
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
    const auto summary = readPlanSummary(spoiler().good(), u"ada.json"_s);
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
    for (const QByteArray& json : { withoutGoal, spoiler().with("\"milestone\": \"end\"", "\"milestone\": \"elsewhere\"") }) {
        const auto summary = readPlanSummary(json);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->done, 1);
        QCOMPARE(summary->total, 4);
        QCOMPARE(summary->hoursLeft, 18.5);
    }
    QCOMPARE(readPlanSummary(withoutGoal)->goalTitle, QString());
    QCOMPARE(readPlanSummary(spoiler().with("\"milestone\": \"end\"", "\"milestone\": \"elsewhere\""))->goalTitle, u"elsewhere"_s);
    QCOMPARE(readPlanSummary(spoiler().with("\"title\": \"Can apply\"", "\"title\": \"\""))->goalTitle, u"end"_s);
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
    const auto root = readStrictJson(spoiler().good(), ErrorCode::InvalidPlan, {});
    QVERIFY(root.has_value());
    const QByteArray sorted = canonicalJson(*root); // "course" first, "schema" and "skills" late
    QVERIFY(sorted.indexOf("\"schema\"") > sorted.indexOf("\"milestones\""));
    const auto summary = readPlanSummary(sorted);
    QVERIFY(summary.has_value());
    QCOMPARE(*summary, *readPlanSummary(spoiler().good()));
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
    auto root = readStrictJson(spoiler().good(), ErrorCode::InvalidPlan, {});
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
    for (const fixture::HostileFile& hostile : fixture::plansWithoutASummary(spoiler())) {
        QTest::newRow(hostile.name) << hostile.bytes << hostile.code << hostile.words;
    }
}

void tst_PlanSummary::refusesWhatThePlanReaderRefuses()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, where);
    QVERIFY(!readPlan(json).has_value());
    const auto summary = readPlanSummary(json, u"bad.json"_s);
    QVERIFY(!summary.has_value());
    QCOMPARE(summary.error().code, code);
    QCOMPARE(summary.error().subject, u"bad.json"_s);
    QVERIFY2(summary.error().detail.contains(where), qPrintable(summary.error().detail));
}

void tst_PlanSummary::whatTheGateRefusesIsRefusedInTheSameWords()
{
    std::vector<QByteArray> files { spoiler().withKey("\"x\": " + QByteArray("[").repeated(limits::jsonNesting)
                                        + QByteArray("]").repeated(limits::jsonNesting)),
        spoiler().withKey("\"x\": [" + QByteArray("[],").repeated(limits::jsonNodes) + "0]"),
        spoiler().withKey("\"x\": [" + QByteArray("0,").repeated(limits::jsonValues) + "0]"), spoiler().withKey("\"a\\u0000b\": 1"),
        spoiler().withKey("\"x\": {\"y\": 1, \"y\": 2}"), spoiler().withKey("\"x\": 1e999"), spoiler().with("Ada", "A\xff"),
        spoiler().with("Ada", "\\ud800"), spoiler().with("Ada", "\\u0000"), spoiler().good() + "{}", spoiler().good() + QByteArray("\0", 1),
        spoiler().good().chopped(3) };
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

    const QByteArray whole = spoiler().good();
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
            QVERIFY(readPlanSummary(spoiler().withKey(keys + "\"last\": 0}")).has_value());
            const QByteArray name = "key-" + QByteArray::number(again);
            const auto summary = readPlanSummary(spoiler().withKey(keys + '"' + name + "\": 0}"));
            QVERIFY(!summary.has_value());
            QCOMPARE(summary.error().detail, u"x."_s + QString::fromLatin1(name) + u" stands there twice"_s);
        }
    }
}

void tst_PlanSummary::textsOfOneLineAreCleaned()
{
    const auto summary = readPlanSummary(spoiler().with("Ada Example", "  A\\u202eda\\u0007\\n \\u200bExample "));
    QVERIFY(summary.has_value());
    QCOMPARE(summary->learner, u"Ada Example"_s);
}

QTEST_APPLESS_MAIN(tst_PlanSummary)
#include "tst_PlanSummary.moc"
