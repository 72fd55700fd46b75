// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/LearningDays.h>

#include <domain/Edits.h>

#include <QDateTime>
#include <QTest>

#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace waymark::learning;

namespace {

QString textOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

class tst_LearningDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLearningDayBeginsAtFourOnTheWall_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char* name, const char* zone, QDate date, const QString& utc) {
            QTest::newRow(name) << QString::fromLatin1(zone) << date << utc;
        };
        row("winter", "Europe/Berlin", { 2027, 3, 27 }, u"2027-03-27T03:00:00Z"_s);
        row("clocks forward", "Europe/Berlin", { 2027, 3, 28 }, u"2027-03-28T02:00:00Z"_s);
        row("the day after", "Europe/Berlin", { 2027, 3, 29 }, u"2027-03-29T02:00:00Z"_s);
        row("summer", "Europe/Berlin", { 2027, 10, 30 }, u"2027-10-30T02:00:00Z"_s);
        row("clocks back", "Europe/Berlin", { 2027, 10, 31 }, u"2027-10-31T03:00:00Z"_s);
        row("half an hour forward", "Australia/Lord_Howe", { 2026, 10, 4 }, u"2026-10-03T17:00:00Z"_s);
        row("half an hour back", "Australia/Lord_Howe", { 2027, 4, 4 }, u"2027-04-03T17:30:00Z"_s);
        row("the day before half an hour back", "Australia/Lord_Howe", { 2027, 4, 3 }, u"2027-04-02T17:00:00Z"_s);
        row("no four o'clock", "Asia/Baku", { 2015, 3, 29 }, u"2015-03-29T00:00:00Z"_s);
        row("four o'clock twice", "Asia/Baku", { 2014, 10, 26 }, u"2014-10-25T23:00:00Z"_s);
        row("no such day", "Pacific/Apia", { 2011, 12, 30 }, u"2011-12-30T10:00:00Z"_s);
        row("no change of clocks", "UTC", { 2026, 11, 2 }, u"2026-11-02T04:00:00Z"_s);
    }

    void aLearningDayBeginsAtFourOnTheWall()
    {
        QFETCH(QString, zone);
        QFETCH(QDate, date);
        QFETCH(QString, utc);
        const QTimeZone here(zone.toLatin1());
        QVERIFY(here.isValid());
        const qint64 start = startOfLearningDay(date, here);
        QCOMPARE(textOf(start), utc);
        QCOMPARE(learningDay(start, here), date);
        QVERIFY(learningDay(start - 1, here) < date);
    }

    void manyMomentsHaveTheDaysOfEachAlone_data()
    {
        QTest::addColumn<QTimeZone>("zone");
        QTest::newRow("UTC") << QTimeZone::utc();
        QTest::newRow("an offset alone") << QTimeZone(-12600);
        for (const char* zone : { "Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Kolkata", "Asia/Baku", "Pacific/Apia",
                 "America/Caracas", "Africa/Casablanca", "Antarctica/Casey" }) {
            QTest::newRow(zone) << QTimeZone(zone);
        }
    }

    void manyMomentsHaveTheDaysOfEachAlone()
    {
        QFETCH(QTimeZone, zone);
        QVERIFY(zone.isValid());
        LearningDays days(zone);
        std::mt19937_64 chance(7);
        const qint64 first = QDate(1969, 6, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
        const qint64 last = QDate(2060, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
        for (int i = 0; i < 20'000; ++i) {
            const qint64 moment = first + static_cast<qint64>(chance() % static_cast<quint64>(last - first));
            QCOMPARE(days.of(moment), learningDay(moment, zone));
        }
    }

    void theDaysAreRightAtEachChangeOfTheClocks()
    {
        for (const char* name : { "Europe/Berlin", "Australia/Lord_Howe", "Asia/Baku", "Pacific/Apia", "Antarctica/Casey" }) {
            const QTimeZone zone(name);
            LearningDays days(zone);
            const QDateTime first = QDate(2005, 1, 1).startOfDay(Qt::UTC);
            for (const QTimeZone::OffsetData& change : zone.transitions(first, QDate(2040, 1, 1).startOfDay(Qt::UTC))) {
                const qint64 at = change.atUtc.toMSecsSinceEpoch();
                for (const qint64 moment : { at - 1, at, at + 1, at + 3'600'000, at - 3'600'000 }) {
                    QCOMPARE(days.of(moment), learningDay(moment, zone));
                }
            }
        }
    }

    /// Every sixth of the zones that the system knows, ten years long, four moments a day.
    void noDayComesTwiceAndNoneIsSkipped()
    {
        constexpr qint64 quarter = 6 * 3'600'000LL;
        const qint64 first = QDate(2020, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
        const qint64 last = QDate(2030, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
        const QList<QByteArray> names = QTimeZone::availableTimeZoneIds();
        int zones = 0;
        for (qsizetype i = 0; i < names.size(); i += 6) {
            LearningDays days { QTimeZone(names.at(i)) };
            QDate before = days.of(first);
            for (qint64 moment = first + quarter; moment < last; moment += quarter) {
                const QDate day = days.of(moment);
                QVERIFY2(day == before || day == before.addDays(1), names.at(i).constData());
                before = day;
            }
            ++zones;
        }
        QVERIFY(zones >= 50);
    }

    void momentsOfDamagedRecordsHaveADayToo()
    {
        LearningDays days(QTimeZone("Europe/Berlin"));
        QVERIFY(days.of(std::numeric_limits<qint64>::min()) < QDate(1970, 1, 1));
        QVERIFY(days.of(std::numeric_limits<qint64>::min()).isValid());
        QVERIFY(days.of(std::numeric_limits<qint64>::max()) > QDate(2900, 1, 1));
    }

    void timeKeepsTheDayOfItsPlace_data()
    {
        QTest::addColumn<QString>("utc");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QDate>("day");
        QTest::newRow("the night in Tokyo") << u"2026-11-21T16:00:00Z"_s << 540 << QDate(2026, 11, 21);
        QTest::newRow("the morning in Tokyo") << u"2026-11-21T20:00:00Z"_s << 540 << QDate(2026, 11, 22);
        QTest::newRow("the evening in New York") << u"2026-11-22T03:00:00Z"_s << -300 << QDate(2026, 11, 21);
        QTest::newRow("before the clocks go back") << u"2026-10-25T00:30:00Z"_s << 120 << QDate(2026, 10, 24);
        QTest::newRow("after they went back") << u"2026-10-25T03:00:00Z"_s << 60 << QDate(2026, 10, 25);
    }

    void timeKeepsTheDayOfItsPlace()
    {
        QFETCH(QString, utc);
        QFETCH(int, offset);
        const waymark::domain::TimeEntry entry { u"base"_s, QDateTime::fromString(utc, Qt::ISODate).toMSecsSinceEpoch(), 30, offset };
        for (const char* zone : { "Asia/Tokyo", "Europe/Berlin", "America/New_York", "Pacific/Apia" }) {
            QTEST(learningDay(entry, QTimeZone(zone)), "day");
            QTEST(LearningDays(QTimeZone(zone)).of(entry), "day");
        }
    }

    /// Who stays at home finds time on the same day whether its offset is kept or not, through every change of the clocks.
    void withoutAJourneyAnOffsetChangesNothing()
    {
        std::mt19937_64 random(13);
        for (const char* name : { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC" }) {
            const QTimeZone zone(name);
            LearningDays days(zone);
            for (int i = 0; i < 2000; ++i) {
                const auto start = static_cast<qint64>(random() % 2'200'000'000'000);
                const waymark::domain::TimeEntry entry { u"base"_s, start, 30, waymark::domain::offsetMinutes(start, zone) };
                QCOMPARE(learningDay(entry, zone), learningDay(start, zone));
                QCOMPARE(days.of(entry), days.of({ u"base"_s, start, 30 }));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_LearningDays)
#include "tst_LearningDays.moc"
