// SPDX-License-Identifier: GPL-3.0-or-later
// Learning days on journeys and where the clocks change, on the whole road from the desk to the records.
#include <CardCourse.h>
#include <StudyLife.h>

#include <domain/StudyEdits.h>
#include <learning/Statistics.h>
#include <session/WeekLog.h>

#include <QTest>

#include <numeric>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::StudyLife;

namespace {

constexpr qint64 minute = StudyLife::minute;
constexpr qint64 hour = StudyLife::hour;
constexpr qint64 day = StudyLife::day;
const QString one = u"one"_s;

qint64 moment(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
}

void takeThreeNewCardsADay(StudyLife& life)
{
    life.apply(domain::setRecall(life.workspace->context(), { 0.9, StudyLife::unbounded, 3 }));
}

void logTime(StudyLife& life, const QString& start, int minutes)
{
    life.apply(domain::addTime(life.workspace->context(), one, moment(start), minutes));
}

/// Of each day on which something was studied, as Progress counts them.
QMap<QDate, int> minutesByDay(const StudyLife& life)
{
    const session::Workspace& workspace = *life.workspace;
    const learning::Statistics statistics(workspace.roadmap(), workspace.progress(), workspace.states(), workspace.moment(), Qt::Monday);
    const learning::StudyDays days = statistics.days();
    QMap<QDate, int> studied;
    for (std::size_t i = 0; i < days.minutes.size(); ++i) {
        if (days.minutes[i] > 0) {
            studied.insert(days.first.addDays(static_cast<qint64>(i)), days.minutes[i]);
        }
    }
    return studied;
}

learning::TryStanding triesOf(const StudyLife& life)
{
    return life.workspace->masteryOf(one).tries;
}

} // namespace

class tst_TimeZones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJourneyGivesNoDayTwice();
    void aJourneyRoundTheWorldLosesNoDay();
    void whatProvesASkillAtHomeProvesItEverywhere();
    void aJourneyMakesNoDayOfTries();
    void aCardIsNotKeptBackByAJourney_data();
    void aCardIsNotKeptBackByAJourney();
    void everyDayAroundAChangeOfTheClocksCountsOnce_data();
    void everyDayAroundAChangeOfTheClocksCountsOnce();
    void notTodayIsUntilTomorrow_data();
    void notTodayIsUntilTomorrow();
    void studyTimeStaysOnItsDay();
    void noJourneyMovesStudyTime();
    void aWatchIsOfThePlaceWhereItIsStopped();
};

void tst_TimeZones::aJourneyGivesNoDayTwice()
{
    StudyLife life(support::courseOfCards(30), "Europe/Berlin");
    takeThreeNewCardsADay(life);
    life.now = moment(u"2026-11-02T08:00:00+01:00"_s);
    life.study(Grade::Easy);
    life.travelTo("Asia/Tokyo"); // Monday afternoon
    QCOMPARE(life.today(), QDate(2026, 11, 2));
    QCOMPARE(life.freshNow(), 0);
    life.travelTo("America/Los_Angeles"); // Sunday night, of which nothing was used
    QCOMPARE(life.today(), QDate(2026, 11, 1));
    QCOMPARE(life.freshNow(), 3);
    life.study(Grade::Easy);
    life.now = moment(u"2026-11-02T09:00:00-08:00"_s); // the same Monday, which had its three in Berlin
    QCOMPARE(life.freshNow(), 0);
    life.travelTo("Europe/Berlin"); // Monday evening
    QCOMPARE(life.freshNow(), 0);
    life.now = moment(u"2026-11-03T09:00:00+01:00"_s);
    QCOMPARE(life.freshNow(), 3);
    life.study(Grade::Easy);
    QCOMPARE(life.introducedByDay(), (QMap<QDate, int> { { { 2026, 11, 1 }, 3 }, { { 2026, 11, 2 }, 3 }, { { 2026, 11, 3 }, 3 } }));
}

void tst_TimeZones::aJourneyRoundTheWorldLosesNoDay()
{
    StudyLife life(support::courseOfCards(30), "Europe/Berlin");
    takeThreeNewCardsADay(life);
    std::set<QDate> lived;
    for (const char* zone : { "Asia/Tokyo", "Pacific/Apia", "Pacific/Honolulu", "America/Los_Angeles", "Europe/Berlin" }) {
        life.travelTo(zone);
        for (int i = 0; i < 8; ++i, life.now += 5 * hour) {
            life.study(Grade::Good);
            lived.insert(life.today());
        }
    }
    const QMap<QDate, int> days = life.introducedByDay();
    QCOMPARE(days.keys(), QList<QDate>(lived.begin(), lived.end()));
    for (const int count : days) {
        QCOMPARE(count, 3);
    }
}

void tst_TimeZones::whatProvesASkillAtHomeProvesItEverywhere()
{
    StudyLife life(support::courseOfCards(1, 10), "Europe/Berlin");
    life.apply(domain::checkItem(life.workspace->context(), one, u"done"_s));
    life.apply(domain::addEvidence(life.workspace->context(), one, u"done"_s, { domain::EvidenceKind::Lab, u"passed"_s, life.now }));
    life.now = moment(u"2026-11-02T23:00:00+01:00"_s);
    for (int i = 1; i <= 10; ++i) {
        life.answer(one, u"one-question-%1"_s.arg(i), true);
        life.now += i == 5 ? 7 * hour : minute; // through the night
    }
    QCOMPARE(learning::toString(life.workspace->stateOf(one)), u"mastered"_s);
    for (const char* zone : { "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia", "Europe/Berlin" }) {
        life.travelTo(zone);
        QCOMPARE(triesOf(life).days, 2);
        QCOMPARE(learning::toString(life.workspace->stateOf(one)), u"mastered"_s);
    }
}

void tst_TimeZones::aJourneyMakesNoDayOfTries()
{
    StudyLife life(support::courseOfCards(1, 10), "Europe/Berlin");
    life.now = moment(u"2026-11-02T08:00:00+01:00"_s);
    for (int i = 1; i <= 10; ++i, life.now += hour) {
        life.answer(one, u"one-question-%1"_s.arg(i), true);
    }
    for (const char* zone : { "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia", "Europe/Berlin" }) {
        life.travelTo(zone);
        QCOMPARE(triesOf(life).days, 1);
        QVERIFY(!triesOf(life).passes);
    }
}

void tst_TimeZones::aCardIsNotKeptBackByAJourney_data()
{
    QTest::addColumn<QString>("zone");
    for (const char* zone : { "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Niue" }) {
        QTest::newRow(zone) << QString::fromLatin1(zone);
    }
}

/// A card is due where its day began in the place of its recall, and no journey makes that later.
void tst_TimeZones::aCardIsNotKeptBackByAJourney()
{
    QFETCH(QString, zone);
    StudyLife life(support::courseOfCards(1), "Europe/Berlin");
    life.now = moment(u"2026-11-02T20:00:00+01:00"_s);
    life.study(Grade::Easy);
    const qint64 due = life.stateOf(one, u"one-card-1"_s).schedule.due;
    life.travelTo(zone.toLatin1());
    life.now = due - minute;
    QVERIFY(!life.isAsked(one, u"one-card-1"_s));
    life.now = due;
    QVERIFY(life.isAsked(one, u"one-card-1"_s));
    life.study(Grade::Good);
    QVERIFY(life.stateOf(one, u"one-card-1"_s).schedule.due > life.now);
}

void tst_TimeZones::everyDayAroundAChangeOfTheClocksCountsOnce_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("date");
    const auto row = [](const char* name, const char* zone, QDate date) { QTest::newRow(name) << QString::fromLatin1(zone) << date; };
    row("Berlin forward", "Europe/Berlin", { 2027, 3, 28 });
    row("Berlin back", "Europe/Berlin", { 2027, 10, 31 });
    row("New York forward", "America/New_York", { 2027, 3, 14 });
    row("New York back", "America/New_York", { 2027, 11, 7 });
    row("Lord Howe half an hour forward", "Australia/Lord_Howe", { 2026, 10, 4 });
    row("Lord Howe half an hour back", "Australia/Lord_Howe", { 2027, 4, 4 });
    row("Sao Paulo without midnight", "America/Sao_Paulo", { 2017, 10, 15 });
    row("Sao Paulo with midnight twice", "America/Sao_Paulo", { 2018, 2, 18 });
    row("Apia without a day", "Pacific/Apia", { 2011, 12, 30 });
    row("Baku without four o'clock", "Asia/Baku", { 2015, 3, 29 });
    row("Baku with four o'clock twice", "Asia/Baku", { 2014, 10, 26 });
    row("no change", "UTC", { 2026, 11, 2 });
}

/// A session and an answer every half an hour from three days before to three days after.
void tst_TimeZones::everyDayAroundAChangeOfTheClocksCountsOnce()
{
    QFETCH(QString, zone);
    QFETCH(QDate, date);
    StudyLife life(support::courseOfCards(30, 400), zone.toLatin1());
    takeThreeNewCardsADay(life);
    life.now = date.startOfDay(Qt::UTC).toMSecsSinceEpoch() - 3 * day;
    const qint64 end = life.now + 6 * day;
    std::set<QDate> lived;
    for (int i = 1; life.now < end; ++i) {
        const qint64 next = life.now + 30 * minute;
        QVERIFY(lived.empty() || life.today() >= *lived.rbegin());
        lived.insert(life.today());
        life.study(Grade::Good);
        life.answer(one, u"one-question-%1"_s.arg(i), true);
        life.now = next;
    }
    // Of the day that Apia left out there is a learning day still: the night that follows it, from midnight to four.
    QCOMPARE(static_cast<qint64>(lived.size()), lived.begin()->daysTo(*lived.rbegin()) + 1);
    QCOMPARE(lived.count(date), 1U);

    const QMap<QDate, int> introduced = life.introducedByDay();
    QCOMPARE(introduced.keys(), QList<QDate>(lived.begin(), lived.end()));
    for (const int count : introduced) {
        QCOMPARE(count, 3);
    }
    QCOMPARE(triesOf(life).days, static_cast<int>(lived.size()));
    for (const domain::SkillProgress& skill : life.workspace->progress().skills()) {
        for (const domain::CardState& card : skill.cards) {
            QVERIFY(card.schedule.due > card.schedule.last);
        }
    }
}

void tst_TimeZones::notTodayIsUntilTomorrow_data()
{
    everyDayAroundAChangeOfTheClocksCountsOnce_data();
}

void tst_TimeZones::notTodayIsUntilTomorrow()
{
    QFETCH(QString, zone);
    QFETCH(QDate, date);
    StudyLife life(support::courseOfCards(1), zone.toLatin1());
    life.now = learning::startOfLearningDay(date.addDays(-1), life.workspace->zone()) + 12 * hour;
    const QDate today = life.today();
    const qint64 until = learning::startOfLearningDay(today.addDays(1), life.workspace->zone());
    life.apply(domain::buryCard(life.workspace->context(), one, u"one-card-1"_s, until));
    for (; life.today() == today; life.now += 10 * minute) {
        QVERIFY(!life.isAsked(one, u"one-card-1"_s));
    }
    QVERIFY(life.isAsked(one, u"one-card-1"_s));
    QVERIFY(life.now - until < 10 * minute);
}

void tst_TimeZones::studyTimeStaysOnItsDay()
{
    StudyLife life(support::courseOfCards(1), "Asia/Tokyo");
    life.now = moment(u"2026-11-22T12:00:00+09:00"_s); // a Sunday
    logTime(life, u"2026-11-16T09:00:00+09:00"_s, 20); // Monday, which is Sunday evening in New York
    logTime(life, u"2026-11-22T01:00:00+09:00"_s, 30); // the night that belongs to Saturday
    logTime(life, u"2026-11-22T09:00:00+09:00"_s, 40); // Sunday, which is Saturday evening in New York
    const QMap<QDate, int> days { { { 2026, 11, 16 }, 20 }, { { 2026, 11, 21 }, 30 }, { { 2026, 11, 22 }, 40 } };
    for (const char* zone : { "Asia/Tokyo", "America/New_York", "Pacific/Apia", "Asia/Tokyo" }) {
        life.travelTo(zone);
        life.now = moment(u"2026-11-22T20:00:00Z"_s); // it is Sunday everywhere but in the east, where Monday has begun
        QCOMPARE(minutesByDay(life), days);
        const session::WeekLog week = weekLog(*life.workspace, QDate(2026, 11, 16));
        QCOMPARE(week.minutes, 90);
        QCOMPARE(weekLog(*life.workspace, QDate(2026, 11, 9)).minutes, 0);
        life.now = moment(u"2026-11-22T12:00:00Z"_s);
        QCOMPARE(life.workspace->studyWeek(Qt::Monday).minutes, (std::array<int, 7> { 20, 0, 0, 0, 0, 30, 40 }));
    }
}

/// Every entry counts on the day by the clocks of the place where it was logged, and nowhere else, from wherever one looks.
void tst_TimeZones::noJourneyMovesStudyTime()
{
    const QByteArrayList zones { "Europe/Berlin", "Asia/Tokyo", "Pacific/Apia", "Pacific/Honolulu", "America/New_York", "Asia/Kathmandu" };
    std::mt19937 random(7);
    StudyLife life(support::courseOfCards(1));
    life.now = moment(u"2026-10-20T12:00:00Z"_s); // the clocks of Berlin and New York change in the weeks to come
    QMap<QDate, int> expected;
    for (int i = 0; i < 120; ++i) {
        life.travelTo(zones[static_cast<qsizetype>(random() % static_cast<std::size_t>(zones.size()))]);
        const int minutes = 1 + static_cast<int>(random() % 90);
        const qint64 start = life.now - minutes * minute;
        const int offset = life.workspace->zone().offsetFromUtc(QDateTime::fromMSecsSinceEpoch(start, Qt::UTC)) / 60;
        life.apply(domain::addTime(life.workspace->context(), one, start, minutes));
        expected[StudyLife::dayOf(start, offset)] += minutes;
        life.now += static_cast<qint64>(random() % static_cast<unsigned>(8 * hour));
    }
    life.now += 2 * day;
    for (const QByteArray& zone : zones) {
        life.travelTo(zone);
        QCOMPARE(minutesByDay(life), expected);
        int inWeeks = 0;
        for (QDate monday(2026, 10, 12); monday <= life.today(); monday = monday.addDays(7)) {
            inWeeks += weekLog(*life.workspace, monday).minutes;
        }
        QCOMPARE(inWeeks, std::accumulate(expected.cbegin(), expected.cend(), 0));
    }
}

void tst_TimeZones::aWatchIsOfThePlaceWhereItIsStopped()
{
    StudyLife life(support::courseOfCards(1), "Europe/Berlin");
    life.now = moment(u"2026-11-22T09:00:00+01:00"_s);
    life.apply(domain::startTimer(life.workspace->context(), one));
    life.now += hour;
    life.travelTo("Asia/Tokyo");
    life.apply(domain::stopTimer(life.workspace->context()));
    QCOMPARE(life.workspace->progress().time().first().offset, std::optional(540));
    life.travelTo("Pacific/Honolulu");
    QCOMPARE(minutesByDay(life), (QMap<QDate, int> { { life.today(), 60 } })); // where Sunday has not begun
}

QTEST_GUILESS_MAIN(tst_TimeZones)
#include "tst_TimeZones.moc"
