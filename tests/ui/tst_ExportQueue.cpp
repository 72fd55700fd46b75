// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <LessonFixture.h>
#include <ModalDialogs.h>
#include <WholeLesson.h>
#include <WindowFixture.h>

#include <domain/AtomicFile.h>
#include <resources/Resources.h>
#include <session/Workers.h>
#include <ui/window/FileCommands.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTimer>
#include <QTimerEvent>

using namespace Qt::StringLiterals;
using namespace waymark;
using Window = support::WindowFixture;

namespace {

/// So many exports, which are under way or wait.
QStringList exported(Window& w, int count)
{
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        paths.append(w.home.filePath(u"%1.csv"_s.arg(i)));
        support::whenAskedForAFile(paths.back());
        w.trigger("file.export.csv");
    }
    return paths;
}

} // namespace

class tst_ExportQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::initialise();
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void exportsAreWrittenOneAfterTheOther()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths { w.home.filePath(u"one.csv"_s), w.home.filePath(u"two.csv"_s) };
        for (const QString& path : paths) {
            support::whenAskedForAFile(path);
            w.trigger("file.export.csv");
        }
        held.release();
        QTRY_VERIFY(QFile::exists(paths[0]) && QFile::exists(paths[1]));
        QCOMPARE(domain::readFile(paths[0], 1 << 20).value(), domain::readFile(paths[1], 1 << 20).value());
    }

    void aWindowThatExportsClosesOnceAllIsWritten()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 2);
        QVERIFY(!w.window->close());
        QVERIFY(w.window->isLeaving());
        QVERIFY2(w.notice().startsWith(u"Waymark closes once this is done: 0.csv, 1.csv. "_s), qPrintable(w.notice()));
        QVERIFY2(w.notice().contains(u"0.csv"_s) && w.notice().contains(u"1.csv"_s), qPrintable(w.notice()));
        QVERIFY(w.window->isVisible());
        held.release();
        QTRY_VERIFY(!w.window->isVisible());
        QVERIFY(QFile::exists(paths[0]) && QFile::exists(paths[1]));
    }

    void closingOnceMoreGivesUpWhatIsNotWritten()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 2);
        QVERIFY(!w.window->close());
        QVERIFY(w.window->close());
        held.release();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(paths[0]) && !QFile::exists(paths[1]));
        w.open();
        w.window->tellOfGivenUp();
        QVERIFY2(w.notice().contains(u"0.csv"_s) && w.notice().contains(u"1.csv"_s), qPrintable(w.notice()));
        QVERIFY2(!w.notice().contains(u" it "_s), qPrintable(w.notice())); // they are two
        w.open();
        w.window->tellOfGivenUp();
        QCOMPARE(w.notice(), QString());
    }

    void aPrintIsNoFile()
    {
        Window w;
        QVERIFY(w.f.workspace->installCourse(fixture::courseWithLesson(fixture::wholeLesson())));
        w.window->go({ ui::PageId::Skill, u"skill"_s, {} });
        support::HeldWorkers held;
        support::whenDialogIsUp({}, [&w](QDialog& dialog) {
            QVERIFY(dialog.inherits("QPrintDialog"));
            support::childOf<QLineEdit>(dialog, u"filename"_s)->setText(w.home.filePath(u"lesson.pdf"_s));
            dialog.accept();
        });
        w.trigger("file.print-lesson");
        const QString title = w.f.workspace->roadmap().find(u"skill"_s)->title;
        QVERIFY(!w.window->close());
        QVERIFY2(w.notice().contains(u"the print of "_s + title) && !w.notice().contains(u"file"_s), qPrintable(w.notice()));
        QVERIFY(w.window->close());
        w.open();
        w.window->tellOfGivenUp();
        QVERIFY2(w.notice().contains(u"the print of "_s + title), qPrintable(w.notice()));
        QVERIFY2(!w.notice().contains(u"written"_s), qPrintable(w.notice()));
    }

    void anExportThatIsCancelledKeepsTheWindow()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 1);
        const QSignalSpy stays(w.window.get(), &ui::MainWindow::stays);
        QVERIFY(!w.window->close());
        QTRY_VERIFY(support::shownIn<QAbstractButton>(*w.window, u"wait.cancel"_s) != nullptr); // beneath what was said
        support::clickShown(*w.window, u"wait.cancel"_s);
        QCOMPARE(stays.size(), 1);
        held.release();
        QCoreApplication::processEvents();
        QVERIFY(w.window->isVisible() && !w.window->isLeaving() && !QFile::exists(paths[0]));
        QVERIFY(w.window->close());
    }

    void anExportThatFailsKeepsTheWindow()
    {
        Window w;
        support::HeldWorkers held;
        QVERIFY(QDir(w.home.path()).mkdir(u"gone"_s));
        support::whenAskedForAFile(w.home.filePath(u"gone/one.csv"_s));
        w.trigger("file.export.csv");
        QVERIFY(!w.window->close());
        QVERIFY(QDir(w.home.path()).rmdir(u"gone"_s));
        held.release();
        QTRY_VERIFY(!w.window->isLeaving());
        QVERIFY(w.window->isVisible());
        QVERIFY2(w.notice().contains(u"one.csv"_s), qPrintable(w.notice()));
    }

    void aWindowDoesNotLeaveUnderADialog()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 1);
        const QSignalSpy stays(w.window.get(), &ui::MainWindow::stays);
        QVERIFY(!w.window->close());
        QDialog dialog(w.window.get());
        dialog.open();
        held.release();
        QTRY_COMPARE(stays.size(), 1);
        QVERIFY(w.window->isVisible() && dialog.isVisible() && !w.window->isLeaving() && QFile::exists(paths[0]));
    }

    void aFileThatIsHandedOverKeepsTheWindow()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 1);
        const QSignalSpy stays(w.window.get(), &ui::MainWindow::stays);
        QVERIFY(!w.window->close());
        w.window->openFiles({ w.home.filePath(u"plan.html"_s) });
        QCOMPARE(stays.size(), 1);
        QVERIFY2(!w.notice().contains(u"closes once"_s), qPrintable(w.notice()));
        held.release();
        QTRY_VERIFY(QFile::exists(paths[0]));
        QVERIFY(w.window->isVisible() && !w.window->isLeaving());
    }

    void aFailureIsNotHiddenByWhatIsWrittenAfterIt()
    {
        Window w;
        support::HeldWorkers held;
        QVERIFY(QDir(w.home.path()).mkdir(u"gone"_s));
        for (const QString& path : { w.home.filePath(u"gone/one.csv"_s), w.home.filePath(u"two.csv"_s) }) {
            support::whenAskedForAFile(path);
            w.trigger("file.export.csv");
        }
        QVERIFY(QDir(w.home.path()).rmdir(u"gone"_s));
        const auto* files = w.window->findChild<ui::FileCommands*>();
        QVERIFY(files != nullptr);
        const QSignalSpy ended(files, &ui::FileCommands::ended);
        held.release();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].toBool(), false);
        QVERIFY(QFile::exists(w.home.filePath(u"two.csv"_s)));
        QVERIFY2(w.notice().contains(u"one.csv"_s), qPrintable(w.notice()));
        support::whenAskedForAFile(w.home.filePath(u"three.csv"_s)); // it is not to blame
        w.trigger("file.export.csv");
        QTRY_VERIFY2(w.notice().startsWith(u"Wrote"_s), qPrintable(w.notice()));
    }

    /// The one whose file takes its name at that moment is written; no other is begun.
    void aCancelThatComesTooLateEndsWhatWaits()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 2);
        auto* cancel = w.window->findChild<QAction*>(u"export.stop"_s);
        auto* look = w.window->findChild<QTimer*>(u"export.look"_s);
        QVERIFY(cancel != nullptr && look != nullptr);
        held.release(); // its result is on its way
        cancel->trigger();
        QTimerEvent looked(look->timerId());
        QCoreApplication::sendEvent(look, &looked);
        QVERIFY(!cancel->isEnabled()); // there is nothing left to give up
        QTRY_VERIFY(w.notice().startsWith(u"Wrote"_s));
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(QFile::exists(paths[0]) && !QFile::exists(paths[1]));
        support::HeldWorkers heldAgain;
        support::whenAskedForAFile(w.home.filePath(u"next.csv"_s));
        w.trigger("file.export.csv");
        QVERIFY(cancel->isEnabled());
    }

    void aWaitCannotBeClosedOnlyCancelled()
    {
        Window w;
        support::HeldWorkers held;
        exported(w, 1);
        QTRY_VERIFY(w.find<QWidget>(u"noticeProgress"_s)->isVisible());
        auto* close = w.find<QAbstractButton>(u"noticeClose"_s);
        QVERIFY(!close->isVisible());
        close->click();
        QVERIFY(w.find<QWidget>(u"noticeAction"_s)->isVisible());
        w.window->say(u"Something else."_s, ui::NoticeTone::Info);
        QVERIFY(close->isVisible());
    }

    void twoThatAreWaitedForCanBothBeCancelled()
    {
        Window w;
        support::HeldWorkers held;
        const QStringList paths = exported(w, 1);
        QTRY_VERIFY(w.find<QWidget>(u"noticeProgress"_s)->isVisible());
        const QString file = w.home.filePath(u"plan.html"_s);
        QVERIFY(domain::writeFileAtomically(file, "no plan"));
        w.window->openFiles({ file });
        QTRY_VERIFY(support::shownIn<QAbstractButton>(*w.window, u"wait.cancel"_s) != nullptr);
        QVERIFY2(w.notice().contains(u"plan.html"_s), qPrintable(w.notice()));
        QVERIFY(support::textIn(*w.window, u"wait.text"_s).contains(u"0.csv"_s));
        support::clickShown(*w.window, u"wait.cancel"_s); // the earlier one
        QTRY_VERIFY(support::shownIn<QAbstractButton>(*w.window, u"wait.cancel"_s) != nullptr); // the other, beneath what was said
        QVERIFY(support::textIn(*w.window, u"wait.text"_s).contains(u"plan.html"_s));
        support::clickShown(*w.window, u"wait.cancel"_s);
        QTRY_VERIFY(support::shownIn<QAbstractButton>(*w.window, u"wait.cancel"_s) == nullptr);
        held.release();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(paths[0]));
        QVERIFY2(w.notice().contains(u"Nothing was changed"_s), qPrintable(w.notice()));
    }

    void whatIsSaidMeanwhileHidesNoWait()
    {
        Window w;
        support::HeldWorkers held;
        exported(w, 1);
        QTRY_VERIFY(w.find<QWidget>(u"noticeProgress"_s)->isVisible());
        w.window->say(u"Something else."_s, ui::NoticeTone::Info);
        QCOMPARE(w.notice(), u"Something else."_s);
        QTRY_VERIFY(support::shownIn<QAbstractButton>(*w.window, u"wait.cancel"_s) != nullptr);
        w.click(u"noticeClose"_s); // and the wait takes its place
        QVERIFY(w.notice().contains(u"0.csv"_s) && w.find<QWidget>(u"noticeProgress"_s)->isVisible());
        held.release();
        QTRY_VERIFY(w.notice().startsWith(u"Wrote"_s));
    }
};

QTEST_MAIN(tst_ExportQueue)
#include "tst_ExportQueue.moc"
