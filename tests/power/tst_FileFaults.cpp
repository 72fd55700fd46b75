// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

#include <QTest>

using namespace waymark::power;

/// The same as tst_Faults for the files beside the library: the old file or the new one, whole, and a sensible error.
class TestFileFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldOrNewFileAndASensibleError_data();
    void oldOrNewFileAndASensibleError();
    void killedTheExportIsOldOrNew_data();
    void killedTheExportIsOldOrNew();
};

void TestFileFaults::oldOrNewFileAndASensibleError_data()
{
    QTest::addColumn<OperationMaker>("make");
    QTest::newRow("export of the plan") << static_cast<OperationMaker>(exportingThePlan);
    QTest::newRow("calendar again") << static_cast<OperationMaker>(exportingTheCalendarAgain);
    QTest::newRow("draft of a review") << static_cast<OperationMaker>(drafting);
    QTest::newRow("key") << static_cast<OperationMaker>(makingAKey);
}

void TestFileFaults::oldOrNewFileAndASensibleError()
{
    QFETCH(OperationMaker, make);
    const FaultRun run = failEveryCall(make, faultsOfEachCall());
    qInfo("%d faults, %d of them told, %d wrong", run.cases, run.failed, run.bad);
    QVERIFY(run.failed > 0);
    QVERIFY2(run.bad == 0, qPrintable(run.first));
}

void TestFileFaults::killedTheExportIsOldOrNew_data()
{
    QTest::addColumn<OperationMaker>("make");
    QTest::newRow("export of the plan") << static_cast<OperationMaker>(exportingThePlan);
    QTest::newRow("calendar again") << static_cast<OperationMaker>(exportingTheCalendarAgain);
}

void TestFileFaults::killedTheExportIsOldOrNew()
{
    QFETCH(OperationMaker, make);
    int kills = 0;
    while (kills < 10) { // an export makes few calls
        const FaultRun run = killAtEveryCall(make, 0);
        QVERIFY2(run.bad == 0, qPrintable(run.first));
        QVERIFY(run.cases > 0);
        kills += run.cases;
    }
    qInfo("%d kills, 0 wrong", kills);
}

QTEST_MAIN(TestFileFaults)
#include "tst_FileFaults.moc"
