// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <learning/Dice.h>
#include <learning/Statistics.h>

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::RecallWeek;
using learning::Statistics;
using learning::WeekFigures;

namespace {

const QDate today(2026, 11, 25); // a Wednesday
const QDate monday(2026, 11, 23);

const domain::Roadmap& roadmap()
{
    static const domain::Roadmap built { support::graphCourse() };
    return built;
}

qint64 at(QDate day, QTime time = QTime(12, 0), const QTimeZone& zone = QTimeZone::utc())
{
    return QDateTime(day, time, zone).toMSecsSinceEpoch();
}

/// A learner whose records are put in by the test, and what they add up to at noon today.
struct Learner
{
    domain::Progress progress;
    QTimeZone zone = QTimeZone::utc();
    int records = 0;

    void study(const QString& skill, qint64 start, int minutes, std::optional<int> offset = std::nullopt)
    {
        progress.setRecord(domain::RecordKey::ofTime(u"entry-%1"_s.arg(++records)), domain::TimeEntry { skill, start, minutes, offset });
    }
    void mark(const QString& skill, domain::Mark mark, qint64 moment)
    {
        progress.setRecord(domain::RecordKey::ofSkill(skill), domain::SkillMark { mark, moment, moment, false });
    }
    void tick(const QString& skill, const QString& item, qint64 moment)
    {
        progress.setRecord(domain::RecordKey::ofItem(skill, item), domain::ItemMark { moment });
    }
    void recall(qint64 moment, domain::Grade grade, int elapsedDays, int offset = 0)
    {
        domain::Recall recall;
        recall.at = moment;
        recall.grade = grade;
        recall.elapsedDays = elapsedDays;
        recall.offset = offset;
        ++records;
        progress.setRecord(domain::RecordKey::ofRecall(u"base"_s, u"card-%1"_s.arg(records % 3), u"recall-%1"_s.arg(records)), recall);
    }
    template <class Ask> auto ask(Ask question, Qt::DayOfWeek firstDay = Qt::Monday) const
    {
        const learning::Moment moment { at(today), zone };
        const auto states = learning::skillStates(roadmap(), progress, moment);
        return question(Statistics(roadmap(), progress, states, moment, firstDay));
    }
    [[nodiscard]] std::vector<WeekFigures> weeks(const std::vector<int>& way = {}) const
    {
        return ask([&way](const Statistics& statistics) { return statistics.weeks(way); });
    }
    [[nodiscard]] learning::StudyDays days() const
    {
        return ask([](const Statistics& statistics) { return statistics.days(); });
    }
    [[nodiscard]] std::vector<RecallWeek> recallWeeks() const
    {
        return ask([](const Statistics& statistics) { return statistics.recallWeeks(); });
    }
};

int index(const char* skill)
{
    return roadmap().indexOf(QString::fromLatin1(skill));
}

} // namespace

class tst_Statistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAddsUpToNothing()
    {
        const Learner nobody;
        QVERIFY(nobody.weeks().empty());
        QVERIFY(nobody.recallWeeks().empty());
        QCOMPARE(nobody.days().total(), 0);
        QCOMPARE(nobody.days().daysStudied(), 0);
        QVERIFY(nobody.ask([](const Statistics& statistics) { return statistics.estimates(); }).empty());
    }

    void weeksRunWithoutAGapUpToThePresentOne()
    {
        Learner one;
        one.study(u"base"_s, at(monday.addDays(-20)), 60); // a Tuesday, three weeks ago
        one.study(u"base"_s, at(monday.addDays(-1)), 30); // the Sunday before
        one.study(u"base"_s, at(monday), 15);
        const std::vector<WeekFigures> expected { { monday.addDays(-21), 60, 60, 0, 0 }, { monday.addDays(-14), 0, 60, 0, 0 },
            { monday.addDays(-7), 30, 90, 0, 0 }, { monday, 15, 105, 0, 0 } };
        QCOMPARE(one.weeks(), expected);
    }

    void aWeekBeginsOnTheDayOfTheLearnersCountry_data()
    {
        QTest::addColumn<int>("firstDay");
        QTest::addColumn<QDate>("first");
        QTest::newRow("Monday") << int(Qt::Monday) << monday;
        QTest::newRow("Sunday") << int(Qt::Sunday) << monday.addDays(-1);
        QTest::newRow("Saturday") << int(Qt::Saturday) << monday.addDays(-2);
        QTest::newRow("today") << int(Qt::Wednesday) << today;
    }

    void aWeekBeginsOnTheDayOfTheLearnersCountry()
    {
        QFETCH(int, firstDay);
        QFETCH(QDate, first);
        Learner one;
        one.study(u"base"_s, at(today, QTime(9, 0)), 15);
        const auto weeks = one.ask([](const Statistics& statistics) { return statistics.weeks(); }, static_cast<Qt::DayOfWeek>(firstDay));
        QCOMPARE(weeks.size(), std::size_t(1));
        QCOMPARE(weeks.front().first, first);
        const auto days = one.ask([](const Statistics& statistics) { return statistics.days(); }, static_cast<Qt::DayOfWeek>(firstDay));
        QCOMPARE(days.first, first.addDays(-52 * 7));
        QCOMPARE(days.minutes.size(), std::size_t(days.first.daysTo(today) + 1));
    }

    void anEveningAfterMidnightBelongsToTheDayBefore()
    {
        Learner one;
        one.study(u"base"_s, at(monday, QTime(3, 59)), 20);
        one.study(u"base"_s, at(monday, QTime(4, 0)), 10);
        QCOMPARE(one.weeks().front().first, monday.addDays(-7));
        QCOMPARE(one.weeks().back().minutes, 10);
        QCOMPARE(one.days().minutes.back(), 0);
        QCOMPARE(one.days().minutes[one.days().minutes.size() - 3], 10);
        QCOMPARE(one.days().minutes[one.days().minutes.size() - 4], 20);
    }

    void aChangeOfTheClocksMovesNothingToAnotherDay()
    {
        Learner one;
        one.zone = QTimeZone("Europe/Berlin");
        for (const QDate day : { QDate(2026, 10, 24), QDate(2026, 10, 25), QDate(2026, 10, 26) }) { // 25 hours on the 25th
            one.study(u"base"_s, at(day, QTime(4, 0), one.zone), 1);
            one.study(u"base"_s, at(day.addDays(1), QTime(3, 59), one.zone), 10);
        }
        const learning::StudyDays days = one.days();
        for (const QDate day : { QDate(2026, 10, 24), QDate(2026, 10, 25), QDate(2026, 10, 26) }) {
            QCOMPARE(days.minutes[static_cast<std::size_t>(days.first.daysTo(day))], 11);
        }
        QCOMPARE(days.daysStudied(), 3);
        QCOMPARE(one.weeks().front().minutes, 22); // up to Sunday night
    }

    void timeCountsWhereItWasSpent()
    {
        const QTimeZone tokyo("Asia/Tokyo");
        Learner one;
        one.zone = QTimeZone("America/New_York");
        one.study(u"base"_s, at(monday, QTime(1, 0), tokyo), 20, 540); // of the night that belongs to Sunday
        one.study(u"base"_s, at(monday, QTime(9, 0), tokyo), 10, 540); // Sunday evening in New York
        one.study(u"base"_s, at(monday, QTime(9, 0), tokyo), 5); // nobody knows where
        const learning::StudyDays days = one.days();
        const auto minutesOf = [&days](QDate day) { return days.minutes[static_cast<std::size_t>(days.first.daysTo(day))]; };
        QCOMPARE(minutesOf(monday), 10);
        QCOMPARE(minutesOf(monday.addDays(-1)), 25);
        const std::vector<WeekFigures> expected { { monday.addDays(-7), 25, 25, 0, 0 }, { monday, 10, 35, 0, 0 } };
        QCOMPARE(one.weeks(), expected);
    }

    /// Who flies east to west may have studied on a day that begins there tomorrow: nothing of it is gone meanwhile.
    void aDayThatHasNotBegunHereCountsForToday()
    {
        Learner one;
        one.zone = QTimeZone("Pacific/Honolulu"); // two o'clock at night: still Tuesday there
        const QDate tuesday = today.addDays(-1);
        const qint64 now = at(today);
        one.study(u"base"_s, now - 60'000, 1, 540); // in Tokyo it is Wednesday evening
        one.study(u"base"_s, now + 20 * 3'600'000, 60, 540); // by a clock that was ahead
        QCOMPARE(one.ask([](const Statistics& statistics) { return statistics.today(); }), tuesday);
        QCOMPARE(one.days().total(), 1);
        QCOMPARE(one.days().minutes.back(), 1);
        QCOMPARE(one.weeks(), (std::vector<WeekFigures> { { monday, 1, 61, 0, 0 } }));
    }

    void aSkillCountsFromWhenItWasReached()
    {
        Learner one;
        one.mark(u"base"_s, domain::Mark::Done, at(monday.addDays(-14)));
        one.mark(u"side"_s, domain::Mark::Started, at(monday.addDays(-14)));
        one.tick(u"side"_s, u"first"_s, at(monday.addDays(-7)));
        one.tick(u"side"_s, u"second"_s, at(monday));
        one.mark(u"red"_s, domain::Mark::Skipped, at(monday.addDays(-7)));
        one.mark(u"middle"_s, domain::Mark::Assumed, at(monday.addDays(-7)));
        one.mark(u"top"_s, domain::Mark::Started, at(monday.addDays(-7)));
        const std::vector<WeekFigures> expected { { monday.addDays(-14), 0, 0, 1, 1 }, { monday.addDays(-7), 0, 0, 2, 3 },
            { monday, 0, 0, 1, 4 } };
        QCOMPARE(one.weeks(), expected);
        const auto reachedAt = [&one](const char* skill) {
            return one.ask([skill](const Statistics& statistics) { return statistics.reachedAt(index(skill)); });
        };
        QCOMPARE(reachedAt("side"), std::optional(at(monday)));
        QCOMPARE(reachedAt("top"), std::nullopt);
    }

    void ofTickingAndMarkingTheEarlierCounts()
    {
        Learner one;
        one.tick(u"base"_s, u"first"_s, at(monday.addDays(-14)));
        one.tick(u"base"_s, u"second"_s, at(monday.addDays(-13)));
        one.mark(u"base"_s, domain::Mark::Done, at(monday));
        QCOMPARE(one.ask([](const Statistics& statistics) { return statistics.reachedAt(index("base")); }),
            std::optional(at(monday.addDays(-13))));
    }

    void aWayCountsItsOwnSkillsAlone()
    {
        Learner one;
        one.mark(u"base"_s, domain::Mark::Done, at(monday));
        one.mark(u"side"_s, domain::Mark::Done, at(monday));
        QCOMPARE(one.weeks().back().reachedInAll, 2);
        QCOMPARE(one.weeks({ index("base"), index("middle") }).back().reachedInAll, 1);
    }

    /// Whatever a library holds, the sums end with what is there now.
    void theLastSumIsWhatIsThere()
    {
        learning::Dice dice(11);
        for (int run = 0; run < 200; ++run) {
            Learner one;
            int minutes = 0;
            for (std::size_t i = 0, count = dice.below(20); i < count; ++i) {
                const int each = 1 + static_cast<int>(dice.below(1440));
                one.study(u"base"_s, static_cast<qint64>(dice.uniform() * 4e12) - 1'000'000'000'000, each);
                minutes += each;
            }
            for (int i = 0; i < roadmap().size(); ++i) {
                const auto mark = static_cast<domain::Mark>(dice.below(4));
                one.mark(roadmap().skill(i).id, mark, static_cast<qint64>(dice.uniform() * 4e12));
            }
            const learning::Moment moment { at(today), one.zone };
            const auto states = learning::skillStates(roadmap(), one.progress, moment);
            const std::vector<WeekFigures> weeks = one.weeks();
            const auto reached = std::count_if(states.begin(), states.end(), learning::isReached);
            QCOMPARE(weeks.empty() ? 0 : weeks.back().minutesInAll, minutes);
            QCOMPARE(weeks.empty() ? 0 : weeks.back().reachedInAll, static_cast<int>(reached));
            QVERIFY(weeks.size() <= std::size_t(Statistics::longestSeries));
            QVERIFY(weeks.empty() || weeks.back().first == monday);
        }
    }

    void damagedMomentsStretchNothing_data()
    {
        QTest::addColumn<qint64>("moment");
        QTest::newRow("1970") << qint64(0);
        QTest::newRow("before 1970") << qint64(-1'000'000'000);
        QTest::newRow("four years ago") << at(today.addYears(-4));
        QTest::newRow("tomorrow") << at(today.addDays(1));
        QTest::newRow("the far future") << at(QDate(2200, 1, 1));
        QTest::newRow("the smallest number") << std::numeric_limits<qint64>::min();
        QTest::newRow("the largest number") << std::numeric_limits<qint64>::max();
    }

    void damagedMomentsStretchNothing()
    {
        QFETCH(qint64, moment);
        Learner one;
        one.study(u"base"_s, at(monday), 20);
        one.recall(at(monday), domain::Grade::Good, 3);
        const learning::StudyDays days = one.days();
        const std::vector<RecallWeek> recalls = one.recallWeeks();
        one.study(u"base"_s, moment, 60);
        one.mark(u"base"_s, domain::Mark::Done, moment);
        one.recall(moment, domain::Grade::Again, 3);
        const std::vector<WeekFigures> expected { { monday, 20, 80, 0, 1 } };
        QCOMPARE(one.weeks(), expected);
        QCOMPARE(one.days(), days);
        QCOMPARE(one.recallWeeks(), recalls);
    }

    /// Of four years in which every day has its half hour.
    void aLongLifeHasThreeYearsOfWeeksAndOneOfDays()
    {
        Learner one;
        const QDate begun = today.addYears(-4);
        for (QDate day = begun; day <= today; day = day.addDays(1)) {
            one.study(u"base"_s, at(day), 30);
            one.recall(at(day, QTime(11, 0)), domain::Grade::Good, 3);
        }
        const std::vector<WeekFigures> weeks = one.weeks();
        QCOMPARE(weeks.size(), std::size_t(157));
        QCOMPARE(weeks.front().first, monday.addDays(-156 * 7));
        QCOMPARE(weeks.front().minutes, 7 * 30);
        QCOMPARE(weeks.front().minutesInAll, 30 * static_cast<int>(begun.daysTo(monday.addDays(-155 * 7)))); // the older ones in its sum
        QCOMPARE(weeks.back().minutesInAll, 30 * static_cast<int>(begun.daysTo(today) + 1));
        QCOMPARE(one.recallWeeks().size(), std::size_t(157));
        const learning::StudyDays days = one.days();
        QCOMPARE(days.first, monday.addDays(-52 * 7));
        QCOMPARE(days.minutes.size(), static_cast<std::size_t>(days.first.daysTo(today) + 1));
        QCOMPARE(days.total(), 30 * static_cast<int>(days.minutes.size()));
    }

    void ofOldRecordsAloneThereIsOneWeek()
    {
        Learner one;
        one.study(u"base"_s, 0, 60);
        QCOMPARE(one.weeks(), (std::vector<WeekFigures> { { monday, 0, 60, 0, 0 } }));
    }

    /// What is logged later for an earlier day, even over another entry, changes its own week and the sums from there on.
    void anEntryChangesOnlyItsWeek()
    {
        learning::Dice dice(5);
        Learner one;
        for (int i = 0; i < 60; ++i) {
            one.study(u"base"_s, at(today.addDays(-static_cast<int>(dice.below(300)))), 10);
        }
        one.study(u"base"_s, at(today.addDays(-300)), 10);
        for (int run = 0; run < 100; ++run) {
            const std::vector<WeekFigures> before = one.weeks();
            const QDate day = today.addDays(-static_cast<int>(dice.below(301)));
            one.study(u"side"_s, at(day, QTime(11, 30)), 25);
            const std::vector<WeekFigures> after = one.weeks();
            QCOMPARE(after.size(), before.size());
            for (std::size_t i = 0; i < after.size(); ++i) {
                const bool isTouched = after[i].first <= day && day < after[i].first.addDays(7);
                QCOMPARE(after[i].minutes - before[i].minutes, isTouched ? 25 : 0);
                QCOMPARE(after[i].minutesInAll - before[i].minutesInAll, after[i].first.addDays(7) <= day ? 0 : 25);
            }
        }
    }

    void recallsCountAfterADayAndWhereTheyWereMade()
    {
        Learner one;
        one.recall(at(monday.addDays(-7)), domain::Grade::Good, 0); // the first of a card, and its short steps
        one.recall(at(monday.addDays(-7)), domain::Grade::Again, 0);
        one.recall(at(monday.addDays(-7)), domain::Grade::Good, 1);
        one.recall(at(monday.addDays(-7)), domain::Grade::Hard, 2);
        one.recall(at(monday.addDays(-7)), domain::Grade::Easy, 9);
        one.recall(at(monday.addDays(-7)), domain::Grade::Again, 9);
        one.recall(at(monday, QTime(1, 0)), domain::Grade::Good, 1); // still Sunday in UTC, but made in Japan on Monday
        one.recall(at(monday, QTime(1, 0)), domain::Grade::Again, 1, 9 * 60);
        const std::vector<RecallWeek> expected { { monday.addDays(-7), 5, 4 }, { monday, 1, 0 } };
        QCOMPARE(one.recallWeeks(), expected);
        QCOMPARE(expected.front().retention(), 0.8);
    }

    void weeksWithoutRecallsAreLeftOut()
    {
        Learner one;
        one.recall(at(monday.addDays(-70)), domain::Grade::Good, 4);
        one.recall(at(monday), domain::Grade::Good, 70);
        QCOMPARE(one.recallWeeks().size(), std::size_t(2));
    }

    void finishedSkillsWithTimeAreComparedWithTheirEstimate()
    {
        Learner one;
        one.mark(u"base"_s, domain::Mark::Done, at(monday)); // 2 h
        one.study(u"base"_s, at(monday), 90);
        one.study(u"base"_s, at(monday), 90); // at the same hour: both count
        one.mark(u"red"_s, domain::Mark::Done, at(monday)); // no time
        one.mark(u"side"_s, domain::Mark::Started, at(monday));
        one.study(u"side"_s, at(monday), 30); // not finished
        one.mark(u"blue"_s, domain::Mark::Skipped, at(monday));
        one.study(u"blue"_s, at(monday), 30); // by no study
        const auto estimates = one.ask([](const Statistics& statistics) { return statistics.estimates(); });
        QCOMPARE(estimates, (std::vector<learning::EstimateFigures> { { index("base"), 2, 3 } }));
        QCOMPARE(estimates.front().ratio(), 1.5);
    }

    void areasAddUpSkillsAndHours()
    {
        Learner one;
        one.mark(u"base"_s, domain::Mark::Done, at(monday));
        one.mark(u"middle"_s, domain::Mark::Started, at(monday));
        one.tick(u"middle"_s, u"first"_s, at(monday)); // one of two
        const auto areas = one.ask([](const Statistics& statistics) { return statistics.areas(); });
        const std::vector<learning::AreaFigures> expected { { 0, 1, 3, 6, 3 }, { 1, 0, 1, 3, 3 }, { 2, 0, 3, 10, 10 } };
        QCOMPARE(areas, expected);
    }

    void anAreaWithoutSkillsIsLeftOut()
    {
        domain::Course course = support::graphCourse();
        course.areas.insert(course.areas.begin(), { u"empty"_s, u"Empty"_s, {} });
        const domain::Roadmap map(course);
        const learning::Moment moment { at(today), QTimeZone::utc() };
        const domain::Progress progress;
        const auto states = learning::skillStates(map, progress, moment);
        const auto areas = Statistics(map, progress, states, moment, Qt::Monday).areas();
        QCOMPARE(areas.size(), std::size_t(3));
        QCOMPARE(areas.front().area, 1);
    }

    void theBandIsThatOfTheForecast()
    {
        learning::ForecastInput input { { 40, 30, 20 }, learning::StudyTimes::evenly(5), today };
        const learning::Forecast forecast = learning::forecast(input);
        const auto band = learning::bandOf(forecast);
        QVERIFY(band.has_value());
        QCOMPARE(band->middle, forecast.p50);
        QCOMPARE(band->late, forecast.p85);
        QCOMPARE(band->early, forecast.dates[14]);
        QVERIFY(today < band->early && band->early < band->middle && band->middle < band->late);
        input.times = {};
        QVERIFY(!learning::bandOf(learning::forecast(input)).has_value());
        input.hours = {};
        QVERIFY(!learning::bandOf(learning::forecast(input)).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_Statistics)
#include "tst_Statistics.moc"
