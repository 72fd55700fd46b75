// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says and shows of a crash, with real clicks; how safe mode is left.
#include <ModalDialogs.h>
#include <WindowFixture.h>

#include <session/CrashShelf.h>
#include <ui/window/CrashDialog.h>

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>

using namespace waymark;
using namespace waymark::support;

namespace {

void write(const session::CrashShelf& shelf, int day)
{
    QFile report(shelf.pathOf(QString::number(day)));
    QVERIFY(report.open(QIODevice::WriteOnly));
    report.write(u"Waymark ended.\n\nstarted: 2026-01-0%1T00:00:00Z\nended: 2026-01-0%1T01:02:00Z\ntask: window\nreport %1 <b>\n"_s.arg(day)
                     .toUtf8());
}

struct Crashed : WindowFixture
{
    session::CrashShelf shelf { home.path() };

    explicit Crashed(int reports)
    {
        for (int day = 1; day <= reports; ++day) {
            write(shelf, day);
        }
    }
    void tell() const
    {
        const auto reports = shelf.reports();
        window->tellOfCrashes(shelf, reports.empty() ? std::nullopt : std::optional(reports.front()));
    }
    [[nodiscard]] QAction* entry() const { return window->actions()["help.crashes"]; }
};

QString textOf(const QDialog& dialog)
{
    return dialog.findChild<QPlainTextEdit*>(u"crash.text"_s)->toPlainText();
}

void press(QDialog& dialog, const char* id)
{
    QTest::mouseClick(dialog.findChild<QAbstractButton*>(QLatin1StringView(id)), Qt::LeftButton);
}

} // namespace

class tst_CrashCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void withoutAReportNothingIsSaid();
    void theNoticeLeadsToTheReport();
    void theReportIsPlainTextToCopyAndDelete();
    void olderReportsCanBeChosen();
    void theReportCanBeSaved();
    void aReportThatIsGoneIsNoFault();
    void safeModeRemembersNothingAndIsLeftByItsButton();
};

void tst_CrashCommands::withoutAReportNothingIsSaid()
{
    Crashed w(0);
    w.tell();
    QCOMPARE(w.notice(), QString());
    QVERIFY(!w.entry()->isEnabled());
}

void tst_CrashCommands::theNoticeLeadsToTheReport()
{
    Crashed w(1);
    w.tell();
    QVERIFY(w.notice().startsWith(u"Waymark ended unexpectedly at "_s));
    QVERIFY(w.entry()->isEnabled());
    QString shown;
    whenDialogIsUp(u"crashDialog"_s, [&shown](QDialog& dialog) {
        shown = textOf(dialog);
        QTest::keyClick(&dialog, Qt::Key_Escape);
    });
    w.click(u"noticeAction"_s);
    QVERIFY(shown.contains(u"report 1 <b>"_s));
    QCOMPARE(w.shelf.reports().size(), std::size_t { 1 });
}

void tst_CrashCommands::theReportIsPlainTextToCopyAndDelete()
{
    Crashed w(1);
    w.tell();
    bool isGone = false;
    whenDialogIsUp(u"crashDialog"_s, [&](QDialog& dialog) {
        press(dialog, "crash.copy");
        press(dialog, "crash.delete");
        isGone = !dialog.isVisible(); // there is none left to show
    });
    w.entry()->trigger();
    QVERIFY(isGone);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"report 1 <b>"_s));
    QVERIFY(w.shelf.reports().empty());
    QVERIFY(!w.entry()->isEnabled());
    QTRY_COMPARE(w.notice(), QString()); // its offer is out of date
}

void tst_CrashCommands::olderReportsCanBeChosen()
{
    Crashed w(3);
    w.tell();
    QStringList shown;
    bool isVisible = false;
    whenDialogIsUp(u"crashDialog"_s, [&](QDialog& dialog) {
        auto* choice = dialog.findChild<QComboBox*>(u"crash.choice"_s);
        isVisible = choice->isVisible();
        shown.append(textOf(dialog));
        QTest::keyClick(choice, Qt::Key_Down);
        shown.append(textOf(dialog));
        press(dialog, "crash.delete");
        shown.append(textOf(dialog));
        press(dialog, "crash.close");
    });
    w.entry()->trigger();
    QVERIFY(isVisible);
    QVERIFY(shown.value(0).contains(u"report 3"_s) && shown.value(1).contains(u"report 2"_s) && shown.value(2).contains(u"report 3"_s));
    QCOMPARE(w.shelf.reports().size(), std::size_t { 2 });
}

void tst_CrashCommands::theReportCanBeSaved()
{
    Crashed w(1);
    w.tell();
    const QString path = w.home.filePath(u"kept.txt"_s);
    whenDialogIsUp(u"crashDialog"_s, [&](QDialog& dialog) {
        whenAskedForAFile(path);
        press(dialog, "crash.save");
        press(dialog, "crash.close");
    });
    w.entry()->trigger();
    QFile kept(path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().contains("report 1 <b>"));
}

void tst_CrashCommands::aReportThatIsGoneIsNoFault()
{
    Crashed w(2);
    w.tell();
    QString left;
    whenDialogIsUp(u"crashDialog"_s, [&](QDialog& dialog) {
        QVERIFY(session::CrashShelf::remove(w.shelf.reports().front()));
        press(dialog, "crash.delete");
        left = textOf(dialog);
        press(dialog, "crash.close");
    });
    w.entry()->trigger();
    QVERIFY(left.contains(u"report 1"_s));
    QVERIFY(w.notice().startsWith(u"Waymark ended unexpectedly at "_s)); // and no error in its place
}

void tst_CrashCommands::safeModeRemembersNothingAndIsLeftByItsButton()
{
    Crashed w(0);
    w.window.reset();
    w.windowSettings.setTheme(ui::Theme::Choice::Dark);
    w.windowSettings.setPlace({ ui::PageId::Plan, {}, {} });
    ui::WindowSettings safe(w.settings, ui::WindowSettings::Start::Safe);
    w.theme.setChoice(safe.theme());
    ui::MainWindow window(*w.f.workspace, w.theme, safe);
    window.show();
    window.tellOfCrashes(w.shelf, {});
    const auto* bar = childOf<ui::NoticeBar>(window, u"noticeBar"_s);
    QVERIFY(bar->text().startsWith(u"This is safe mode"_s));
    QVERIFY(window.windowTitle().startsWith(u"Today"_s));
    QVERIFY(!safe.isFirstRun());

    window.go({ ui::PageId::Progress, {}, {} });
    QCOMPARE(w.windowSettings.place().page, ui::PageId::Plan);
    QCOMPARE(w.theme.choice(), ui::Theme::Choice::System);

    QTest::mouseClick(childOf<QAbstractButton>(window, u"noticeAction"_s), Qt::LeftButton);
    QVERIFY(window.windowTitle().startsWith(u"Plan"_s));
    QCOMPARE(w.theme.choice(), ui::Theme::Choice::Dark);
    window.go({ ui::PageId::Progress, {}, {} });
    QCOMPARE(w.windowSettings.place().page, ui::PageId::Progress);
    w.theme.setChoice(ui::Theme::Choice::System);
}

QTEST_MAIN(tst_CrashCommands)
#include "tst_CrashCommands.moc"
