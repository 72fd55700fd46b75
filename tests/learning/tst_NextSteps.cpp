// SPDX-License-Identifier: GPL-3.0-or-later
#include <LearnerAtNoon.h>

#include <domain/Edits.h>
#include <learning/NextSteps.h>
#include <learning/Standing.h>

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Mark;
using learning::NextReason;
using support::mark;
using support::noon;
using support::roadmap;

namespace {

QStringList ids(const std::vector<learning::NextStep>& steps)
{
    QStringList list;
    for (const learning::NextStep& step : steps) {
        list.append(roadmap().skill(step.skill).id);
    }
    return list;
}

std::vector<learning::NextStep> steps(const domain::Progress& progress, int count = 3)
{
    return learning::nextSteps(roadmap(), progress, learning::skillStates(roadmap(), progress), noon, count);
}

qint64 utc(const QString& iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class tst_NextSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStepIsTheOnlyRoot()
    {
        const auto found = steps({});
        QCOMPARE(ids(found), QStringList { u"base"_s });
        QVERIFY(found.front().reason == NextReason::OnlyStep);
    }

    void begunSkillsComeFirstLatestFirst()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        mark(progress, u"middle"_s, Mark::Started, 10);
        mark(progress, u"blue"_s, Mark::Started, 20);
        const auto found = steps(progress);
        QCOMPARE(ids(found), (QStringList { u"blue"_s, u"middle"_s }));
        QVERIFY(found.front().reason == NextReason::Continue);
    }

    void whatLiesAheadOfTheClockCountsAsTheOldest()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        mark(progress, u"middle"_s, Mark::Started, 10);
        mark(progress, u"blue"_s, Mark::Started, noon.now + 1); // under a clock that was ahead
        QCOMPARE(ids(steps(progress)), (QStringList { u"middle"_s, u"blue"_s }));
    }

    void theLongestChainAheadComesFirst()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        const auto found = steps(progress);
        QCOMPARE(ids(found), (QStringList { u"middle"_s, u"blue"_s }));
        QVERIFY(found.front().reason == NextReason::LongestChain);
        QCOMPARE(found.front().chainHours, 6.0);
    }

    void whatTheLearnerWantsFirstIsTheFirstStep()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        progress.setRecord(domain::RecordKey::ofWish(u"blue"_s), domain::OrderWish { u"middle"_s, {}, 1 });
        const auto found = steps(progress);
        QCOMPARE(ids(found), (QStringList { u"blue"_s, u"middle"_s }));
        QVERIFY(found[0].reason == NextReason::Wished);
        QCOMPARE(learning::toString(found[0].reason), u"wished"_s);
        QCOMPARE(found[0].milestone, 1);
        QVERIFY(found[1].reason == NextReason::LongestChain); // which is true of it still
        mark(progress, u"middle"_s, Mark::Started, 9);
        QCOMPARE(ids(steps(progress)), (QStringList { u"blue"_s, u"middle"_s })); // begun, and it waits all the same
        mark(progress, u"blue"_s, Mark::Started, 5);
        const auto both = steps(progress);
        QCOMPARE(ids(both), (QStringList { u"blue"_s, u"middle"_s }));
        QVERIFY(both[0].reason == NextReason::Continue);
    }

    void aWishThatChangesNothingGivesNoReason()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        for (const domain::OrderWish& wish : { domain::OrderWish { u"blue"_s, {}, 1 }, domain::OrderWish { {}, u"end"_s, 1 } }) {
            progress.setRecord(domain::RecordKey::ofWish(u"middle"_s), wish); // it stands there already; it cannot be kept
            const auto found = steps(progress);
            QCOMPARE(ids(found), (QStringList { u"middle"_s, u"blue"_s }));
            QVERIFY(found.front().reason == NextReason::LongestChain);
        }
    }

    void whatWaitsByAWishIsNamedAfterItsLike()
    {
        domain::Progress progress;
        for (const QString& id : { u"base"_s, u"middle"_s }) {
            mark(progress, id, Mark::Done);
        }
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        progress.setRecord(domain::RecordKey::ofChoice(u"colour"_s), domain::Choice { { u"red"_s, u"blue"_s } });
        QCOMPARE(ids(steps(progress)), (QStringList { u"red"_s, u"top"_s, u"blue"_s }));
        progress.setRecord(domain::RecordKey::ofWish(u"red"_s), domain::OrderWish { {}, u"blue"_s, 1 });
        QCOMPARE(ids(steps(progress)), (QStringList { u"blue"_s, u"top"_s, u"red"_s }));
    }

    void aFadingSkillComesAfterWhatTheLearnerWantsFirst()
    {
        using learning::SkillState;
        domain::Progress progress;
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        progress.setRecord(domain::RecordKey::ofWish(u"blue"_s), domain::OrderWish { u"middle"_s, {}, 1 });
        auto states = learning::skillStates(roadmap(), progress);
        states[static_cast<std::size_t>(roadmap().indexOf(u"base"_s))] = SkillState::Fading;
        for (const QString& id : { u"middle"_s, u"blue"_s }) {
            states[static_cast<std::size_t>(roadmap().indexOf(id))] = SkillState::Ready;
        }
        QCOMPARE(ids(learning::nextSteps(roadmap(), progress, states, noon)), (QStringList { u"blue"_s, u"base"_s, u"middle"_s }));
    }

    void oneFadingSkillComesAfterTheOneBegunLast()
    {
        using learning::SkillState;
        domain::Progress progress;
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"whole"_s, 5, {} });
        std::vector<SkillState> states(static_cast<std::size_t>(roadmap().size()), SkillState::Ready);
        const auto set
            = [&states](const QString& id, SkillState state) { states[static_cast<std::size_t>(roadmap().indexOf(id))] = state; };
        set(u"base"_s, SkillState::Fading);
        set(u"side"_s, SkillState::Fading);
        set(u"middle"_s, SkillState::Learning);
        const auto found = learning::nextSteps(roadmap(), progress, states, noon, 3);
        QCOMPARE(ids(found), (QStringList { u"middle"_s, u"base"_s, u"blue"_s }));
        QVERIFY(found[1].reason == NextReason::Fading);
        set(u"red"_s, SkillState::Learning);
        set(u"blue"_s, SkillState::Learning);
        const auto many = learning::nextSteps(roadmap(), progress, states, noon, 3); // not behind all that was begun
        QVERIFY(many[0].reason == NextReason::Continue);
        QVERIFY(many[1].reason == NextReason::Fading);
        QVERIFY(many[2].reason == NextReason::Continue);
        QCOMPARE(ids(learning::nextSteps(roadmap(), progress, states, noon, 9)).last(), u"side"_s); // where there is room, the other too
        QCOMPARE(learning::nextSteps(roadmap(), progress, states, noon, 1).size(), std::size_t(1));
    }

    void aFadingSkillComesBackWhenEverythingIsReached()
    {
        using learning::SkillState;
        std::vector<SkillState> states(static_cast<std::size_t>(roadmap().size()), SkillState::Mastered);
        states.front() = SkillState::Fading;
        const auto found = learning::nextSteps(roadmap(), {}, states, noon);
        QCOMPARE(ids(found), QStringList { u"base"_s });
        QVERIFY(found.front().reason == NextReason::Fading);
        QVERIFY(learning::nextSteps(roadmap(), {}, states, noon, 0).empty());
    }

    void onlyTheWayToTheGoalIsProposed()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        QCOMPARE(ids(steps(progress, 1)), QStringList { u"middle"_s }); // no goal: the first open stage is "half"
        QVERIFY(!ids(steps(progress, 5)).contains(u"side"_s));
    }

    void laterStagesFillUpWhatTheNearestLeavesOpen()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        const auto found = steps(progress);
        QCOMPARE(ids(found), (QStringList { u"middle"_s, u"blue"_s }));
        QCOMPARE(found[0].milestone, 0);
        QCOMPARE(found[1].milestone, 1);
    }

    void aReachedGoalLeadsOnToTheNextStage()
    {
        domain::Progress progress;
        progress.setRecord(domain::RecordKey::ofGoal(), domain::Goal { u"half"_s, 5, {} });
        mark(progress, u"base"_s, Mark::Done);
        mark(progress, u"middle"_s, Mark::Done);
        const auto states = learning::skillStates(roadmap(), progress);
        QCOMPARE(learning::headingFor(roadmap(), progress, states)->id, u"whole"_s);
    }

    void nothingIsLeftWhenAllIsReached()
    {
        domain::Progress progress;
        for (const domain::Skill& skill : roadmap().course().skills) {
            mark(progress, skill.id, Mark::Done);
        }
        QVERIFY(steps(progress).empty());
    }

    void itIsDeterministic()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        QCOMPARE(steps(progress), steps(progress));
    }

    void standingsCountChosenMembersOnly()
    {
        domain::Progress progress;
        const auto left = [&] {
            return learning::standingOf(roadmap(), progress, learning::skillStates(roadmap(), progress), *roadmap().milestone(u"whole"_s));
        };
        QCOMPARE(left().total, 5); // base, middle, top, end and the shorter of red and blue
        QCOMPARE(left().hoursLeft, 11.0);
        progress.setRecord(domain::RecordKey::ofChoice(u"colour"_s), domain::Choice { { u"red"_s } });
        QCOMPARE(left().hoursLeft, 15.0);
        mark(progress, u"base"_s, Mark::Done);
        QCOMPARE(left().done, 1);
        QCOMPARE(left().hoursLeft, 13.0);
    }

    void areasAddUp()
    {
        domain::Progress progress;
        mark(progress, u"base"_s, Mark::Done);
        const auto areas = learning::areaStandings(roadmap(), learning::skillStates(roadmap(), progress));
        QCOMPARE(areas.size(), std::size_t { 3 });
        QCOMPARE(areas[0], (learning::AreaStanding { 1, 3, 6 }));
        QCOMPARE(areas[2], (learning::AreaStanding { 0, 3, 10 }));
    }

    void theProjectToWorkOnIsTheOneBegunLastElseTheFirstReady()
    {
        using learning::SkillState;
        domain::Course course = support::graphCourse();
        for (const QString& id : { u"second"_s, u"third"_s }) {
            course.projects.push_back(course.projects.front());
            course.projects.back().id = id;
        }
        const domain::Roadmap three { std::move(course) };
        domain::Progress progress;
        const auto next
            = [&](const std::vector<SkillState>& states) { return learning::nextProject(three, progress, states, noon).value_or(-1); };
        QCOMPARE(next({ SkillState::Locked, SkillState::Locked, SkillState::Locked }), -1);
        QCOMPARE(next({ SkillState::Practised, SkillState::Ready, SkillState::Ready }), 1);
        mark(progress, u"second"_s, Mark::Started, 5);
        mark(progress, u"third"_s, Mark::Started, 7);
        QCOMPARE(next({ SkillState::Ready, SkillState::Learning, SkillState::Learning }), 2);
        mark(progress, u"second"_s, Mark::Started, 9);
        QCOMPARE(next({ SkillState::Ready, SkillState::Learning, SkillState::Learning }), 1);
        mark(progress, u"second"_s, Mark::Started, noon.now + 1); // under a clock that was ahead
        QCOMPARE(next({ SkillState::Ready, SkillState::Learning, SkillState::Learning }), 2);
    }

    void anEveningAfterMidnightBelongsToTheDayBefore_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDate>("day");
        QTest::newRow("noon") << u"2026-11-21T12:00:00Z"_s << u"UTC"_s << QDate(2026, 11, 21);
        QTest::newRow("one at night") << u"2026-11-21T01:00:00Z"_s << u"UTC"_s << QDate(2026, 11, 20);
        QTest::newRow("four") << u"2026-11-21T04:00:00Z"_s << u"UTC"_s << QDate(2026, 11, 21);
        QTest::newRow("east") << u"2026-11-20T20:00:00Z"_s << u"Asia/Tokyo"_s << QDate(2026, 11, 21);
        QTest::newRow("clock set back at three") << u"2026-10-25T02:30:00Z"_s << u"Europe/Berlin"_s << QDate(2026, 10, 24);
    }

    void anEveningAfterMidnightBelongsToTheDayBefore()
    {
        QFETCH(QString, moment);
        QFETCH(QString, zone);
        QFETCH(QDate, day);
        QCOMPARE(learning::learningDay(utc(moment), QTimeZone(zone.toLatin1())), day);
    }

    void theWeekHoldsItsOwnDaysOnly()
    {
        domain::Progress progress;
        const auto add = [&progress](const QString& id, const QString& start, int minutes) {
            progress.setRecord(domain::RecordKey::ofTime(id), domain::TimeEntry { u"base"_s, utc(start), minutes });
        };
        add(u"a"_s, u"2026-11-16T10:00:00Z"_s, 30); // Monday
        add(u"b"_s, u"2026-11-21T10:00:00Z"_s, 45); // Saturday
        add(u"c"_s, u"2026-11-15T10:00:00Z"_s, 99); // the Sunday before
        add(u"d"_s, u"2026-11-23T02:00:00Z"_s, 15); // night after Sunday
        const learning::StudyWeek week = learning::studyWeek(progress, utc(u"2026-11-21T12:00:00Z"_s), QTimeZone::utc(), Qt::Monday);
        QCOMPARE(week.first, QDate(2026, 11, 16));
        QCOMPARE(week.minutes, (std::array<int, 7> { 30, 0, 0, 0, 0, 45, 15 }));
        QCOMPARE(week.total(), 90);
    }

    void theWeekHoldsTimeOnTheDayOfItsPlace()
    {
        domain::Progress progress;
        const qint64 start = utc(u"2026-11-21T20:00:00Z"_s); // Sunday morning in Tokyo
        progress.setRecord(domain::RecordKey::ofTime(u"a"_s), domain::TimeEntry { u"base"_s, start, 30, 540 });
        progress.setRecord(domain::RecordKey::ofTime(u"b"_s), domain::TimeEntry { u"base"_s, start, 5 });
        for (const char* zone : { "Asia/Tokyo", "Europe/Berlin", "America/New_York" }) {
            const QTimeZone here(zone);
            const learning::StudyWeek week = learning::studyWeek(progress, utc(u"2026-11-22T12:00:00Z"_s), here, Qt::Monday);
            QCOMPARE(week.minutes[6] + week.minutes[5], 35);
            QCOMPARE(week.minutes[6], here.id() == "Asia/Tokyo" ? 35 : 30);
        }
    }
};

QTEST_APPLESS_MAIN(tst_NextSteps)
#include "tst_NextSteps.moc"
