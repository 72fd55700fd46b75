// SPDX-License-Identifier: GPL-3.0-or-later
// A restore through the whole program: the window closes, the backup takes the place of the library, and a window opens over it.
#include <HeldWorkers.h>
#include <ModalDialogs.h>
#include <WholeWindow.h>

#include <ui/map/MapCanvas.h>

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::closeIt;
using support::isReady;
using support::isThere;
using support::noticeOf;
using support::whenWindow;

class tst_WindowRestore : public QObject, support::WholeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

    void aRestoreReopensTheWindowWhereItWas()
    {
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        const QString backup = json({ u"backup"_s }).object()[u"file"].toString();
        QCOMPARE(on({ u"finish"_s, u"vcs-git-basics"_s }).code, 0);
        QString word;
        QString title;
        whenWindow(isThere, [&](ui::MainWindow& window) {
            window.go({ ui::PageId::Plan, {}, {} });
            title = window.windowTitle();
            support::whenDialogIsUp(u"restoreDialog"_s, [](QDialog& dialog) {
                auto* restore = support::childOf<QPushButton>(dialog, u"restore.accept"_s);
                QTRY_VERIFY(restore->isEnabled());
                QVERIFY(support::textIn(dialog, u"restore.verdict"_s).contains(u"lose 1 edit"_s));
                support::clickOn(dialog, u"restore.accept"_s);
            });
            whenWindow([](ui::MainWindow& next) { return noticeOf(next).startsWith(u"Restored"_s); },
                [&](ui::MainWindow& next) {
                    word = noticeOf(next);
                    QCOMPARE(next.windowTitle(), title);
                    next.close();
                });
            window.actions()["file.backup.restore"]->trigger();
        });
        QCOMPARE(start(), 0);
        QVERIFY2(word.contains(QFileInfo(backup).fileName()) && word.contains(u"to go back"_s), qPrintable(word));
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"practised"_s }).array().size(), 0);
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 1);
        // What was there is a backup, and going back is one more restore.
        const QString kept = word.section(u"kept as "_s, 1).section(u':', 0, 0);
        QCOMPARE(on({ u"restore"_s, QFileInfo(backup).absolutePath() + u'/' + kept }).code, 0);
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"practised"_s }).array().size(), 1);
    }

    void aRestoreThatIsCancelledLeavesEverythingAsItWas_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by its button") << false;
        QTest::newRow("by Escape") << true;
    }
    /// The window is closed for it, and opens again over the library of before.
    void aRestoreThatIsCancelledLeavesEverythingAsItWas()
    {
        QFETCH(const bool, byKey);
        const QString backup = json({ u"backup"_s }).object()[u"file"].toString();
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        const QByteArray before = bytesOf(m_library);
        const QStringList backups = QDir(QFileInfo(backup).path()).entryList(QDir::Files);
        std::unique_ptr<support::HeldWorkers> held;
        QString word;
        QString title;
        whenWindow(isThere, [&](ui::MainWindow& window) {
            window.go({ ui::PageId::Map, {}, {} });
            QObject::connect(&support::childOf<ui::MapCanvas>(window, u"mapCanvas"_s)->workspace(), &QObject::destroyed, qApp,
                [&held] { held = std::make_unique<support::HeldWorkers>(); }); // the library is let go
            window.go({ ui::PageId::Plan, {}, {} });
            title = window.windowTitle();
            whenCancelled(held, byKey);
            whenWindow([](ui::MainWindow& next) { return !noticeOf(next).isEmpty(); },
                [&](ui::MainWindow& next) {
                    word = noticeOf(next);
                    QCOMPARE(next.windowTitle(), title);
                    QVERIFY(next.actions()["edit.undo"]->isEnabled());
                    next.close();
                });
            Q_EMIT window.restoreRequested(backup);
        });
        QCOMPARE(start(), 0);
        QVERIFY2(word.contains(u"Nothing was changed"_s), qPrintable(word));
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 1);
        QCOMPARE(QDir(QFileInfo(backup).path()).entryList(QDir::Files), backups);
        QCOMPARE(bytesOf(m_library), before);
    }

    void aRestoreOfAMissingLibraryThatIsCancelledMakesNone()
    {
        const QString backup = json({ u"backup"_s }).object()[u"file"].toString();
        QVERIFY(QFile::remove(m_library));
        std::unique_ptr<support::HeldWorkers> held;
        bool isAskedAgain = false;
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            held = std::make_unique<support::HeldWorkers>();
            whenCancelled(held, false, [&isAskedAgain] {
                support::whenDialogIsUp(u"libraryProblem"_s, [&isAskedAgain](QDialog& again) {
                    isAskedAgain = true;
                    support::clickOn(again, u"problemQuit"_s);
                });
            });
            support::whenAskedForAFile(backup);
            support::clickOn(dialog, u"problemRestore"_s);
        });
        QCOMPARE(start(), 3);
        QVERIFY(isAskedAgain);
        QVERIFY(!QFile::exists(m_library));
    }

    /// Restoring is itself a way to close while something is written.
    void whatWasGivenUpForARestoreIsSaidBehindIt()
    {
        const QString backup = json({ u"backup"_s }).object()[u"file"].toString();
        QString word;
        whenWindow(isReady, [&](ui::MainWindow& window) {
            QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
            ui::WindowSettings(settings).setGivenUp({ u"plan.csv"_s });
            whenWindow([](ui::MainWindow& next) { return noticeOf(next).startsWith(u"Restored"_s); },
                [&](ui::MainWindow& next) {
                    QCoreApplication::processEvents(); // what is said behind it
                    word = noticeOf(next);
                    next.close();
                });
            Q_EMIT window.restoreRequested(backup);
        });
        QCOMPARE(start(), 0);
        QVERIFY2(word.startsWith(u"Restored"_s) && word.contains(u"plan.csv"_s), qPrintable(word));
    }

    void aRestoreThatFailsLeavesTheLibraryAndSaysSo()
    {
        const QString backup = json({ u"backup"_s }).object()[u"file"].toString();
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        QString word;
        whenWindow(isThere, [&](ui::MainWindow& window) {
            QVERIFY(QFile::resize(backup, 5000)); // between the preview and the act
            whenWindow([](ui::MainWindow& next) { return noticeOf(next).contains(u"cannot be restored"_s); },
                [&](ui::MainWindow& next) {
                    word = noticeOf(next);
                    next.close();
                });
            Q_EMIT window.restoreRequested(backup);
        });
        QCOMPARE(start(), 0);
        QVERIFY(word.contains(QFileInfo(backup).fileName()));
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 1);
    }

    void aMissingLibraryIsRestoredFromItsBackup()
    {
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        const QString backup = json({ u"backup"_s }).object()[u"file"].toString();
        QVERIFY(QFile::remove(m_library));
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            whenWindow(isThere, closeIt);
            support::whenAskedForAFile(backup);
            support::clickOn(dialog, u"problemRestore"_s);
        });
        QCOMPARE(start(), 0);
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 1);
    }

private:
    /// Once the restore waits for a worker: it is cancelled, and then let go.
    static void whenCancelled(
        std::unique_ptr<support::HeldWorkers>& held, bool byKey, const std::function<void()>& then = [] {})
    {
        support::whenDialogIsUp(u"restoring"_s, [&held, byKey, then](QDialog& dialog) {
            auto* cancel = support::childOf<QPushButton>(dialog, u"restoring.cancel"_s);
            QVERIFY(cancel->isEnabled());
            byKey ? QTest::keyClick(&dialog, Qt::Key_Escape) : QTest::mouseClick(cancel, Qt::LeftButton);
            QVERIFY(!cancel->isEnabled());
            QVERIFY(dialog.isVisible()); // until the work has ended
            then();
            held.reset();
        });
    }
    [[nodiscard]] static QByteArray bytesOf(const QString& file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
};

int main(int argc, char* argv[])
{
    return support::runTest<tst_WindowRestore>(argc, argv);
}
#include "tst_WindowRestore.moc"
