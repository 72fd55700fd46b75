// SPDX-License-Identifier: GPL-3.0-or-later
#include <ModalDialogs.h>
#include <WindowFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/CalendarFile.h>

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
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void theCalendarIsWrittenAndSaysWhatItLacks()
    {
        Window w;
        const QString path = w.home.filePath(u"study.ics"_s);
        support::whenAskedForAFile(path);
        w.trigger("file.export.ics");
        const std::optional<exchange::CalendarFile> calendar = exchange::calendarFrom(bytesOf(path));
        QVERIFY(calendar && calendar->events.empty() && !calendar->tasks.empty());
        QVERIFY(w.notice().contains(path));
        QVERIFY(w.notice().endsWith(u"The week has no hours of study yet, so nothing can be dated. Say how many hours you have."));
    }

    void aCalendarGoesOnFromTheOneThatIsThere()
    {
        Window w;
        QVERIFY(w.f.workspace->apply(domain::setGoal(w.f.context(), { u"whole"_s, 7, {} })));
        const QString path = w.home.filePath(u"study.ics"_s);
        support::whenAskedForAFile(path);
        w.trigger("file.export.ics");
        const std::optional<exchange::CalendarFile> first = exchange::calendarFrom(bytesOf(path));
        QVERIFY(first && !first->events.empty());
        QVERIFY(w.notice().endsWith(u"study.ics."));
        w.f.finish(u"base"_s);
        support::whenAskedForAFile(path);
        confirm();
        w.trigger("file.export.ics");
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
        QVERIFY(bytesOf(path).startsWith("# Week from Monday, 16 November 2026\n"));
        QVERIFY(w.notice().endsWith(u"week.md."));
    }
};

QTEST_MAIN(tst_FileCommands)
#include "tst_FileCommands.moc"
