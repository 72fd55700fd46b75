// SPDX-License-Identifier: GPL-3.0-or-later
// The plan on the command line: forecast, schedule and order.
#include <ClockedCommands.h>
#include <PlanJson.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::dayOf;
using support::daysOf;
using support::noteOf;
using support::skillsOf;
using support::slotsOf;

class tst_PlanVerbs : public QObject, private support::ClockedCommands
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

    void withoutHoursNothingIsDated()
    {
        for (const QString& verb : { u"plan"_s, u"forecast"_s, u"hours"_s }) {
            const Answer answer = say(verb);
            QCOMPARE(answer.code, 0);
            QVERIFY2(answer.out.contains(u"The week has no hours of study yet"_s), qPrintable(answer.out));
            QVERIFY2(answer.out.contains(u"waymark hours --each-day"_s), qPrintable(answer.out));
        }
        const QJsonObject forecast = shown(u"forecast"_s);
        QCOMPARE(forecast[u"obstacle"].toString(), u"no-hours"_s);
        QCOMPARE(forecast[u"state"].toString(), u"no-hours"_s);
        QVERIFY(forecast[u"p50"].isNull() && forecast[u"p85"].isNull() && forecast[u"chance"].isNull());
        QVERIFY(forecast[u"hoursLeft"].toDouble() > 0);
        QVERIFY(shown(u"plan"_s)[u"weeks"].toArray().isEmpty());
    }

    void theForecastHasItsShape()
    {
        edit(u"goal --milestone first-api --hours 7 --deadline 2035-01-01"_s);
        const QJsonObject forecast = shown(u"forecast"_s);
        QVERIFY(dayOf(forecast[u"p50"]) > QDate(2026, 11, 22));
        QVERIFY(dayOf(forecast[u"p85"]) > dayOf(forecast[u"p50"]));
        QVERIFY(forecast[u"chance"].toDouble() > 0.5 && forecast[u"chance"].toDouble() <= 1);
        QVERIFY(forecast[u"obstacle"].isNull());
        QCOMPARE(forecast[u"state"].toString(), u"dated"_s);
        QCOMPARE(forecast[u"milestone"].toString(), u"first-api"_s);
        QCOMPARE(forecast[u"deadline"].toString(), u"2035-01-01"_s);
        QCOMPARE(forecast[u"basis"].toObject()[u"skills"].toInt(-1), 0);
        QVERIFY(forecast[u"now"].isNull());
        const QString out = say(u"forecast"_s).out;
        QVERIFY2(out.contains(u"As likely as not by "_s) && out.contains(u"By the deadline"_s), qPrintable(out));
        QVERIFY2(out.contains(u"no whole week of the last twelve"_s), qPrintable(out)); // what it rests on, and what to do about it
        QCOMPARE(shown(u"status"_s)[u"forecast"].toObject()[u"p85"], forecast[u"p85"]);
        QVERIFY(say(u"status"_s).out.contains(out.section(u'\n', 0, 0)));
    }

    void aWhatIfTellsBothAndChangesNothing()
    {
        edit(u"goal --milestone first-api --hours 5"_s);
        const auto before = state();
        const QJsonObject more = shown(u"forecast --hours 10"_s);
        QVERIFY(dayOf(more[u"p50"]) < dayOf(more[u"now"].toObject()[u"p50"]));
        QCOMPARE(more[u"now"].toObject()[u"p50"], shown(u"forecast"_s)[u"p50"]);
        const QJsonObject further = shown(u"forecast --milestone capstone --deadline 2028-01-01"_s);
        QCOMPARE(further[u"milestone"].toString(), u"capstone"_s);
        QVERIFY(further[u"hoursLeft"].toDouble() > more[u"hoursLeft"].toDouble());
        QVERIFY(further[u"chance"].isDouble());
        QVERIFY(further[u"now"].toObject()[u"chance"].isNull());
        QVERIFY(say(u"forecast --hours 0"_s).out.contains(u"no hours of study"_s));
        QVERIFY(say(u"forecast --hours 10"_s).out.contains(u"As it is now:\n  As likely as not"_s));
        QCOMPARE(state(), before);
    }

    void badOptionsOfTheForecastAreRefused_data()
    {
        addLines({
            { "words", u"--hours many"_s, 2 },
            { "not a number", u"--hours nan"_s, 4 },
            { "infinite", u"--hours inf"_s, 4 },
            { "negative", u"--hours=-1"_s, 4 },
            { "more than a week has", u"--hours 113"_s, 4 },
            { "no milestone", u"--milestone moon"_s, 3 },
            { "no date", u"--deadline soon"_s, 2 },
            { "no such day", u"--deadline 2027-02-30"_s, 2 },
            { "of another verb", u"--weeks 3"_s, 2 },
        });
    }

    void badOptionsOfTheForecastAreRefused() { checkRefused(u"forecast "_s); }

    void aDeadlineThatHasPassedIsSaidBesideTheDates()
    {
        edit(u"goal --milestone first-api --hours 7 --deadline 2026-11-21"_s);
        const QString out = say(u"forecast"_s).out;
        QVERIFY2(out.contains(u"As likely as not by"_s) && out.contains(u"has passed. Set another one"_s), qPrintable(out));
        QVERIFY(out.contains(u"waymark goal --deadline"_s));
        const QJsonObject forecast = shown(u"forecast"_s);
        QCOMPARE(forecast[u"obstacle"].toString(), u"deadline-past"_s);
        QCOMPARE(forecast[u"chance"].toDouble(-1), 0.0);
        QVERIFY(forecast[u"p50"].isString());
    }

    void everyDayOffIsSaid()
    {
        edit(u"goal --hours 7"_s);
        const QJsonObject added = edit(u"off add 2026-11-22 2126-11-01"_s);
        QVERIFY(noteOf(added).startsWith(u"Every day of study in the next ten years is a day off"_s));
        QCOMPARE(shown(u"forecast"_s)[u"obstacle"].toString(), u"all-days-off"_s);
        const QString out = say(u"plan"_s).out;
        QVERIFY(out.contains(u"waymark off list"_s) && !out.contains(u"As likely as not"_s));
        QVERIFY(shown(u"plan"_s)[u"weeks"].toArray().isEmpty());
    }

    void behindAPauseOfTenYearsNoDateIsTold()
    {
        edit(u"goal --hours 7"_s);
        edit(u"off add 2026-11-22 2037-11-01"_s);
        const QString out = say(u"forecast"_s).out;
        QVERIFY2(out.startsWith(u"Every day of study in the next ten years"_s) && !out.contains(u"As likely as not"_s), qPrintable(out));
        const QJsonObject forecast = shown(u"forecast"_s);
        QCOMPARE(forecast[u"obstacle"].toString(), u"all-days-off"_s);
        QVERIFY(forecast[u"p50"].isNull() && forecast[u"p85"].isNull() && forecast[u"chance"].isNull());
    }

    void tooFewHoursAreSaid()
    {
        edit(u"goal --milestone capstone"_s);
        edit(u"hours --days sun=1"_s);
        QCOMPARE(shown(u"forecast"_s)[u"obstacle"].toString(), u"too-far"_s);
        QVERIFY(say(u"forecast"_s).out.contains(u"more than a hundred years"_s));
        QCOMPARE(say(u"forecast --hours 40"_s).code, 4); // a Sunday has no 40 hours
    }

    /// A learner comes back after a quarter of a year, or logs a day of two years ago: neither takes the dates away.
    void anOldEntryTakesNoDateAway()
    {
        edit(u"hours --each-day 1"_s);
        const QJsonObject before = shown(u"plan"_s);
        QVERIFY(!before[u"weeks"].toArray().isEmpty());
        edit(u"time add lang-basics 45 --at 2026-08-10_12:30"_s);
        edit(u"time add lang-basics 60 --at 2024-11-01_10:00"_s);
        QCOMPARE(shown(u"plan"_s), before);
        edit(u"time add lang-basics 45 --at 2026-09-01_12:30"_s); // the only one of twelve weeks
        QCOMPARE(shown(u"forecast"_s)[u"state"].toString(), u"dated"_s);
        QVERIFY(!shown(u"plan"_s)[u"weeks"].toArray().isEmpty());
    }

    void aGoalThatIsReachedIsSaid()
    {
        edit(u"hours --each-day 1"_s);
        const QJsonObject milestone = shown(u"status"_s)[u"milestones"].toArray().at(0).toObject();
        const QString id = milestone[u"id"].toString();
        for (const QJsonValue& skill : listed(u"skills --milestone "_s + id)) {
            edit(u"finish "_s + skill.toObject()[u"id"].toString());
        }
        const QJsonObject forecast = shown(u"forecast --milestone "_s + id);
        QCOMPARE(forecast[u"obstacle"].toString(), u"reached"_s);
        QCOMPARE(forecast[u"hoursLeft"].toDouble(-1), 0.0);
        QVERIFY(forecast[u"p50"].isNull());
        const QString out = say(u"forecast --milestone "_s + id).out;
        QVERIFY2(out.contains(u"\"%1\" is reached. Choose a further milestone"_s.arg(milestone[u"title"].toString())), qPrintable(out));
        QVERIFY(shown(u"forecast"_s)[u"milestone"].toString() != id); // the plan itself goes on to the next
        edit(u"goal --milestone %1 --deadline 2026-11-22"_s.arg(id));
        QVERIFY(shown(u"forecast"_s)[u"deadline"].isNull());
        const QString on = say(u"forecast"_s).out;
        QVERIFY2(on.contains(u"\"%1\" is reached; this is the way to"_s.arg(milestone[u"title"].toString())), qPrintable(on));
        QVERIFY2(on.contains(u"waymark goal --milestone"_s) && !on.contains(u"By the deadline"_s), qPrintable(on));
    }

    void thePlanNamesDaysSkillsAndMinutes()
    {
        edit(u"goal --milestone first-api"_s);
        edit(u"hours --days sun=60,mon=30,wed=90"_s);
        const QJsonObject plan = shown(u"plan"_s);
        const QJsonArray weeks = plan[u"weeks"].toArray();
        QCOMPARE(weeks.size(), 4);
        QCOMPARE(dayOf(weeks.at(0).toObject()[u"from"]), QDate(2026, 11, 16)); // the week that ends today
        QCOMPARE(weeks.at(0).toObject()[u"minutes"].toInt(), 60);
        QVERIFY(weeks.at(1).toObject()[u"minutes"].toInt() > 170);
        for (const QJsonValue& week : weeks) {
            int sum = 0;
            for (const QJsonValue& each : week.toObject()[u"slots"].toArray()) {
                const QDate day = dayOf(each.toObject()[u"day"]);
                QVERIFY(day >= dayOf(week.toObject()[u"from"]) && day < dayOf(week.toObject()[u"from"]).addDays(7));
                QVERIFY(day.dayOfWeek() == Qt::Sunday || day.dayOfWeek() == Qt::Monday || day.dayOfWeek() == Qt::Wednesday);
                sum += each.toObject()[u"minutes"].toInt();
            }
            QCOMPARE(sum, week.toObject()[u"minutes"].toInt());
        }
        QCOMPARE(slotsOf(plan).at(0).toObject()[u"day"].toString(), u"2026-11-22"_s);
        QCOMPARE(slotsOf(plan).at(0).toObject()[u"skill"].toString(), skillsOf(plan).first());
        QCOMPARE(shown(u"plan --weeks 1"_s)[u"weeks"].toArray().size(), 1);
        const QString out = say(u"plan"_s).out;
        QVERIFY2(out.contains(u"Sun 22 Nov 2026"_s) && out.contains(u"Week from 16 Nov 2026: 1 h"_s), qPrintable(out));
        QVERIFY(out.contains(skillsOf(plan).first()));
        QVERIFY(out.contains(u"waymark plan --weeks N"_s));
        edit(u"hours --days sun=0"_s); // and so nothing is left of this week
        QVERIFY(say(u"plan --weeks 1"_s).out.contains(u"Nothing is planned before 23 Nov 2026."_s));
        for (const QString& weeksGiven : { u"0"_s, u"521"_s, u"some"_s, u"1.5"_s }) {
            QCOMPARE(say(u"plan --weeks "_s + weeksGiven).code, 2);
        }
    }

    void aSkillIsMovedAndItsWishForgotten()
    {
        edit(u"goal --milestone first-api --hours 7"_s);
        const QStringList order = skillsOf(shown(u"plan"_s));
        QVERIFY(order.size() > 5);
        const QString first = order.first();
        edit(u"plan move "_s + first + u" --last"_s);
        const QJsonArray wishes = shown(u"plan"_s)[u"wishes"].toArray();
        QCOMPARE(wishes.size(), 1);
        QCOMPARE(wishes.at(0).toObject()[u"skill"].toString(), first);
        QVERIFY(order.contains(wishes.at(0).toObject()[u"after"].toString()));
        QVERIFY(wishes.at(0).toObject()[u"before"].isNull());
        edit(u"plan free "_s + first);
        QVERIFY(shown(u"plan"_s)[u"wishes"].toArray().isEmpty());
        QCOMPARE(skillsOf(shown(u"plan"_s)), order);
        QVERIFY(say(u"plan free "_s + first).out.contains(u"Nothing to change"_s));
    }

    void whatMovesToTheFrontIsTheNextStep()
    {
        edit(u"goal --milestone first-api --hours 7"_s);
        const QString other = shown(u"status"_s)[u"next"].toArray().at(1).toObject()[u"skill"].toString();
        edit(u"plan move "_s + other + u" --before "_s + skillsOf(shown(u"plan"_s)).first());
        QCOMPARE(skillsOf(shown(u"plan"_s)).first(), other);
        const QJsonObject next = shown(u"status"_s)[u"next"].toArray().at(0).toObject();
        QCOMPARE(next[u"skill"].toString(), other);
        QCOMPARE(next[u"reason"].toString(), u"wished"_s);
        QVERIFY(next[u"why"].toString().contains(u"by your own order of study"_s));
        QVERIFY(say(u"status"_s).out.contains(next[u"why"].toString()));
    }

    void aSecondMoveLeavesTheFirst()
    {
        edit(u"goal --milestone capstone --hours 7"_s);
        const qsizetype before = skillsOf(shown(u"plan"_s)).indexOf(u"sys-text-regex"_s);
        edit(u"plan move sys-text-regex --last"_s);
        QVERIFY(skillsOf(shown(u"plan"_s)).indexOf(u"sys-text-regex"_s) > before + 5); // the capstone needs it and stays the last
        edit(u"plan move lang-collections --last"_s);
        const QJsonObject plan = shown(u"plan"_s);
        const QStringList order = skillsOf(plan);
        QCOMPARE(plan[u"wishes"].toArray().size(), 2);
        for (const QJsonValue& each : plan[u"wishes"].toArray()) {
            const QJsonObject wish = each.toObject();
            QCOMPARE(wish[u"fate"].toString(), u"kept"_s);
            QVERIFY(order.contains(wish[u"after"].toString()));
            QVERIFY(order.indexOf(wish[u"skill"].toString()) > order.indexOf(wish[u"after"].toString()));
        }
    }

    void aWishThatCannotBeKeptSaysWhy()
    {
        edit(u"goal --milestone capstone --hours 7"_s);
        const QJsonObject moved = edit(u"plan move vcs-branching-merging --before vcs-git-basics"_s);
        QVERIFY2(noteOf(moved).contains(u"cannot come before"_s), qPrintable(noteOf(moved)));
        const QJsonObject wish = shown(u"plan"_s)[u"wishes"].toArray().at(0).toObject();
        QCOMPARE(wish[u"fate"].toString(), u"needed"_s);
        QCOMPARE(wish[u"skill"].toString(), u"vcs-branching-merging"_s);
        QCOMPARE(wish[u"before"].toString(), u"vcs-git-basics"_s);
        QVERIFY(wish[u"after"].isNull());
        const QString out = say(u"plan"_s).out;
        QVERIFY2(out.contains(wish[u"why"].toString()) && out.contains(u"waymark plan free vcs-branching-merging"_s), qPrintable(out));
        edit(u"finish vcs-git-basics"_s);
        const QJsonObject past = shown(u"plan"_s)[u"wishes"].toArray().at(0).toObject();
        QCOMPARE(past[u"fate"].toString(), u"past"_s);
        const QString later = say(u"plan"_s).out; // where what is past is spoken of no more
        QVERIFY2(!later.contains(past[u"why"].toString()) && !later.contains(u"waymark plan free"_s), qPrintable(later));
    }

    void movesThatCannotBeAreRefused_data()
    {
        addLines({
            { "nowhere", u"plan move vcs-git-basics"_s, 2 },
            { "both", u"plan move vcs-git-basics --before lang-basics --last"_s, 2 },
            { "unknown", u"plan move nobody --last"_s, 3 },
            { "before unknown", u"plan move vcs-git-basics --before nobody"_s, 3 },
            { "before itself", u"plan move vcs-git-basics --before vcs-git-basics"_s, 4 },
            { "off the way", u"plan move career-map --last"_s, 4 },
            { "free unknown", u"plan free nobody"_s, 3 },
        });
    }

    void movesThatCannotBeAreRefused()
    {
        edit(u"goal --milestone capstone --hours 7"_s);
        edit(u"skip career-map"_s);
        checkRefused();
    }

    void whileAWindowHasTheLibraryThePlanIsReadAlone()
    {
        edit(u"hours --each-day 1"_s);
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        const auto window = app::LibraryDoor(settings, m_clock).open(m_library, app::LibraryDoor::Access::Write);
        QVERIFY(window.has_value());
        for (const QString& line :
            { u"plan"_s, u"forecast --hours 3"_s, u"hours"_s, u"off list"_s, u"board"_s, u"time show"_s, u"time list"_s }) {
            QVERIFY2(say(line).code == 0, qPrintable(line));
        }
        for (const QString& line : { u"plan free lang-basics"_s, u"hours --each-day 2"_s, u"hours --no-cue"_s, u"off add 2026-12-24"_s,
                 u"board move lang-basics week"_s, u"time start lang-basics"_s, u"time add lang-basics 5"_s }) {
            QVERIFY2(isRefusal(say(line), 5, m_library), qPrintable(line));
        }
    }

    void aClockFarOffDoesNoHarm_data()
    {
        QTest::addColumn<QString>("now");
        for (const char* now : { "1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2199-12-31T12:00:00Z", "4000-02-29T12:00:00Z" }) {
            QTest::newRow(now) << QString::fromLatin1(now);
        }
    }

    void aClockFarOffDoesNoHarm()
    {
        QFETCH(QString, now);
        edit(u"goal --milestone first-api --hours 7"_s);
        edit(u"off add 2026-12-24 2026-12-31"_s);
        edit(u"time add lang-basics 45"_s);
        goTo(now);
        for (const QString& line : { u"plan"_s, u"forecast"_s, u"hours"_s, u"board"_s, u"status"_s, u"time list"_s, u"time show"_s }) {
            const Answer answer = say(line);
            QVERIFY2(answer.code == 0 && !answer.out.isEmpty(), said(answer).constData());
        }
        QCOMPARE(listed(u"time list"_s).size(), 1); // what was logged by another clock stays
    }

    void theDayOfThePlanIsThatOfThePlace_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QDate>("today");
        QTest::newRow("UTC") << QByteArray("UTC") << u"2026-11-22T12:00:00Z"_s << QDate(2026, 11, 22);
        QTest::newRow("Auckland, where it is Monday") << QByteArray("Pacific/Auckland") << u"2026-11-22T18:00:00Z"_s << QDate(2026, 11, 23);
        QTest::newRow("Los Angeles at the same moment")
            << QByteArray("America/Los_Angeles") << u"2026-11-22T18:00:00Z"_s << QDate(2026, 11, 22);
        QTest::newRow("after midnight, before four")
            << QByteArray("Europe/Berlin") << u"2026-11-23T01:30:00+01:00"_s << QDate(2026, 11, 22);
        QTest::newRow("the night when the clocks skip")
            << QByteArray("Europe/Berlin") << u"2026-03-29T03:30:00+02:00"_s << QDate(2026, 3, 28);
        QTest::newRow("the morning after") << QByteArray("Europe/Berlin") << u"2026-03-29T04:00:00+02:00"_s << QDate(2026, 3, 29);
        QTest::newRow("the night when they strike twice")
            << QByteArray("Europe/Berlin") << u"2026-10-25T02:30:00+01:00"_s << QDate(2026, 10, 24);
    }

    void theDayOfThePlanIsThatOfThePlace()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, now);
        QFETCH(QDate, today);
        travelTo(zone);
        goTo(now);
        edit(u"hours --each-day 1"_s);
        const std::set<QDate> days = daysOf(shown(u"plan --weeks 2"_s));
        QCOMPARE(*days.begin(), today);
        // No day is left out or studied twice, whatever the clocks do on it.
        QCOMPARE(static_cast<qint64>(days.size()), days.begin()->daysTo(*days.rbegin()) + 1);
        for (const QJsonValue& week : shown(u"plan --weeks 2"_s)[u"weeks"].toArray()) {
            QVERIFY(week.toObject()[u"minutes"].toInt() <= 7 * 60);
        }
    }
};

QTEST_GUILESS_MAIN(tst_PlanVerbs)
#include "tst_PlanVerbs.moc"
