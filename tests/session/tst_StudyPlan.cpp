// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <domain/StudyEdits.h>
#include <exchange/PlanWriter.h>
#include <session/PlanMaking.h>
#include <session/StudyPlan.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::ForecastState;
using learning::WishFate;
using session::PlanObstacle;

namespace {

constexpr qint64 day = 86'400'000;

/// A library over the small course with a goal; its clock can be moved.
struct Library
{
    qint64 now = 1'795'349'000'000; ///< 2026-11-22, about noon
    support::MemoryWorkspace workspace;

    static domain::CourseContent content()
    {
        domain::CourseContent content;
        content.course = support::graphCourse();
        return content;
    }

    /// Skills that need nothing, the longest first: a, b, c, d, e.
    static domain::CourseContent loose()
    {
        domain::CourseContent content = Library::content();
        domain::Course& course = content.course;
        const QStringList ids { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s };
        course.skills.resize(5, course.skills.front());
        for (int i = 0; i < ids.size(); ++i) {
            domain::Skill& skill = course.skills[static_cast<std::size_t>(i)];
            skill.id = ids[i];
            skill.area = u"one"_s;
            skill.hours = 9 - i;
            skill.prerequisites = {};
            skill.choices = {};
        }
        course.projects = {};
        course.choices = {};
        course.milestones = { { u"whole"_s, u"Whole"_s, {}, ids, false } };
        return content;
    }

    explicit Library(double hoursPerWeek, const QString& milestone = u"whole"_s, const domain::CourseContent& course = content())
        : workspace(course, { [this] { return now; }, QTimeZone::utc() })
    {
        if (!workspace->apply(domain::setGoal(workspace->context(), { milestone, hoursPerWeek, {} }))) {
            qFatal("no goal");
        }
    }

    [[nodiscard]] QStringList order() const
    {
        QStringList ids;
        for (const int skill : session::studyOutset(*workspace).order.skills) {
            ids.append(workspace->roadmap().skill(skill).id);
        }
        return ids;
    }

    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (!workspace->apply(edit)) {
            qFatal("the edit fails");
        }
    }
    void move(const QString& skill, const QString& before) const
    {
        apply(session::movedInOrder(*workspace, session::studyOutset(*workspace), skill, before));
    }
    [[nodiscard]] WishFate fateOf(const QString& skill) const
    {
        const session::StudyOutset outset = session::studyOutset(*workspace);
        const auto place = outset.wishes.indexOf(skill);
        if (place < 0) {
            qFatal("no such wish");
        }
        return outset.order.wishes[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] QStringList wishes() const { return workspace->progress().orderWishes().keys(); }
    [[nodiscard]] PlanObstacle obstacle(const session::WhatIf& whatIf = {}) const
    {
        const session::StudyOutset outset = session::studyOutset(*workspace, whatIf);
        return session::obstacleOf(outset, learning::forecast(outset.input));
    }

    [[nodiscard]] QJsonObject planJson() const
    {
        return QJsonDocument::fromJson(exchange::planToJson(*session::planOf(*workspace))).object();
    }
};

} // namespace

class tst_StudyPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScheduleLeadsToTheGoal()
    {
        const Library library(7);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QCOMPARE(outset.milestone, u"whole"_s);
        const learning::Schedule schedule = session::scheduleOf(outset);
        QCOMPARE(schedule.skills.size(), std::size_t(5));
        QCOMPARE(schedule.skills.front().from, QDate(2026, 11, 22));
        QVERIFY(schedule.finish > QDate(2026, 12, 1) && schedule.finish < QDate(2026, 12, 10)); // 11 hours at one a day, and noise
    }

    void theScheduleEndsNearTheEvenChance()
    {
        const Library library(3);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        const QDate even = learning::forecast(outset.input).p50;
        QVERIFY2(std::abs(even.daysTo(session::scheduleOf(outset).finish)) <= 3, qPrintable(even.toString(Qt::ISODate)));
    }

    void whatIsFinishedLeavesThePlan()
    {
        const Library library(7);
        library.workspace.finish(u"base"_s);
        QCOMPARE(library.order(), (QStringList { u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
    }

    void withoutHoursThereIsNoScheduleAndNoDate()
    {
        const Library library(0);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QVERIFY(session::scheduleOf(outset) == learning::Schedule {});
        QVERIFY(learning::forecast(outset.input).state == ForecastState::NoHours);
        QCOMPARE(library.planJson()[u"forecast"_s].type(), QJsonValue::Null);
        QCOMPARE(library.planJson()[u"schedule"_s].toArray().size(), 0);
    }

    void aReachedGoalLeadsOnToTheNextMilestone()
    {
        const Library library(7, u"half"_s);
        library.workspace.finish(u"base"_s);
        library.workspace.finish(u"middle"_s);
        QCOMPARE(session::studyOutset(*library.workspace).milestone, u"whole"_s);
    }

    void theDeadlineOfAReachedGoalCountsOnNoOtherWay()
    {
        const Library library(7, u"half"_s);
        const QDate deadline(2026, 11, 23);
        library.apply(domain::setGoal(library.workspace->context(), { u"half"_s, 7, deadline }));
        QCOMPARE(session::studyOutset(*library.workspace).input.deadline, deadline);
        QVERIFY(session::reachedGoal(*library.workspace) == nullptr);
        library.workspace.finish(u"base"_s);
        library.workspace.finish(u"middle"_s);
        QVERIFY(!session::studyOutset(*library.workspace).input.deadline.isValid());
        QCOMPARE(session::reachedGoal(*library.workspace)->id, u"half"_s);
        QCOMPARE(session::studyOutset(*library.workspace, { {}, u"whole"_s, {} }).input.deadline, deadline); // as it would be taken over
    }

    void withEverythingReachedNothingIsLeft()
    {
        const Library library(7);
        for (const QString& skill : { u"base"_s, u"middle"_s, u"top"_s, u"blue"_s, u"end"_s }) {
            library.workspace.finish(skill);
        }
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QVERIFY(outset.milestone.isEmpty());
        QVERIFY(learning::forecast(outset.input).state == ForecastState::Reached);
    }

    void thePlanNamesDaysOfEachSkillAndTheForecast()
    {
        const Library library(7);
        const QJsonObject plan = library.planJson();
        const QJsonObject first = plan[u"schedule"_s].toArray().first().toObject();
        QCOMPARE(first[u"skill"_s].toString(), u"base"_s);
        QCOMPARE(first[u"from"_s].toString(), u"2026-11-22"_s);
        const QJsonObject forecast = plan[u"forecast"_s].toObject();
        QVERIFY(forecast[u"p50"_s].toString() > u"2026-12-01"_s);
        QVERIFY(forecast[u"p85"_s].toString() > forecast[u"p50"_s].toString());
        QCOMPARE(forecast[u"hoursLeft"_s].toDouble(), 11.0);
        QVERIFY(forecast[u"chance"_s].isNull());
    }

    void theRevisionIsTheSameTomorrow()
    {
        Library library(7);
        const QJsonObject today = library.planJson();
        library.now += day;
        const QJsonObject tomorrow = library.planJson();
        QVERIFY(today[u"forecast"_s] != tomorrow[u"forecast"_s]);
        QCOMPARE(tomorrow[u"revision"_s], today[u"revision"_s]);
    }

    // The order of the small course: base, middle, blue, end, top.

    void aSkillMovesUpByAWishOfItsOwn()
    {
        const Library library(7);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        library.move(u"blue"_s, u"middle"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList { u"blue"_s });
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Kept);
    }

    void aSkillMovesDownByAWishOfItsOwn()
    {
        const Library library(7);
        library.move(u"middle"_s, u"end"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList { u"middle"_s });
        QCOMPARE(library.workspace->progress().orderWishes().value(u"middle"_s).after, u"blue"_s);
        QVERIFY(library.workspace->progress().orderWishes().value(u"middle"_s).before.isEmpty());
    }

    void aSkillMovesToTheEnd()
    {
        const Library library(7);
        library.move(u"end"_s, {});
        QCOMPARE(library.order().last(), u"end"_s);
        QVERIFY(library.fateOf(u"end"_s) == WishFate::Kept);
    }

    void aLaterMoveLeavesTheEarlierOnes()
    {
        const Library library(7, u"whole"_s, Library::loose());
        QCOMPARE(library.order().join(QString()), u"abcde"_s);
        library.move(u"a"_s, {});
        QCOMPARE(library.order().join(QString()), u"bcdea"_s);
        library.move(u"b"_s, {});
        QCOMPARE(library.order().join(QString()), u"cdeab"_s);
        library.move(u"d"_s, u"c"_s);
        QCOMPARE(library.order().join(QString()), u"dceab"_s);
        QCOMPARE(library.wishes().join(QString()), u"abd"_s);
    }

    void theEndIsBeforeWhatNeedsTheSkill()
    {
        const Library library(7);
        library.move(u"blue"_s, {});
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"top"_s, u"blue"_s, u"end"_s }));
        library.move(u"middle"_s, {}); // which top needs, and for top blue waits
        QVERIFY(library.fateOf(u"middle"_s) == WishFate::Needed);
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Kept);
    }

    void everyPlaceCanBeTakenFromEveryOther()
    {
        for (const QChar skill : u"abcde"_s) {
            const Library library(7, u"whole"_s, Library::loose());
            QString others = u"abcde"_s;
            others.remove(skill);
            for (const int place : { 4, 1, 3, 0, 2, 4, 0, 3, 2, 1 }) { // there and back, short and far
                library.move(skill, others.mid(place, 1));
                QCOMPARE(library.order().join(QString()), QString(others).insert(place, skill));
            }
        }
    }

    void whatStandsThereAlreadyIsNotMoved_data()
    {
        QTest::addColumn<QString>("first"); // a move, then the same once more
        QTest::addColumn<QString>("before");
        QTest::newRow("down") << u"b"_s << u"e"_s;
        QTest::newRow("up") << u"d"_s << u"b"_s;
        QTest::newRow("to the end") << u"a"_s << QString();
        QTest::newRow("by itself") << u"b"_s << u"c"_s;
    }
    void whatStandsThereAlreadyIsNotMoved()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, before);
        const Library library(7, u"whole"_s, Library::loose());
        library.move(first, before);
        const QStringList order = library.order();
        const auto again = session::movedInOrder(*library.workspace, session::studyOutset(*library.workspace), first, before);
        QVERIFY(again && again->changes.empty());
        QCOMPARE(library.order(), order);
    }

    void aMoveAgainstALaterOneIsMadeAnew()
    {
        Library library(7, u"whole"_s, Library::loose());
        library.move(u"d"_s, u"c"_s);
        library.now -= 10'000; // and a clock that was set back does not make it the older one
        library.move(u"c"_s, u"d"_s);
        QCOMPARE(library.order().join(QString()), u"abcde"_s);
        QVERIFY(library.fateOf(u"d"_s) == WishFate::Overruled);
        library.move(u"d"_s, u"c"_s);
        QCOMPARE(library.order().join(QString()), u"abdce"_s);
        QVERIFY(library.fateOf(u"d"_s) == WishFate::Kept);
    }

    void upAndDownAgainLeavesNoWish()
    {
        const Library library(7);
        library.move(u"blue"_s, u"middle"_s);
        library.move(u"blue"_s, u"end"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList());
    }

    void downAndUpAgainLeavesNoWish()
    {
        const Library library(7);
        library.move(u"middle"_s, u"end"_s);
        library.move(u"middle"_s, u"blue"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList());
    }

    void aMoveIsOneStepOfUndo()
    {
        const Library library(7);
        const QStringList order = library.order();
        library.move(u"middle"_s, {});
        QVERIFY(library.workspace->undo());
        QCOMPARE(library.order(), order);
        QCOMPARE(library.wishes(), QStringList());
    }

    void whatNeedsTheOtherCannotPassIt()
    {
        const Library library(7);
        library.move(u"top"_s, u"base"_s);
        QCOMPARE(library.order().first(), u"base"_s);
        QVERIFY(library.fateOf(u"top"_s) == WishFate::Needed);
    }

    void whatAllOthersNeedStaysWithOneReason()
    {
        const Library library(7);
        const QStringList order = library.order();
        library.move(u"base"_s, {});
        QCOMPARE(library.order(), order);
        QCOMPARE(library.wishes(), QStringList { u"base"_s });
        QVERIFY(library.fateOf(u"base"_s) == WishFate::Needed);
    }

    void aLaterWishOverrulesAnEarlierOne()
    {
        Library library(7);
        library.apply(domain::wishOrder(library.workspace->context(), u"blue"_s, u"middle"_s));
        library.now += 1000;
        library.apply(domain::wishOrder(library.workspace->context(), u"middle"_s, u"blue"_s));
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Overruled);
        QVERIFY(library.fateOf(u"middle"_s) == WishFate::Kept);
    }

    void aWishIsPastOnceOneOfTheTwoIsDone()
    {
        const Library library(7);
        library.move(u"blue"_s, u"middle"_s);
        library.workspace.finish(u"base"_s);
        library.workspace.finish(u"middle"_s);
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Past);
    }

    void whatIsNotInTheOrderCannotBeMoved_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::addColumn<QString>("before");
        QTest::addColumn<domain::ErrorCode>("code");
        QTest::newRow("a skill off the way") << u"side"_s << u"base"_s << domain::ErrorCode::UnknownSkill;
        QTest::newRow("before one off the way") << u"base"_s << u"side"_s << domain::ErrorCode::UnknownSkill;
        QTest::newRow("no such skill") << u"nowhere"_s << QString() << domain::ErrorCode::UnknownSkill;
        QTest::newRow("before itself") << u"base"_s << u"base"_s << domain::ErrorCode::InvalidTime;
    }
    void whatIsNotInTheOrderCannotBeMoved()
    {
        QFETCH(const QString, skill);
        QFETCH(const QString, before);
        QFETCH(const domain::ErrorCode, code);
        const Library library(7);
        const auto edit = session::movedInOrder(*library.workspace, session::studyOutset(*library.workspace), skill, before);
        QVERIFY(!edit);
        QVERIFY(edit.error().code == code);
    }

    void anotherGoalIsTriedWithoutBeingSet()
    {
        const Library library(7);
        const domain::Progress before = library.workspace->progress();
        const QDate end = session::scheduleOf(session::studyOutset(*library.workspace)).finish;
        const session::WhatIf more { 14, {}, {} };
        const session::WhatIf less { {}, u"half"_s, {} };
        QVERIFY(session::scheduleOf(session::studyOutset(*library.workspace, more)).finish < end);
        QVERIFY(session::scheduleOf(session::studyOutset(*library.workspace, less)).finish < end);
        QCOMPARE(session::studyOutset(*library.workspace, less).milestone, u"half"_s);
        const QDate deadline(2027, 1, 1);
        QCOMPARE(session::studyOutset(*library.workspace, { {}, {}, deadline }).input.deadline, deadline);
        QVERIFY(library.workspace->progress() == before);
    }

    void triedHoursLieOnTheLearnersDays()
    {
        const Library library(0);
        domain::StudyRhythm rhythm;
        rhythm.minutes = { 60, 0, 120, 0, 0, 0, 0 };
        library.apply(domain::setRhythm(library.workspace->context(), rhythm));
        const session::StudyOutset outset = session::studyOutset(*library.workspace, { 6, {}, {} });
        QCOMPARE(outset.times.minutes, (domain::WeekMinutes { 120, 0, 240, 0, 0, 0, 0 }));
    }

    void anUnknownMilestoneIsNotTried()
    {
        const Library library(7);
        QCOMPARE(session::studyOutset(*library.workspace, { {}, u"nowhere"_s, {} }).milestone, u"whole"_s);
    }

    void whatKeepsAPlanFromItsDatesIsNamed()
    {
        const Library library(7);
        QVERIFY(library.obstacle() == PlanObstacle::None);
        QVERIFY(library.obstacle({ 0, {}, {} }) == PlanObstacle::NoHours);
        QVERIFY(library.obstacle({ {}, {}, QDate(2026, 11, 21) }) == PlanObstacle::DeadlinePast);
        QVERIFY(library.obstacle({ {}, {}, QDate(2026, 11, 22) }) == PlanObstacle::None);
        QVERIFY(library.obstacle({ 0.001, {}, {} }) == PlanObstacle::NoHours);
        library.apply(domain::addDaysOff(library.workspace->context(), { QDate(2026, 1, 1), QDate(2036, 11, 30), {} }));
        QVERIFY(library.obstacle() == PlanObstacle::AllDaysOff);
    }

    void aMinuteAWeekForAThousandHoursIsTooFar()
    {
        domain::CourseContent content = Library::content();
        for (domain::Skill& skill : content.course.skills) {
            skill.hours = 1000;
        }
        const support::MemoryWorkspace workspace(content);
        QVERIFY(workspace->apply(domain::setRhythm(workspace->context(), { { 1, 0, 0, 0, 0, 0, 0 }, {}, 0, 3 })));
        const session::StudyOutset outset = session::studyOutset(*workspace);
        QVERIFY(session::obstacleOf(outset, learning::forecast(outset.input)) == PlanObstacle::TooFar);
        QVERIFY(!session::scheduleOf(outset).finish.isValid());
    }

    void withoutACourseThereIsNothingToPlan()
    {
        const support::MemoryWorkspace empty { domain::CourseContent {} };
        const session::StudyOutset outset = session::studyOutset(*empty);
        QVERIFY(session::obstacleOf(outset, learning::forecast(outset.input)) == PlanObstacle::NoCourse);
        QVERIFY(outset.order.skills.empty());
    }

    void datesAreThoseOfTheSchedule()
    {
        const Library library(7);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        const learning::Schedule schedule = session::scheduleOf(outset);
        const learning::PlanDates dates = session::datesOf(outset, schedule, library.workspace->roadmap());
        QCOMPARE(dates.made, QDate(2026, 11, 22));
        QCOMPARE(dates.milestone, u"whole"_s);
        QCOMPARE(dates.ends.size(), 5);
        QCOMPARE(dates.finish, schedule.finish);
        library.apply(domain::addDaysOff(library.workspace->context(), { QDate(2026, 11, 23), QDate(2026, 11, 29), {} }));
        const session::StudyOutset later = session::studyOutset(*library.workspace);
        const learning::PlanShift shift
            = learning::shiftBetween(dates, session::datesOf(later, session::scheduleOf(later), library.workspace->roadmap()));
        QCOMPARE(shift.finishDays, 7);
    }
};

QTEST_GUILESS_MAIN(tst_StudyPlan)
#include "tst_StudyPlan.moc"
