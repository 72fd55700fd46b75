// SPDX-License-Identifier: GPL-3.0-or-later
// What the forecast knows of a learner from the log: speed, weeks that keep less than planned, what of a begun skill is left.
#include <GraphCourse.h>

#include <learning/StoppableForecast.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::ForecastInput;
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
    progress.setRecord(domain::RecordKey::ofSkill(skill), domain::SkillMark { domain::Mark::Done, noon(today.addDays(-1)), 1, false });
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

learning::ForecastInput workOf(std::vector<double> hours, double hoursPerWeek)
{
    return { std::move(hours), learning::StudyTimes::evenly(hoursPerWeek), today, {}, {}, { 1.0 }, {} };
}

} // namespace

class tst_LearnerPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void whatRefreshesASkillSaysNothingOfHowLongItTook()
    {
        domain::Progress progress = studied(u"base"_s, 240);
        const learning::SpeedBelief before = speedOf(progress);
        log(progress, u"base"_s, today.addDays(1), 300);
        QCOMPARE(speedOf(progress), before);
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
        const learning::WeekShares weeks = learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today));
        QCOMPARE(weeks.weeks, 2);
        QCOMPARE(weeks.shares, (std::vector<double> { 1.0, 0.5, 1.0, 1.0, 1.0 }));
    }

    void aWeekIsMeasuredByThePlanThatHeldInIt()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-21), 840);
        log(progress, u"base"_s, today.addDays(-14), 420);
        log(progress, u"base"_s, today.addDays(-7), 420);
        const auto sharesWith = [&progress](const std::vector<learning::EarlierMinutes>& earlier) {
            return learning::weekShares(progress, { StudyTimes::evenly(7), earlier }, at(today)).shares;
        };
        const domain::WeekMinutes twoHours = StudyTimes::evenly(14).minutes;
        const std::vector<double> measuredByToday { 1.0, 1.0, 2.0, 1.0, 1.0, 1.0 };
        QCOMPARE(sharesWith({}), measuredByToday);
        QCOMPARE(sharesWith({ { today.addDays(-14), twoHours } }), std::vector<double>(6, 1.0));
        QCOMPARE(sharesWith({ { today, twoHours } }), (std::vector<double> { 0.5, 0.5, 1.0, 1.0, 1.0, 1.0 }));
        QCOMPARE(sharesWith({ { today.addDays(-7), {} } }), measuredByToday); // before any hours were set
        QCOMPARE(sharesWith({ { today.addDays(-14), twoHours }, { today.addDays(-7), {} } }),
            (std::vector<double> { 1.0, 1.0, 1.0, 1.0, 1.0 })); // a week without hours was planned free
    }

    void recallIsPlannedButNotLogged()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-7), 280);
        QCOMPARE(learning::weekShares(progress, { StudyTimes::evenly(7), {}, 20 }, at(today)).shares, std::vector<double>(4, 1.0));
    }

    void aWeekThatIsNotWholeDoesNotCount()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-6), 10);
        QCOMPARE(learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today)).weeks, 0);
        log(progress, u"base"_s, today, 10);
        QCOMPARE(learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today)).weeks, 0);
    }

    /// What was begun there on the last day of a week is not of the week before, wherever the learner is now.
    void aWeekHoldsWhatWasStudiedInItWhereThatWas()
    {
        for (const std::optional<int> offset : { std::optional<int>(), std::optional(-600) }) {
            domain::Progress progress;
            log(progress, u"base"_s, today.addDays(-14), 210);
            const qint64 night = noon(today.addDays(-7)) - 7 * 3'600'000; // five in the morning in UTC, the evening before in Honolulu
            progress.setRecord(domain::RecordKey::ofTime(u"night"_s), domain::TimeEntry { u"base"_s, night, 210, offset });
            const std::vector<double> shares = learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today)).shares;
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
        const learning::WeekShares weeks = learning::weekShares(progress, { times }, at(today));
        QCOMPARE(weeks.shares, (std::vector<double> { 1.0, 1.0, 1.0, 1.0, 1.0 }));
        QCOMPARE(weeks.weeks, 2);
    }

    void twelveWeeksOfLogStandAlone()
    {
        domain::Progress progress;
        for (int week = 1; week <= 20; ++week) {
            log(progress, u"base"_s, today.addDays(-7 * week), 42);
        }
        const learning::WeekShares weeks = learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today));
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
        input.shares = learning::weekShares(progress, { input.times }, at(today)).shares;
        QCOMPARE(input.shares, shares);
        QVERIFY(learning::forecast(input, { 500, 0.5, 1 }).state == ForecastState::Dated);
    }

    void anEntryBeforeTheTwelveWeeksChangesNothing()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-15), 420);
        log(progress, u"base"_s, today.addDays(-1), 210);
        const learning::WeekShares before = learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today));
        log(progress, u"base"_s, today.addDays(-400), 60);
        QVERIFY(learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today)) == before);
    }

    void anEntryThatIsCorrectedLaterChangesItsOwnWeek()
    {
        domain::Progress progress;
        log(progress, u"base"_s, today.addDays(-14), 420);
        log(progress, u"base"_s, today.addDays(-1), 420);
        const auto before = learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today)).shares;
        log(progress, u"base"_s, today.addDays(-14), 210);
        const auto after = learning::weekShares(progress, { StudyTimes::evenly(7) }, at(today)).shares;
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

QTEST_GUILESS_MAIN(tst_LearnerPast)
#include "tst_LearnerPast.moc"
