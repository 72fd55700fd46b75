// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>

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
using session::PlanObstacle;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

/// A library over the small course with a goal.
struct Library : support::ClockedLibrary
{
    explicit Library(double hoursPerWeek, const QString& milestone = u"whole"_s) { aim(hoursPerWeek, milestone); }

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

    /// Six weeks went as planned; then half of it is planned.
    void hoursThatAreTakenOverGiveWhatWasTried()
    {
        Library library(14);
        for (int days = 0; days < 42; ++days) {
            library.apply(domain::addTime(library.context(), u"base"_s, library.now - 2 * hour, 120));
            library.now += day;
        }
        const session::StudyOutset planned = session::studyOutset(*library.workspace);
        QCOMPARE(planned.weeks.shares, (std::vector<double> { 1, 1, 1, 1, 1, 1, 1, 1, 1 }));
        const session::StudyOutset tried = session::studyOutset(*library.workspace, { 7.0, {}, {} });
        QVERIFY(learning::forecast(tried.input).p50 > learning::forecast(planned.input).p50);
        library.aim(7);
        QVERIFY(session::studyOutset(*library.workspace).input == tried.input);
        library.aim(14);
        QVERIFY(session::studyOutset(*library.workspace).input == planned.input);
    }

    void hoursAreTriedOnTheDaysOfTheRhythm()
    {
        const Library library(0);
        library.apply(domain::setRhythm(library.context(), { { 60, 0, 120, 0, 0, 0, 0 }, {}, 0, 3 }));
        library.aim(0);
        const session::StudyOutset tried = session::studyOutset(*library.workspace, { 6.0, {}, {} });
        QCOMPARE(tried.times.minutes, (domain::WeekMinutes { 120, 0, 240, 0, 0, 0, 0 }));
    }

    void whatWasStudiedTodayIsBehind()
    {
        const Library library(7);
        library.apply(domain::addTime(library.context(), u"base"_s, library.now - hour, 40));
        const auto first = [&library] { return session::scheduleOf(session::studyOutset(*library.workspace)).timetable.front(); };
        QCOMPARE(first().day, QDate(2026, 11, 22));
        QCOMPARE(first().minutes, 20);
        library.apply(domain::addTime(library.context(), u"base"_s, library.now - day, 60));
        QCOMPARE(first().minutes, 20); // of another day
        library.apply(domain::addTime(library.context(), u"base"_s, library.now - 2 * hour, 30));
        QCOMPARE(first().day, QDate(2026, 11, 23));
        QCOMPARE(first().minutes, 60);
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

    void theNextGoalIsTheMilestoneAheadWithoutTheOldDeadline()
    {
        const Library library(7, u"half"_s);
        library.apply(domain::setGoal(library.workspace->context(), { u"half"_s, 7, QDate(2026, 11, 23) }));
        QVERIFY(session::nextGoal(*library.workspace)->changes.empty()); // the goal is still ahead
        library.workspace.finish(u"base"_s);
        library.workspace.finish(u"middle"_s);
        library.apply(session::nextGoal(*library.workspace));
        QCOMPARE(library.workspace->progress().goal(), (domain::Goal { u"whole"_s, 7, {} }));
        QVERIFY(session::reachedGoal(*library.workspace) == nullptr);
        for (const domain::Skill& skill : library.workspace->course().skills) {
            library.workspace.finish(skill.id);
        }
        QVERIFY(session::nextGoal(*library.workspace)->changes.empty()); // nothing is ahead
    }

    /// Around the hours with which half of the runs have a date; where it is that close, either word is right.
    void aFewHundredRunsTellTheObstacleOfTheWholeForecast()
    {
        int tooFar = 0;
        int dated = 0;
        for (int halves = 10; halves <= 40; ++halves) {
            const Library library(halves / 2.0);
            library.apply(domain::addDaysOff(library.workspace->context(), { QDate(2026, 11, 29), QDate(2126, 11, 20), {} }));
            const session::StudyOutset outset = session::studyOutset(*library.workspace);
            const learning::Forecast whole = learning::forecast(outset.input, { 2000 });
            const auto percent = std::ranges::count_if(whole.dates, [](QDate day) { return day.isValid(); });
            if (percent < 44 || percent > 56) {
                const session::PlanObstacle expected = session::obstacleOf(outset, whole);
                QVERIFY2(session::quickObstacleOf(outset) == expected, qPrintable(u"%1 h, %2 %"_s.arg(halves / 2.0).arg(percent)));
                tooFar += expected == session::PlanObstacle::TooFar;
                dated += expected == session::PlanObstacle::None;
            }
        }
        QVERIFY(tooFar > 5 && dated > 5);
    }

    void theQuickObstacleIsThatOfTheWholeForecast_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<QDate>("deadline");
        QTest::addColumn<QDate>("off"); // from this day on, for a century
        QTest::addColumn<session::PlanObstacle>("obstacle");
        using enum session::PlanObstacle;
        QTest::newRow("none") << 7.0 << QDate() << QDate() << None;
        QTest::newRow("no hours") << 0.0 << QDate() << QDate() << NoHours;
        QTest::newRow("days off") << 7.0 << QDate() << QDate(2026, 11, 22) << AllDaysOff;
        QTest::newRow("too far") << 7.0 << QDate() << QDate(2026, 11, 24) << TooFar;
        QTest::newRow("deadline past") << 7.0 << QDate(2026, 11, 1) << QDate() << DeadlinePast;
    }

    void theQuickObstacleIsThatOfTheWholeForecast()
    {
        QFETCH(double, hours);
        QFETCH(QDate, deadline);
        QFETCH(QDate, off);
        QFETCH(session::PlanObstacle, obstacle);
        const Library library(hours);
        library.apply(domain::setGoal(library.workspace->context(), { u"whole"_s, hours, deadline }));
        if (off.isValid()) {
            library.apply(domain::addDaysOff(library.workspace->context(), { off, QDate(2126, 11, 20), {} }));
        }
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QVERIFY(session::quickObstacleOf(outset) == obstacle);
        QVERIFY(session::obstacleOf(outset, learning::forecast(outset.input)) == obstacle);
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
