// SPDX-License-Identifier: GPL-3.0-or-later
// The week on the command line: hours, days off and board.
#include <ClockedCommands.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;

class tst_WeekVerbs : public QObject, private support::ClockedCommands
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

    void daysOffLeaveTheSchedule()
    {
        edit(u"hours --each-day 1"_s);
        const QString before = sayJson(u"plan"_s).object()[u"finish"].toString();
        edit(u"off add 2026-11-24 2026-11-26 --reason a_wedding"_s);
        edit(u"off add 2026-11-26 2026-11-27"_s); // they may overlap
        edit(u"off add 2026-12-01"_s);
        const QJsonObject plan = sayJson(u"plan"_s).object();
        for (const QDate off : { QDate(2026, 11, 24), QDate(2026, 11, 26), QDate(2026, 11, 27), QDate(2026, 12, 1) }) {
            QVERIFY2(!daysOf(plan).contains(off), qPrintable(off.toString()));
        }
        QVERIFY(daysOf(plan).contains(QDate(2026, 11, 28)));
        QVERIFY(plan[u"finish"].toString() > before);
        QVERIFY(say(u"plan"_s).out.contains(u"Off: 24 Nov 2026 to 26 Nov 2026: a wedding"_s));
        const QJsonArray listed = sayJson(u"off list"_s).array();
        QCOMPARE(listed.size(), 3);
        QCOMPARE(listed.at(0).toObject()[u"reason"].toString(), u"a wedding"_s);
        QCOMPARE(listed.at(2).toObject()[u"first"].toString(), u"2026-12-01"_s);
        QCOMPARE(listed.at(2).toObject()[u"last"].toString(), u"2026-12-01"_s);
        QVERIFY(say(u"off list"_s).out.contains(listed.at(0).toObject()[u"id"].toString()));
        for (const QJsonValue& off : listed) {
            edit(u"off remove "_s + off.toObject()[u"id"].toString());
        }
        QCOMPARE(sayJson(u"plan"_s).object()[u"finish"].toString(), before);
        QVERIFY(say(u"off list"_s).out.contains(u"There are no days off."_s));
    }

    void daysOffThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::newRow("words") << u"off add tomorrow"_s << 2;
        QTest::newRow("no such day") << u"off add 2026-11-31"_s << 2;
        QTest::newRow("second is no day") << u"off add 2026-11-30 2026-12-32"_s << 2;
        QTest::newRow("backwards") << u"off add 2026-12-31 2026-12-24"_s << 4;
        QTest::newRow("before 1970") << u"off add 1969-12-31 2026-12-24"_s << 4;
        QTest::newRow("far off") << u"off add 2201-01-01"_s << 4;
        QTest::newRow("more than a hundred years") << u"off add 2000-01-01 2100-01-02"_s << 4;
        QTest::newRow("nothing") << u"off add"_s << 2;
        QTest::newRow("unknown") << u"off remove nobody"_s << 3;
        QTest::newRow("half a verb") << u"off"_s << 2;
        QTest::newRow("a long reason") << u"off add 2026-12-24 --reason "_s + QString(201, u'x') << 4;
    }

    void daysOffThatCannotBeAreRefused()
    {
        QFETCH(QString, line);
        QFETCH(int, code);
        const Answer answer = say(line);
        QCOMPARE(answer.code, code);
        QVERIFY(answer.out.isEmpty() && answer.err.count(u'\n') == 1);
        QVERIFY(sayJson(u"log"_s).array().isEmpty());
    }

    void hoursAreSetByDayAndShown()
    {
        const QJsonObject set = edit(u"hours --each-day 1.5"_s);
        QCOMPARE(set[u"kind"].toString(), u"set-rhythm"_s);
        QVERIFY(set[u"notes"].toArray().at(0).toString().startsWith(u"As likely as not by"_s));
        edit(u"hours --days sat=0,sun=120"_s);
        const QJsonObject hours = sayJson(u"hours"_s).object();
        QCOMPARE(hours[u"minutes"].toObject()[u"mon"].toInt(), 90);
        QCOMPARE(hours[u"minutes"].toObject()[u"sat"].toInt(-1), 0);
        QCOMPARE(hours[u"minutes"].toObject()[u"sun"].toInt(), 120);
        QCOMPARE(hours[u"hoursPerWeek"].toDouble(), 9.5);
        QCOMPARE(sayJson(u"status"_s).object()[u"goal"].toObject()[u"hoursPerWeek"].toDouble(), 9.5);
        const QString out = say(u"hours"_s).out;
        QVERIFY2(out.contains(u"1 h 30 min"_s) && out.contains(u"no study"_s) && out.contains(u"A week: 9 h 30 min."_s), qPrintable(out));
        QVERIFY(say(u"hours --days SAT=0"_s).out.contains(u"Nothing to change"_s));
        edit(u"hours --each-day 1 --days sun=0"_s); // first every day, then the single ones
        QCOMPARE(sayJson(u"hours"_s).object()[u"hoursPerWeek"].toDouble(), 6.0);
        QCOMPARE(say(u"undo"_s).code, 0);
        QCOMPARE(sayJson(u"hours"_s).object()[u"hoursPerWeek"].toDouble(), 9.5);
        edit(u"hours --each-day 0"_s);
        QCOMPARE(sayJson(u"forecast"_s).object()[u"obstacle"].toString(), u"no-hours"_s);
    }

    /// What was said as hours a week stays what it is when something else of the rhythm is set.
    void aCueLeavesTheHoursAlone()
    {
        edit(u"goal --hours 7.33"_s);
        edit(u"hours --cue breakfast --minutes 20 --doing 2"_s);
        QCOMPARE(sayJson(u"status"_s).object()[u"goal"].toObject()[u"hoursPerWeek"].toDouble(), 7.33);
        QCOMPARE(sayJson(u"hours"_s).object()[u"cue"].toObject(), (QJsonObject { { u"after"_s, u"breakfast"_s }, { u"minutes"_s, 20 } }));
        QCOMPARE(sayJson(u"hours"_s).object()[u"doingLimit"].toInt(), 2);
        QVERIFY(say(u"hours"_s).out.contains(u"After breakfast: 20 min"_s));
        edit(u"hours --minutes 25"_s);
        QCOMPARE(sayJson(u"hours"_s).object()[u"cue"].toObject()[u"minutes"].toInt(), 25);
        edit(u"hours --cue the_evening_news"_s);
        QCOMPARE(sayJson(u"hours"_s).object()[u"cue"].toObject()[u"after"].toString(), u"the evening news"_s);
        edit(u"hours --no-cue"_s);
        QVERIFY(sayJson(u"hours"_s).object()[u"cue"].isNull());
    }

    void hoursThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("words") << u"--each-day some"_s << 2 << u"\"some\" is not a number of hours"_s;
        QTest::newRow("not a number") << u"--each-day nan"_s << 2 << u"is not a number of hours"_s;
        QTest::newRow("negative") << u"--each-day=-1"_s << 2 << u"is not a number of hours"_s;
        QTest::newRow("no such day") << u"--each-day 25"_s << 2 << u"from 0 to 24"_s;
        QTest::newRow("no sleep") << u"--each-day 17"_s << 4 << u"at most 112 hours"_s;
        QTest::newRow("unknown day") << u"--days noday=5"_s << 2 << u"the weekdays are mon, tue"_s;
        QTest::newRow("no minutes") << u"--days mon"_s << 2 << u"like mon=60"_s;
        QTest::newRow("twice equal") << u"--days mon=5=6"_s << 2 << u"like mon=60"_s;
        QTest::newRow("an end too many") << u"--days mon=5,"_s << 2 << u"like mon=60"_s;
        QTest::newRow("empty") << u"--days="_s << 2 << u"like mon=60"_s;
        QTest::newRow("minutes in words") << u"--days mon=all"_s << 2 << u"\"all\" is not a whole number from 0 to 1440"_s;
        QTest::newRow("more than a day") << u"--days mon=1441"_s << 2 << u"from 0 to 1440"_s;
        QTest::newRow("a cue without minutes") << u"--cue breakfast"_s << 2 << u"--minutes N"_s;
        QTest::newRow("minutes without a cue") << u"--minutes 20"_s << 2 << u"--cue TEXT"_s;
        QTest::newRow("an empty cue") << u"--cue _ --minutes 20"_s << 2 << u"--cue TEXT"_s;
        QTest::newRow("a cue of no minutes") << u"--cue tea --minutes 0"_s << 2 << u"from 1 to 1440"_s;
        QTest::newRow("a cue and none") << u"--cue tea --minutes 5 --no-cue"_s << 2 << u"--no-cue goes without"_s;
        QTest::newRow("a long cue") << u"--minutes 5 --cue "_s + QString(201, u'x') << 4 << u"cue"_s;
        QTest::newRow("none in Doing") << u"--doing 0"_s << 2 << u"from 1 to 9"_s;
        QTest::newRow("ten in Doing") << u"--doing 10"_s << 2 << u"from 1 to 9"_s;
    }

    void hoursThatCannotBeAreRefused()
    {
        QFETCH(QString, options);
        QFETCH(int, code);
        QFETCH(QString, sentence);
        const Answer answer = say(u"hours "_s + options);
        QVERIFY2(isRefusal(answer, code, sentence), said(answer).constData());
        QVERIFY(sayJson(u"log"_s).array().isEmpty());
    }

    void theBoardHasItsColumns()
    {
        edit(u"goal --milestone first-api"_s);
        edit(u"hours --each-day 2 --doing 1"_s);
        const auto lane = [this](const QString& name) {
            for (const QJsonValue& each : sayJson(u"board"_s).object()[u"lanes"].toArray()) {
                if (each.toObject()[u"lane"].toString() == name) {
                    return each.toObject()[u"cards"].toArray();
                }
            }
            return QJsonArray();
        };
        QCOMPARE(sayJson(u"board"_s).object()[u"lanes"].toArray().size(), 5);
        QCOMPARE(sayJson(u"board"_s).object()[u"weekFrom"].toString(), u"2026-11-16"_s);
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
        QVERIFY(isRefusal(say(u"board move lang-functions week"_s), 9, u"\"waymark reset lang-functions\""_s));
        QVERIFY(isRefusal(say(u"board move lang-basics nowhere"_s), 2, u"backlog, week, doing, waiting, done"_s));
        QCOMPARE(say(u"board move nobody week"_s).code, 3);
        QCOMPARE(say(u"board move lang-basics"_s).code, 2);
        const Answer locked = say(u"board move vcs-pull-requests doing"_s);
        QVERIFY2(locked.code == 0 && locked.out.contains(u"It was locked."_s), said(locked).constData());
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"waymark"_s);
    tst_WeekVerbs test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_WeekVerbs.moc"
