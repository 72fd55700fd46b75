// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Dice.h>
#include <learning/Schedule.h>

#include <QTest>

#include <cmath>
#include <map>

using namespace waymark;
using learning::PlannedWork;
using learning::Schedule;
using learning::StudyCalendar;
using learning::StudyTimes;

namespace {

const QDate monday(2026, 11, 23);

StudyCalendar hourADay()
{
    return { StudyTimes::evenly(7), monday };
}

int minutesOf(const Schedule& schedule, int skill)
{
    int sum = 0;
    for (const learning::StudySlot& slot : schedule.timetable) {
        sum += slot.skill == skill ? slot.minutes : 0;
    }
    return sum;
}

} // namespace

class tst_Schedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The calendar

    void hoursAWeekAreSpreadToTheMinute()
    {
        const StudyTimes times = StudyTimes::evenly(8.5);
        QCOMPARE(times.minutesAWeek(), 510);
        QCOMPARE(times.minutes, (std::array<int, 7> { 73, 73, 73, 73, 73, 73, 72 }));
        QCOMPARE(StudyTimes::evenly(-3).minutesAWeek(), 0);
        QCOMPARE(StudyTimes::evenly(1e9).minutesAWeek(), 168 * 60);
    }

    void daysOffHaveNoMinutesWhereverTheyOverlap()
    {
        StudyTimes times = StudyTimes::evenly(7);
        times.daysOff = { { monday.addDays(5), monday.addDays(6) }, { monday.addDays(1), monday.addDays(3) },
            { monday.addDays(2), monday.addDays(2) }, { monday.addDays(4), monday.addDays(1) } };
        const StudyCalendar calendar(times, monday);
        QString days;
        for (int day = 0; day < 8; ++day) {
            days += QLatin1Char(calendar.planned(day) > 0 ? 'x' : '-');
        }
        QCOMPARE(days, QStringLiteral("x---x--x"));
    }

    void recallTakesItsTimeFirstAndAtMostHalf()
    {
        const StudyCalendar calendar(StudyTimes::evenly(7), monday, { 10, 50, 0 });
        QCOMPARE(calendar.learning(0), 50.0);
        QCOMPARE(calendar.learning(1), 30.0);
        QCOMPARE(calendar.learning(2), 60.0);
        QCOMPARE(calendar.learning(3), 40.0); // the mean of the three
    }

    // Skills on days

    void aSkillIsCheckedOnALaterDay()
    {
        const Schedule schedule = learning::scheduled({ { 7, 40 } }, hourADay());
        QCOMPARE(schedule.timetable, (std::vector<learning::StudySlot> { { monday, 7, 36, false }, { monday.addDays(1), 7, 4, true } }));
        QCOMPARE(schedule.skills, (std::vector<learning::ScheduledSkill> { { 7, monday, monday.addDays(1) } }));
        QCOMPARE(schedule.finish, monday.addDays(1));
    }

    void theNextSkillBeginsMeanwhile()
    {
        const Schedule schedule = learning::scheduled({ { 1, 40 }, { 2, 60 } }, hourADay());
        QCOMPARE(schedule.skills[1].from, monday);
        QCOMPARE(minutesOf(schedule, 1), 40);
        QCOMPARE(minutesOf(schedule, 2), 60);
    }

    void theCheckOfALongSkillTakesTwentyMinutes()
    {
        QCOMPARE(learning::checkMinutes(600), 20.0);
        QCOMPARE(learning::checkMinutes(50), 5.0);
    }

    void daysOffAndFreeWeekdaysStayFree()
    {
        StudyTimes times;
        times.minutes = { 60, 0, 60, 0, 60, 0, 0 };
        times.daysOff = { { monday.addDays(2), monday.addDays(2) } };
        const Schedule schedule = learning::scheduled({ { 1, 100 } }, { times, monday });
        std::vector<QDate> days;
        for (const auto& slot : schedule.timetable) {
            days.push_back(slot.day);
        }
        QCOMPARE(days, (std::vector<QDate> { monday, monday.addDays(4), monday.addDays(7) }));
    }

    void weeksThatKeepHalfTakeTwice() { QCOMPARE(learning::scheduled({ { 1, 300 } }, hourADay(), 0.5).timetable.size(), std::size_t(11)); }

    void minutesOfShortDaysAreSavedUp()
    {
        StudyTimes times;
        times.minutes = { 4, 60, 2, 2, 0, 0, 0 };
        const Schedule schedule = learning::scheduled({ { 1, 80 } }, { times, monday });
        QCOMPARE(schedule.timetable,
            (std::vector<learning::StudySlot> {
                { monday.addDays(1), 1, 64, false }, { monday.addDays(7), 1, 8, false }, { monday.addDays(8), 1, 8, true } }));
    }

    /// Two minutes a day: the forecast dates the end, so the schedule has to get there too.
    void aWeekOfShortDaysComesToItsEnd()
    {
        const StudyTimes times = StudyTimes::evenly(0.2);
        const Schedule schedule = learning::scheduled({ { 1, 60 } }, { times, monday });
        QCOMPARE(minutesOf(schedule, 1), 60);
        QVERIFY(schedule.finish >= monday.addDays(4 * 7) && schedule.finish <= monday.addDays(6 * 7));
        for (const learning::StudySlot& slot : schedule.timetable) {
            QVERIFY(slot.minutes <= 8);
        }
    }

    void noDayHasMoreThanTwelveHoursOfWorkUnlessItIsPlanned_data()
    {
        QTest::addColumn<int>("planned");
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("most");
        QTest::newRow("ten hours by half") << 600 << 0.5 << 300;
        QTest::newRow("four hours three times") << 240 << 3.0 << 720;
        QTest::newRow("ten hours three times") << 600 << 3.0 << 720;
        QTest::newRow("sixteen hours three times") << 960 << 3.0 << 960;
    }
    void noDayHasMoreThanTwelveHoursOfWorkUnlessItIsPlanned()
    {
        QFETCH(const int, planned);
        QFETCH(const double, share);
        QFETCH(const int, most);
        StudyTimes times;
        times.minutes = { planned, 0, 0, 0, 0, 0, 0 };
        const Schedule schedule = learning::scheduled({ { 1, 6000 } }, { times, monday }, share);
        QCOMPARE(schedule.timetable.front().minutes, most);
        QCOMPARE(schedule.timetable[1].day, monday.addDays(7));
    }

    void nothingToDoHasNoFinish()
    {
        QVERIFY(learning::scheduled({}, hourADay()) == Schedule {});
        QVERIFY(learning::scheduled({ { 1, 0 } }, hourADay()) == Schedule {});
    }

    void whatTheCalendarHasNoRoomForIsLeftOut()
    {
        StudyTimes times = StudyTimes::evenly(7);
        times.daysOff = { { monday.addDays(1), monday.addYears(200) } };
        const Schedule schedule = learning::scheduled({ { 1, 30 }, { 2, 30 } }, { times, monday });
        QVERIFY(schedule.skills.empty()); // not even the first is checked
        QVERIFY(!schedule.finish.isValid());
    }

    void noDayIsOverfullAndNothingIsLost()
    {
        learning::Dice dice(3);
        for (int round = 0; round < 200; ++round) {
            StudyTimes times;
            for (int& minutes : times.minutes) {
                minutes = dice.isHit(0.3) ? 0 : static_cast<int>(dice.below(200));
            }
            times.minutes[dice.below(7)] += 30;
            std::vector<PlannedWork> work;
            for (int i = 0, count = 1 + static_cast<int>(dice.below(12)); i < count; ++i) {
                work.push_back({ i, 5 + 600 * dice.uniform() });
            }
            const StudyCalendar calendar(times, monday.addDays(round), { 30 * dice.uniform() });
            const Schedule schedule = learning::scheduled(work, calendar);
            QCOMPARE(schedule.skills.size(), work.size());
            std::map<QDate, int> days;
            for (const auto& slot : schedule.timetable) {
                days[slot.day] += slot.minutes;
            }
            for (const auto& [day, minutes] : days) {
                QVERIFY(minutes <= calendar.learning(static_cast<int>(calendar.first().daysTo(day))) + 12); // rounded slot by slot
            }
            for (const PlannedWork& each : work) {
                const auto slots = std::count_if(
                    schedule.timetable.begin(), schedule.timetable.end(), [&each](const auto& slot) { return slot.skill == each.skill; });
                QVERIFY(std::abs(minutesOf(schedule, each.skill) - each.minutes) <= static_cast<double>(slots) / 2 + 1);
            }
            for (const auto& each : schedule.skills) {
                QVERIFY(each.from < each.to);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Schedule)
#include "tst_Schedule.moc"
