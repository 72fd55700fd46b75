// SPDX-License-Identifier: GPL-3.0-or-later
#include <CardSchedules.h>
#include <FsrsSequences.h>

#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace waymark::fixture;
using waymark::support::FsrsFile;
using waymark::support::FsrsSequence;

namespace {

QString firstDifference(const FsrsSequence& sequence)
{
    const QTimeZone zone = QTimeZone::utc();
    CardSchedule card;
    qint64 now = noon;
    for (std::size_t i = 0; i < sequence.grades.size(); ++i) {
        now += sequence.elapsed[i] * day + minute;
        const auto all = preview(card, now, zone, sequence.settings, 0);
        card = all[static_cast<std::size_t>(sequence.grades[i]) - 1];
        if (wayOf(all) != sequence.previews[i].join(u'/')) {
            return u"recall %1: %2 instead of %3"_s.arg(i + 1).arg(wayOf(all), sequence.previews[i].join(u'/'));
        }
        if (card.phase != sequence.phases[i] || !waymark::support::isNear(card.memory->stability, sequence.memory[i].stability)
            || !waymark::support::isNear(card.memory->difficulty, sequence.memory[i].difficulty)) {
            return u"recall %1: phase or memory"_s.arg(i + 1);
        }
    }
    return card.reps == sequence.reps && card.lapses == sequence.lapses ? QString() : u"the counts at the end"_s;
}

} // namespace

class tst_Scheduling : public QObject
{
    Q_OBJECT

private:
    FsrsFile m_reference;

private Q_SLOTS:
    void initTestCase()
    {
        m_reference = waymark::support::readFsrsFile(QStringLiteral(WAYMARK_TEST_DATA "/learning/fsrs/sequences.tsv"));
        QVERIFY(m_reference.sequences.size() >= 2000);
        QVERIFY(m_reference.fuzz.size() >= 300);
    }

    void thirteenRecallsAtTheirDueMomentGiveTheKnownIntervals()
    {
        CardSchedule card;
        card.due = noon;
        QStringList intervals;
        for (const QChar grade : u"3333331133333"_s) {
            card = graded(card, static_cast<Grade>(grade.digitValue()), card.due, QTimeZone::utc(), withoutFuzz(), 0);
            intervals.append(QString::number(card.scheduledDays));
        }
        QCOMPARE(intervals.join(u' '), u"0 2 11 46 163 498 0 0 2 4 7 12 21"_s);
        QCOMPARE(card.reps, 13);
        QCOMPARE(card.lapses, 1);
    }

    void schedulesEqualThoseOfTheReference()
    {
        for (const FsrsSequence& sequence : m_reference.sequences) {
            const QString difference = firstDifference(sequence);
            QVERIFY2(difference.isEmpty(), qPrintable(u"line %1, "_s.arg(sequence.line) + difference));
        }
    }

    void fuzzRangesEqualThoseOfTheReference()
    {
        for (const auto& fuzz : m_reference.fuzz) {
            QVERIFY2(fuzzRange(fuzz.days, fuzz.elapsed, fuzz.maximum) == fuzz.range,
                qPrintable(u"%1 after %2, at most %3"_s.arg(fuzz.days).arg(fuzz.elapsed).arg(fuzz.maximum)));
        }
    }

    void shortStepsLeadToReview_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<int>("step");
        QTest::addColumn<std::vector<int>>("steps");
        QTest::addColumn<QString>("ways");
        QTest::newRow("new") << Phase::New << 0 << std::vector { 1, 10 } << u"1m/6m/10m/8d"_s;
        QTest::newRow("last step") << Phase::Learning << 1 << std::vector { 1, 10 } << u"1m/6m/2d/4d"_s;
        QTest::newRow("one step") << Phase::Relearning << 0 << std::vector { 10 } << u"10m/15m/2d/4d"_s;
        QTest::newRow("one odd step") << Phase::Relearning << 0 << std::vector { 5 } << u"5m/8m/2d/4d"_s;
        QTest::newRow("no steps") << Phase::New << 0 << std::vector<int> {} << u"1d/1d/2d/8d"_s;
        QTest::newRow("no steps any more") << Phase::Learning << 1 << std::vector<int> {} << u"1d/2d/2d/4d"_s;
        QTest::newRow("fewer steps than before") << Phase::Learning << 4 << std::vector { 1, 10 } << u"1m/6m/2d/4d"_s;
        QTest::newRow("a step before the first") << Phase::Learning << -1 << std::vector { 1, 10 } << u"1m/6m/10m/4d"_s;
        QTest::newRow("a step of two days") << Phase::Learning << 0 << std::vector { 10, 2880 } << u"10m/1d/2d/4d"_s;
        QTest::newRow("a step of nothing") << Phase::Learning << 0 << std::vector { 10, 0 } << u"10m/5m/2d/4d"_s;
        QTest::newRow("a step of four thousand years") << Phase::Learning << 0 << std::vector { 2'147'483'647 } << u"36500d/36500d/2d/4d"_s;
        QTest::newRow("a negative step") << Phase::Learning << 0 << std::vector { -5 } << u"1d/2d/2d/4d"_s;
    }

    void shortStepsLeadToReview()
    {
        QFETCH(Phase, phase);
        QFETCH(int, step);
        QFETCH(std::vector<int>, steps);
        QFETCH(QString, ways);
        RecallSettings settings = withoutFuzz();
        (phase == Phase::Relearning ? settings.relearningMinutes : settings.learningMinutes) = steps;
        CardSchedule card;
        if (phase != Phase::New) {
            card = { phase, step, firstMemory(Grade::Good), noon - minute, noon, 0, 1, 0 };
        }
        const auto all = preview(card, noon, QTimeZone::utc(), settings, 0);
        QCOMPARE(wayOf(all), ways);
        for (const CardSchedule& after : all) {
            QVERIFY(after.phase == Phase::Review || after.phase == (phase == Phase::Relearning ? phase : Phase::Learning));
            QVERIFY(after.phase != Phase::Review || after.step == 0);
            QCOMPARE(after.last, noon);
            QVERIFY(after.due > noon);
            QCOMPARE(after.lapses, 0);
        }
    }

    void aLapseGoesToRelearningOrWithoutStepsToAnotherDay()
    {
        RecallSettings settings = withoutFuzz();
        const CardSchedule card = reviewCard(20, 5, 20);
        const CardSchedule again = graded(card, Grade::Again, noon, QTimeZone::utc(), settings, 0);
        QVERIFY(again.phase == Phase::Relearning);
        QCOMPARE(again.due, noon + 10 * minute);
        QCOMPARE(again.lapses, 1);
        settings.relearningMinutes.clear();
        const CardSchedule later = graded(card, Grade::Again, noon, QTimeZone::utc(), settings, 0);
        QVERIFY(later.phase == Phase::Review);
        QCOMPARE(later.scheduledDays, wholeIntervalDays(later.memory->stability, 0.9));
        QCOMPARE(later.lapses, 1);
    }

    void previewAndGradedAgree()
    {
        const QTimeZone zone("Europe/Berlin");
        for (const CardSchedule& card : { CardSchedule {}, reviewCard(46, 5, 40), reviewCard(0.3, 9, 0) }) {
            const auto all = preview(card, noon, zone, {}, 7);
            for (const Grade grade : allGrades) {
                QVERIFY(all[static_cast<std::size_t>(grade) - 1] == graded(card, grade, noon, zone, {}, 7));
            }
        }
    }

    void gradesInReviewAreADayApart()
    {
        const bool holds = rc::check("Hard < Good < Easy, up to the maximum", [] {
            const double stability = *rc::gen::inRange(1, 3'650'000) / 100.0;
            const int elapsed = *rc::gen::inRange(0, 400);
            RecallSettings settings;
            settings.retention = *rc::gen::inRange(70, 100) / 100.0;
            settings.maximumInterval = *rc::gen::inRange(1, 1000);
            settings.fuzz = *rc::gen::arbitrary<bool>();
            const auto all = preview(
                reviewCard(stability, *rc::gen::inRange(1, 11), elapsed), noon, QTimeZone::utc(), settings, *rc::gen::arbitrary<quint64>());
            const int most = settings.maximumInterval;
            RC_ASSERT(all[2].scheduledDays >= std::min(most, all[1].scheduledDays + 1));
            RC_ASSERT(all[3].scheduledDays >= std::min(most, all[2].scheduledDays + 1));
            for (const std::size_t grade : { 1U, 2U, 3U }) {
                RC_ASSERT(all[grade].scheduledDays >= 1 && all[grade].scheduledDays <= most);
                RC_ASSERT(all[grade].phase == Phase::Review);
            }
        });
        QVERIFY(holds);
    }

    void hardIsNeverLongerThanGoodWhateverTheWeights()
    {
        RecallSettings settings = withoutFuzz();
        settings.weights.w[15] = 3; // beyond what an optimiser gives
        const auto all = preview(reviewCard(20, 5, 20), noon, QTimeZone::utc(), settings, 0);
        const int good = wholeIntervalDays(all[2].memory->stability, 0.9);
        QVERIFY(all[1].memory->stability > all[2].memory->stability);
        QCOMPARE(all[1].scheduledDays, good);
        QCOMPARE(all[2].scheduledDays, good + 1);
    }

    void theMaximumHoldsForEveryGrade()
    {
        RecallSettings settings = withoutFuzz();
        settings.maximumInterval = 30;
        settings.relearningMinutes.clear();
        QCOMPARE(wayOf(preview(reviewCard(900, 3, 900), noon, QTimeZone::utc(), settings, 3)).section(u'/', 1), u"30d/30d/30d"_s);
        settings.maximumInterval = 0; // brought into its range
        QCOMPARE(wayOf(preview(reviewCard(900, 3, 900), noon, QTimeZone::utc(), settings, 3)), u"1d/1d/1d/1d"_s);
        settings.maximumInterval = std::numeric_limits<int>::max();
        QCOMPARE(graded(reviewCard(36500, 1, 36500), Grade::Easy, noon, QTimeZone::utc(), settings, 3).scheduledDays, longestInterval);
    }

    void fuzzKeepsItsBounds_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("elapsed");
        QTest::addColumn<int>("maximum");
        QTest::addColumn<int>("lowest");
        QTest::addColumn<int>("highest");
        QTest::newRow("a day") << 1 << 0 << 36500 << 1 << 1;
        QTest::newRow("two days") << 2 << 0 << 36500 << 2 << 2;
        QTest::newRow("three days") << 3 << 0 << 36500 << 2 << 4; // 1.075
        QTest::newRow("a week") << 7 << 0 << 36500 << 5 << 9; // 1.675
        QTest::newRow("twenty days") << 20 << 0 << 36500 << 17 << 23; // 2.975
        QTest::newRow("a hundred days") << 100 << 0 << 36500 << 93 << 107; // 6.975
        QTest::newRow("longer than it was") << 20 << 18 << 36500 << 19 << 23;
        QTest::newRow("shorter than it was") << 20 << 40 << 36500 << 17 << 23;
        QTest::newRow("as long as it was") << 20 << 20 << 36500 << 17 << 23;
        QTest::newRow("at the maximum") << 100 << 99 << 100 << 100 << 100;
        QTest::newRow("near the maximum") << 100 << 0 << 103 << 93 << 103;
        QTest::newRow("above the maximum") << 5 << 0 << 2 << 2 << 2;
        QTest::newRow("above a maximum of a day") << 5 << 0 << 1 << 1 << 1;
        QTest::newRow("a century") << 36500 << 0 << 36500 << 34673 << 36500;
    }

    void fuzzKeepsItsBounds()
    {
        QFETCH(int, days);
        QFETCH(int, elapsed);
        QFETCH(int, maximum);
        QFETCH(int, lowest);
        QFETCH(int, highest);
        const FuzzRange range = fuzzRange(days, elapsed, maximum);
        QCOMPARE(range.lowest, lowest);
        QCOMPARE(range.highest, highest);
    }

    void fuzzReachesEveryDayOfItsRangeAndNoOther()
    {
        RecallSettings settings;
        settings.learningMinutes.clear();
        settings.weights.w[3] = 20;
        std::set<int> reached;
        for (quint64 seed = 0; seed < 2000; ++seed) {
            reached.insert(graded({}, Grade::Easy, noon, QTimeZone::utc(), settings, seed).scheduledDays);
        }
        QCOMPARE(*reached.begin(), 17);
        QCOMPARE(*reached.rbegin(), 23);
        QCOMPARE(reached.size(), std::size_t { 7 });
    }

    void fuzzIsTheSameForTheSameSeedAndMovesOnWithTheRecalls()
    {
        CardSchedule card = reviewCard(200, 5, 200);
        const CardSchedule once = graded(card, Grade::Good, noon, QTimeZone::utc(), {}, 42);
        QVERIFY(once == graded(card, Grade::Good, noon, QTimeZone::utc(), {}, 42));
        std::set<int> days;
        for (card.reps = 5; card.reps < 25; ++card.reps) {
            days.insert(graded(card, Grade::Good, noon, QTimeZone::utc(), {}, 42).scheduledDays);
        }
        QVERIFY(days.size() > 5);
    }

    void fuzzMovesNoMemory()
    {
        const CardSchedule card = reviewCard(200, 5, 200);
        for (const Grade grade : allGrades) {
            QVERIFY(graded(card, grade, noon, QTimeZone::utc(), {}, 1).memory
                == graded(card, grade, noon, QTimeZone::utc(), withoutFuzz(), 9).memory);
        }
    }

    void aDamagedScheduleIsTakenUpAgain()
    {
        CardSchedule card = reviewCard(10, 5, 10);
        card.memory.reset();
        QVERIFY(graded(card, Grade::Good, noon, QTimeZone::utc(), withoutFuzz(), 0).memory == firstMemory(Grade::Good));
        card = reviewCard(std::numeric_limits<double>::quiet_NaN(), -4, 10);
        card.last = 0;
        for (const CardSchedule& after : preview(card, noon, QTimeZone::utc(), {}, 0)) {
            QVERIFY(after.due > noon);
            QVERIFY(after.memory->stability >= lowestStability);
        }
    }

    void leechesAreTheEighthLapseAndEveryFourthAfter_data()
    {
        QTest::addColumn<int>("lapses");
        QTest::addColumn<bool>("leech");
        for (int lapses = 0; lapses <= 21; ++lapses) {
            QTest::addRow("%d", lapses) << lapses << (lapses == 8 || lapses == 12 || lapses == 16 || lapses == 20);
        }
    }

    void leechesAreTheEighthLapseAndEveryFourthAfter()
    {
        QFETCH(int, lapses);
        CardSchedule card;
        card.lapses = lapses;
        QTEST(isLeech(card), "leech");
    }
};

QTEST_APPLESS_MAIN(tst_Scheduling)
#include "tst_Scheduling.moc"
