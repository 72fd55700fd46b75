// SPDX-License-Identifier: GPL-3.0-or-later
// Study time on the command line: the watch, the entries, and the clocks of the place.
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

    void theWatchIsStartedPausedResumedAndStopped()
    {
        const QJsonObject started = edit(u"time start lang-basics"_s);
        QCOMPARE(started[u"kind"].toString(), u"start-timer"_s);
        QVERIFY(!started[u"edit"].toString().isEmpty());
        wait(10);
        QVERIFY2(say(u"time show"_s).out.contains(u"10 min so far"_s), qPrintable(say(u"time show"_s).out));
        QCOMPARE(say(u"time pause"_s).code, 0);
        wait(60);
        QCOMPARE(shown(u"time show"_s)[u"minutes"].toInt(), 10);
        QCOMPARE(shown(u"time show"_s)[u"running"].toBool(true), false);
        QVERIFY(say(u"time pause"_s).out.contains(u"Nothing to change"_s));
        QCOMPARE(say(u"time resume"_s).code, 0);
        wait(15);
        const Answer stopped = say(u"time stop"_s);
        QVERIFY2(stopped.out.contains(u"25 min on "_s) && stopped.out.contains(u"(edit "_s), qPrintable(stopped.out));
        const QJsonArray entries = listed(u"time list"_s);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.at(0).toObject()[u"skill"].toString(), u"lang-basics"_s);
        QCOMPARE(entries.at(0).toObject()[u"minutes"].toInt(), 25);
        QCOMPARE(entries.at(0).toObject()[u"start"].toString(), u"2026-11-22T12:00:00Z"_s);
        QVERIFY(say(u"time show"_s).out.contains(u"No watch is running"_s));
    }

    void aWatchOnAnotherSkillStopsTheFirst()
    {
        edit(u"time start lang-basics"_s);
        QVERIFY(say(u"time start lang-basics"_s).out.contains(u"Nothing to change"_s));
        wait(30);
        const QJsonObject second = edit(u"time start vcs-git-basics"_s);
        QVERIFY2(noteOf(second).startsWith(u"30 min on "_s), qPrintable(noteOf(second)));
        QCOMPARE(listed(u"time list"_s).size(), 1);
        QCOMPARE(shown(u"time show"_s)[u"skill"].toString(), u"vcs-git-basics"_s);
        QCOMPARE(say(u"undo"_s).code, 0); // both at once
        QVERIFY(listed(u"time list"_s).isEmpty());
        QCOMPARE(shown(u"time show"_s)[u"skill"].toString(), u"lang-basics"_s);
    }

    void undoOfAStopCountsNothingOfTheTimeBetween()
    {
        edit(u"time start lang-basics"_s);
        wait(10);
        edit(u"time stop"_s);
        wait(3 * 60);
        QCOMPARE(say(u"undo"_s).code, 0);
        const QJsonObject watch = shown(u"time show"_s);
        QCOMPARE(watch[u"minutes"].toInt(), 10);
        QCOMPARE(watch[u"running"].toBool(true), false);
        QCOMPARE(say(u"time resume"_s).code, 0);
        wait(5);
        edit(u"time stop"_s);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"minutes"].toInt(), 15);
    }

    void eachDayHasTheTimeThatWasStudiedOnIt_data()
    {
        QTest::addColumn<QString>("goOn");
        QTest::newRow("resumed") << u"time resume"_s;
        QTest::newRow("started again") << u"time start lang-basics"_s;
        QTest::newRow("with breaks from now on") << u"time start lang-basics --focus 25/5"_s;
    }

    void eachDayHasTheTimeThatWasStudiedOnIt()
    {
        QFETCH(QString, goOn);
        goTo(u"2026-11-22T23:00:00Z"_s);
        edit(u"time start lang-basics"_s);
        wait(20);
        edit(u"time pause"_s);
        goTo(u"2026-11-23T09:00:00Z"_s);
        const Answer said = say(goOn);
        QVERIFY2(said.code == 0 && said.out.contains(u"20 min on "_s) && said.out.contains(u"0 min so far"_s), qPrintable(said.out));
        wait(120);
        edit(u"time stop"_s);
        const QJsonArray entries = listed(u"time list"_s);
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.at(0).toObject()[u"day"].toString(), u"2026-11-22"_s);
        QCOMPARE(entries.at(0).toObject()[u"minutes"].toInt(), 20);
        QCOMPARE(entries.at(1).toObject()[u"day"].toString(), u"2026-11-23"_s);
        QCOMPARE(entries.at(1).toObject()[u"minutes"].toInt(), 120);
        QCOMPARE(say(u"undo"_s).code, 0); // of the stop
        QCOMPARE(say(u"undo"_s).code, 0); // of the new beginning: both at once
        QVERIFY(listed(u"time list"_s).isEmpty());
        QCOMPARE(shown(u"time show"_s)[u"startedAt"].toString(), u"2026-11-22T23:00:00Z"_s);
        QCOMPARE(shown(u"time show"_s)[u"minutes"].toInt(), 20);
    }

    void whatIsStoppedInTheMorningIsOfTheEvening()
    {
        goTo(u"2026-11-22T23:00:00Z"_s);
        edit(u"time start lang-basics"_s);
        wait(20);
        edit(u"time pause"_s);
        goTo(u"2026-11-23T09:00:00Z"_s);
        edit(u"time stop"_s);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"day"].toString(), u"2026-11-22"_s);
    }

    void underHalfAMinuteNothingIsLogged()
    {
        edit(u"time start lang-basics"_s);
        m_now += 20'000;
        QVERIFY(say(u"time stop"_s).out.contains(u"less than half a minute"_s));
        QVERIFY(listed(u"time list"_s).isEmpty());
    }

    void whatRanForMoreThanADayIsAskedFor()
    {
        edit(u"time start lang-basics"_s);
        wait(25 * 60);
        const Answer refused = say(u"time stop"_s);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains(u"more than a day"_s), qPrintable(refused.err));
        QVERIFY2(refused.err.contains(u"time stop --minutes N"_s) && refused.err.contains(u"time drop"_s), qPrintable(refused.err));
        QCOMPARE(say(u"time start vcs-git-basics"_s).code, 4); // which would stop it
        QCOMPARE(say(u"time stop --minutes 1500"_s).code, 2);
        QCOMPARE(say(u"time stop --minutes 45"_s).code, 0);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"minutes"].toInt(), 45);
        edit(u"time start lang-basics"_s);
        wait(90);
        QCOMPARE(say(u"time drop"_s).code, 0);
        QCOMPARE(listed(u"time list"_s).size(), 1);
    }

    void whatNobodyHasSeenIsAskedFor()
    {
        edit(u"time start lang-basics"_s);
        wait(9 * 60);
        for (const char* line : { "time stop", "time pause", "time start vcs-git-basics" }) {
            const Answer refused = say(QString::fromLatin1(line));
            QVERIFY2(isRefusal(refused, 4, u"time stop --minutes N"_s), said(refused).constData());
            QVERIFY2(refused.err.contains(u"9 h"_s) && refused.err.contains(u"time drop"_s), said(refused).constData());
        }
        edit(u"start lang-basics"_s); // in the morning: the night before stays unseen
        QCOMPARE(say(u"time stop"_s).code, 4);
        QCOMPARE(say(u"time stop --minutes 45"_s).code, 0);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"minutes"].toInt(), 45);
        edit(u"time start lang-basics"_s);
        wait(3 * 60);
        QCOMPARE(say(u"time stop"_s).code, 0); // an afternoon without anything to tick
    }

    void withoutAWatchEachVerbSaysSo_data()
    {
        std::vector<LineRow> rows;
        for (const char* line : { "time pause", "time resume", "time stop", "time stop --minutes 5", "time drop" }) {
            rows.push_back({ line, QString::fromLatin1(line), 3, u"No watch is running. Start it"_s });
        }
        addLines(rows);
    }

    void withoutAWatchEachVerbSaysSo() { checkRefused(); }

    void aClockThatIsSetBackTakesNothingAway()
    {
        edit(u"time start lang-basics"_s);
        wait(-120);
        QCOMPARE(shown(u"time show"_s)[u"minutes"].toInt(-1), 0);
        QCOMPARE(say(u"time stop"_s).code, 0);
        QVERIFY(listed(u"time list"_s).isEmpty());
    }

    /// What runs through a night in which the clocks change is as long as it was.
    void theWatchDoesNotGoByTheClocksOfThePlace_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("stop");
        QTest::addColumn<int>("minutes");
        QTest::newRow("skipped") << u"2026-03-29T01:30:00+01:00"_s << u"2026-03-29T03:30:00+02:00"_s << 60;
        QTest::newRow("struck twice") << u"2026-10-25T02:30:00+02:00"_s << u"2026-10-25T02:30:00+01:00"_s << 60;
    }

    void theWatchDoesNotGoByTheClocksOfThePlace()
    {
        QFETCH(QString, start);
        QFETCH(QString, stop);
        QFETCH(int, minutes);
        travelTo("Europe/Berlin");
        goTo(start);
        edit(u"time start lang-basics"_s);
        goTo(stop);
        edit(u"time stop"_s);
        QCOMPARE(listed(u"time list"_s).at(0).toObject()[u"minutes"].toInt(), minutes);
    }

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

    void focusIsTakenOrRefused_data()
    {
        addLines({
            { "usual", u"25/5"_s, 0 },
            { "longest", u"240/120"_s, 0 },
            { "no break", u"25"_s, 2 },
            { "words", u"long/short"_s, 2 },
            { "three", u"25/5/5"_s, 2 },
            { "nothing", u"0/0"_s, 2 },
            { "break alone", u"0/5"_s, 4 },
            { "too long", u"241/5"_s, 4 },
            { "break too long", u"25/121"_s, 4 },
        });
    }

    void focusIsTakenOrRefused()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        const Answer answer = say(u"time start lang-basics --focus "_s + words);
        QCOMPARE(answer.code, code);
        QCOMPARE(answer.err.isEmpty(), code == 0);
        const QJsonObject watch = shown(u"time show"_s);
        QCOMPARE(watch[u"running"].toBool(), code == 0);
        if (code == 0) {
            QCOMPARE(u"%1/%2"_s.arg(watch[u"focusMinutes"].toInt()).arg(watch[u"breakMinutes"].toInt()), words);
            QVERIFY(say(u"time show"_s).out.contains(u"a break of"_s));
            QCOMPARE(say(u"time start lang-basics --focus 30/7"_s).code, 0); // another one, on the watch that is there
            QCOMPARE(shown(u"time show"_s)[u"focusMinutes"].toInt(), 30);
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
