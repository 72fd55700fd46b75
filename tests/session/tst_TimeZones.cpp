// SPDX-License-Identifier: GPL-3.0-or-later
// Learning days on journeys and where the clocks change, on the whole road from the desk to the records.
#include <CardCourse.h>
#include <StudyLife.h>

#include <QTest>

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

QTEST_GUILESS_MAIN(tst_TimeZones)
#include "tst_TimeZones.moc"
