// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

#include <QTest>

using namespace waymark::power;

/// Every call to the disk fails, one after the other: the operation is done or not, says which, and can be done afterwards.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldOrNewStateAndASensibleError_data();
    void oldOrNewStateAndASensibleError();
};

void TestFaults::oldOrNewStateAndASensibleError_data()
{
    QTest::addColumn<OperationMaker>("make");
    QTest::newRow("create") << static_cast<OperationMaker>(creating);
    QTest::newRow("open") << static_cast<OperationMaker>(opening);
    QTest::newRow("open after a crash") << static_cast<OperationMaker>(openingAfterACrash);
    QTest::newRow("commit") << static_cast<OperationMaker>(committing);
    QTest::newRow("undo") << static_cast<OperationMaker>(undoing);
    QTest::newRow("redo") << static_cast<OperationMaker>(redoing);
    QTest::newRow("install course") << static_cast<OperationMaker>(installingACourse);
    QTest::newRow("migrate") << static_cast<OperationMaker>(migrating);
    QTest::newRow("backup") << static_cast<OperationMaker>(backingUp);
    QTest::newRow("thin backups") << static_cast<OperationMaker>(thinningBackups);
    QTest::newRow("restore") << static_cast<OperationMaker>(restoringABackup);
    QTest::newRow("restore over damage") << static_cast<OperationMaker>(restoringOverADamagedLibrary);
}

void TestFaults::oldOrNewStateAndASensibleError()
{
    QFETCH(OperationMaker, make);
    const FaultRun run = failEveryCall(make, faultsOfEachCall());
    qInfo("%d faults, %d of them told, %d wrong", run.cases, run.failed, run.bad);
    QVERIFY(run.failed > 0);
    QVERIFY2(run.bad == 0, qPrintable(run.first));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_Faults.moc"
