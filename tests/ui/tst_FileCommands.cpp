// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <ModalDialogs.h>
#include <WholeLesson.h>
#include <WindowFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/CalendarFile.h>
#include <resources/Resources.h>
#include <session/StillLibrary.h>
#include <ui/print/PlanExports.h>

#include <QImage>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using Window = support::WindowFixture;

namespace {

QByteArray bytesOf(const QString& path)
{
    return domain::readFile(path, 1 << 20).value_or(QByteArray());
}

/// Qt's file dialog asks before it gives out a file that is there, in a box without a name.
void confirm()
{
    support::whenDialogIsUp(
        {}, [](QDialog& box) { QTest::mouseClick(static_cast<QMessageBox&>(box).button(QMessageBox::Yes), Qt::LeftButton); });
}

void openLesson(Window& w)
{
    QVERIFY(w.f.workspace->installCourse(fixture::courseWithLesson(fixture::wholeLesson())));
    w.window->go({ ui::PageId::Skill, u"skill"_s, {} });
}

/// The name that the file dialog proposes, which is then given up.
QString takenProposal(Window& w, const char* action)
{
    QString proposal;
    support::whenDialogIsUp(u"QFileDialog"_s, [&proposal](QDialog& files) {
        proposal = files.findChild<QLineEdit*>(u"fileNameEdit"_s)->text();
        files.reject();
    });
    w.trigger(action);
    return proposal;
}

} // namespace

class tst_FileCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::initialise(); // icons: a worker paints them without pixmaps
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void theCalendarIsWrittenAndSaysWhatItLacks()
    {
        Window w;
        const QString path = w.home.filePath(u"study.ics"_s);
        support::whenAskedForAFile(path);
        w.trigger("file.export.ics");
        QTRY_VERIFY(w.notice().contains(path));
        const std::optional<exchange::CalendarFile> calendar = exchange::calendarFrom(bytesOf(path));
        QVERIFY(calendar && calendar->events.empty() && !calendar->tasks.empty());
        QVERIFY(w.notice().endsWith(u"The week has no hours of study yet, so nothing can be dated. Say how many hours you have."));
    }

    void aCalendarGoesOnFromTheOneThatIsThere()
    {
        Window w;
        QVERIFY(w.f.workspace->apply(domain::setGoal(w.f.context(), { u"whole"_s, 7, {} })));
        const QString path = w.home.filePath(u"study.ics"_s);
        support::whenAskedForAFile(path);
        w.trigger("file.export.ics");
        QTRY_VERIFY(QFile::exists(path));
        const std::optional<exchange::CalendarFile> first = exchange::calendarFrom(bytesOf(path));
        QVERIFY(first && !first->events.empty());
        QTRY_VERIFY(w.notice().endsWith(u"study.ics."));
        w.f.finish(u"base"_s);
        support::whenAskedForAFile(path);
        confirm();
        const QByteArray before = bytesOf(path);
        w.trigger("file.export.ics");
        QTRY_VERIFY(bytesOf(path) != before);
        const std::optional<exchange::CalendarFile> second = exchange::calendarFrom(bytesOf(path));
        QVERIFY(second && second->sequence > first->sequence);
    }

    void theSummaryIsNamedAfterItsWeek()
    {
        Window w;
        QCOMPARE(takenProposal(w, "file.export.summary"), u"Graph-2026-11-16.md"_s);
        QCOMPARE(takenProposal(w, "file.export.ics"), u"Graph.ics"_s);
        const QString path = w.home.filePath(u"week.md"_s);
        support::whenAskedForAFile(path);
        w.trigger("file.export.summary");
        QTRY_VERIFY(w.notice().endsWith(u"week.md."));
        QVERIFY(bytesOf(path).startsWith("# Week from Monday, 16 November 2026\n"));
    }

    /// And before it is written, not after.
    void whatTheLibraryHeldThenIsWritten_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* format : { "plan", "json", "markdown", "csv", "svg", "ics", "summary" }) {
            QTest::newRow(format) << QString::fromLatin1(format);
        }
    }
    void whatTheLibraryHeldThenIsWritten()
    {
        QFETCH(const QString, format);
        Window w;
        QVERIFY(w.f.workspace->apply(domain::setGoal(w.f.context(), { u"whole"_s, 7, {} })));
        w.f.finish(u"base"_s);
        const QByteArray expected = ui::exportPlan(*w.f.workspace, format).value();
        const QString path = w.home.filePath(u"plan.out"_s);
        support::HeldWorkers held;
        support::whenAskedForAFile(path);
        w.trigger(qPrintable(u"file.export."_s + format));
        w.f.finish(w.f.workspace->course().skills.back().id);
        QVERIFY(expected != ui::exportPlan(*w.f.workspace, format).value());
        QVERIFY(!QFile::exists(path));
        held.release();
        QTRY_VERIFY(w.notice().contains(path));
        QCOMPARE(bytesOf(path), expected);
    }

    void aPictureOfTheMapIsPaintedOnAWorker()
    {
        Window w;
        const QString path = w.home.filePath(u"map.png"_s);
        support::whenAskedForAFile(path);
        w.trigger("file.export.png");
        QTRY_VERIFY(w.notice().contains(path));
        const QImage here = QImage::fromData(ui::exportPlan(*w.f.workspace, u"png"_s).value());
        const QImage there(path);
        QVERIFY(!there.isNull());
        QCOMPARE(there.size(), here.size());
        qint64 others = 0; // an icon may differ by the rounding of its edge
        for (int y = 0; y < here.height(); ++y) {
            for (int x = 0; x < here.width(); ++x) {
                others += here.pixel(x, y) == there.pixel(x, y) ? 0 : 1;
            }
        }
        QVERIFY2(others * 1'000 < qint64 { here.width() } * here.height(), qPrintable(QString::number(others)));
    }

    void aLessonIsMadeOnAWorkerAsItWasWhenItWasAskedFor()
    {
        Window w;
        openLesson(w);
        const QString path = w.home.filePath(u"lesson.pdf"_s);
        support::HeldWorkers held;
        support::whenAskedForAFile(path);
        w.trigger("file.export-lesson");
        QVERIFY(w.f.workspace->installCourse({ w.f.workspace->course(), {}, {}, u"without lessons"_s, {} }));
        held.release();
        QTRY_VERIFY(w.notice().contains(path));
        QVERIFY(bytesOf(path).startsWith("%PDF-"));
    }

    void aCancelledExportLeavesTheFileThatWasThere_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("pages") << QByteArray("file.export.pdf");
        QTest::newRow("a picture") << QByteArray("file.export.png");
        QTest::newRow("data") << QByteArray("file.export.json");
        QTest::newRow("a lesson") << QByteArray("file.export-lesson");
    }
    void aCancelledExportLeavesTheFileThatWasThere()
    {
        QFETCH(const QByteArray, action);
        Window w;
        openLesson(w);
        const QString path = w.home.filePath(u"out/earlier"_s);
        QVERIFY(QDir(w.home.path()).mkdir(u"out"_s) && domain::writeFileAtomically(path, "what was there"));
        support::HeldWorkers held;
        support::whenAskedForAFile(path);
        confirm();
        w.trigger(action.constData());
        QTRY_VERIFY(w.find<QWidget>(u"noticeProgress"_s)->isVisible());
        QVERIFY2(w.notice().contains(u"earlier"_s), qPrintable(w.notice()));
        w.click(u"rail.go.recall"_s); // the window goes on
        QVERIFY(w.find<QWidget>(u"recallPage"_s)->isVisible());
        w.click(u"noticeAction"_s);
        QVERIFY2(w.notice().contains(u"Nothing was changed"_s), qPrintable(w.notice()));
        QVERIFY(!w.find<QWidget>(u"noticeProgress"_s)->isVisible());
        held.release();
        QCoreApplication::processEvents();
        QCOMPARE(bytesOf(path), QByteArray("what was there"));
        const auto all = QDir::Files | QDir::Hidden;
        QCOMPARE(QDir(w.home.filePath(u"out"_s)).entryList(all), QStringList(u"earlier"_s));
        w.window->go({ ui::PageId::Skill, u"skill"_s, {} });
        support::whenAskedForAFile(w.home.filePath(u"out/next"_s));
        w.trigger(action.constData()); // and the next one is written
        QTRY_COMPARE(QDir(w.home.filePath(u"out"_s)).entryList(all).size(), 2);
    }

    void aFileThatMayNotTakeItsNameLeavesNothing()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(u"earlier"_s);
        QVERIFY(domain::writeFileAtomically(path, "what was there"));
        QStringList meanwhile;
        const auto all = QDir::Files | QDir::Hidden;
        const auto refused = ui::writeExport(path, "what comes", true, [&] {
            meanwhile = QDir(home.path()).entryList(all);
            return false;
        });
        QVERIFY(!refused && refused.error().code == domain::ErrorCode::Cancelled);
        QCOMPARE(meanwhile.size(), 2); // it was written whole
        QCOMPARE(bytesOf(path), QByteArray("what was there"));
        QCOMPARE(QDir(home.path()).entryList(all).size(), 1);
        QVERIFY(ui::writeExport(path, "what comes", true, [] { return true; }));
        QCOMPARE(bytesOf(path), QByteArray("what comes"));
    }

    void anExportThatIsToldToStopsBeforeItIsMade()
    {
        const Window w;
        for (const QString& format : { u"plan"_s, u"json"_s, u"markdown"_s, u"csv"_s, u"pdf"_s }) {
            const auto ended = ui::exportPlan(*w.f.workspace, format, [](int, int) { return false; });
            QVERIFY2(!ended && ended.error().code == domain::ErrorCode::Cancelled, qPrintable(format));
        }
    }

    void aLibraryThatStandsStillTakesNoEdit()
    {
        Window w;
        w.f.finish(u"base"_s);
        const auto still = session::stillOf(*w.f.workspace)().value();
        QVERIFY(still->isReadOnly() && still->progress() == w.f.workspace->progress() && still->course() == w.f.workspace->course());
        QCOMPARE(still->libraryId().value(), w.f.workspace->libraryId().value());
        QCOMPARE(still->now(), w.f.workspace->now());
        QVERIFY(!still->apply(domain::setGoal(still->context(), { u"whole"_s, 9, {} })));
        QVERIFY(!still->undo() && !still->installCourse({}) && still->progress() == w.f.workspace->progress());
    }
};

QTEST_MAIN(tst_FileCommands)
#include "tst_FileCommands.moc"
