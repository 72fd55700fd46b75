// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that is set back, or that was ahead and is set right: what a learner is asked afterwards.
#include <CardCourse.h>
#include <StudyLife.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::StudyLife;

namespace {

constexpr qint64 hour = StudyLife::hour;
constexpr qint64 day = StudyLife::day;
constexpr qint64 year = 365 * day;
const QString one = u"one"_s;
const QString card = u"one-card-1"_s;

/// How long the card stays away from now on, looked at once an hour; -1 if for longer than `limit`.
qint64 waitOf(StudyLife& life, qint64 limit)
{
    const qint64 start = life.now;
    for (; life.now - start <= limit; life.now += hour) {
        if (life.isAsked(one, card)) {
            return std::exchange(life.now, start) - start;
        }
    }
    life.now = start;
    return -1;
}

} // namespace

class tst_ClockSetBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardComesBackWithinItsIntervalAndADay_data()
    {
        QTest::addColumn<qint64>("back");
        QTest::addColumn<Grade>("grade");
        for (const auto& [name, back] : { std::pair("a minute", hour / 60), { "an hour", hour }, { "fourteen hours", 14 * hour },
                 { "a day", day }, { "a month", 30 * day }, { "a year", year }, { "ten years", 10 * year },
                 { "to 1970", qint64 { 1'795'255'200'000 } - day } }) {
            for (const Grade grade : learning::allGrades) {
                QTest::addRow("%s, %s", name, qPrintable(learning::toString(grade))) << back << grade;
            }
        }
    }

    void aCardComesBackWithinItsIntervalAndADay()
    {
        QFETCH(qint64, back);
        QFETCH(Grade, grade);
        StudyLife life(support::courseOfCards(1));
        life.grade(one, card, grade);
        const domain::CardSchedule place = life.stateOf(one, card).schedule;
        life.now -= back;
        const qint64 wait = waitOf(life, 40 * day);
        QVERIFY(wait >= 0);
        QVERIFY2(wait <= place.due - place.last + day + hour, qPrintable(QString::number(wait)));
        if (back > day) {
            QCOMPARE(wait, 0);
        }
        life.now += wait;
        life.grade(one, card, Grade::Good);
        const domain::CardSchedule after = life.stateOf(one, card).schedule;
        QCOMPARE(after.last, life.now);
        QVERIFY(after.due > life.now);
        for (const domain::Recall& recall : life.of(one).recalls.value(card)) {
            QVERIFY(recall.elapsedDays >= 0);
        }
    }

    void whatWasRecalledAYearAheadIsAskedAnewWhenTheClockIsRight()
    {
        StudyLife life(support::courseOfCards(4));
        life.now += year;
        QCOMPARE(life.study(Grade::Easy), 10);
        life.now -= year;
        QCOMPARE(life.desk().due().due, 10);
        for (int days = 0; days < 12; ++days, life.now += day) {
            life.study(Grade::Good);
        }
        for (const domain::SkillProgress& skill : life.workspace->progress().skills()) {
            for (const domain::CardState& state : skill.cards) {
                QVERIFY(state.schedule.last <= life.now);
                QVERIFY(state.schedule.due < life.now + year);
            }
        }
    }

    void aRecallByAClockThatWasBehindIsNotHalfACenturyAgo_data()
    {
        QTest::addColumn<qint64>("behind");
        QTest::newRow("a year") << year;
        QTest::newRow("to 1970") << 20'000 * day;
    }

    void aRecallByAClockThatWasBehindIsNotHalfACenturyAgo()
    {
        QFETCH(qint64, behind);
        StudyLife life(support::courseOfCards(1));
        StudyLife right(support::courseOfCards(1));
        const auto recall = [](StudyLife& of, qint64 after) {
            of.now += after;
            of.grade(one, card, Grade::Good);
        };
        for (const qint64 after : { qint64 { 0 }, 10 * StudyLife::minute, 3 * day, 10 * day, 30 * day }) {
            recall(life, after);
            recall(right, after);
        }
        recall(life, 5 * day - behind);
        recall(right, 5 * day);
        life.now += behind;
        const auto daysOfNewest = [](const StudyLife& of) {
            const auto& recalls = of.of(one).recalls.value(card);
            const auto newest = std::max_element(recalls.begin(), recalls.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
            return newest->elapsedDays;
        };
        QVERIFY(*life.workspace->masteryOf(one).recall > 0.8);
        recall(life, 20 * day);
        recall(right, 20 * day);
        QCOMPARE(daysOfNewest(right), 20);
        QCOMPARE(daysOfNewest(life), 25); // since the recall before the wrong one
        QVERIFY(life.stateOf(one, card).schedule.memory->stability < 1.5 * right.stateOf(one, card).schedule.memory->stability);
    }

    void aShortStepIsNotAskedAgainForASecondsCorrection()
    {
        StudyLife life(support::courseOfCards(1));
        life.grade(one, card, Grade::Again);
        life.now -= 1000; // as a time server sets it
        QVERIFY(!life.isAsked(one, card));
        life.now += 62'000;
        QVERIFY(life.isAsked(one, card));
    }

    void newCardsAreNotGivenTwiceADayNorLost()
    {
        StudyLife life(support::courseOfCards(20));
        QCOMPARE(life.study(Grade::Easy), 10);
        for (const qint64 back : { hour / 60, hour, 5 * hour }) {
            life.now -= back;
            QCOMPARE(life.freshNow(), 0);
            life.now += back;
        }
        life.now += day;
        QCOMPARE(life.freshNow(), 10);
        life.now += year; // by mistake
        QCOMPARE(life.freshNow(), 10);
        life.study(Grade::Easy);
        life.now -= year;
        QCOMPARE(life.freshNow(), 10); // those of the year ahead are no day's
        life.study(Grade::Easy);
        QCOMPARE(life.freshNow(), 0);
        life.now += day;
        QCOMPARE(life.freshNow(), 10);
    }

    void theNightIsNotADayMoreWhenTheClockGoesBackOverIt()
    {
        StudyLife life(support::courseOfCards(20));
        life.now += 18 * hour + 30 * StudyLife::minute; // 04:30 the next morning
        QCOMPARE(life.study(Grade::Easy), 10);
        life.now -= hour; // the day before once more, which had no cards yet
        QCOMPARE(life.study(Grade::Easy), 10);
        life.now += 2 * hour;
        QCOMPARE(life.freshNow(), 0);
    }

    void whatIsLaidAsideOrPutOffStillCountsForTheDay()
    {
        StudyLife life(support::courseOfCards(20));
        QCOMPARE(life.study(Grade::Easy), 10);
        for (const QString& id : life.of(one).cards.keys()) {
            life.apply(domain::suspendCard(life.workspace->context(), one, id, true));
        }
        for (const QString& id : life.of(u"two"_s).cards.keys()) {
            life.apply(domain::buryCard(life.workspace->context(), u"two"_s, id, life.now + day));
        }
        QCOMPARE(life.freshNow(), 0);
    }

    void nothingIsPutOffForEver_data()
    {
        QTest::addColumn<qint64>("back");
        QTest::newRow("an hour") << hour;
        QTest::newRow("a week") << 7 * day;
        QTest::newRow("a year") << year;
    }

    void nothingIsPutOffForEver()
    {
        QFETCH(qint64, back);
        StudyLife life(support::courseOfCards(1));
        life.apply(domain::buryCard(life.workspace->context(), one, card, life.now + day));
        QVERIFY(!life.isAsked(one, card));
        life.now -= back;
        const qint64 wait = waitOf(life, 2 * year);
        QVERIFY2(wait >= 0 && wait <= domain::mostDaysPutOff * day + hour, qPrintable(QString::number(wait)));
        QCOMPARE(wait == 0, back == year);
    }

    void aWishForMoreThanAMonthIsRefused()
    {
        StudyLife life(support::courseOfCards(1));
        const auto wish = [&life](qint64 until) { return domain::buryCard(life.workspace->context(), one, card, until); };
        QCOMPARE(wish(life.now + 32 * day).error().code, domain::ErrorCode::InvalidText);
        QVERIFY(wish(life.now + domain::mostDaysPutOff * day).has_value());
        life.apply(wish(life.now + domain::mostDaysPutOff * day));
        QVERIFY(!life.isAsked(one, card));
    }

    void thePaceIsThatOfTheNewestRecallsByAClockThatIsRight()
    {
        StudyLife life(support::courseOfCards(10));
        const auto recall = [&life](int times, int milliseconds) {
            for (int i = 0; i < times; ++i) {
                life.grade(one, card, Grade::Again, milliseconds);
                life.now += StudyLife::minute;
            }
        };
        life.now += year;
        recall(200, 100'000);
        life.now -= year;
        recall(200, 6'000);
        life.now += day;
        const session::RecallDue due = life.desk().due();
        QCOMPARE(due.asked, 11);
        QCOMPARE(due.minutes, 2); // of six seconds a card, not of a hundred
    }

    void undoTakesTheLastEditWhateverTheClockSaid()
    {
        StudyLife life(support::courseOfCards(2));
        std::vector<QByteArray> states { life.hash() };
        for (const qint64 jump : { qint64 { 0 }, -hour, -day, year, -2 * year, 10 * day }) {
            life.now += jump;
            life.grade(one, card, Grade::Good);
            states.push_back(life.hash());
        }
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            QCOMPARE(life.hash(), states[i]);
            life.now -= hour;
            QVERIFY(life.workspace->undo().has_value());
        }
        QCOMPARE(life.hash(), states.front());
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(life.workspace->redo().has_value());
            QCOMPARE(life.hash(), states[i]);
        }
        QVERIFY(life.workspace->undo().has_value());
        life.travelTo("UTC"); // the next start
        QVERIFY(life.workspace->redo().has_value());
        QCOMPARE(life.hash(), states.back());
    }
};

QTEST_GUILESS_MAIN(tst_ClockSetBack)
#include "tst_ClockSetBack.moc"
