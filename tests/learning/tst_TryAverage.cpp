// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Dice.h>
#include <learning/TryAverage.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::Try;
using learning::TryStanding;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 1'440 * minute;
constexpr qint64 start = 1'790'000'000'000; // 21 September 2026, 14:13 UTC

/// Right is '1', wrong '0', and a space begins the next day.
std::vector<Try> triesOf(const QString& marks)
{
    std::vector<Try> tries;
    qint64 at = start;
    for (const QChar mark : marks) {
        if (mark == u' ') {
            at += day;
        } else {
            tries.push_back({ at, mark == u'1' });
        }
    }
    return tries;
}

TryStanding standingOf(const QString& marks)
{
    return learning::tryStanding(triesOf(marks), QTimeZone::utc());
}

/// Percent of 20,000 learners who pass at one of twenty tries, five a day.
double passing(double right)
{
    constexpr int learners = 20'000;
    learning::Dice dice(20'261'121);
    std::vector<Try> tries(20);
    int passed = 0;
    for (int learner = 0; learner < learners; ++learner) {
        for (std::size_t i = 0; i < tries.size(); ++i) {
            tries[i] = { start + static_cast<qint64>(i / 5) * day + static_cast<qint64>(i % 5) * minute, dice.isHit(right) };
        }
        passed += learning::tryStanding(tries, QTimeZone::utc()).passedAt ? 1 : 0;
    }
    return 100.0 * passed / learners;
}

} // namespace

class tst_TryAverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTriedIsTheStart()
    {
        const TryStanding standing = standingOf({});
        QCOMPARE(standing, (TryStanding { 0.3, 0, 0, 0, 8, 2, 10, false, std::nullopt }));
    }

    void theAverageIsWhatAHandReckons_data()
    {
        QTest::addColumn<QString>("marks");
        QTest::addColumn<double>("average");
        QTest::addColumn<int>("right");
        QTest::newRow("one right") << u"1"_s << 0.405 << 1;
        QTest::newRow("one wrong") << u"0"_s << 0.255 << 0;
        QTest::newRow("right, wrong") << u"10"_s << 0.34425 << 1;
        QTest::newRow("wrong, right") << u"01"_s << 0.36675 << 1;
        QTest::newRow("three right") << u"1 11"_s << 0.5701125 << 3;
        QTest::newRow("eight right") << u"1111 1111"_s << 0.8092566325 << 8;
        QTest::newRow("nine right, the last eight count") << u"11111 1111"_s << 0.8378681376 << 8;
        QTest::newRow("nine wrong, one right") << u"00000 00001"_s << 0.2090623213 << 1;
    }

    void theAverageIsWhatAHandReckons()
    {
        QFETCH(QString, marks);
        QFETCH(double, average);
        QFETCH(int, right);
        const TryStanding standing = standingOf(marks);
        QVERIFY2(std::abs(standing.average - average) < 1e-9, qPrintable(QString::number(standing.average, 'g', 12)));
        QCOMPARE(standing.right, right);
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QString>("marks");
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("rights");
        QTest::addColumn<bool>("passes");
        QTest::newRow("three on one day") << u"111"_s << 5 << 1 << 7 << false;
        QTest::newRow("eight right on one day") << u"11111111"_s << 0 << 1 << 2 << false;
        QTest::newRow("ten right on one day") << u"1111111111"_s << 0 << 1 << 0 << false;
        QTest::newRow("eight right on two days") << u"1111 1111"_s << 0 << 0 << 2 << false;
        QTest::newRow("ten right on two days") << u"11111 11111"_s << 0 << 0 << 0 << true;
        QTest::newRow("the second day alone was missing") << u"1111111111 1"_s << 0 << 0 << 0 << true;
        QTest::newRow("ten right, one wrong") << u"11111 111110"_s << 0 << 0 << 4 << false;
    }

    void whatIsMissingIsSaid()
    {
        QFETCH(QString, marks);
        const TryStanding standing = standingOf(marks);
        QTEST(standing.triesMissing, "tries");
        QTEST(standing.daysMissing, "days");
        QTEST(standing.rightMissing, "rights");
        QTEST(standing.passes, "passes");
    }

    void aFallAfterPassingIsSeenAndThePassIsRemembered()
    {
        const std::vector<Try> tries = triesOf(u"11111 1111 1 0 1111"_s);
        const std::optional<qint64> first = tries[9].at;
        const TryStanding fallen = learning::tryStanding(std::span(tries).first(11), QTimeZone::utc());
        QVERIFY(!fallen.passes);
        QCOMPARE(fallen.passedAt, first);
        const TryStanding again = learning::tryStanding(tries, QTimeZone::utc());
        QVERIFY(again.passes);
        QCOMPARE(again.passedAt, first);
    }

    void triesAreTakenByTimeAndEqualTimesAsGiven()
    {
        const std::vector<Try> ordered { { start, true }, { start + minute, true }, { start + minute, false }, { start + day, false } };
        std::vector<Try> mixed { ordered[3], ordered[1], ordered[2], ordered[0] };
        const TryStanding standing = learning::tryStanding(ordered, QTimeZone::utc());
        QCOMPARE(learning::tryStanding(mixed, QTimeZone::utc()), standing);
        std::swap(mixed[1], mixed[2]);
        QVERIFY(learning::tryStanding(mixed, QTimeZone::utc()).average > standing.average);
    }

    void daysAreLearningDaysOfTheZone()
    {
        // 23:30 and 00:30 are one evening; 03:30 and 04:30 are two days. In Tokyo both pairs are morning and noon of one day.
        const qint64 midnight = QDateTime(QDate(2026, 11, 21), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        const std::vector<Try> evening { { midnight - 30 * minute, true }, { midnight + 30 * minute, true } };
        const std::vector<Try> rollover { { midnight + 210 * minute, true }, { midnight + 270 * minute, true } };
        QCOMPARE(learning::tryStanding(evening, QTimeZone::utc()).days, 1);
        QCOMPARE(learning::tryStanding(rollover, QTimeZone::utc()).days, 2);
        QCOMPARE(learning::tryStanding(rollover, QTimeZone("Asia/Tokyo")).days, 1);
    }

    void aTryKeepsTheDayOfThePlaceWhereItWasMade()
    {
        // In Berlin at 23:00 and at 06:00 the next morning: two days there, one in Los Angeles.
        const qint64 evening = QDateTime({ 2026, 11, 2 }, QTime(22, 0), Qt::UTC).toMSecsSinceEpoch();
        const QTimeZone losAngeles("America/Los_Angeles");
        const std::vector<Try> unplaced { { evening, true }, { evening + 7 * 60 * minute, true } };
        QCOMPARE(learning::tryStanding(unplaced, losAngeles).days, 1);
        const std::vector<Try> placed { { evening, true, 60 }, { evening + 7 * 60 * minute, true, 60 } };
        QCOMPARE(learning::tryStanding(placed, losAngeles).days, 2);
    }

    void triesThatLieAheadAreTheOldest()
    {
        const std::vector<Try> tries { { start, true }, { start + day, true }, { start + 400 * day, false }, { start + 401 * day, true } };
        const qint64 now = start + 2 * day;
        QCOMPARE(learning::tryStanding(tries, QTimeZone::utc(), now).average, standingOf(u"0 1 1 1"_s).average);
        QCOMPARE(learning::tryStanding(tries, QTimeZone::utc(), start + 500 * day).average, standingOf(u"1 1 0 1"_s).average);
        QCOMPARE(learning::tryStanding(tries, QTimeZone::utc(), now).days, 4);
    }

    void aWrongAnswerNeverRaisesTheAverage()
    {
        QVERIFY(rc::check("a wrong answer never raises the average, a right one never lowers it", [](const std::vector<bool>& marks) {
            std::vector<Try> tries;
            double before = learning::startingAverage;
            for (const bool right : marks) {
                tries.push_back({ start + std::ssize(tries) * minute, right });
                const double after = learning::tryStanding(tries, QTimeZone::utc()).average;
                RC_ASSERT(after >= 0 && after <= 1);
                RC_ASSERT((right ? after >= before : after <= before));
                before = after;
            }
        }));
    }

    void whatIsMissingIsEnough()
    {
        QVERIFY(rc::check("the right answers said to be missing, and not one fewer, lift the average", [](const std::vector<bool>& marks) {
            std::vector<Try> tries;
            tries.reserve(marks.size());
            for (const bool right : marks) {
                tries.push_back({ start + std::ssize(tries) * minute, right });
            }
            const auto average = [&tries] { return learning::tryStanding(tries, QTimeZone::utc()).average; };
            const int missing = learning::tryStanding(tries, QTimeZone::utc()).rightMissing;
            for (int i = 0; i < missing; ++i) {
                RC_ASSERT(average() < learning::passingAverage);
                tries.push_back({ start + std::ssize(tries) * minute, true });
            }
            RC_ASSERT(average() >= learning::passingAverage);
        }));
    }

    void theOperatingCurveIsWhatWasAgreed_data()
    {
        QTest::addColumn<double>("right");
        QTest::addColumn<double>("percent");
        QTest::newRow("50 %") << 0.50 << 1.0;
        QTest::newRow("60 %") << 0.60 << 7.0;
        QTest::newRow("70 %") << 0.70 << 26.0;
        QTest::newRow("80 %") << 0.80 << 59.0;
        QTest::newRow("90 %") << 0.90 << 92.0;
        QTest::newRow("95 %") << 0.95 << 99.0;
    }

    void theOperatingCurveIsWhatWasAgreed()
    {
        QFETCH(double, right);
        QFETCH(double, percent);
        const double found = passing(right);
        QVERIFY2(std::abs(found - percent) <= 2, qPrintable(QString::number(found)));
    }
};

QTEST_APPLESS_MAIN(tst_TryAverage)
#include "tst_TryAverage.moc"
