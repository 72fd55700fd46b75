// SPDX-License-Identifier: GPL-3.0-or-later
#include <BehindLibrary.h>
#include <MemoryShelf.h>
#include <ModalDialogs.h>
#include <WindowFixture.h>

#include <resources/Resources.h>
#include <ui/backups/RestoreDialog.h>
#include <ui/window/AboutBox.h>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::MemoryShelf;
using support::WorkspaceFixture;

namespace {

constexpr qint64 day = 86'400'000;

/// A learner with some work, and a shelf with backups of the days before.
struct Backups
{
    WorkspaceFixture f;
    std::shared_ptr<MemoryShelf> shelf = std::make_shared<MemoryShelf>();

    explicit Backups(int count)
    {
        domain::LibraryContents then { *f.workspace->libraryId(), f.workspace->course(), {}, {} };
        for (int i = 0; i < count; ++i) {
            const QString path = u"/backups/library-%1.waymark"_s.arg(i);
            shelf->entries.push_back(
                { path, WorkspaceFixture::now - (i + 1) * day, 2'100'000 + i * 1000, i == 1 ? WorkspaceFixture::now : 0 });
            shelf->libraries.insert(path, then);
        }
        f.finish(u"base"_s);
        (void)f.workspace->apply(domain::writeNote(f.context(), u"base"_s, u"remember this"_s));
    }
};

/// The picture of a screen, where somebody wants to look at it.
void keepPicture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("WAYMARK_PICTURES"); !folder.isEmpty()) {
        widget.grab().save(folder + u'/' + name + u".png"_s);
    }
}

} // namespace

class tst_RestoreDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        resources::initialise();
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->setChoice(ui::Theme::Choice::Light);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void theModelSaysRowByRowWhatChanged()
    {
        ui::BackupListModel model(QTimeZone::utc());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Backups b(3);
        std::vector<domain::BackupEntry> list = b.shelf->entries;
        model.setBackups({ list[0], list[2] });
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setBackups(list);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.index(1).data(ui::BackupListModel::PathRole).toString(), list[1].path);
        list[2].testedAt = 5;
        model.setBackups(list);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
        model.setBackups({ list[1] });
        QCOMPARE(removed.size(), 2);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(reset.size(), 0);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"Tested"_s));
    }

    void withoutABackupOneIsMadeAndTested()
    {
        Backups b(0);
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        keepPicture(dialog, u"restore-empty"_s);
        QVERIFY(support::textIn(dialog, u"restore.empty"_s).contains(u"no backup"_s));
        QVERIFY(!support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isVisible());
        support::clickOn(dialog, u"restore.make"_s);
        QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        QCOMPARE(support::childOf<QListView>(dialog, u"restore.list"_s)->model()->rowCount(), 1);
        QVERIFY(support::textIn(dialog, u"restore.said"_s).contains(u"The backup restores"_s));
        QCOMPARE(dialog.backup(), u"/backups/library-new.waymark"_s);
    }

    void theNewestIsReadFirstAndSaysWhatWouldBeLost()
    {
        Backups b(3);
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        auto* restore = support::childOf<QPushButton>(dialog, u"restore.accept"_s);
        QTRY_VERIFY(restore->isEnabled());
        keepPicture(dialog, u"restore"_s);
        QVERIFY2(support::textIn(dialog, u"restore.verdict"_s).contains(u"lose 2 edit"_s),
            qPrintable(support::textIn(dialog, u"restore.verdict"_s)));
        QCOMPARE(support::textIn(dialog, u"restore.now.finished"_s), u"1"_s);
        QCOMPARE(support::textIn(dialog, u"restore.then.finished"_s), u"0"_s);
        QCOMPARE(support::textIn(dialog, u"restore.now.notes"_s), u"1"_s);
        QVERIFY(!support::textIn(dialog, u"restore.skill.base"_s).isEmpty());
        QVERIFY(support::textIn(dialog, u"restore.said"_s).contains(u"go back"_s));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(restore, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.backup(), b.shelf->entries[0].path);
    }

    /// It is when a backup is wanted most.
    void aLibraryThatCannotBeReadAnyMoreIsComparedAsItIsKnown()
    {
        class Unreadable final : public support::MemoryStore
        {
        public:
            explicit Unreadable(const MemoryStore& other)
                : MemoryStore(other)
            {
            }
            domain::LibraryReader reader() const override
            {
                return [](const domain::ReadingWatch&) { return domain::failure(domain::ErrorCode::LibraryCorrupt); };
            }
        };
        Backups b(3);
        const auto workspace = session::Workspace::open(
            std::make_unique<Unreadable>(*b.f.store), { [now = b.f.workspace->now()] { return now; }, QTimeZone::utc() });
        ui::RestoreDialog dialog(**workspace, b.shelf);
        dialog.show();
        QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        QCOMPARE(support::textIn(dialog, u"restore.now.finished"_s), u"1"_s);
        QCOMPARE(support::textIn(dialog, u"restore.then.finished"_s), u"0"_s);
    }

    void anotherBackupIsReadWhenItIsChosenByKeys()
    {
        Backups b(3);
        b.shelf->libraries[b.shelf->entries[1].path].progress = b.f.workspace->progress();
        b.shelf->libraries[b.shelf->entries[1].path].journal = b.f.workspace->journal(100).value();
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        auto* list = support::childOf<QListView>(dialog, u"restore.list"_s);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(dialog.backup(), b.shelf->entries[1].path);
        QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        QVERIFY(support::textIn(dialog, u"restore.verdict"_s).contains(u"change nothing"_s));
        keepPicture(dialog, u"restore-same"_s);
    }

    void nothingIsRestoredBeforeItsPreviewStands()
    {
        Backups b(2);
        b.shelf->isHeld = true;
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        QTRY_COMPARE(b.shelf->askedFor(), 1);
        keepPicture(dialog, u"restore-reading"_s);
        auto* restore = support::childOf<QPushButton>(dialog, u"restore.accept"_s);
        QVERIFY(!restore->isEnabled());
        support::clickOn(dialog, u"restore.stop"_s);
        QVERIFY(support::textIn(dialog, u"restore.fault"_s).startsWith(u"Stopped"_s));
        b.shelf->letGo();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!restore->isEnabled()); // what was given up does not come back
    }

    void aBadBackupSaysWhyAndCannotBeRestored()
    {
        Backups b(2);
        b.shelf->faults.insert(
            b.shelf->entries[0].path, { domain::ErrorCode::LibraryCorrupt, b.shelf->entries[0].path, u"the header is damaged"_s });
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        QTRY_VERIFY(support::textIn(dialog, u"restore.fault"_s).contains(u"the header is damaged"_s));
        QVERIFY(support::textIn(dialog, u"restore.fault"_s).contains(u"library-0.waymark"_s));
        QVERIFY(!support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        keepPicture(dialog, u"restore-bad"_s);
    }

    void aTestIsSaidAndRemembered()
    {
        Backups b(2);
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        support::clickOn(dialog, u"restore.test"_s);
        QTRY_VERIFY(support::textIn(dialog, u"restore.said"_s).contains(u"The backup restores"_s));
        const auto* list = support::childOf<QListView>(dialog, u"restore.list"_s);
        QVERIFY(list->model()->index(0, 0).data(ui::BackupListModel::IsTestedRole).toBool());
        QCOMPARE(dialog.backup(), b.shelf->entries[0].path);
    }

    void aReadOnlyLibraryShowsButRestoresNothing()
    {
        Backups b(2);
        b.f.store->setReadOnly(true);
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        QTRY_VERIFY(!support::textIn(dialog, u"restore.verdict"_s).isEmpty());
        QVERIFY(!support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        QVERIFY(support::textIn(dialog, u"restore.said"_s).contains(u"read-only"_s));
    }

    void aLibraryThatCouldNotBeReadAgainIsRestoredOnceItHasBeen()
    {
        Backups b(2);
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.show();
        const auto* restore = support::childOf<QPushButton>(dialog, u"restore.accept"_s);
        QTRY_VERIFY(restore->isEnabled());
        support::fallBehind(*b.f.workspace, *b.f.store);
        QVERIFY(!restore->isEnabled());
        QVERIFY(support::textIn(dialog, u"restore.said"_s).contains(u"could not be read again"_s));
        b.f.workspace->noticeDay();
        QVERIFY(restore->isEnabled());
        QVERIFY(!support::textIn(dialog, u"restore.said"_s).contains(u"could not be read again"_s));
    }

    void aReadOnlyWindowSaysSoForGoodAndOffersNoEditButEveryExport()
    {
        support::WindowFixture w;
        w.f.finish(u"base"_s);
        w.window.reset();
        w.f.store->setReadOnly(true);
        w.open();
        w.window->go({ ui::PageId::Skill, u"base"_s, {} });
        for (const char* id : { "edit.undo", "edit.redo", "edit.goal", "skill.start", "skill.finish", "skill.skip", "skill.reset",
                 "skill.watch.start", "file.import", "file.install-course", "file.backup" }) {
            QVERIFY2(!w.window->actions()[id]->isEnabled(), id);
        }
        for (const char* id : { "file.export.plan", "file.export.pdf", "file.export.markdown", "file.export.csv", "file.export.json",
                 "file.export.ics", "file.export.svg", "file.export.png" }) {
            QVERIFY2(w.window->actions()[id]->isEnabled(), id);
        }
        w.window->say(u"something else"_s, ui::NoticeTone::Info);
        QVERIFY(support::textIn(*w.window, u"readOnlyBanner"_s).contains(u"read-only"_s));
        w.window->resize(1000, 700);
        keepPicture(*w.window, u"read-only"_s);
    }

    void manyBackupsAndMuchThatDiffersFitANarrowWindow_data()
    {
        QTest::addColumn<ui::Theme::Choice>("colours");
        QTest::newRow("light") << ui::Theme::Choice::Light;
        QTest::newRow("dark") << ui::Theme::Choice::Dark;
        QTest::newRow("contrast") << ui::Theme::Choice::HighContrast;
    }

    void manyBackupsAndMuchThatDiffersFitANarrowWindow()
    {
        QFETCH(ui::Theme::Choice, colours);
        ui::Theme theme(*qApp);
        theme.setChoice(colours);
        Backups b(120);
        for (int i = 0; i < 300; ++i) {
            (void)b.f.workspace->apply(domain::writeNote(b.f.context(), u"base"_s, u"note %1"_s.arg(i)));
        }
        ui::RestoreDialog dialog(*b.f.workspace, b.shelf);
        dialog.resize(720, 480);
        dialog.show();
        QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
        QCOMPARE(dialog.width(), 720);
        keepPicture(dialog, u"restore-many-"_s + QString::fromLatin1(QTest::currentDataTag()));
        for (const QString& name : { u"restore.accept"_s, u"restore.cancel"_s, u"restore.test"_s, u"restore.file"_s }) {
            const auto* button = support::childOf<QPushButton>(dialog, name);
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(name));
        }
    }

    void theFileMenuTestsTheNewestBackup()
    {
        Backups b(2);
        support::WindowFixture w;
        QVERIFY(!w.window->actions()["file.backup.test"]->isEnabled());
        w.window->setBackups(b.shelf);
        w.trigger("file.backup.test");
        QTRY_VERIFY(w.notice().startsWith(u"The backup restores"_s));
        QVERIFY(w.window->actions()["file.backup.test"]->isEnabled());
        b.shelf->faults.insert(b.shelf->entries[0].path, { domain::ErrorCode::LibraryCorrupt, b.shelf->entries[0].path, u"cut"_s });
        w.trigger("file.backup.test");
        QTRY_VERIFY2(w.notice().contains(u"cannot be restored (cut)"_s), qPrintable(w.notice()));
    }

    void theFirstTestMakesABackup()
    {
        Backups b(0);
        support::WindowFixture w;
        w.window->setBackups(b.shelf);
        w.trigger("file.backup.test");
        QTRY_VERIFY(w.notice().startsWith(u"Made the first backup."_s));
    }

    void aTestThatWasGivenUpSaysNothingLater()
    {
        Backups b(1);
        b.shelf->isHeld = true;
        support::WindowFixture w;
        w.window->setBackups(b.shelf);
        w.trigger("file.backup.test");
        QTRY_COMPARE(b.shelf->askedFor(), 1);
        w.window->findChild<QAction*>(u"backup.cancel"_s)->trigger();
        const QString notice = w.notice();
        QVERIFY(notice.startsWith(u"Cancelled"_s));
        b.shelf->letGo();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(w.notice(), notice);
    }

    void theWindowAsksForTheRestoreOfTheChosenOne()
    {
        Backups b(2);
        support::WindowFixture w;
        w.window->setBackups(b.shelf);
        QSignalSpy wanted(w.window.get(), &ui::MainWindow::restoreRequested);
        support::whenDialogIsUp(u"restoreDialog"_s, [](QDialog& dialog) {
            QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"restore.accept"_s)->isEnabled());
            support::clickOn(dialog, u"restore.accept"_s);
        });
        w.trigger("file.backup.restore");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), b.shelf->entries[0].path);
    }

    void aSyncedFolderIsWarnedOf()
    {
        Backups b(1);
        support::WindowFixture w;
        w.window->setBackups(b.shelf);
        w.window->warnOfSync({}, {});
        QCOMPARE(w.notice(), QString());
        w.window->warnOfSync(u"Syncthing"_s, {});
        QVERIFY(w.notice().startsWith(u"Syncthing syncs the folder"_s));
        support::whenDialogIsUp(u"syncDialog"_s, [](QDialog& dialog) {
            keepPicture(dialog, u"sync"_s);
            dialog.reject();
        });
        w.window->findChild<QAction*>(u"sync.ask"_s)->trigger();
    }

    void aCopyPutAsideIsComparedLikeABackup()
    {
        Backups b(2);
        const QString path = u"/home/library (conflicted copy).waymark"_s;
        b.shelf->libraries.insert(path, b.shelf->libraries.value(b.shelf->entries[0].path));
        support::WindowFixture w;
        w.window->setBackups(b.shelf);
        w.window->warnOfSync({}, { path });
        QSignalSpy wanted(w.window.get(), &ui::MainWindow::restoreRequested);
        support::whenDialogIsUp(u"syncDialog"_s, [](QDialog& dialog) {
            support::whenDialogIsUp(u"restoreDialog"_s, [](QDialog& restore) {
                QTRY_VERIFY(support::childOf<QPushButton>(restore, u"restore.accept"_s)->isEnabled());
                support::clickOn(restore, u"restore.accept"_s);
            });
            support::clickOn(dialog, u"sync.compare.0"_s);
        });
        w.window->findChild<QAction*>(u"sync.ask"_s)->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), path);
    }

    void aboutSaysWhenTheLastBackupWasMadeAndTested()
    {
        Backups b(2);
        support::WindowFixture w;
        w.window->setBackups(b.shelf);
        QString text;
        support::whenDialogIsUp(u"about"_s, [&text](QDialog& box) {
            text = static_cast<QMessageBox&>(box).informativeText();
            box.reject();
        });
        w.trigger("help.about");
        QVERIFY2(text.contains(u"Last backup: "_s) && text.contains(u"Last test of a backup: "_s), qPrintable(text));
    }

private:
    std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(tst_RestoreDialog)
#include "tst_RestoreDialog.moc"
