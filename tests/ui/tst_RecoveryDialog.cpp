// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of a recovery, from the choice to the report.
#include <ScreenParts.h>

#include <ui/setup/LibraryProblem.h>
#include <ui/setup/RecoveryDialog.h>
#include <ui/setup/RestoringDialog.h>
#include <ui/words/RecoveryWords.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QTableWidget>
#include <QTest>

#include <atomic>

#include <session/Workers.h>

#include <QSemaphore>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using domain::RecordKind;
using domain::RecoveryReport;
using domain::RecoveryWay;
using ui::LibraryProblem;
using ui::RecoveryDialog;

namespace {

const QString path = u"/home/ada/library.waymark"_s;
const domain::Error damaged { ErrorCode::LibraryCorrupt, path, u"the header is damaged"_s };

RecoveryReport someReport()
{
    RecoveryReport report;
    report.kept = path + u".corrupt-20261122-101112"_s;
    report.backup = u"/home/ada/backups/library-20261121-090000.waymark"_s;
    report.tables = { { u"note"_s, RecordKind::Note, 1240, 1200, 30, 10, 0 }, { u"recall"_s, RecordKind::Recall, 5, 5, 0, 0, 3 },
        { u"goal"_s, RecordKind::Goal, 0, 0, 0, 0, 0 }, { u"journal"_s, {}, 7, 7, 0, 0, 0 } };
    return report;
}

} // namespace

class tst_RecoveryDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedLibraryIsOfferedThreeWays_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<RecoveryWay>("way");
        QTest::newRow("both") << u"problemRecover"_s << RecoveryWay::Both;
        QTest::newRow("backup") << u"problemNewestBackup"_s << RecoveryWay::Backup;
        QTest::newRow("salvage") << u"problemSalvage"_s << RecoveryWay::Salvage;
    }

    void aDamagedLibraryIsOfferedThreeWays()
    {
        QFETCH(QString, button);
        QFETCH(RecoveryWay, way);
        LibraryProblem problem(path, damaged, LibraryProblem::Damage::Recoverable);
        problem.show();
        QVERIFY(problem.findChild<QLabel*>(u"problemText"_s)->text().contains(path));
        QVERIFY(problem.findChild<QPushButton*>(u"problemRecover"_s)->isDefault());
        QVERIFY(!problem.findChild<QPushButton*>(button)->accessibleDescription().isEmpty());
        support::clickOn(problem, button);
        QCOMPARE(problem.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(problem.answer(), LibraryProblem::Answer::Recover);
        QVERIFY(problem.way() == way);
    }

    void nothingIsRecoveredThatIsNotDamaged()
    {
        const LibraryProblem problem(path, { ErrorCode::NotALibrary, path, {} });
        QVERIFY(problem.findChild<QPushButton*>(u"problemRecover"_s) == nullptr);
        QVERIFY(problem.findChild<QPushButton*>(u"problemRetry"_s)->isDefault());
        QVERIFY(problem.findChild<QPushButton*>(u"problemRestore"_s) != nullptr);
    }

    /// As where the program is ended: the work goes on for a while, and speaks.
    void workThatOutlivesTheDialogIsToldToStop()
    {
        QSemaphore hasBegun;
        QSemaphore mayGoOn;
        std::atomic<bool> wasStopped = false;
        auto dialog = std::make_unique<RecoveryDialog>([&](const domain::RecoveryWatch& watch) {
            hasBegun.release();
            mayGoOn.acquire();
            watch.say(50);
            wasStopped = watch.stop.stop_requested();
            return domain::Result<RecoveryReport>(someReport());
        });
        hasBegun.acquire();
        dialog.reset();
        mayGoOn.release();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(wasStopped);
    }

    void theReportIsShownBeforeTheLibraryOpens()
    {
        RecoveryDialog dialog([](const domain::RecoveryWatch& watch) {
            watch.say(50);
            return domain::Result<RecoveryReport>(someReport());
        });
        dialog.show();
        auto* open = dialog.findChild<QPushButton*>(u"recoveryOpen"_s);
        QTRY_VERIFY(open->isVisible());
        QVERIFY(open->hasFocus());
        auto* table = dialog.findChild<QTableWidget*>(u"recoveryTable"_s);
        QCOMPARE(table->rowCount(), 3); // the goal has none and lost none
        QCOMPARE(table->item(0, 1)->text(), QLocale().toString(1240));
        QVERIFY(table->item(0, 3)->text().contains(u"30"_s));
        QVERIFY(table->item(1, 2)->text().contains(u'3'));
        QVERIFY(dialog.findChild<QLabel*>(u"recoveryKept"_s)->text().contains(someReport().kept));
        QVERIFY(dialog.findChild<QLabel*>(u"recoverySummary"_s)->text().contains(u"1,252"_s) || QLocale().groupSeparator() != u","_s);
        support::clickOn(dialog, u"recoveryCopy"_s);
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, ui::RecoveryWords::text(someReport()));
        QVERIFY(copied.contains(someReport().backup) && copied.contains(u"5"_s));
        QCOMPARE(dialog.result(), 0);
        support::clickOn(dialog, u"recoveryOpen"_s);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void progressIsShownAndCancelIsTaken()
    {
        QSemaphore begun;
        std::atomic<bool> hasEnded = false;
        RecoveryDialog dialog([&](const domain::RecoveryWatch& watch) {
            watch.say(40);
            begun.release();
            while (!watch.isStopped()) {
                QThread::yieldCurrentThread();
            }
            hasEnded = true;
            return domain::Result<RecoveryReport>(domain::failure(ErrorCode::Cancelled));
        });
        dialog.show();
        begun.acquire();
        QTRY_COMPARE(dialog.findChild<QProgressBar*>(u"recovery.progress"_s)->value(), 400);
        support::clickOn(dialog, u"recovery.cancel"_s);
        QTRY_VERIFY(!dialog.isVisible());
        QVERIFY(hasEnded);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
    }

    void escapeIsACancel()
    {
        RecoveryDialog dialog([](const domain::RecoveryWatch& watch) {
            while (!watch.isStopped()) {
                QThread::yieldCurrentThread();
            }
            return domain::Result<RecoveryReport>(domain::failure(ErrorCode::Cancelled));
        });
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.findChild<QPushButton*>(u"recovery.cancel"_s)->isEnabled());
        QTRY_VERIFY(!dialog.isVisible());
    }

    void aRestoreShowsHowFarItIsAndIsCancelled_data()
    {
        QTest::addColumn<bool>("isByKey");
        QTest::newRow("button") << false;
        QTest::newRow("Escape") << true;
    }
    void aRestoreShowsHowFarItIsAndIsCancelled()
    {
        QFETCH(const bool, isByKey);
        ui::RestoringDialog dialog([](const domain::ReadingWatch& watch) {
            watch.progress(400);
            while (!watch.stop.stop_requested()) {
                QThread::yieldCurrentThread();
            }
            return ui::RestoringDialog::Outcome(domain::failure(ErrorCode::Cancelled, path));
        });
        dialog.show();
        QTRY_COMPARE(dialog.findChild<QProgressBar*>(u"restoring.progress"_s)->value(), 400);
        QVERIFY(!dialog.outcome());
        if (const QString folder = qEnvironmentVariable("WAYMARK_PICTURES"); !folder.isEmpty()) {
            dialog.grab().save(folder + u"/restoring.png"_s);
        }
        auto* cancel = dialog.findChild<QPushButton*>(u"restoring.cancel"_s);
        if (isByKey) {
            QTest::keyClick(&dialog, Qt::Key_Escape);
        } else {
            support::clickOn(dialog, u"restoring.cancel"_s);
        }
        QVERIFY(dialog.isVisible() && !cancel->isEnabled());
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
        QCOMPARE(dialog.outcome()->error().code, ErrorCode::Cancelled);
    }

    void aCancelThatComesTooLateIsARestore()
    {
        QSemaphore late;
        ui::RestoringDialog dialog([&late](const domain::ReadingWatch&) {
            late.acquire();
            return ui::RestoringDialog::Outcome(u"/home/ada/backups/kept.waymark"_s);
        });
        dialog.show();
        support::clickOn(dialog, u"restoring.cancel"_s);
        late.release();
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.outcome()->value(), u"/home/ada/backups/kept.waymark"_s);
    }

    void whatCannotBeRecoveredIsSaid()
    {
        RecoveryDialog dialog([](const domain::RecoveryWatch&) {
            return domain::Result<RecoveryReport>(domain::failure(ErrorCode::NothingRecovered, path, u"nothing in it can be read"_s));
        });
        dialog.show();
        auto* failure = dialog.findChild<QLabel*>(u"recoveryFailure"_s);
        QTRY_VERIFY(failure->isVisible());
        QVERIFY(failure->text().contains(path));
        support::clickOn(dialog, u"recoveryBack"_s);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
        QVERIFY(!dialog.isVisible());
    }

    void everyKindOfRecordHasAName()
    {
        for (std::size_t i = 0; i < domain::recordKinds; ++i) {
            const domain::RecoveredTable table { {}, static_cast<RecordKind>(i), 1, 1, 0, 0, 0 };
            QVERIFY2(!ui::RecoveryWords::of(table).isEmpty(), QByteArray::number(static_cast<int>(i)).constData());
        }
    }
};

QTEST_MAIN(tst_RecoveryDialog)
#include "tst_RecoveryDialog.moc"
