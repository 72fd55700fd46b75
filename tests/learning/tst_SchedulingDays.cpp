// SPDX-License-Identifier: GPL-3.0-or-later
// Scheduling across nights, time zones and changes of the clocks.
#include <CardSchedules.h>

#include <QTest>

using namespace waymark::fixture;

class tst_SchedulingDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockSetBackGivesNoNegativeDays_data()
    {
        QTest::addColumn<qint64>("back");
        QTest::newRow("a minute") << minute;
        QTest::newRow("a day") << day;
        QTest::newRow("ten years") << 3650 * day;
    }

    void aClockSetBackGivesNoNegativeDays()
    {
        QFETCH(qint64, back);
        const CardSchedule card = reviewCard(10, 5, 0);
        const qint64 now = card.last - back;
        LearningDays days(QTimeZone::utc());
        QCOMPARE(elapsedDays(card, days.of(now), days), 0);
        const CardSchedule after = graded(card, Grade::Good, now, QTimeZone::utc(), withoutFuzz(), 0);
        QVERIFY(after.memory == nextMemory(*card.memory, 0, Grade::Good));
        QCOMPARE(after.last, now);
        QCOMPARE(after.due, startOfLearningDay(learningDay(now, QTimeZone::utc()).addDays(after.scheduledDays), QTimeZone::utc()));
    }

    void aCardWhoseLastRecallLiesAheadIsDue_data()
    {
        QTest::addColumn<qint64>("interval");
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<bool>("due");
        const auto row = [](const char* name, qint64 interval, qint64 ahead, bool due) { QTest::newRow(name) << interval << ahead << due; };
        row("now", 10 * day, 0, false);
        row("an hour, of days", 10 * day, 60 * minute, false);
        row("a day, of days", 10 * day, day, false);
        row("beyond a day, of days", 10 * day, day + 1, true);
        row("a year, of years", 700 * day, 365 * day, true);
        row("a second, of minutes", 10 * minute, 1000, false);
        row("as long as the step", 10 * minute, 10 * minute, false);
        row("longer than the step", 10 * minute, 10 * minute + 1, true);
    }

    void aCardWhoseLastRecallLiesAheadIsDue()
    {
        QFETCH(qint64, interval);
        QFETCH(qint64, ahead);
        CardSchedule card = reviewCard(10, 5, 0);
        card.last = noon + ahead;
        card.due = card.last + interval;
        QTEST(isDue(card, noon), "due");
        QVERIFY(isDue(card, card.due));
    }

    void theNewestRecallThatDoesNotLieAheadIsTheLastOne()
    {
        const auto at = [](qint64 moment) {
            waymark::domain::Recall recall;
            recall.at = moment;
            return recall;
        };
        CardSchedule card = reviewCard(10, 5, 0);
        card.last = noon - 20'000 * day;
        const QMap<QString, waymark::domain::Recall> recalls { { u"a"_s, at(noon - 5 * day) }, { u"b"_s, at(card.last) },
            { u"c"_s, at(noon + day) } };
        CardSchedule believed = withNewestRecall(card, recalls, noon);
        QCOMPARE(believed.last, noon - 5 * day);
        believed.last = card.last;
        QVERIFY(believed == card);
        card.last = noon + day;
        QVERIFY(withNewestRecall(card, recalls, noon) == card);
        QVERIFY(withNewestRecall(card, {}, noon) == card);
    }

    void elapsedDaysAreLearningDays_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("days");
        const auto row = [](const char* name, const QString& zone, const QString& last, const QString& now, int days) {
            QTest::newRow(name) << zone << last << now << days;
        };
        const QString berlin = u"Europe/Berlin"_s;
        const QString lordHowe = u"Australia/Lord_Howe"_s;
        row("an evening after midnight", berlin, u"2026-11-02T23:50:00+01:00"_s, u"2026-11-03T03:59:59+01:00"_s, 0);
        row("a night", berlin, u"2026-11-03T03:59:59+01:00"_s, u"2026-11-03T04:00:00+01:00"_s, 1);
        row("two dates, one day", berlin, u"2026-11-02T04:00:00+01:00"_s, u"2026-11-03T03:59:00+01:00"_s, 0);
        row("clocks forward, 23 hours", berlin, u"2027-03-27T12:00:00+01:00"_s, u"2027-03-28T12:00:00+02:00"_s, 1);
        row("the night of clocks forward", berlin, u"2027-03-28T01:59:00+01:00"_s, u"2027-03-28T03:01:00+02:00"_s, 0);
        row("the morning of clocks forward", berlin, u"2027-03-28T03:59:00+02:00"_s, u"2027-03-28T04:00:00+02:00"_s, 1);
        row("clocks back, 25 hours", berlin, u"2027-10-30T12:00:00+02:00"_s, u"2027-10-31T12:00:00+01:00"_s, 1);
        row("the hour struck twice", berlin, u"2027-10-31T02:30:00+02:00"_s, u"2027-10-31T02:30:00+01:00"_s, 0);
        row("the morning of clocks back", berlin, u"2027-10-31T03:59:00+01:00"_s, u"2027-10-31T04:00:00+01:00"_s, 1);
        row("a year of both changes", berlin, u"2026-11-02T12:00:00+01:00"_s, u"2027-11-02T12:00:00+01:00"_s, 365);
        row("half an hour forward", lordHowe, u"2026-10-03T12:00:00+10:30"_s, u"2026-10-04T12:00:00+11:00"_s, 1);
        row("the night of half an hour", lordHowe, u"2026-10-04T01:59:00+10:30"_s, u"2026-10-04T03:59:00+11:00"_s, 0);
        row("half an hour back", lordHowe, u"2027-04-03T12:00:00+11:00"_s, u"2027-04-04T12:00:00+10:30"_s, 1);
        row("the half hour struck twice", lordHowe, u"2027-04-04T01:45:00+11:00"_s, u"2027-04-04T01:45:00+10:30"_s, 0);
    }

    void elapsedDaysAreLearningDays()
    {
        QFETCH(QString, zone);
        QFETCH(QString, last);
        QFETCH(QString, now);
        QFETCH(int, days);
        LearningDays here(QTimeZone(zone.toLatin1()));
        const QDate today = here.of(moment(now));
        CardSchedule card;
        QCOMPARE(elapsedDays(card, today, here), 0);
        card.last = moment(last);
        QCOMPARE(elapsedDays(card, today, here), days);
    }

    void daysCountInTheZoneOfTheRecall_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("startOfDay");
        // From Berlin, Monday 20:00 (19:00 UTC), to Wednesday 08:30 UTC.
        QTest::newRow("stayed") << u"Europe/Berlin"_s << 2 << u"T03:00:00Z"_s;
        QTest::newRow("west, Wednesday 03:30") << u"America/New_York"_s << 1 << u"T09:00:00Z"_s;
        QTest::newRow("east, from Tuesday to Wednesday") << u"Pacific/Auckland"_s << 1 << u"T15:00:00Z"_s;
        QTest::newRow("before the date line, Tuesday 22:30") << u"Pacific/Honolulu"_s << 1 << u"T14:00:00Z"_s;
    }

    void daysCountInTheZoneOfTheRecall()
    {
        QFETCH(QString, zone);
        QFETCH(int, days);
        QFETCH(QString, startOfDay);
        const QTimeZone here(zone.toLatin1());
        const CardSchedule first = graded(
            reviewCard(2, 5, 2), Grade::Good, moment(u"2026-11-02T20:00:00+01:00"_s), QTimeZone("Europe/Berlin"), withoutFuzz(), 0);
        const qint64 now = moment(u"2026-11-04T08:30:00Z"_s);
        LearningDays daysHere(here);
        QCOMPARE(elapsedDays(first, daysHere.of(now), daysHere), days);
        const CardSchedule second = graded(first, Grade::Good, now, here, withoutFuzz(), 0);
        QVERIFY(second.memory == nextMemory(*first.memory, days, Grade::Good));
        QCOMPARE(second.due, startOfLearningDay(learningDay(now, here).addDays(second.scheduledDays), here));
        QVERIFY(second.due > now);
        QCOMPARE(textOf(second.due).mid(10), startOfDay);
    }

    void aReviewIsDueWhereItsLearningDayBegins_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("due");
        // Twelve days on, in Berlin.
        QTest::newRow("at noon") << u"2026-11-02T12:00:00+01:00"_s << u"2026-11-14T03:00:00Z"_s;
        QTest::newRow("after midnight") << u"2026-11-03T02:00:00+01:00"_s << u"2026-11-14T03:00:00Z"_s;
        QTest::newRow("over clocks forward") << u"2027-03-20T12:00:00+01:00"_s << u"2027-04-01T02:00:00Z"_s;
        QTest::newRow("to the day of clocks forward") << u"2027-03-16T12:00:00+01:00"_s << u"2027-03-28T02:00:00Z"_s;
        QTest::newRow("to the day of clocks back") << u"2027-10-19T12:00:00+02:00"_s << u"2027-10-31T03:00:00Z"_s;
    }

    void aReviewIsDueWhereItsLearningDayBegins()
    {
        QFETCH(QString, now);
        QFETCH(QString, due);
        RecallSettings settings = withoutFuzz();
        settings.weights.w[3] = 12;
        const CardSchedule after = graded({}, Grade::Easy, moment(now), QTimeZone("Europe/Berlin"), settings, 0);
        QCOMPARE(after.scheduledDays, 12);
        QCOMPARE(textOf(after.due), due);
    }
};

QTEST_APPLESS_MAIN(tst_SchedulingDays)
#include "tst_SchedulingDays.moc"
