// SPDX-License-Identifier: GPL-3.0-or-later
// The week on the command line: hours, days off and board.
#include <ClockedCommands.h>
#include <PlanJson.h>

#include <domain/StudyRecords.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::daysOf;
using support::noteOf;

class tst_WeekVerbs : public QObject, private support::ClockedCommands
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

    void daysOffLeaveTheSchedule()
    {
        edit(u"hours --each-day 1"_s);
        const QString before = shown(u"plan"_s)[u"finish"].toString();
        edit(u"off add 2026-11-24 2026-11-26 --reason a_wedding"_s);
        edit(u"off add 2026-11-26 2026-11-27"_s); // they may overlap
        edit(u"off add 2026-12-01"_s);
        const QJsonObject plan = shown(u"plan"_s);
        for (const QDate off : { QDate(2026, 11, 24), QDate(2026, 11, 26), QDate(2026, 11, 27), QDate(2026, 12, 1) }) {
            QVERIFY2(!daysOf(plan).contains(off), qPrintable(off.toString()));
        }
        QVERIFY(daysOf(plan).contains(QDate(2026, 11, 28)));
        QVERIFY(plan[u"finish"].toString() > before);
        QVERIFY(say(u"plan"_s).out.contains(u"Off: 24 Nov 2026 to 26 Nov 2026: a wedding"_s));
        const QJsonArray daysOff = listed(u"off list"_s);
        QCOMPARE(daysOff.size(), 3);
        QCOMPARE(daysOff.at(0).toObject()[u"reason"].toString(), u"a wedding"_s);
        QCOMPARE(daysOff.at(2).toObject()[u"first"].toString(), u"2026-12-01"_s);
        QCOMPARE(daysOff.at(2).toObject()[u"last"].toString(), u"2026-12-01"_s);
        QVERIFY(say(u"off list"_s).out.contains(daysOff.at(0).toObject()[u"id"].toString()));
        for (const QJsonValue& off : daysOff) {
            edit(u"off remove "_s + off.toObject()[u"id"].toString());
        }
        QCOMPARE(shown(u"plan"_s)[u"finish"].toString(), before);
        QVERIFY(say(u"off list"_s).out.contains(u"There are no days off."_s));
    }

    void daysOffThatCannotBeAreRefused_data()
    {
        addLines({
            { "words", u"off add tomorrow"_s, 2 },
            { "no such day", u"off add 2026-11-31"_s, 2 },
            { "second is no day", u"off add 2026-11-30 2026-12-32"_s, 2 },
            { "backwards", u"off add 2026-12-31 2026-12-24"_s, 4 },
            { "before 1970", u"off add 1969-12-31 2026-12-24"_s, 4 },
            { "far off", u"off add 2201-01-01"_s, 4 },
            { "more than a hundred years", u"off add 2000-01-01 2100-01-02"_s, 4 },
            { "nothing", u"off add"_s, 2 },
            { "unknown", u"off remove nobody"_s, 3 },
            { "half a verb", u"off"_s, 2 },
            { "a long reason", u"off add 2026-12-24 --reason "_s + QString(201, u'x'), 4 },
        });
    }

    void daysOffThatCannotBeAreRefused() { checkRefused(); }

    void hoursAreSetByDayAndShown()
    {
        const QJsonObject set = edit(u"hours --each-day 1.5"_s);
        QCOMPARE(set[u"kind"].toString(), u"set-rhythm"_s);
        QVERIFY(noteOf(set).startsWith(u"As likely as not by"_s));
        edit(u"hours --days sat=0,sun=120"_s);
        const QJsonObject hours = shown(u"hours"_s);
        QCOMPARE(hours[u"minutes"].toObject()[u"mon"].toInt(), 90);
        QCOMPARE(hours[u"minutes"].toObject()[u"sat"].toInt(-1), 0);
        QCOMPARE(hours[u"minutes"].toObject()[u"sun"].toInt(), 120);
        QCOMPARE(hours[u"hoursPerWeek"].toDouble(), 9.5);
        QCOMPARE(shown(u"status"_s)[u"goal"].toObject()[u"hoursPerWeek"].toDouble(), 9.5);
        const QString out = say(u"hours"_s).out;
        QVERIFY2(out.contains(u"1 h 30 min"_s) && out.contains(u"no study"_s) && out.contains(u"A week: 9 h 30 min."_s), qPrintable(out));
        QVERIFY(say(u"hours --days SAT=0"_s).out.contains(u"Nothing to change"_s));
        edit(u"hours --each-day 1 --days sun=0"_s); // first every day, then the single ones
        QCOMPARE(shown(u"hours"_s)[u"hoursPerWeek"].toDouble(), 6.0);
        QCOMPARE(say(u"undo"_s).code, 0);
        QCOMPARE(shown(u"hours"_s)[u"hoursPerWeek"].toDouble(), 9.5);
        edit(u"hours --each-day 0"_s);
        QCOMPARE(shown(u"forecast"_s)[u"obstacle"].toString(), u"no-hours"_s);
    }

    /// What was said as hours a week stays what it is when something else of the rhythm is set.
    void aCueLeavesTheHoursAlone()
    {
        edit(u"goal --hours 7.33"_s);
        edit(u"hours --cue breakfast --minutes 20 --doing 2"_s);
        QCOMPARE(shown(u"status"_s)[u"goal"].toObject()[u"hoursPerWeek"].toDouble(), 7.33);
        QCOMPARE(shown(u"hours"_s)[u"cue"].toObject(), (QJsonObject { { u"after"_s, u"breakfast"_s }, { u"minutes"_s, 20 } }));
        QCOMPARE(shown(u"hours"_s)[u"doingLimit"].toInt(), 2);
        QVERIFY(say(u"hours"_s).out.contains(u"After breakfast: 20 min"_s));
        edit(u"hours --minutes 25"_s);
        QCOMPARE(shown(u"hours"_s)[u"cue"].toObject()[u"minutes"].toInt(), 25);
        edit(u"hours --cue the_evening_news"_s);
        QCOMPARE(shown(u"hours"_s)[u"cue"].toObject()[u"after"].toString(), u"the evening news"_s);
        edit(u"hours --no-cue"_s);
        QVERIFY(shown(u"hours"_s)[u"cue"].isNull());
    }

    void hoursThatCannotBeAreRefused_data()
    {
        addLines({
            { "words", u"--each-day some"_s, 2, u"\"some\" is not a number of hours"_s },
            { "not a number", u"--each-day nan"_s, 2, u"is not a number of hours"_s },
            { "negative", u"--each-day=-1"_s, 2, u"is not a number of hours"_s },
            { "no such day", u"--each-day 25"_s, 2, u"from 0 to 24"_s },
            { "no sleep", u"--each-day 17"_s, 4, u"at most 112 hours"_s },
            { "unknown day", u"--days noday=5"_s, 2, u"the weekdays are mon, tue"_s },
            { "no minutes", u"--days mon"_s, 2, u"like mon=60"_s },
            { "twice equal", u"--days mon=5=6"_s, 2, u"like mon=60"_s },
            { "an end too many", u"--days mon=5,"_s, 2, u"like mon=60"_s },
            { "empty", u"--days="_s, 2, u"like mon=60"_s },
            { "minutes in words", u"--days mon=all"_s, 2, u"\"all\" is not a whole number from 0 to 1440"_s },
            { "more than a day", u"--days mon=1441"_s, 2, u"from 0 to 1440"_s },
            { "a cue without minutes", u"--cue breakfast"_s, 2, u"--minutes N"_s },
            { "minutes without a cue", u"--minutes 20"_s, 2, u"--cue TEXT"_s },
            { "an empty cue", u"--cue _ --minutes 20"_s, 2, u"--cue TEXT"_s },
            { "a cue of no minutes", u"--cue tea --minutes 0"_s, 2, u"from 1 to 1440"_s },
            { "a cue and none", u"--cue tea --minutes 5 --no-cue"_s, 2, u"--no-cue goes without"_s },
            { "a long cue", u"--minutes 5 --cue "_s + QString(201, u'x'), 4, u"cue"_s },
            { "none in Doing", u"--doing 0"_s, 2, u"from 1 to 9"_s },
            { "ten in Doing", u"--doing 10"_s, 2, u"from 1 to 9"_s },
        });
    }

    void hoursThatCannotBeAreRefused() { checkRefused(u"hours "_s); }

    void theBoardHasItsColumns()
    {
        edit(u"goal --milestone first-api"_s);
        edit(u"hours --each-day 2 --doing 1"_s);
        const auto lane = [this](const QString& name) {
            for (const QJsonValue& each : shown(u"board"_s)[u"lanes"].toArray()) {
                if (each.toObject()[u"lane"].toString() == name) {
                    return each.toObject()[u"cards"].toArray();
                }
            }
            return QJsonArray();
        };
        QCOMPARE(shown(u"board"_s)[u"lanes"].toArray().size(), 5);
        QCOMPARE(shown(u"board"_s)[u"weekFrom"].toString(), u"2026-11-16"_s);
        QVERIFY(!lane(u"week"_s).isEmpty() && lane(u"doing"_s).isEmpty());
        QCOMPARE(edit(u"board move vcs-git-basics doing"_s)[u"kind"].toString(), u"start-skill"_s);
        QCOMPARE(lane(u"doing"_s).at(0).toObject()[u"skill"].toString(), u"vcs-git-basics"_s);
        QVERIFY(lane(u"doing"_s).at(0).toObject()[u"hoursLeft"].toDouble() > 0);
        QVERIFY(isRefusal(say(u"board move lang-basics doing"_s), 9, u"Doing holds 1 at once. Finish one"_s));
        edit(u"board move vcs-git-basics waiting"_s);
        QVERIFY(lane(u"waiting"_s).at(0).toObject()[u"placed"].toBool());
        const QString out = say(u"board"_s).out;
        QVERIFY2(out.contains(u"Doing: 0 of 1"_s) && out.contains(u"Waiting for mentor: 1"_s) && out.contains(u"more; \"waymark plan\""_s),
            qPrintable(out));
        edit(u"board move vcs-git-basics DONE"_s);
        QCOMPARE(lane(u"done"_s).at(0).toObject()[u"skill"].toString(), u"vcs-git-basics"_s);
        QVERIFY(isRefusal(say(u"board move vcs-git-basics backlog"_s), 9, u"it is done and goes to waiting and done alone"_s));
        edit(u"skip lang-functions"_s);
        for (const domain::BoardLane each : domain::boardLanes) {
            const Answer refused = say(u"board move lang-functions "_s + domain::toString(each));
            QVERIFY2(isRefusal(refused, 9, u"stands in no column; \"waymark reset lang-functions\""_s), said(refused).constData());
        }
        edit(u"reset lang-functions"_s);
        QVERIFY(lane(u"waiting"_s).isEmpty());
        QVERIFY(isRefusal(say(u"board move lang-basics nowhere"_s), 2, u"backlog, week, doing, waiting, done"_s));
        QCOMPARE(say(u"board move nobody week"_s).code, 3);
        QCOMPARE(say(u"board move lang-basics"_s).code, 2);
        const Answer locked = say(u"board move vcs-pull-requests doing"_s);
        QVERIFY2(locked.code == 0 && locked.out.contains(u"It was locked."_s), said(locked).constData());
    }
};

QTEST_GUILESS_MAIN(tst_WeekVerbs)
#include "tst_WeekVerbs.moc"
