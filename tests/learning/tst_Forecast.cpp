// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <learning/Dice.h>
#include <learning/ForecastOnWorker.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::Forecast;
using learning::ForecastInput;
using learning::ForecastSettings;
using learning::ForecastState;
using learning::StudyTimes;

namespace {

const QDate today(2026, 11, 23); // a Monday
constexpr qint64 minute = 60'000;

const domain::Roadmap& roadmap()
{
    static const domain::Roadmap built { support::graphCourse() };
    return built;
}

ForecastInput workOf(std::vector<double> hours, double hoursPerWeek)
{
    return { std::move(hours), StudyTimes::evenly(hoursPerWeek), today, {}, {}, { 1.0 }, {} };
}

ForecastInput withoutNoise(ForecastInput input)
{
    input.speed.sigma = 0;
    return input;
}

qint64 noon(QDate day)
{
    return QDateTime(day, QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch();
}

void log(domain::Progress& progress, const QString& skill, QDate day, int minutes)
{
    progress.setRecord(domain::RecordKey::ofTime(skill + day.toString(Qt::ISODate)), domain::TimeEntry { skill, noon(day), minutes });
}

void finish(domain::Progress& progress, const QString& skill)
{
    progress.setRecord(domain::RecordKey::ofSkill(skill), domain::SkillMark { domain::Mark::Done, 1, 1, false });
}

domain::Progress studied(const QString& skill, int minutes)
{
    domain::Progress progress;
    finish(progress, skill);
    log(progress, skill, today.addDays(-1), minutes);
    return progress;
}

learning::SpeedBelief speedOf(const domain::Progress& progress)
{
    return learning::speedOf(roadmap(), progress, learning::skillStates(roadmap(), progress));
}

learning::Moment at(QDate day)
{
    return { noon(day), QTimeZone::utc() };
}

/// Weeks, skills and wishes that no one would think of.
ForecastInput randomWork(learning::Dice& dice)
{
    ForecastInput input;
    input.today = today.addDays(static_cast<int>(dice.below(365)));
    for (std::size_t i = 0, count = 1 + dice.below(30); i < count; ++i) {
        input.hours.push_back(0.5 + 12 * dice.uniform());
    }
    for (int& minutes : input.times.minutes) {
        minutes = dice.isHit(0.3) ? 0 : 10 * static_cast<int>(dice.below(20));
    }
    input.times.minutes[dice.below(7)] += 10;
    for (std::size_t i = 0, count = dice.below(4); i < count; ++i) {
        const QDate first = input.today.addDays(static_cast<int>(dice.below(200)));
        input.times.daysOff.push_back({ first, first.addDays(static_cast<int>(dice.below(20))) });
    }
    for (std::size_t i = 0, count = dice.below(30); i < count; ++i) {
        input.recall.push_back(40 * dice.uniform());
    }
    input.shares.clear();
    for (std::size_t i = 0, count = 1 + dice.below(12); i < count; ++i) {
        input.shares.push_back(0.1 + 1.5 * dice.uniform());
    }
    return input;
}

bool isNoLater(QDate one, QDate other)
{
    return one.isValid() ? (!other.isValid() || one <= other) : !other.isValid();
}

} // namespace

class tst_Forecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Closed form

    void aForecastThatNobodyWaitsForEnds()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(learning::forecast(workOf({ 7 }, 7), { 500, 0.5, 1 }, stop.get_token()) == learning::Forecast {});
        QVERIFY(learning::forecast(workOf({ 7 }, 7), { 500, 0.5, 1 }, {}) == learning::forecast(workOf({ 7 }, 7), { 500, 0.5, 1 }));
    }

    void withoutNoiseItIsTheDayByWhichTheHoursAreDone_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<double>("perWeek");
        QTest::addColumn<QDate>("day");
        QTest::newRow("an hour a day, seven hours") << 7.0 << 7.0 << today.addDays(6);
        QTest::newRow("an hour a day, a minute more than a week") << 7.0 + 1.0 / 60 << 7.0 << today.addDays(7);
        QTest::newRow("done today") << 0.5 << 7.0 << today;
        QTest::newRow("twelve weeks of ten hours") << 120.0 << 10.0 << today.addDays(83);
        QTest::newRow("ten years") << 3652.0 << 7.0 << today.addDays(3651);
    }

    void withoutNoiseItIsTheDayByWhichTheHoursAreDone()
    {
        QFETCH(double, hours);
        QFETCH(double, perWeek);
        QFETCH(QDate, day);
        const Forecast found = learning::forecast(withoutNoise(workOf({ hours }, perWeek)), { 10, 0, 1 });
        QVERIFY(found.state == ForecastState::Dated);
        QCOMPARE(found.p50, day);
        QCOMPARE(found.p85, day);
    }

    void withoutNoiseItIsTheClosedFormOnAnyCalendar()
    {
        learning::Dice dice(7);
        for (int i = 0; i < 300; ++i) {
            ForecastInput input = withoutNoise(randomWork(dice));
            input.shares = { 1.0 };
            double minutes = 0;
            for (const double hours : input.hours) {
                minutes += hours * 60;
            }
            const Forecast found = learning::forecast(input, { 3, 0, 1 });
            // A thousandth of a minute on either side: the sums are made in another order.
            const learning::StudyCalendar calendar(input.times, input.today, input.recall);
            QVERIFY(found.p50 >= calendar.day(*calendar.dayOf(minutes - 0.001)));
            QVERIFY(found.p50 <= calendar.day(*calendar.dayOf(minutes + 0.001)));
        }
    }

    void theSlowLearnerTakesLongerByHisFactor()
    {
        ForecastInput input = withoutNoise(workOf({ 7 }, 7));
        input.speed.mean = std::log(2.0);
        QCOMPARE(learning::forecast(input, { 1, 0, 1 }).p50, today.addDays(13));
    }

    void weeksThatKeepHalfOfThePlanTakeTwice()
    {
        ForecastInput input = withoutNoise(workOf({ 7 }, 7));
        input.shares = { 0.5 };
        QCOMPARE(learning::forecast(input, { 1, 0, 1 }).p50, today.addDays(13));
    }

    /// Three times a Monday of ten hours would be thirty: it takes twelve, here as in the schedule.
    void aShareFillsNoDayBeyondItsEnd()
    {
        ForecastInput input = withoutNoise(workOf({ 24 }, 0));
        input.times.minutes = { 600, 0, 0, 0, 0, 0, 0 };
        input.shares = { 3.0 };
        QCOMPARE(learning::forecast(input, { 1, 0, 1 }).p50, today.addDays(7));
    }

    // Chance

    void theSameSeedGivesTheSameDates()
    {
        const ForecastInput input = workOf({ 3, 8, 5, 13, 2 }, 6);
        QVERIFY(learning::forecast(input, { 500, 0.5, 42 }) == learning::forecast(input, { 500, 0.5, 42 }));
        QVERIFY(learning::forecast(input, { 500, 0.5, 42 }) != learning::forecast(input, { 500, 0.5, 43 }));
    }

    void moreHoursNeverGiveALaterDate()
    {
        learning::Dice dice(11);
        for (int i = 0; i < 200; ++i) {
            const ForecastInput input = randomWork(dice);
            ForecastInput more = input;
            more.times.minutes[dice.below(7)] += 5 * static_cast<int>(1 + dice.below(20));
            const Forecast before = learning::forecast(input, { 60, 0.5, 9 });
            const Forecast after = learning::forecast(more, { 60, 0.5, 9 });
            for (std::size_t percent = 0; percent < before.dates.size(); ++percent) {
                QVERIFY(isNoLater(after.dates[percent], before.dates[percent]));
            }
        }
    }

    void lessToDoNeverGivesALaterDate()
    {
        learning::Dice dice(12);
        for (int i = 0; i < 200; ++i) {
            const ForecastInput input = randomWork(dice);
            ForecastInput less = input;
            less.hours[dice.below(less.hours.size())] = 0;
            const Forecast before = learning::forecast(input, { 60, 0.5, 9 });
            const Forecast after = learning::forecast(less, { 60, 0.5, 9 });
            QVERIFY(after.state == ForecastState::Reached || isNoLater(after.p85, before.p85));
        }
    }

    void theDatesOfAllPercentsGoForward()
    {
        const Forecast found = learning::forecast(workOf({ 3, 8, 5, 13, 2 }, 6), { 1000, 0.5, 3 });
        QCOMPARE(found.dates.size(), std::size_t(99));
        QVERIFY(std::is_sorted(found.dates.begin(), found.dates.end()));
        QCOMPARE(found.dates[49], found.p50);
        QCOMPARE(found.dates[84], found.p85);
        QVERIFY(found.p50 < found.p85);
    }

    void theChanceOfADeadlineIsTheShareOfRunsThatKeepIt()
    {
        ForecastInput input = workOf({ 3, 8, 5, 13, 2 }, 6);
        const Forecast open = learning::forecast(input, { 2000, 0.5, 3 });
        QVERIFY(!open.chance);
        input.deadline = open.p85;
        const double kept = *learning::forecast(input, { 2000, 0.5, 3 }).chance;
        QVERIFY2(kept >= 0.85 && kept < 0.90, qPrintable(QString::number(kept)));
        input.deadline = today.addDays(-1);
        QCOMPARE(*learning::forecast(input, { 2000, 0.5, 3 }).chance, 0.0);
        input.deadline = today.addYears(90);
        QCOMPARE(*learning::forecast(input, { 2000, 0.5, 3 }).chance, 1.0);
    }

    /// LEARNING.md, section 4: learners drawn from the same beliefs, each with a speed and luck of their own.
    void fiveOfSixSimulatedLearnersFinishByTheirP85()
    {
        learning::Dice dice(85);
        const auto normal
            = [&dice] { return std::sqrt(-2 * std::log(1 - dice.uniform())) * std::cos(2 * 3.14159265358979 * dice.uniform()); };
        constexpr int learners = 1000;
        int inTime = 0;
        for (int i = 0; i < learners; ++i) {
            ForecastInput input = workOf({}, 4 + 12 * dice.uniform());
            const double speed = std::exp(input.speed.sigma * normal());
            double minutes = 0;
            for (std::size_t skill = 0, count = 5 + dice.below(60); skill < count; ++skill) {
                input.hours.push_back(2 + 14 * dice.uniform());
                minutes += 60 * input.hours.back() * speed * std::exp(learning::skillSigma * normal());
            }
            const learning::StudyCalendar calendar(input.times, today);
            const QDate finished = calendar.day(*calendar.dayOf(minutes));
            inTime += finished <= learning::forecast(input, { 1000, 0.5, static_cast<quint64>(i) }).p85 ? 1 : 0;
        }
        QVERIFY2(inTime >= learners * 0.81 && inTime <= learners * 0.89, qPrintable(QString::number(inTime)));
    }

    // What has no date

    void nothingLeftIsReached()
    {
        QVERIFY(learning::forecast(workOf({ 0, 0 }, 7)).state == ForecastState::Reached);
        QVERIFY(learning::forecast(workOf({}, 0)).state == ForecastState::Reached);
    }

    void noHoursAWeekHaveNoDate()
    {
        const Forecast found = learning::forecast(workOf({ 7 }, 0));
        QVERIFY(found.state == ForecastState::NoHours);
        QCOMPARE(found.hoursLeft, 7.0);
        QVERIFY(!found.p50.isValid() && !found.chance);
    }

    void everyDayOffForACenturyIsTooFar()
    {
        ForecastInput input = workOf({ 7 }, 7);
        input.times.daysOff = { { today, today.addYears(200) } };
        input.deadline = today.addYears(1);
        const Forecast found = learning::forecast(input, { 20, 0.5, 1 });
        QVERIFY(found.state == ForecastState::TooFar);
        QVERIFY(!found.p50.isValid());
        QCOMPARE(*found.chance, 0.0);
    }

    void weeksWithoutAnyStudyAreTooFar()
    {
        ForecastInput input = workOf({ 7 }, 7);
        input.shares = { 0, 0 };
        QVERIFY(learning::forecast(input).state == ForecastState::TooFar);
    }

    // The learner's own figures

    void aSpeedOfNothingLoggedIsThePrior()
    {
        const learning::SpeedBelief belief = speedOf({});
        QCOMPARE(belief.mean, 0.0);
        QCOMPARE(belief.sigma, 0.35);
        QCOMPARE(belief.skills, 0);
    }

    void aFinishedSkillMovesTheBeliefByHand()
    {
        // Two hours estimated, four spent: precision 1/0.35^2 + 1/0.5^2 = 12.163265, mean ln(2) / 0.25 / 12.163265.
        const learning::SpeedBelief belief = speedOf(studied(u"base"_s, 240));
        QVERIFY(std::abs(belief.mean - 0.22795) < 1e-5);
        QVERIFY(std::abs(belief.sigma - 0.286731) < 1e-5);
        QCOMPARE(belief.skills, 1);
        QVERIFY(std::abs(belief.factor() - 1.25602) < 1e-4);
    }

    void aLogOfAFewMinutesCountsAsAQuarter() { QCOMPARE(speedOf(studied(u"base"_s, 1)).mean, speedOf(studied(u"base"_s, 30)).mean); }

    void skippedAndOpenSkillsSayNothingOfSpeed()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today, 600);
        QCOMPARE(speedOf(progress).skills, 0);
        progress.setRecord(domain::RecordKey::ofSkill(u"base"_s), domain::SkillMark { domain::Mark::Skipped, 1, 0, false });
        QCOMPARE(speedOf(progress).skills, 0);
    }

    void weeksBeforeTheFirstEntryDoNotCount()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-14), 210);
        log(progress, u"base"_s, today.addDays(-1), 420);
        const learning::WeekShares weeks = learning::weekShares(progress, StudyTimes::evenly(7), at(today));
        QCOMPARE(weeks.weeks, 2);
        QCOMPARE(weeks.shares, (std::vector<double> { 1.0, 0.5, 1.0, 1.0, 1.0 }));
    }

    void aWeekThatIsNotWholeDoesNotCount()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-6), 10);
        QCOMPARE(learning::weekShares(progress, StudyTimes::evenly(7), at(today)).weeks, 0);
        log(progress, u"base"_s, today, 10);
        QCOMPARE(learning::weekShares(progress, StudyTimes::evenly(7), at(today)).weeks, 0);
    }

    /// What was begun there on the last day of a week is not of the week before, wherever the learner is now.
    void aWeekHoldsWhatWasStudiedInItWhereThatWas()
    {
        for (const std::optional<int> offset : { std::optional<int>(), std::optional(-600) }) {
            domain::Progress progress;
            log(progress, u"base"_s, today.addDays(-14), 210);
            const qint64 night = noon(today.addDays(-7)) - 7 * 3'600'000; // five in the morning in UTC, the evening before in Honolulu
            progress.setRecord(domain::RecordKey::ofTime(u"night"_s), domain::TimeEntry { u"base"_s, night, 210, offset });
            const std::vector<double> shares = learning::weekShares(progress, StudyTimes::evenly(7), at(today)).shares;
            QCOMPARE(std::vector<double>(shares.begin(), shares.begin() + 2),
                offset ? (std::vector<double> { 0.0, 1.0 }) : (std::vector<double> { 0.5, 0.5 }));
        }
    }

    void weeksOfHolidayAreLeftOut()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-21), 420);
        log(progress, u"base"_s, today.addDays(-1), 420);
        StudyTimes times = StudyTimes::evenly(7);
        times.daysOff = { { today.addDays(-14), today.addDays(-8) } };
        const learning::WeekShares weeks = learning::weekShares(progress, times, at(today));
        QCOMPARE(weeks.shares, (std::vector<double> { 1.0, 1.0, 1.0, 1.0, 1.0 }));
        QCOMPARE(weeks.weeks, 2);
    }

    void twelveWeeksOfLogStandAlone()
    {
        domain::Progress progress;
        for (int week = 1; week <= 20; ++week) {
            log(progress, u"base"_s, today.addDays(-7 * week), 42);
        }
        const learning::WeekShares weeks = learning::weekShares(progress, StudyTimes::evenly(7), at(today));
        QCOMPARE(weeks.shares, std::vector<double>(12, 0.1));
    }

    /// One old entry is no log, and neither is one that was made by hand and never followed by another.
    void emptyWeeksAloneAreNeverAllThereIs_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<std::vector<double>>("shares");
        const std::vector<double> asPlanned { 1.0, 1.0, 1.0 };
        std::vector<double> oneOfTwelve(12, 0.0);
        oneOfTwelve.back() = 0.5;
        oneOfTwelve.insert(oneOfTwelve.end(), asPlanned.begin(), asPlanned.end());
        QTest::newRow("two years ago") << 730 << asPlanned;
        QTest::newRow("a day before the twelve weeks") << 85 << asPlanned;
        QTest::newRow("the first day of the twelve weeks") << 84 << oneOfTwelve;
        QTest::newRow("within the third week") << 18 << std::vector<double> { 0.0, 0.0, 1.0, 1.0, 1.0 };
    }

    void emptyWeeksAloneAreNeverAllThereIs()
    {
        QFETCH(int, daysAgo);
        QFETCH(std::vector<double>, shares);
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-daysAgo), 210);
        ForecastInput input = workOf({ 7 }, 7);
        input.shares = learning::weekShares(progress, input.times, at(today)).shares;
        QCOMPARE(input.shares, shares);
        QVERIFY(learning::forecast(input, { 500, 0.5, 1 }).state == ForecastState::Dated);
    }

    void anEntryBeforeTheTwelveWeeksChangesNothing()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-15), 420);
        log(progress, u"base"_s, today.addDays(-1), 210);
        const learning::WeekShares before = learning::weekShares(progress, StudyTimes::evenly(7), at(today));
        log(progress, u"base"_s, today.addDays(-400), 60);
        QVERIFY(learning::weekShares(progress, StudyTimes::evenly(7), at(today)) == before);
    }

    void anEntryThatIsCorrectedLaterChangesItsOwnWeek()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-14), 420);
        log(progress, u"base"_s, today.addDays(-1), 420);
        const auto before = learning::weekShares(progress, StudyTimes::evenly(7), at(today)).shares;
        log(progress, u"base"_s, today.addDays(-14), 210);
        const auto after = learning::weekShares(progress, StudyTimes::evenly(7), at(today)).shares;
        QCOMPARE(after[0], before[0]);
        QCOMPARE(after[1], 0.5);
    }

    void ofASkillThatIsBegunWhatIsOpenIsLeft()
    {
        using learning::SkillState;
        const domain::Skill& skill = roadmap().skill(roadmap().indexOf(u"end"_s));
        domain::SkillProgress progress;
        QCOMPARE(learning::hoursLeftOf(skill, progress, SkillState::Ready), 4.0);
        progress.items[u"first"_s].mark = domain::ItemMark { minute };
        QCOMPARE(learning::hoursLeftOf(skill, progress, SkillState::Learning), 2.0);
        progress.items[u"second"_s].mark = domain::ItemMark { minute };
        QCOMPARE(learning::hoursLeftOf(skill, progress, SkillState::Learning), 0.4);
        QCOMPARE(learning::hoursLeftOf(skill, progress, SkillState::Practised), 0.0);
    }
};

QTEST_GUILESS_MAIN(tst_Forecast)
#include "tst_Forecast.moc"
