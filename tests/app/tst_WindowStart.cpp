// SPDX-License-Identifier: GPL-3.0-or-later
// The program from its start to its end, in this process: what it does where the library is not as it should be.
#include <ModalDialogs.h>
#include <WholeWindow.h>

#include <app/InstanceDoor.h>
#include <storage/Connection.h>
#include <storage/SqliteStore.h>

#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QThread>

#include <sqlite3.h>

#include <optional>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::closeIt;
using support::isReady;
using support::isThere;
using support::noticeOf;
using support::whenWindow;

namespace {

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

/// Another Waymark of this machine that has the library: a process, and the lock that names it.
class FirstWaymark
{
public:
    explicit FirstWaymark(const QString& library)
        : m_lock(library + u".lock"_s)
    {
        m_process.start(u"sleep"_s, { u"600"_s });
        if (m_process.waitForStarted() && m_lock.open(QIODevice::WriteOnly)) {
            m_lock.write(QByteArray::number(m_process.processId()) + "\nsleep\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
            m_lock.close();
        }
    }
    ~FirstWaymark()
    {
        letGo();
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(FirstWaymark)

    bool letGo() { return m_lock.remove(); }

private:
    QProcess m_process;
    QFile m_lock;
};

/// What answers for its window, on a thread of its own: whoever hands over waits for it.
class FirstWindow
{
public:
    explicit FirstWindow(const QString& library)
        : m_door(new app::InstanceDoor(library))
    {
        m_door->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_door, &QObject::deleteLater);
        QObject::connect(m_door, &app::InstanceDoor::filesReceived, m_door, [this](const QStringList& files) { m_files = files; });
        m_thread.start();
        QMetaObject::invokeMethod(m_door, &app::InstanceDoor::listen, Qt::BlockingQueuedConnection);
    }
    ~FirstWindow() { files(); }
    Q_DISABLE_COPY_MOVE(FirstWindow)

    /// None where nobody has handed any over. It answers no more then.
    std::optional<QStringList> files()
    {
        m_thread.quit();
        m_thread.wait();
        return m_files;
    }

private:
    QThread m_thread;
    app::InstanceDoor* m_door;
    std::optional<QStringList> m_files;
};

/// While it lives, no connection of the window's thread that is opened meanwhile can read the skills of a course.
class UnreadableCourse
{
public:
    UnreadableCourse() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch)); }
    ~UnreadableCourse() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&watch)); }
    Q_DISABLE_COPY_MOVE(UnreadableCourse)

private:
    static int watch(sqlite3* handle, char**, const void*) { return sqlite3_set_authorizer(handle, &mayDo, nullptr); }
    static int mayDo(void*, int action, const char* table, const char*, const char*, const char*)
    {
        const bool isOfWindow = QThread::currentThread() == qApp->thread();
        return action == SQLITE_READ && isOfWindow && QByteArrayView(table) == "course_skill" ? SQLITE_DENY : SQLITE_OK;
    }
};

} // namespace

class tst_WindowStart : public QObject, support::WholeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

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

    void aScreenThatIsSmallerThanTheWindowIsFilled()
    {
        const QSize room = QGuiApplication::primaryScreen()->availableSize();
        bool isFilling = false;
        whenWindow(isReady, [&](ui::MainWindow& window) {
            isFilling = window.isMaximized();
            window.close();
        });
        QCOMPARE(start(), 0);
        QVERIFY2(room.width() < 1280, "no small screen"); // the offscreen platform has one
        QVERIFY(isFilling);
    }

    void aMissingLibraryIsMadeAnewOnlyWhereOneSays()
    {
        const QString fresh = path(u"fresh.waymark"_s);
        QVERIFY(QFile::remove(m_library));
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            whenWindow(isReady, closeIt);
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

    /// It has closed its door already, and is in the middle of a last backup.
    void aWindowThatIsLettingGoIsWaitedFor()
    {
        FirstWaymark first(m_library);
        bool hasWaited = false;
        support::whenDialogIsUp(u"busyWait"_s, [&](QDialog&) {
            hasWaited = true;
            QVERIFY(first.letGo());
        });
        whenWindow(isThere, closeIt);
        QCOMPARE(start(), 0);
        QVERIFY(hasWaited);
    }

    /// Two starts one after the other: the second has found nobody to hand over to, and then the library taken.
    void aWindowThatIsJustOpeningIsHandedOverTo()
    {
        const FirstWaymark first(m_library);
        std::optional<FirstWindow> window;
        support::whenDialogIsUp(u"busyWait"_s, [&](QDialog&) { window.emplace(m_library); });
        QCOMPARE(start(), 0);
        QVERIFY(window);
        QCOMPARE(window->files(), std::optional(QStringList {}));
    }

    void whoDoesNotWaitForAWindowThatIsLettingGoMayReadTheLibrary()
    {
        const FirstWaymark first(m_library);
        support::whenDialogIsUp(u"busyWait"_s, giveUp);
        QString text;
        support::whenDialogIsUp(u"libraryProblem"_s, [&text](QDialog& dialog) {
            text = support::textIn(dialog, u"problemText"_s);
            whenWindow(isThere, closeIt);
            support::clickOn(dialog, u"problemReadOnly"_s);
        });
        QCOMPARE(start(), 0);
        QVERIFY2(text.contains(u"in another Waymark"_s), qPrintable(text));
    }

    void aForeignLockIsWaitedForWithTheWindowAlive()
    {
        Foreign foreign(m_library);
        bool wasSaved = false;
        int turns = 0;
        whenWindow(isReady, [&](ui::MainWindow& window) {
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
        whenWindow(isReady, [&](ui::MainWindow& window) {
            QVERIFY(foreign.lock());
            window.go({ ui::PageId::Skill, u"vcs-git-basics"_s, {} });
            support::whenDialogIsUp(u"busyWait"_s, giveUp);
            window.actions()["skill.start"]->trigger();
            word = noticeOf(window);
            window.close();
        });
        QCOMPARE(start(), 0);
        QVERIFY2(word.contains(u"Another program is using the library"_s), qPrintable(word));
        QVERIFY(foreign.unlock());
        QCOMPARE(json({ u"skills"_s, u"--state"_s, u"learning"_s }).array().size(), 0);
    }

    /// It opens with the course that it has, and the next start offers the edition again.
    void anEditionOfTheCourseThatIsGivenUpHoldsNothingUp()
    {
        Foreign foreign(m_library);
        QVERIFY(foreign.lock() && foreign.run("UPDATE course_info SET version = '0.0.1', hash = 'earlier'; COMMIT; BEGIN IMMEDIATE"));
        bool wasAsked = false;
        support::whenDialogIsUp(u"busyWait"_s, [&wasAsked](QDialog& dialog) {
            wasAsked = true;
            giveUp(dialog);
        });
        whenWindow(isThere, [&](ui::MainWindow& window) {
            QVERIFY(foreign.unlock());
            window.close();
        });
        QCOMPARE(start(), 0);
        QVERIFY(wasAsked);
        QCOMPARE(versionOfTheCourse(), u"0.0.1"_s);
        whenWindow(isThere, closeIt);
        QCOMPARE(start(), 0);
        QVERIFY(versionOfTheCourse() != u"0.0.1"_s);
    }

    void aFirstCourseThatIsGivenUpComesWhenItIsAskedFor()
    {
        QVERIFY(QFile::remove(m_library));
        QVERIFY(storage::SqliteStore::create(m_library, {}).has_value());
        Foreign foreign(m_library);
        QString word;
        whenWindow(isThere, [&](ui::MainWindow&) {
            QVERIFY(foreign.lock());
            support::whenDialogIsUp(u"busyWait"_s, [&](QDialog& dialog) {
                whenWindow(isReady, [&](ui::MainWindow& window) {
                    word = noticeOf(window);
                    QVERIFY(foreign.unlock());
                    QMetaObject::invokeMethod(
                        &window, [&window] { support::clickShown(window, u"emptyToday"_s); }, Qt::QueuedConnection);
                    const auto hasCourse
                        = [](ui::MainWindow& seen) { return isReady(seen) && support::shownIn<QWidget>(seen, u"emptyToday"_s) == nullptr; };
                    whenWindow(hasCourse, closeIt);
                });
                giveUp(dialog);
            });
        });
        QCOMPARE(start(), 0);
        QVERIFY2(word.contains(u"Another program is using the library"_s), qPrintable(word));
        QVERIFY(!json({ u"skills"_s }).array().isEmpty());
    }

    void aFirstCourseThatCannotBeReadIsNotSaidToBeMissing()
    {
        QVERIFY(QFile::remove(m_library));
        QVERIFY(storage::SqliteStore::create(m_library, {}).has_value());
        std::optional<UnreadableCourse> unreadable(std::in_place);
        QString banner;
        QString word;
        whenWindow([](ui::MainWindow& window) { return support::shownIn<QWidget>(window, u"behindBanner"_s) != nullptr; },
            [&](ui::MainWindow& window) {
                banner = support::textIn(window, u"behindBanner"_s);
                word = noticeOf(window);
                window.close();
            });
        QCOMPARE(start(), 0);
        unreadable.reset();
        QVERIFY2(banner.contains(u"The change is in the library"_s), qPrintable(banner));
        QCOMPARE(word, QString());
        QVERIFY(!versionOfTheCourse().isEmpty());
    }

    /// A folder that is synced has a sentence of its own at every start.
    void whatWasGivenUpIsSaidBesideAStandingWarning()
    {
        QVERIFY(QDir(path({})).mkdir(u".stfolder"_s));
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        ui::WindowSettings(settings).setGivenUp({ u"plan.csv"_s });
        const auto isWarned = [](ui::MainWindow& window) { return noticeOf(window).contains(u"Syncthing"_s); };
        QStringList words;
        for (int i = 0; i < 2; ++i) {
            whenWindow(isWarned, [&words](ui::MainWindow& window) {
                words.append(noticeOf(window));
                window.close();
            });
            QCOMPARE(start(), 0);
        }
        QVERIFY2(words[0].contains(u"plan.csv"_s), qPrintable(words[0]));
        QVERIFY2(!words[1].contains(u"plan.csv"_s), qPrintable(words[1]));
        QVERIFY(QDir(path({})).rmdir(u".stfolder"_s));
    }

    void aNewerLibraryIsRefusedUntouched()
    {
        {
            auto library = storage::Connection::open(m_library, storage::Connection::Mode::ReadWrite);
            QVERIFY(library
                && (*library)->script("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99; UPDATE migration SET program = '9.1.0'"));
        }
        const auto before = state();
        QString text;
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            text = support::textIn(dialog, u"problemText"_s);
            support::clickOn(dialog, u"problemQuit"_s);
        });
        QCOMPARE(start(), 6);
        QVERIFY2(text.contains(u"Waymark 9.1.0 or later"_s) && text.contains(u"not changed"_s), qPrintable(text));
        QCOMPARE(state(), before);
    }

private:
    static void giveUp(QDialog& dialog)
    {
        QTRY_VERIFY(support::childOf<QPushButton>(dialog, u"busyWait.cancel"_s)->isEnabled());
        support::clickOn(dialog, u"busyWait.cancel"_s);
    }
    [[nodiscard]] QString versionOfTheCourse() const
    {
        const auto library = storage::SqliteStore::openReadOnly(m_library, {});
        return library ? (*library)->course().value()->version : QString();
    }
};

int main(int argc, char* argv[])
{
    return support::runTest<tst_WindowStart>(argc, argv);
}
#include "tst_WindowStart.moc"
