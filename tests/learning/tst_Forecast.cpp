// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Dice.h>
#include <learning/StoppableForecast.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::Forecast;
using learning::ForecastInput;
using learning::ForecastSettings;
using learning::ForecastState;
using learning::StudyTimes;

namespace {

const QDate today(2026, 11, 23); // a Monday
constexpr qint64 minute = 60'000;

ForecastInput workOf(std::vector<double> hours, double hoursPerWeek)
{
    return { std::move(hours), StudyTimes::evenly(hoursPerWeek), today, {}, {}, { 1.0 }, {} };
}

ForecastInput withoutNoise(ForecastInput input)
{
    input.speed.sigma = 0;
    return input;
}

/// Weeks, skills and wishes that no one would think of.
ForecastInput randomWork(learning::Dice& dice)
{
    ForecastInput input;
    input.today = today.addDays(static_cast<int>(dice.below(365)));
    for (std::size_t i = 0, count = 1 + dice.below(30); i < count; ++i) {
        input.hours.push_back(0.5 + 12 * dice.uniform());
    }
    for (int& minutes : input.times.minutes) {
        minutes = dice.isHit(0.3) ? 0 : 10 * static_cast<int>(dice.below(20));
    }
    input.times.minutes[dice.below(7)] += 10;
    for (std::size_t i = 0, count = dice.below(4); i < count; ++i) {
        const QDate first = input.today.addDays(static_cast<int>(dice.below(200)));
        input.times.daysOff.push_back({ first, first.addDays(static_cast<int>(dice.below(20))) });
    }
    for (std::size_t i = 0, count = dice.below(30); i < count; ++i) {
        input.recall.push_back(40 * dice.uniform());
    }
    input.shares.clear();
    for (std::size_t i = 0, count = 1 + dice.below(12); i < count; ++i) {
        input.shares.push_back(0.1 + 1.5 * dice.uniform());
    }
    return input;
}

bool isNoLater(QDate one, QDate other)
{
    return one.isValid() ? (!other.isValid() || one <= other) : !other.isValid();
}

} // namespace

class tst_Forecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Closed form

    void aForecastThatNobodyWaitsForEnds()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(learning::forecast(workOf({ 7 }, 7), { 500, 0.5, 1 }, stop.get_token()) == learning::Forecast {});
        QVERIFY(learning::forecast(workOf({ 7 }, 7), { 500, 0.5, 1 }, {}) == learning::forecast(workOf({ 7 }, 7), { 500, 0.5, 1 }));
    }

    void withoutNoiseItIsTheDayByWhichTheHoursAreDone_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<double>("perWeek");
        QTest::addColumn<QDate>("day");
        QTest::newRow("an hour a day, seven hours") << 7.0 << 7.0 << today.addDays(6);
        QTest::newRow("an hour a day, a minute more than a week") << 7.0 + 1.0 / 60 << 7.0 << today.addDays(7);
        QTest::newRow("done today") << 0.5 << 7.0 << today;
        QTest::newRow("twelve weeks of ten hours") << 120.0 << 10.0 << today.addDays(83);
        QTest::newRow("ten years") << 3652.0 << 7.0 << today.addDays(3651);
    }

    void withoutNoiseItIsTheDayByWhichTheHoursAreDone()
    {
        QFETCH(double, hours);
        QFETCH(double, perWeek);
        QFETCH(QDate, day);
        const Forecast found = learning::forecast(withoutNoise(workOf({ hours }, perWeek)), { 10, 0, 1 });
        QVERIFY(found.state == ForecastState::Dated);
        QCOMPARE(found.p50, day);
        QCOMPARE(found.p85, day);
    }

    void withoutNoiseItIsTheClosedFormOnAnyCalendar()
    {
        learning::Dice dice(7);
        for (int i = 0; i < 300; ++i) {
            ForecastInput input = withoutNoise(randomWork(dice));
            input.shares = { 1.0 };
            double minutes = 0;
            for (const double hours : input.hours) {
                minutes += hours * 60;
            }
            const Forecast found = learning::forecast(input, { 3, 0, 1 });
            // A thousandth of a minute on either side: the sums are made in another order.
            const learning::StudyCalendar calendar(input.times, input.today, input.recall);
            QVERIFY(found.p50 >= calendar.day(*calendar.dayOf(minutes - 0.001)));
            QVERIFY(found.p50 <= calendar.day(*calendar.dayOf(minutes + 0.001)));
        }
    }

    void theSlowLearnerTakesLongerByHisFactor()
    {
        ForecastInput input = withoutNoise(workOf({ 7 }, 7));
        input.speed.mean = std::log(2.0);
        QCOMPARE(learning::forecast(input, { 1, 0, 1 }).p50, today.addDays(13));
    }

    void weeksThatKeepHalfOfThePlanTakeTwice()
    {
        ForecastInput input = withoutNoise(workOf({ 7 }, 7));
        input.shares = { 0.5 };
        QCOMPARE(learning::forecast(input, { 1, 0, 1 }).p50, today.addDays(13));
    }

    /// Three times a Monday of ten hours would be thirty: it takes twelve, here as in the schedule.
    void aShareFillsNoDayBeyondItsEnd()
    {
        ForecastInput input = withoutNoise(workOf({ 24 }, 0));
        input.times.minutes = { 600, 0, 0, 0, 0, 0, 0 };
        input.shares = { 3.0 };
        QCOMPARE(learning::forecast(input, { 1, 0, 1 }).p50, today.addDays(7));
    }

    // Chance

    void theSameSeedGivesTheSameDates()
    {
        const ForecastInput input = workOf({ 3, 8, 5, 13, 2 }, 6);
        QVERIFY(learning::forecast(input, { 500, 0.5, 42 }) == learning::forecast(input, { 500, 0.5, 42 }));
        QVERIFY(learning::forecast(input, { 500, 0.5, 42 }) != learning::forecast(input, { 500, 0.5, 43 }));
    }

    void moreHoursNeverGiveALaterDate()
    {
        learning::Dice dice(11);
        for (int i = 0; i < 200; ++i) {
            const ForecastInput input = randomWork(dice);
            ForecastInput more = input;
            more.times.minutes[dice.below(7)] += 5 * static_cast<int>(1 + dice.below(20));
            const Forecast before = learning::forecast(input, { 60, 0.5, 9 });
            const Forecast after = learning::forecast(more, { 60, 0.5, 9 });
            for (std::size_t percent = 0; percent < before.dates.size(); ++percent) {
                QVERIFY(isNoLater(after.dates[percent], before.dates[percent]));
            }
        }
    }

    void lessToDoNeverGivesALaterDate()
    {
        learning::Dice dice(12);
        for (int i = 0; i < 200; ++i) {
            const ForecastInput input = randomWork(dice);
            ForecastInput less = input;
            less.hours[dice.below(less.hours.size())] = 0;
            const Forecast before = learning::forecast(input, { 60, 0.5, 9 });
            const Forecast after = learning::forecast(less, { 60, 0.5, 9 });
            QVERIFY(after.state == ForecastState::Reached || isNoLater(after.p85, before.p85));
        }
    }

    void theDatesOfAllPercentsGoForward()
    {
        const Forecast found = learning::forecast(workOf({ 3, 8, 5, 13, 2 }, 6), { 1000, 0.5, 3 });
        QCOMPARE(found.dates.size(), std::size_t(99));
        QVERIFY(std::is_sorted(found.dates.begin(), found.dates.end()));
        QCOMPARE(found.dates[49], found.p50);
        QCOMPARE(found.dates[84], found.p85);
        QVERIFY(found.p50 < found.p85);
    }

    void theChanceOfADeadlineIsTheShareOfRunsThatKeepIt()
    {
        ForecastInput input = workOf({ 3, 8, 5, 13, 2 }, 6);
        const Forecast open = learning::forecast(input, { 2000, 0.5, 3 });
        QVERIFY(!open.chance);
        input.deadline = open.p85;
        const double kept = *learning::forecast(input, { 2000, 0.5, 3 }).chance;
        QVERIFY2(kept >= 0.85 && kept < 0.90, qPrintable(QString::number(kept)));
        input.deadline = today.addDays(-1);
        QCOMPARE(*learning::forecast(input, { 2000, 0.5, 3 }).chance, 0.0);
        input.deadline = today.addYears(90);
        QCOMPARE(*learning::forecast(input, { 2000, 0.5, 3 }).chance, 1.0);
    }

    /// LEARNING.md, section 4: learners drawn from the same beliefs, each with a speed and luck of their own.
    void fiveOfSixSimulatedLearnersFinishByTheirP85()
    {
        learning::Dice dice(85);
        const auto normal
            = [&dice] { return std::sqrt(-2 * std::log(1 - dice.uniform())) * std::cos(2 * 3.14159265358979 * dice.uniform()); };
        constexpr int learners = 1000;
        int inTime = 0;
        for (int i = 0; i < learners; ++i) {
            ForecastInput input = workOf({}, 4 + 12 * dice.uniform());
            const double speed = std::exp(input.speed.sigma * normal());
            double minutes = 0;
            for (std::size_t skill = 0, count = 5 + dice.below(60); skill < count; ++skill) {
                input.hours.push_back(2 + 14 * dice.uniform());
                minutes += 60 * input.hours.back() * speed * std::exp(learning::skillSigma * normal());
            }
            const learning::StudyCalendar calendar(input.times, today);
            const QDate finished = calendar.day(*calendar.dayOf(minutes));
            inTime += finished <= learning::forecast(input, { 1000, 0.5, static_cast<quint64>(i) }).p85 ? 1 : 0;
        }
        QVERIFY2(inTime >= learners * 0.81 && inTime <= learners * 0.89, qPrintable(QString::number(inTime)));
    }

    // What has no date

    void nothingLeftIsReached()
    {
        QVERIFY(learning::forecast(workOf({ 0, 0 }, 7)).state == ForecastState::Reached);
        QVERIFY(learning::forecast(workOf({}, 0)).state == ForecastState::Reached);
    }

    void noHoursAWeekHaveNoDate()
    {
        const Forecast found = learning::forecast(workOf({ 7 }, 0));
        QVERIFY(found.state == ForecastState::NoHours);
        QCOMPARE(found.hoursLeft, 7.0);
        QVERIFY(!found.p50.isValid() && !found.chance);
    }

    void everyDayOffForACenturyIsTooFar()
    {
        ForecastInput input = workOf({ 7 }, 7);
        input.times.daysOff = { { today, today.addYears(200) } };
        input.deadline = today.addYears(1);
        const Forecast found = learning::forecast(input, { 20, 0.5, 1 });
        QVERIFY(found.state == ForecastState::TooFar);
        QVERIFY(!found.p50.isValid());
        QCOMPARE(*found.chance, 0.0);
    }

    void weeksWithoutAnyStudyAreTooFar()
    {
        ForecastInput input = workOf({ 7 }, 7);
        input.shares = { 0, 0 };
        QVERIFY(learning::forecast(input).state == ForecastState::TooFar);
    }
};

QTEST_GUILESS_MAIN(tst_Forecast)
#include "tst_Forecast.moc"
