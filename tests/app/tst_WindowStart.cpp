// SPDX-License-Identifier: GPL-3.0-or-later
// The program from its start to its end, in this process: what it does where the library is not as it should be, and how a restore goes.
#include <CommandFixture.h>
#include <ModalDialogs.h>
#include <ScreenParts.h>

#include <app/CommandLine.h>
#include <app/DraftFile.h>
#include <app/WindowStart.h>
#include <storage/Connection.h>
#include <storage/SqliteStore.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The window that is shown, or null.
ui::MainWindow* shownWindow()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        auto* window = qobject_cast<ui::MainWindow*>(widget);
        if (window != nullptr && window->isVisible()) {
            return window;
        }
    }
    return nullptr;
}

QString noticeOf(const ui::MainWindow& window)
{
    return support::childOf<ui::NoticeBar>(window, u"noticeBar"_s)->text();
}

/// Acts once, as soon as there is a window of which `isReady` holds.
void whenWindow(const std::function<bool(ui::MainWindow&)>& isReady, const std::function<void(ui::MainWindow&)>& act)
{
    auto* look = new QTimer(qApp);
    QObject::connect(look, &QTimer::timeout, look, [=] {
        ui::MainWindow* window = shownWindow();
        if (window != nullptr && QApplication::activeModalWidget() == nullptr && isReady(*window)) {
            look->stop();
            look->deleteLater();
            act(*window);
        }
    });
    look->start(1);
}

bool isThere(ui::MainWindow&)
{
    return true;
}

void closeIt(ui::MainWindow& window)
{
    window.close();
}

/// Another program that writes into the library.
class Foreign
{
public:
    explicit Foreign(const QString& library)
        : m_library(library)
    {
    }
    ~Foreign() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY_MOVE(Foreign)

    bool lock() { return sqlite3_open(m_library.toUtf8().constData(), &m_handle) == SQLITE_OK && run("BEGIN IMMEDIATE"); }
    bool unlock() { return run("ROLLBACK"); }
    bool run(const char* sql) { return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

private:
    QString m_library;
    sqlite3* m_handle = nullptr;
};

} // namespace

class tst_WindowStart : public QObject, support::CommandFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qputenv("XDG_STATE_HOME", path(u"state"_s).toUtf8());
    }

    void init()
    {
        makeLibrary();
        QDir(path(u"state"_s)).removeRecursively();
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        settings.clear();
        ui::WindowSettings(settings).setFirstRunDone();
    }

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

    void aMissingLibraryIsNeverMadeAndEachWayOutIsOffered()
    {
        const QString real = m_library;
        const QString moved = path(u"moved.waymark"_s);
        QVERIFY(QFile::rename(real, moved));
        QStringList offered;
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            for (const QPushButton* button : dialog.findChildren<QPushButton*>()) {
                offered += button->objectName();
            }
            QVERIFY(!QFile::exists(real));
            QVERIFY(QFile::rename(moved, real)); // the disk is mounted
            whenWindow(isThere, closeIt);
            support::clickOn(dialog, u"problemRetry"_s);
        });
        QCOMPARE(start(), 0);
        for (const QString& way : { u"problemRetry"_s, u"problemLocate"_s, u"problemRestore"_s, u"problemCreate"_s, u"problemQuit"_s }) {
            QVERIFY2(offered.contains(way), qPrintable(way));
        }
        QVERIFY(QFile::rename(real, moved));
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) { support::clickOn(dialog, u"problemQuit"_s); });
        QCOMPARE(start(), 3);
        QVERIFY(!QFile::exists(real));
    }

    void aMissingLibraryIsLocatedWithItsDrafts()
    {
        writeEvidence(u"half a thought"_s);
        const QString moved = path(u"moved elsewhere.waymark"_s);
        QVERIFY(QFile::rename(m_library, moved));
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            support::whenAskedForAFile(moved);
            support::clickOn(dialog, u"problemLocate"_s);
        });
        const QString word = wordOfStart();
        QVERIFY2(word.startsWith(u"You wrote evidence"_s), qPrintable(word));
        QVERIFY(!QFile::exists(m_library));
        QVERIFY(QFile::copy(moved, m_library));
        QCOMPARE(wordOfStart(), QString()); // a copy has none
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

    void aMissingLibraryIsMadeAnewOnlyWhereOneSays()
    {
        const QString fresh = path(u"fresh.waymark"_s);
        QVERIFY(QFile::remove(m_library));
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            whenWindow([](ui::MainWindow& window) { return window.menuWidget()->isEnabled(); }, closeIt);
            support::whenAskedForAFile(fresh);
            support::clickOn(dialog, u"problemCreate"_s);
        });
        QCOMPARE(start(), 0);
        QVERIFY(!QFile::exists(m_library));
        QVERIFY(storage::SqliteStore::open(fresh, {}).has_value());
    }

    void aLockOfAnotherHostIsExplainedAndTheLibraryIsRead()
    {
        QFile lock(m_library + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("1\nwaymark\nanother-host\n0123456789abcdef0123456789abcdef\n\n");
        lock.close();
        QString text;
        QString banner;
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            text = support::textIn(dialog, u"problemText"_s);
            whenWindow(isThere, [&](ui::MainWindow& window) {
                banner = support::textIn(window, u"readOnlyBanner"_s);
                window.close();
            });
            support::clickOn(dialog, u"problemReadOnly"_s);
        });
        QCOMPARE(start(), 0);
        QVERIFY2(text.contains(u"another-host"_s), qPrintable(text));
        QVERIFY(!banner.isEmpty());
        QVERIFY(lock.remove());
    }

    void aForeignLockIsWaitedForWithTheWindowAlive()
    {
        Foreign foreign(m_library);
        bool wasSaved = false;
        int turns = 0;
        whenWindow([](ui::MainWindow& window) { return window.menuWidget()->isEnabled(); },
            [&](ui::MainWindow& window) {
                QVERIFY(foreign.lock());
                window.go({ ui::PageId::Skill, u"vcs-git-basics"_s, {} });
                QTimer ticks; // the window lives while it waits
                QObject::connect(&ticks, &QTimer::timeout, &ticks, [&turns] { ++turns; });
                ticks.start(10);
                support::whenDialogIsUp(u"busyWait"_s, [&foreign](QDialog&) { QVERIFY(foreign.unlock()); });
                window.actions()["skill.start"]->trigger();
                wasSaved = window.actions()["edit.undo"]->isEnabled();
                window.close();
            });
        QCOMPARE(start(), 0);
        QVERIFY(wasSaved);
        QVERIFY(turns > 0);
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 1);
    }

    /// Held so that nobody else can even read it; by another process, for this one has but one set of locks.
    void aLibraryThatAnotherProgramHoldsIsOpenedOnceItLetsGo()
    {
        QProcess other;
        other.start(u"sqlite3"_s, { m_library });
        if (!other.waitForStarted()) {
            QSKIP("the sqlite3 shell is not installed");
        }
        other.write("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; SELECT 'held';\n");
        while (!other.readAllStandardOutput().contains("held")) {
            QVERIFY(other.waitForReadyRead());
        }
        bool hasWaited = false;
        support::whenDialogIsUp(u"busyWait"_s, [&](QDialog&) {
            hasWaited = true;
            other.write("ROLLBACK;\n.quit\n");
            QVERIFY(other.waitForFinished());
        });
        whenWindow(isThere, closeIt);
        QCOMPARE(start(), 0);
        QVERIFY(hasWaited);
    }

    void givingUpOnAForeignLockChangesNothing()
    {
        Foreign foreign(m_library);
        QString word;
        whenWindow([](ui::MainWindow& window) { return window.menuWidget()->isEnabled(); },
            [&](ui::MainWindow& window) {
                QVERIFY(foreign.lock());
                window.go({ ui::PageId::Skill, u"vcs-git-basics"_s, {} });
                support::whenDialogIsUp(u"busyWait"_s, [](QDialog& dialog) {
                    QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"busyWait.cancel"_s)->isEnabled());
                    support::clickOn(dialog, u"busyWait.cancel"_s);
                });
                window.actions()["skill.start"]->trigger();
                word = noticeOf(window);
                window.close();
            });
        QCOMPARE(start(), 0);
        QVERIFY2(word.contains(u"Another program is using the library"_s), qPrintable(word));
        QVERIFY(foreign.unlock());
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 0);
    }

    /// They share an id, for a copy is made of all of it.
    void copiesOfALibraryHaveDraftsOfTheirOwn()
    {
        const QString copy = path(u"a copy.waymark"_s);
        QVERIFY(QFile::copy(m_library, copy));
        writeEvidence(u"of the first"_s);
        const QString first = std::exchange(m_library, copy);
        QCOMPARE(wordOfStart(), QString());
        writeEvidence(u"of the copy"_s);
        m_library = first;
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
        const QDir state(path(u"state/waymark"_s));
        const QStringList files = state.entryList({ u"drafts-*"_s });
        QCOMPARE(files.size(), 2);
        QVERIFY(!files.join(u'\n').contains(u"copy"_s));
        QVERIFY(QFile::link(m_library, path(u"link.waymark"_s)));
        m_library = path(u"link.waymark"_s); // the same place
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
        QCOMPARE(state.entryList({ u"drafts-*"_s }), files);
    }

    /// Another window may have it open for writing.
    void aLibraryOpenForReadingTouchesNoDrafts()
    {
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        app::LibraryDoor door(settings, app::systemClock());
        {
            const auto read = door.openReadOnly(m_library);
            QVERIFY(read.has_value());
            QCOMPARE(app::draftFileOf(**read, m_library), QString());
        }
        const auto written = door.open(m_library, app::LibraryDoor::Access::Write);
        QVERIFY(written.has_value());
        QVERIFY(!app::draftFileOf(**written, m_library).isEmpty());
    }

    void aNewerLibraryIsRefusedUntouched()
    {
        {
            auto library = storage::Connection::open(m_library, storage::Connection::Mode::ReadWrite);
            QVERIFY(library && (*library)->script("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99"));
        }
        const auto before = state();
        QString text;
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            text = support::textIn(dialog, u"problemText"_s);
            support::clickOn(dialog, u"problemQuit"_s);
        });
        QCOMPARE(start(), 6);
        QVERIFY2(text.contains(u"newer"_s), qPrintable(text));
        QCOMPARE(state(), before);
    }

private:
    /// In an editor that is left open.
    void writeEvidence(const QString& text)
    {
        whenWindow([](ui::MainWindow& window) { return window.menuWidget()->isEnabled(); },
            [&](ui::MainWindow& window) {
                window.go({ ui::PageId::Skill, u"vcs-git-basics"_s, {} });
                QAbstractButton* add = nullptr;
                for (auto* each : window.findChildren<QAbstractButton*>()) {
                    add = add == nullptr && each->objectName().startsWith(u"evidence.add."_s) ? each : add;
                }
                QVERIFY(add != nullptr);
                add->click();
                const QString item = add->objectName().section(u'.', 2);
                support::childOf<QPlainTextEdit>(window, u"evidence.text."_s + item)->setPlainText(text);
                QVERIFY(window.close());
            });
        QCOMPARE(start(), 0);
    }

    /// What the window says first.
    QString wordOfStart()
    {
        QString word;
        whenWindow([](ui::MainWindow& window) { return window.menuWidget()->isEnabled(); },
            [&](ui::MainWindow& window) {
                word = noticeOf(window);
                window.close();
            });
        return start() == 0 ? word : u"it did not start"_s;
    }

    int start()
    {
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        return app::runWindow(*qApp, app::requestOf({ u"--library"_s, m_library }), settings);
    }
};

int main(int argc, char* argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    tst_WindowStart test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_WindowStart.moc"
