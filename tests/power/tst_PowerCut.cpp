// SPDX-License-Identifier: GPL-3.0-or-later
#include "PowerCut.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace waymark;
using namespace waymark::power;

/// The power goes, at every moment and with every luck: what was acknowledged is there, and the library is sound.
class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();
    void losesCommitsWithoutSyncingEachOne();
    void damagesOrLosesWithoutAnySync();
    void cleanupTestCase();

private:
    int m_points = numberFrom("WAYMARK_POWER_POINTS", 220);
    int m_seeds = numberFrom("WAYMARK_POWER_SEEDS", 4);
    int m_allPoints = 0;
    int m_allCuts = 0;
    QElapsedTimer m_clock;
};

void TestPowerCut::nothingAcknowledgedIsLost_data()
{
    m_clock.start();
    // How many of a hundred points each story gets.
    QTest::addColumn<StoryMaker>("make");
    QTest::addColumn<int>("share");
    QTest::newRow("short sessions") << static_cast<StoryMaker>(shortSessions) << 18;
    QTest::newRow("one long session") << static_cast<StoryMaker>(longSession) << 18;
    QTest::newRow("course update") << static_cast<StoryMaker>(courseUpdate) << 8;
    QTest::newRow("new library") << static_cast<StoryMaker>(newLibrary) << 6;
    QTest::newRow("backups in use") << static_cast<StoryMaker>(backupsOfALibraryInUse) << 8;
    QTest::newRow("thinning") << static_cast<StoryMaker>(thinning) << 2;
    QTest::newRow("migration from 1") << static_cast<StoryMaker>(migration<1>) << 4;
    QTest::newRow("migration from 2") << static_cast<StoryMaker>(migration<2>) << 3;
    QTest::newRow("migration from 3") << static_cast<StoryMaker>(migration<3>) << 3;
    QTest::newRow("migration from 4") << static_cast<StoryMaker>(migration<4>) << 3;
    QTest::newRow("migration from 5") << static_cast<StoryMaker>(migration<5>) << 3;
    QTest::newRow("migration from 6") << static_cast<StoryMaker>(migration<6>) << 3;
    QTest::newRow("migration from 7") << static_cast<StoryMaker>(migration<7>) << 3;
    QTest::newRow("restore") << static_cast<StoryMaker>(restoring) << 6;
    QTest::newRow("restore over a log") << static_cast<StoryMaker>(restoringOverALog) << 4;
    QTest::newRow("restore over damage") << static_cast<StoryMaker>(restoringOverDamage) << 6;
    QTest::newRow("recover") << static_cast<StoryMaker>(recovering) << 3;
    QTest::newRow("recover with a log") << static_cast<StoryMaker>(recoveringWithALog) << 2;
}

void TestPowerCut::nothingAcknowledgedIsLost()
{
    QFETCH(StoryMaker, make);
    QFETCH(int, share);
    const std::unique_ptr<Story> story = make();
    const Cuts cuts = PowerCut(*story, std::max(1, m_points * share / 100), m_seeds).cuts();
    m_allPoints += cuts.points;
    m_allCuts += cuts.cuts;
    qInfo("%d of %d points, %d cuts: %d lost, %d damaged, %d times one step more than acknowledged", cuts.points, cuts.events + 1,
        cuts.cuts, cuts.lost, cuts.damaged, cuts.oneMore);
    QVERIFY(cuts.isTraceWhole);
    QVERIFY2(cuts.lost + cuts.damaged == 0, qPrintable(cuts.first));
}

void TestPowerCut::losesCommitsWithoutSyncingEachOne()
{
    const std::unique_ptr<Story> story = workWith("PRAGMA synchronous = NORMAL");
    const Cuts cuts = PowerCut(*story, 40, 3).cuts();
    qInfo("%d cuts with synchronous=NORMAL: %d lost, %d damaged", cuts.cuts, cuts.lost, cuts.damaged);
    QVERIFY(cuts.lost > 0);
    QCOMPARE(cuts.damaged, 0);
}

void TestPowerCut::damagesOrLosesWithoutAnySync()
{
    const std::unique_ptr<Story> story = workWith("PRAGMA synchronous = OFF");
    const Cuts cuts = PowerCut(*story, 40, 3).cuts();
    qInfo("%d cuts with synchronous=OFF: %d lost, %d damaged", cuts.cuts, cuts.lost, cuts.damaged);
    QVERIFY(cuts.lost > 0);
    QVERIFY(cuts.damaged > 0);
}

void TestPowerCut::cleanupTestCase()
{
    qInfo("%d points, %d cuts in %.1f s", m_allPoints, m_allCuts, static_cast<double>(m_clock.elapsed()) / 1000);
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_PowerCut.moc"
