// SPDX-License-Identifier: GPL-3.0-or-later
#include <FsrsSequences.h>

#include <learning/Fsrs.h>

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark::learning;
using waymark::support::FsrsSequence;
using waymark::support::isNear;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

bool isInRange(const Memory& memory)
{
    return memory.stability >= lowestStability && memory.stability <= highestStability && memory.difficulty >= lowestDifficulty
        && memory.difficulty <= highestDifficulty;
}

} // namespace

class tst_Fsrs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfGradesGoBothWays()
    {
        for (const Grade grade : allGrades) {
            QVERIFY(gradeFrom(toString(grade)) == grade);
        }
        QCOMPARE(toString(Grade::Again), u"again"_s);
        QCOMPARE(static_cast<int>(Grade::Easy), 4);
        QVERIFY(!gradeFrom(u"Good"_s));
        QVERIFY(!gradeFrom(QString()));
    }

    void retrievabilityFallsWithTheDays_data()
    {
        QTest::addColumn<double>("days");
        QTest::addColumn<double>("stability");
        QTest::addColumn<double>("chance");
        QTest::newRow("at once") << 0.0 << 1.0 << 1.0;
        QTest::newRow("a day") << 1.0 << 1.0 << 0.9;
        QTest::newRow("two days") << 2.0 << 1.0 << 0.84588465;
        QTest::newRow("three days") << 3.0 << 1.0 << 0.8093881;
        QTest::newRow("stability is where it is 0.9") << 46.0 << 46.0 << 0.9;
        QTest::newRow("before the recall") << -5.0 << 1.0 << 1.0;
        QTest::newRow("stability below its range") << lowestStability << -1.0 << 0.9;
        QTest::newRow("stability above its range") << highestStability << 1e9 << 0.9;
        QTest::newRow("stability is no number") << lowestStability << notANumber << 0.9;
        QTest::newRow("days are no number") << notANumber << 1.0 << 1.0;
    }

    void retrievabilityFallsWithTheDays()
    {
        QFETCH(double, days);
        QFETCH(double, stability);
        QFETCH(double, chance);
        QVERIFY2(std::abs(retrievability(days, stability) - chance) < 1e-8, qPrintable(QString::number(retrievability(days, stability))));
    }

    void theIntervalIsWhereTheChanceIsTheRetention()
    {
        for (const double stability : { 0.001, 0.5, 1.0, 46.0, 1234.5, 36500.0 }) {
            for (const double retention : { 0.70, 0.8, 0.85, 0.9, 0.95, 0.99 }) {
                const double days = intervalDays(stability, retention);
                QVERIFY(std::abs(retrievability(days, stability) - retention) < 1e-9);
            }
        }
    }

    void wholeIntervalsKeepTheirBounds_data()
    {
        QTest::addColumn<double>("stability");
        QTest::addColumn<double>("retention");
        QTest::addColumn<int>("maximum");
        QTest::addColumn<int>("days");
        QTest::newRow("halves go up") << 2.5 << 0.9 << 36500 << 3;
        QTest::newRow("below a half") << 2.49 << 0.9 << 36500 << 2;
        QTest::newRow("never under a day") << 0.001 << 0.9 << 36500 << 1;
        QTest::newRow("never over the maximum") << 500.0 << 0.9 << 365 << 365;
        QTest::newRow("a maximum below a day") << 500.0 << 0.9 << 0 << 1;
        QTest::newRow("a maximum above a century") << 36500.0 << 0.7 << 1000000 << 36500;
        QTest::newRow("lowest retention") << 10.0 << 0.7 << 36500 << wholeIntervalDays(10, lowestRetention);
        QTest::newRow("retention below it") << 10.0 << 0.1 << 36500 << wholeIntervalDays(10, lowestRetention);
        QTest::newRow("retention of nothing") << 10.0 << 0.0 << 36500 << wholeIntervalDays(10, lowestRetention);
        QTest::newRow("negative retention") << 10.0 << -1.0 << 36500 << wholeIntervalDays(10, lowestRetention);
        QTest::newRow("highest retention") << 10.0 << 0.99 << 36500 << 1;
        QTest::newRow("retention of all") << 1000.0 << 1.0 << 36500 << wholeIntervalDays(1000, highestRetention);
        QTest::newRow("retention above all") << 1000.0 << 7.0 << 36500 << wholeIntervalDays(1000, highestRetention);
        QTest::newRow("retention is no number") << 10.0 << notANumber << 36500 << wholeIntervalDays(10, lowestRetention);
        QTest::newRow("stability is no number") << notANumber << 0.9 << 36500 << 1;
        QTest::newRow("endless stability") << endless << 0.9 << 36500 << 36500;
    }

    void wholeIntervalsKeepTheirBounds()
    {
        QFETCH(double, stability);
        QFETCH(double, retention);
        QFETCH(int, maximum);
        QFETCH(int, days);
        QCOMPARE(wholeIntervalDays(stability, retention, {}, maximum), days);
    }

    void aHigherRetentionNeverGivesALongerInterval()
    {
        int before = longestInterval;
        for (int percent = 60; percent <= 100; ++percent) {
            const int days = wholeIntervalDays(100, percent / 100.0);
            QVERIFY(days <= before);
            QVERIFY(days >= 1);
            before = days;
        }
        QVERIFY(wholeIntervalDays(100, highestRetention) < wholeIntervalDays(100, lowestRetention));
    }

    void theFirstMemoryIsThatOfTheGrade_data()
    {
        QTest::addColumn<Grade>("grade");
        QTest::addColumn<double>("stability");
        QTest::addColumn<double>("difficulty");
        QTest::newRow("again") << Grade::Again << 0.212 << 6.4133;
        QTest::newRow("hard") << Grade::Hard << 1.2931 << 6.4133 - std::exp(0.8334) + 1;
        QTest::newRow("good") << Grade::Good << 2.3065 << 6.4133 - std::exp(0.8334 * 2) + 1;
        QTest::newRow("easy, below the range") << Grade::Easy << 8.2956 << 1.0;
    }

    void theFirstMemoryIsThatOfTheGrade()
    {
        QFETCH(Grade, grade);
        const Memory memory = firstMemory(grade);
        QTEST(memory.stability, "stability");
        QTEST(memory.difficulty, "difficulty");
    }

    void sixRecallsGiveTheKnownMemory()
    {
        Memory memory = firstMemory(Grade::Again);
        for (const int elapsed : { 0, 1, 3, 8, 21 }) {
            memory = nextMemory(memory, elapsed, Grade::Good);
        }
        QVERIFY(std::abs(memory.stability - 53.62691) < 1e-4);
        QVERIFY(std::abs(memory.difficulty - 6.3574867) < 1e-4);
    }

    void onTheSameDayOnlyAgainTakesStability_data()
    {
        QTest::addColumn<int>("elapsed");
        QTest::newRow("same day") << 0;
        QTest::newRow("the clock was set back") << -3;
    }

    void onTheSameDayOnlyAgainTakesStability()
    {
        QFETCH(int, elapsed);
        const Memory before { 20, 5 };
        QVERIFY(nextMemory(before, elapsed, Grade::Again).stability < before.stability);
        QCOMPARE(nextMemory(before, elapsed, Grade::Hard).stability, before.stability);
        QCOMPARE(nextMemory(before, elapsed, Grade::Good).stability, before.stability);
        QVERIFY(nextMemory(before, elapsed, Grade::Easy).stability > before.stability);
        QVERIFY(nextMemory(before, elapsed, Grade::Easy) == nextMemory(before, 0, Grade::Easy));
    }

    void aLapseNeverLeavesMoreThanThereWas()
    {
        for (const double stability : { 0.001, 0.01, 0.5, 3.0, 100.0, 36500.0 }) {
            for (const int elapsed : { 1, 10, 400, 36500 }) {
                const Memory after = nextMemory({ stability, 1 }, elapsed, Grade::Again);
                QVERIFY(after.stability <= stability);
                QVERIFY(after.stability >= lowestStability);
            }
        }
    }

    void theMemoryKeepsItsRangesWhateverItWas()
    {
        for (const double stability : { notANumber, -endless, -1.0, 0.0, 0.001, 1.0, 36500.0, 1e300, endless }) {
            for (const double difficulty : { notANumber, -endless, 0.0, 1.0, 5.0, 10.0, 11.0, endless }) {
                for (const Grade grade : allGrades) {
                    for (const int elapsed : { std::numeric_limits<int>::min(), 0, 1, 365, std::numeric_limits<int>::max() }) {
                        QVERIFY(isInRange(nextMemory({ stability, difficulty }, elapsed, grade)));
                    }
                }
            }
        }
    }

    void aMemoryOutOfItsRangesIsBroughtIntoThemFirst()
    {
        for (const Grade grade : allGrades) {
            for (const int elapsed : { 0, 5 }) {
                QVERIFY(nextMemory({ -1, 20 }, elapsed, grade) == nextMemory({ lowestStability, highestDifficulty }, elapsed, grade));
                QVERIFY(nextMemory({ 1e9, -3 }, elapsed, grade) == nextMemory({ highestStability, lowestDifficulty }, elapsed, grade));
            }
        }
    }

    void difficultyStaysInItsRangeOnLongWays()
    {
        Memory hard = firstMemory(Grade::Again);
        Memory easy = firstMemory(Grade::Easy);
        for (int i = 0; i < 200; ++i) {
            hard = nextMemory(hard, 1, Grade::Again);
            easy = nextMemory(easy, 1 + i, Grade::Easy);
            QVERIFY(isInRange(hard));
            QVERIFY(isInRange(easy));
        }
        QVERIFY(hard.difficulty > 9.9);
        QVERIFY(easy.difficulty < 1.1);
    }

    void memoriesEqualThoseOfTheReference()
    {
        const auto file = waymark::support::readFsrsFile(QStringLiteral(WAYMARK_TEST_DATA "/learning/fsrs/sequences.tsv"));
        QVERIFY(file.sequences.size() >= 2000);
        for (const FsrsSequence& sequence : file.sequences) {
            Memory memory = firstMemory(sequence.grades.front(), sequence.settings.weights);
            for (std::size_t i = 0; i < sequence.grades.size(); ++i) {
                if (i > 0) {
                    memory = nextMemory(memory, sequence.elapsed[i], sequence.grades[i], sequence.settings.weights);
                }
                const bool equal
                    = isNear(memory.stability, sequence.memory[i].stability) && isNear(memory.difficulty, sequence.memory[i].difficulty);
                QVERIFY2(equal, qPrintable(u"line %1, recall %2"_s.arg(sequence.line).arg(i + 1)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Fsrs)
#include "tst_Fsrs.moc"
