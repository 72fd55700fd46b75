// SPDX-License-Identifier: GPL-3.0-or-later
// The watch on the command line: begun, paused, gone on with and stopped, by what has passed and whatever the clocks of the place do.
#include <ClockedCommands.h>
#include <PlanJson.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::noteOf;

class tst_WatchVerbs : public QObject, private support::ClockedCommands
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
};

QTEST_GUILESS_MAIN(tst_WatchVerbs)
#include "tst_WatchVerbs.moc"
