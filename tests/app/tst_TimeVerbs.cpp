// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of study time on the command line: their minutes, their days by the clocks of the place, and the list of them.
#include <ClockedCommands.h>
#include <PlanJson.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::dayOf;
using support::noteOf;

class tst_TimeVerbs : public QObject, private support::ClockedCommands
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

    void minutesHaveOneRange_data()
    {
        std::vector<LineRow> rows;
        for (const char* minutes : { "0", "1441" }) {
            rows.push_back({ minutes, QString::fromLatin1(minutes), 2, u"is not a whole number from 1 to 1440"_s });
        }
        addLines(rows);
    }

    void minutesHaveOneRange()
    {
        edit(u"time add lang-basics 30 --at 2026-11-20_09:00"_s);
        const QString id = listed(u"time list"_s).at(0).toObject()[u"id"].toString();
        edit(u"time start lang-basics"_s);
        for (const QString& before : { u"time add lang-basics "_s, u"time change %1 --minutes "_s.arg(id), u"time stop --minutes "_s }) {
            checkRefused(before);
        }
    }

    void timeThatEndsNowBeganEarlier()
    {
        edit(u"time add lang-basics 90"_s);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"start"].toString(), u"2026-11-22T10:30:00Z"_s);
    }

    void aLocalTimeIsThatOfThePlace_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("offset");
        QTest::newRow("UTC") << QByteArray("UTC") << u"2026-11-21_09:30"_s << u"2026-11-21T09:30:00Z"_s << 0;
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << u"2026-11-21_09:30"_s << u"2026-11-21T08:30:00Z"_s << 60;
        QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu") << u"2026-11-21_09:30"_s << u"2026-11-21T03:45:00Z"_s << 345;
        QTest::newRow("Los Angeles") << QByteArray("America/Los_Angeles") << u"2026-11-21_22:00"_s << u"2026-11-22T06:00:00Z"_s << -480;
        QTest::newRow("a T between") << QByteArray("Europe/Berlin") << u"2026-07-21T09:30"_s << u"2026-07-21T07:30:00Z"_s << 120;
        QTest::newRow("seconds") << QByteArray("UTC") << u"2026-11-21_09:30:15"_s << u"2026-11-21T09:30:15Z"_s << 0;
        QTest::newRow("an offset of its own") << QByteArray("Europe/Berlin") << u"2026-11-21_09:30-0500"_s << u"2026-11-21T14:30:00Z"_s
                                              << -300;
        QTest::newRow("UTC from afar") << QByteArray("Asia/Tokyo") << u"2026-11-21_09:30Z"_s << u"2026-11-21T09:30:00Z"_s << 540;
        QTest::newRow("struck twice") << QByteArray("Europe/Berlin") << u"2026-10-25_02:30"_s << u"2026-10-25T00:30:00Z"_s << 120;
        QTest::newRow("the later of them") << QByteArray("Europe/Berlin") << u"2026-10-25_02:30+01:00"_s << u"2026-10-25T01:30:00Z"_s << 60;
        QTest::newRow("long ago") << QByteArray("UTC") << u"1970-01-01_00:00"_s << u"1970-01-01T00:00:00Z"_s << 0;
    }

    void aLocalTimeIsThatOfThePlace()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, at);
        QFETCH(QString, start);
        travelTo(zone);
        const QJsonObject added = edit(u"time add lang-basics 30 --at "_s + at);
        const QJsonObject entry = listed(u"time list"_s).at(0).toObject();
        QCOMPARE(entry[u"start"].toString(), start);
        QTEST(entry[u"offset"].toInt(-1), "offset");
        const QString told = noteOf(added);
        QCOMPARE(told.contains(u"strike this time twice"_s), QByteArray(QTest::currentDataTag()) == "struck twice");
    }

    void timeKeepsItsDayOnAJourney()
    {
        travelTo("Asia/Tokyo");
        edit(u"time add lang-basics 30 --at 2026-11-21_01:00"_s); // of the night that belongs to Friday
        edit(u"time add vcs-git-basics 20 --at 2026-11-21_09:00"_s); // Friday evening in New York
        travelTo("America/New_York");
        edit(u"time add lang-basics 10 --at 2026-11-21_09:00"_s);
        const QString friday = u" --from 2026-11-20 --to 2026-11-20"_s;
        const QString saturday = u" --from 2026-11-21 --to 2026-11-21"_s;
        for (const char* zone : { "Asia/Tokyo", "America/New_York", "Europe/Berlin" }) {
            travelTo(zone);
            QCOMPARE(listed(u"time list"_s + friday).size(), 1);
            QCOMPARE(listed(u"time list"_s + saturday).size(), 2);
            QCOMPARE(dayOf(listed(u"time list"_s).at(1).toObject()[u"day"]), QDate(2026, 11, 21));
        }
        const QString out = say(u"time list"_s).out;
        QVERIFY2(out.contains(u"2026-11-21 01:00+09:00"_s) && out.contains(u"2026-11-21 09:00-05:00"_s), qPrintable(out));
        travelTo("Asia/Tokyo");
        QVERIFY(!say(u"time list"_s).out.contains(u"+09:00"_s)); // one is there
    }

    void aCorrectionMovesTimeOnlyWhereItIsTold()
    {
        travelTo("Asia/Tokyo");
        edit(u"time add lang-basics 30 --at 2026-11-21_09:00"_s);
        travelTo("America/New_York");
        const QString id = listed(u"time list"_s).at(0).toObject()[u"id"].toString();
        const auto entry = [this] { return listed(u"time list"_s).at(0).toObject(); };
        edit(u"time change "_s + id + u" --minutes 45 --skill vcs-git-basics"_s);
        QCOMPARE(entry()[u"offset"].toInt(), 540);
        edit(u"time change "_s + id + u" --at 2026-11-21_10:00+09:00"_s); // as the list writes it
        QCOMPARE(entry()[u"offset"].toInt(), 540);
        QCOMPARE(entry()[u"start"].toString(), u"2026-11-21T01:00:00Z"_s);
        edit(u"time change "_s + id + u" --at 2026-11-21_10:00"_s);
        QCOMPARE(entry()[u"offset"].toInt(), -300);
        QCOMPARE(entry()[u"start"].toString(), u"2026-11-21T15:00:00Z"_s);
    }

    void aTimeThatCannotBeIsRefused_data()
    {
        addLines({
            { "words", u"yesterday"_s, 2, u"not a day and time"_s },
            { "a day alone", u"2026-11-21"_s, 2, u"not a day and time"_s },
            { "no such month", u"2026-13-01_10:00"_s, 2, u"not a day and time"_s },
            { "no such day", u"2026-02-30_10:00"_s, 2, u"not a day and time"_s },
            { "no such hour", u"2026-11-21_25:00"_s, 2, u"not a day and time"_s },
            { "no such offset", u"2026-11-21_10:00+15:00"_s, 2, u"not a day and time"_s },
            { "far year", u"12026-11-21_10:00"_s, 2, u"not a day and time"_s },
            { "skipped", u"2026-03-29_02:30"_s, 4, u"the clocks skip this time on that day, by the zone Europe/Berlin"_s },
            { "before 1970", u"1969-12-31_10:00"_s, 4, u"before 1970"_s },
            { "in an hour", u"2026-11-22_14:00"_s, 4, u"after now"_s },
            { "into the next minutes", u"2026-11-22_12:45"_s, 4, u"fewer minutes"_s }, // noon in UTC is one o'clock
            { "in the year 9999", u"9999-12-31_10:00"_s, 4, u"after now"_s },
        });
    }

    void aTimeThatCannotBeIsRefused()
    {
        travelTo("Europe/Berlin");
        checkRefused(u"time add lang-basics 30 --at "_s);
    }

    void minutesHaveTheirLimits_data()
    {
        addLines({
            { "soon", u"soon"_s, 2 },
            { "a sign", u"-5"_s, 2 },
            { "half", u"2.5"_s, 2 },
            { "more than a number holds", u"99999999999"_s, 2 },
            { "none", u"0"_s, 2 },
            { "more than a day", u"1441"_s, 2 },
            { "the most of a number", u"2147483647"_s, 2 },
            { "a day", u"1440"_s, 0 },
        });
    }

    void minutesHaveTheirLimits()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        const Answer answer = say(u"time add lang-basics "_s + words);
        QCOMPARE(answer.code, code);
        QCOMPARE(answer.err.isEmpty(), code == 0);
        QCOMPARE(listed(u"time list"_s).size(), code == 0 ? 1 : 0);
    }

    void anEntryIsCorrectedAndRemoved()
    {
        edit(u"time add lang-basics 30"_s);
        const QString id = listed(u"time list"_s).at(0).toObject()[u"id"].toString();
        QCOMPARE(edit(u"time change "_s + id + u" --minutes 45 --at 2026-11-20_18:00 --skill vcs-git-basics"_s)[u"kind"].toString(),
            u"change-time"_s);
        QJsonObject entry = listed(u"time list"_s).at(0).toObject();
        QCOMPARE(entry[u"id"].toString(), id);
        QCOMPARE(entry[u"minutes"].toInt(), 45);
        QCOMPARE(entry[u"skill"].toString(), u"vcs-git-basics"_s);
        QCOMPARE(entry[u"start"].toString(), u"2026-11-20T18:00:00Z"_s);
        QVERIFY(say(u"time change "_s + id + u" --minutes 45"_s).out.contains(u"Nothing to change"_s));
        QCOMPARE(say(u"undo"_s).code, 0);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"minutes"].toInt(), 30);
        QCOMPARE(say(u"time change "_s + id).code, 2);
        QCOMPARE(say(u"time change "_s + id + u" --minutes 0"_s).code, 2);
        QCOMPARE(say(u"time change "_s + id + u" --skill nowhere"_s).code, 3);
        QCOMPARE(say(u"time change "_s + id + u" --at 2026-11-23_10:00"_s).code, 4);
        QVERIFY(isRefusal(say(u"time change nobody --minutes 5"_s), 3, u"nobody"_s));
        QVERIFY(isRefusal(say(u"time remove nobody"_s), 3, u"nobody"_s));
        QCOMPARE(say(u"time remove "_s + id).code, 0);
        QVERIFY(listed(u"time list"_s).isEmpty());
    }

    void theListTellsActualAgainstEstimate()
    {
        QVERIFY(say(u"time list"_s).out.contains(u"waymark time start SKILL"_s)); // what to do where nothing is logged
        travelTo("Europe/Berlin");
        edit(u"time add vcs-git-basics 60 --at 2026-11-20_18:00"_s);
        edit(u"time add vcs-git-basics 30 --at 2026-11-21_07:15"_s);
        const double hours = shown(u"show vcs-git-basics"_s)[u"hours"].toDouble();
        const QString out = say(u"time list"_s).out;
        QVERIFY2(out.contains(u"2026-11-21 07:15"_s), qPrintable(out)); // by the clocks of the place
        QVERIFY2(out.contains(u"1 h 30 min of %1 h"_s.arg(hours)), qPrintable(out));
        const QJsonObject entry = listed(u"time list"_s).at(1).toObject();
        QCOMPARE(entry[u"minutesOfSkill"].toInt(), 90);
        QCOMPARE(entry[u"estimateOfSkill"].toDouble(), hours * 60);
        // Of a single day all the time of its skills is told, since nothing else can be held against an estimate.
        QVERIFY(say(u"time list --from 2026-11-21"_s).out.contains(u"1 h 30 min of "_s));
    }

    void theListGoesByLearningDays()
    {
        travelTo("Europe/Berlin");
        edit(u"time add lang-basics 20 --at 2026-11-21_03:30"_s); // still the 20th
        edit(u"time add lang-basics 20 --at 2026-11-21_04:00"_s);
        edit(u"time add vcs-git-basics 20 --at 2026-11-21_23:00"_s);
        QCOMPARE(listed(u"time list --to 2026-11-20"_s).size(), 1);
        QCOMPARE(listed(u"time list --from 2026-11-21"_s).size(), 2);
        QCOMPARE(listed(u"time list --from 2026-11-21 --skill lang-basics"_s).size(), 1);
        QCOMPARE(listed(u"time list --from 2026-11-20 --to 2026-11-21"_s).size(), 3);
        QVERIFY(say(u"time list --to 2025-01-01"_s).out.contains(u"No entry fits"_s));
        QCOMPARE(say(u"time list --from 2026-11-21 --to 2026-11-20"_s).code, 2);
        QCOMPARE(say(u"time list --from soon"_s).code, 2);
        QCOMPARE(say(u"time list --skill nowhere"_s).code, 3);
        travelTo("America/Los_Angeles"); // where the second of them fell on the evening before
        QCOMPARE(listed(u"time list --to 2026-11-20"_s).size(), 1);
    }

    /// Two entries of one hour count twice, and no other week knows of them.
    void whatIsBackdatedOrOverlapsChangesOnlyItsOwnPast()
    {
        edit(u"time add lang-basics 60 --at 2026-11-21_10:00"_s);
        const QJsonArray week = listed(u"time list --from 2026-11-16"_s);
        edit(u"time add vcs-git-basics 60 --at 2026-10-05_10:00"_s);
        edit(u"time add vcs-git-basics 60 --at 2026-10-05_10:30"_s);
        QCOMPARE(listed(u"time list --from 2026-11-16"_s), week);
        QCOMPARE(listed(u"time list --to 2026-10-05"_s).size(), 2);
        QCOMPARE(listed(u"time list --to 2026-10-05"_s).at(0).toObject()[u"minutesOfSkill"].toInt(), 120);
    }
};

QTEST_GUILESS_MAIN(tst_TimeVerbs)
#include "tst_TimeVerbs.moc"
