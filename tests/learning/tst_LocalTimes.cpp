// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/LocalTimes.h>

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The offsets are written out, so that no clock of this machine has a say.
std::vector<qint64> momentsNamed(const QStringList& names)
{
    std::vector<qint64> moments;
    for (const QString& name : names) {
        moments.push_back(QDateTime::fromString(name, Qt::ISODate).toMSecsSinceEpoch());
    }
    return moments;
}

} // namespace

class tst_LocalTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLocalTimeIsNoneOneOrTwoMoments_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QStringList>("moments");
        const auto row = [](const char* name, const char* zone, QDate day, QTime time, const QStringList& moments) {
            QTest::newRow(name) << QByteArray(zone) << day << time << moments;
        };
        row("UTC", "UTC", { 2026, 11, 21 }, { 9, 30 }, { u"2026-11-21T09:30:00Z"_s });
        row("winter", "Europe/Berlin", { 2026, 11, 21 }, { 9, 30 }, { u"2026-11-21T09:30:00+01:00"_s });
        row("summer", "Europe/Berlin", { 2026, 7, 1 }, { 9, 30 }, { u"2026-07-01T09:30:00+02:00"_s });
        row("before the clocks skip", "Europe/Berlin", { 2026, 3, 29 }, { 1, 59 }, { u"2026-03-29T01:59:00+01:00"_s });
        row("skipped", "Europe/Berlin", { 2026, 3, 29 }, { 2, 0 }, {});
        row("the last one skipped", "Europe/Berlin", { 2026, 3, 29 }, { 2, 59, 59 }, {});
        row("after the clocks skip", "Europe/Berlin", { 2026, 3, 29 }, { 3, 0 }, { u"2026-03-29T03:00:00+02:00"_s });
        row("struck twice", "Europe/Berlin", { 2026, 10, 25 }, { 2, 30 },
            { u"2026-10-25T02:30:00+02:00"_s, u"2026-10-25T02:30:00+01:00"_s });
        row("struck once more", "Europe/Berlin", { 2026, 10, 25 }, { 3, 0 }, { u"2026-10-25T03:00:00+01:00"_s });
        row("half an hour struck twice", "Australia/Lord_Howe", { 2026, 4, 5 }, { 1, 45 },
            { u"2026-04-05T01:45:00+11:00"_s, u"2026-04-05T01:45:00+10:30"_s });
        row("west of UTC, skipped", "America/New_York", { 2026, 3, 8 }, { 2, 30 }, {});
        row("a day that was none", "Pacific/Apia", { 2011, 12, 30 }, { 12, 0 }, {});
        row("no day", "Europe/Berlin", {}, { 12, 0 }, {});
        row("no time", "Europe/Berlin", { 2026, 11, 21 }, {}, {});
    }

    void aLocalTimeIsNoneOneOrTwoMoments()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        QFETCH(QStringList, moments);
        QVERIFY(QTimeZone(zone).isValid());
        QCOMPARE(learning::momentsOf(day, time, QTimeZone(zone)), momentsNamed(moments));
    }

    /// Whatever the clocks show at a moment leads back to it.
    void everyMomentIsFoundByItsLocalTime()
    {
        const QTimeZone zone("America/Sao_Paulo");
        const QDateTime first({ 2018, 10, 1 }, { 0, 15 }, Qt::UTC);
        for (int hours = 0; hours < 24 * 365; ++hours) {
            const qint64 moment = first.addSecs(qint64 { hours } * 3600).toMSecsSinceEpoch();
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
            const std::vector<qint64> found = learning::momentsOf(local.date(), local.time(), zone);
            QVERIFY2(std::find(found.begin(), found.end(), moment) != found.end(), qPrintable(local.toString(Qt::ISODate)));
        }
    }

    void timeIsReadByTheClocksOfItsPlace()
    {
        const QTimeZone berlin("Europe/Berlin");
        const qint64 summer = QDateTime({ 2026, 7, 1 }, { 12, 0 }, Qt::UTC).toMSecsSinceEpoch();
        const auto zoneOf = [&berlin, summer](std::optional<int> offset) {
            return learning::zoneOf({ u"base"_s, summer, 30, offset }, berlin);
        };
        QCOMPARE(zoneOf(std::nullopt), berlin);
        QCOMPARE(zoneOf(120), berlin);
        QCOMPARE(zoneOf(60).offsetFromUtc(QDateTime({ 2026, 7, 1 }, { 12, 0 }, Qt::UTC)), 3600);
    }
};

QTEST_GUILESS_MAIN(tst_LocalTimes)
#include "tst_LocalTimes.moc"
