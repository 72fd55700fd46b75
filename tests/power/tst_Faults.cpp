// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

#include <QTest>

#include <algorithm>

using namespace waymark::power;

/// Every call to the disk fails, one after the other: the operation is done or not, says which, and can be done afterwards. So it can where
/// the process is killed before a call.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldOrNewStateAndASensibleError_data();
    void oldOrNewStateAndASensibleError();
    void killedItIsOldOrNewAndCanBeDone_data();
    void killedItIsOldOrNewAndCanBeDone();
};

void TestFaults::oldOrNewStateAndASensibleError_data()
{
    // An operation of many calls, each of them with many cases, gets the Nth part of the calls.
    QTest::addColumn<OperationMaker>("make");
    QTest::addColumn<int>("part");
    QTest::newRow("create") << static_cast<OperationMaker>(creating) << 1;
    QTest::newRow("open") << static_cast<OperationMaker>(opening) << 1;
    QTest::newRow("open after a crash") << static_cast<OperationMaker>(openingAfterACrash) << 1;
    QTest::newRow("commit") << static_cast<OperationMaker>(committing) << 1;
    QTest::newRow("undo") << static_cast<OperationMaker>(undoing) << 1;
    QTest::newRow("redo") << static_cast<OperationMaker>(redoing) << 1;
    QTest::newRow("install course") << static_cast<OperationMaker>(installingACourse) << 1;
    QTest::newRow("take a course back") << static_cast<OperationMaker>(takingACourseBack) << 1;
    QTest::newRow("migrate") << static_cast<OperationMaker>(migrating) << 1;
    QTest::newRow("backup") << static_cast<OperationMaker>(backingUp) << 1;
    QTest::newRow("thin backups") << static_cast<OperationMaker>(thinningBackups) << 1;
    QTest::newRow("restore") << static_cast<OperationMaker>(restoringABackup) << 1;
    QTest::newRow("restore over damage") << static_cast<OperationMaker>(restoringOverADamagedLibrary) << 1;
    QTest::newRow("recover") << static_cast<OperationMaker>(recoveringADamagedLibrary) << 3;
    QTest::newRow("recover without a backup") << static_cast<OperationMaker>(recoveringWithoutABackup) << 3;
    QTest::newRow("mend indexes") << static_cast<OperationMaker>(mendingIndexes) << 3;
}

void TestFaults::oldOrNewStateAndASensibleError()
{
    QFETCH(OperationMaker, make);
    QFETCH(int, part);
    const int most = faultsOfEachCall(); // 0 for all of them
    const FaultRun run = failEveryCall(make, most == 0 ? 0 : std::max(1, most / part));
    qInfo("%d faults, %d of them told, %d wrong", run.cases, run.failed, run.bad);
    QVERIFY(run.failed > 0);
    QVERIFY2(run.bad == 0, qPrintable(run.first));
}

void TestFaults::killedItIsOldOrNewAndCanBeDone_data()
{
    QTest::addColumn<OperationMaker>("make");
    QTest::newRow("import of a plan") << static_cast<OperationMaker>(importingAPlan);
    QTest::newRow("merge of a copy") << static_cast<OperationMaker>(mergingACopy);
    QTest::newRow("restore") << static_cast<OperationMaker>(restoringABackup);
    QTest::newRow("restore over damage") << static_cast<OperationMaker>(restoringOverADamagedLibrary);
    QTest::newRow("recover") << static_cast<OperationMaker>(recoveringADamagedLibrary);
    QTest::newRow("recover without a backup") << static_cast<OperationMaker>(recoveringWithoutABackup);
}

void TestFaults::killedItIsOldOrNewAndCanBeDone()
{
    QFETCH(OperationMaker, make);
    const FaultRun run = killAtEveryCall(make, killsOfEachOperation());
    qInfo("%d kills, %d wrong", run.cases, run.bad);
    QVERIFY(run.cases >= 10);
    QVERIFY2(run.bad == 0, qPrintable(run.first));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_Faults.moc"
