// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/WindowStart.h>

#include <app/CommandLine.h>
#include <app/CrashCount.h>
#include <app/DraftFile.h>
#include <app/ExitCode.h>
#include <app/InstanceDoor.h>
#include <app/LibraryDoor.h>
#include <app/MentorPlaces.h>
#include <app/ProgramLog.h>
#include <app/RecoveryTalk.h>

#include <storage/Backup.h>
#include <storage/BackupBook.h>
#include <storage/BackupFolder.h>
#include <storage/LibraryLock.h>
#include <storage/Recovery.h>
#include <storage/SyncFolder.h>
#include <ui/setup/BusyWait.h>
#include <ui/setup/LibraryProblem.h>
#include <ui/setup/RecoveryDialog.h>
#include <ui/setup/RestoringDialog.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/words/BackupWords.h>
#include <ui/words/ErrorSentence.h>
#include <session/Drafts.h>
#include <session/Workers.h>

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using session::Workspace;

namespace {

/// Puts the backup in the place of a library that nobody has open, with the person watching: where what was there is kept.
Result<QString> restored(const QString& backup, const QString& library)
{
    ui::RestoringDialog dialog([backup, library](const domain::ReadingWatch& watch) {
        return storage::restoreBackup(
            backup, library, storage::backupFolderOf(library), systemClock().now(), storage::Migrations::known(), watch)
            .map([](const storage::Restored& done) { return done.kept; });
    });
    dialog.exec();
    const auto& outcome = dialog.outcome(); // none where the program is being ended
    return outcome ? *outcome : domain::failure(ErrorCode::Cancelled, library);
}

class Starter
{
    Q_DECLARE_TR_FUNCTIONS(Starter)

public:
    explicit Starter(QSettings& settings)
        : m_door(settings, systemClock(), LibraryDoor::FirstCourse::Later)
    {
        m_door.setPatience(ui::busyWait());
        m_door.setNeighbour([](const QString& path) { return InstanceDoor(path).isAnswered(); });
    }

    /// Asks until there is a library, or the person gives up or the files have gone to another window, which was just opening it (null).
    std::unique_ptr<Workspace> library(QString& path, const QStringList& files)
    {
        Result<std::unique_ptr<Workspace>> workspace = m_door.open(path, LibraryDoor::Access::Write);
        while (!workspace) {
            if (storage::isLockedHere(workspace.error()) && InstanceDoor(path).handOver(files)) {
                return nullptr;
            }
            using Damage = ui::LibraryProblem::Damage;
            const bool isDamaged = RecoveryTalk::isRecoverable(workspace.error(), path);
            ui::LibraryProblem problem(path, workspace.error(), isDamaged ? Damage::Recoverable : Damage::None);
            if (problem.exec() != QDialog::Accepted) {
                m_exitCode = static_cast<int>(exitCodeOf(workspace.error().code));
                return nullptr;
            }
            workspace = solved(problem, path);
        }
        return std::move(*workspace);
    }

    [[nodiscard]] int exitCode() const { return m_exitCode; }

private:
    Result<std::unique_ptr<Workspace>> solved(const ui::LibraryProblem& problem, QString& path)
    {
        using Answer = ui::LibraryProblem::Answer;
        switch (problem.answer()) {
        case Answer::OpenOther:
            path = problem.file();
            break;
        case Answer::ReadOnly:
            return m_door.openReadOnly(path);
        case Answer::Create:
            path = problem.file();
            return m_door.create(path);
        case Answer::Restore: {
            // After a cancel the library is as it was, and so is what is wrong with it.
            if (const Result<QString> kept = restored(problem.file(), path); !kept && kept.error().code != ErrorCode::Cancelled) {
                return tl::unexpected(kept.error());
            }
            break;
        }
        case Answer::Recover:
            recover(path, problem.way());
            break;
        case Answer::Retry:
            break;
        }
        return m_door.open(path, LibraryDoor::Access::Write);
    }

    /// Shown until the person has read what came of it. The library is opened by whoever called.
    static void recover(const QString& path, domain::RecoveryWay way)
    {
        const storage::RecoverOptions options { storage::backupFolderOf(path), systemClock().now(), way, storage::Migrations::known(),
            QCoreApplication::applicationVersion() };
        ui::RecoveryDialog dialog(
            [path, options](const domain::RecoveryWatch& watch) { return storage::recoverLibrary(path, options, watch); });
        dialog.exec();
    }

    LibraryDoor m_door;
    int m_exitCode = 0;
};

/// A window that is there for as long as it is open, for what workers bring. They find it by an object that outlives them.
struct Desk
{
    QObject arrivals;
    QPointer<ui::MainWindow> window;

    /// From any thread.
    void tell(const std::function<void(ui::MainWindow&)>& act)
    {
        QMetaObject::invokeMethod(&arrivals, [this, act] {
            if (window != nullptr) {
                act(*window);
            }
        });
    }
};

/// One verified backup a day, on a worker, once the window stands.
void backUpWhenDue(const QString& library, bool always, Desk& desk)
{
    const QString folder = storage::backupFolderOf(library);
    const qint64 now = systemClock().now();
    if (!always && !storage::isBackupDue(storage::listBackups(folder, library), now)) {
        return;
    }
    session::workers().start([library, folder, now, always, &desk] {
        const Result<QString> made = storage::makeBackup(library, folder, now);
        if (made) {
            static_cast<void>(storage::thinBackups(folder, library));
        }
        if (!made || always) {
            desk.tell([made](ui::MainWindow& window) {
                if (made) {
                    window.say(QCoreApplication::translate("Starter", "Backed up to %1, and checked.").arg(*made), ui::NoticeTone::Success);
                } else {
                    window.say(ui::ErrorSentence::of(made.error()), ui::NoticeTone::Warning);
                }
            });
        }
    });
}

/// The first course of a library, once the window stands: read on a worker, installed here, and then shown. Where it was given up or
/// failed, it is brought when somebody asks for a course.
void bringCourse(Workspace& workspace, Desk& desk, const std::function<void()>& then)
{
    desk.window->setPreparing(true);
    desk.window->offerCourse({});
    session::workers().start([&workspace, &desk, then] {
        const auto content = std::make_shared<Result<domain::CourseContent>>(LibraryDoor::readBundled());
        const auto install = [&workspace, &desk, then, content](ui::MainWindow& window) {
            const Result<domain::FormerCourse> installed
                = content->and_then([&workspace](const domain::CourseContent& course) { return workspace.installCourse(course); });
            window.setPreparing(false);
            if (!installed && !workspace.isBehind()) { // else it is in the library, and the window says what is to be said
                window.offerCourse([&workspace, &desk] { bringCourse(workspace, desk, [] {}); });
                window.say(ui::ErrorSentence::of(installed.error()), ui::NoticeTone::Error);
            }
            then();
        };
        desk.tell([&workspace, install](ui::MainWindow& window) { workspace.whenStill(&window, [&window, install] { install(window); }); });
    });
}

/// What the next window begins with: where the person was is in the settings.
struct Round
{
    QString library;
    QStringList files;
    QString word; ///< what is said first
    ui::NoticeTone tone = ui::NoticeTone::Info;
    QString restore; ///< the backup that this window was closed for; empty where it was closed for good
    std::optional<session::CrashReport> crash; ///< a report that has come since the last start
};

/// How a restore went that a window was closed for is the word of the next one.
void restoreBetween(Round& round)
{
    const QString backup = std::exchange(round.restore, {});
    const Result<QString> kept = restored(backup, round.library);
    if (kept) {
        round.tone = ui::NoticeTone::Success;
        round.word = QCoreApplication::translate(
            "Starter", "Restored %1. The library as it was is kept as %2: restore that one to go back.", "file names")
                         .arg(QFileInfo(backup).fileName(), QFileInfo(*kept).fileName());
        return;
    }
    round.tone = kept.error().code == ErrorCode::Cancelled ? ui::NoticeTone::Info : ui::NoticeTone::Error;
    round.word = ui::BackupWords::failure(kept.error());
}

void sayFirst(ui::MainWindow& window, Round& round)
{
    window.tellOfDrafts();
    window.tellOfCrashes(session::CrashShelf(session::CrashShelf::defaultFolder()), std::exchange(round.crash, {}));
    if (!round.word.isEmpty()) {
        window.say(round.word, round.tone);
    }
    window.askOfClock();
}

void sayOfCopies(ui::MainWindow& window, const QString& library)
{
    const storage::SyncSigns signs = storage::signsOfSync(library);
    window.warnOfSync(signs.service, signs.conflictCopies);
    window.tellOfConflicts();
}

/// On a screen that is smaller than it the window fills it.
void showWhole(ui::MainWindow& window)
{
    const QSize room = window.screen()->availableSize();
    if (window.width() > room.width() || window.height() > room.height()) {
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
    }
    window.show();
}

/// Shows the window over an open library until it is closed.
int showWindow(Workspace& workspace, Round& round, ui::Theme& theme, ui::WindowSettings& settings)
{
    const QString path = round.library;
    InstanceDoor door(path);
    keepDrafts(workspace, path); // before there are editors
    Desk desk;
    auto owned = std::make_unique<ui::MainWindow>(workspace, theme, settings, ui::MentorFiles { signingKeyPath(), reviewDraftsPath() });
    ui::MainWindow& window = *owned;
    desk.window = &window;
    window.setBackups(std::make_shared<storage::BackupBook>(path, storage::backupFolderOf(path), systemClock().now));
    QObject::connect(&door, &InstanceDoor::filesReceived, &window, &ui::MainWindow::openFiles);
    QObject::connect(&window, &ui::MainWindow::backupRequested, &window, [&] { backUpWhenDue(path, true, desk); });
    QObject::connect(&window, &ui::MainWindow::restoreRequested, &window,
        [&](const QString& backup) { round.restore = window.close() || window.isLeaving() ? backup : QString(); });
    QObject::connect(&window, &ui::MainWindow::stays, &window, [&] { round.restore.clear(); });
    const auto greet = [&] {
        if (!workspace.isReadOnly() && settings.isFirstRun() && !workspace.progress().hasGoal()) {
            window.welcome();
        }
        if (!round.files.isEmpty()) {
            window.openFiles(round.files);
        }
    };
    keepLogOf(workspace, window);
    showWhole(window);
    sayFirst(window, round);
    if (!workspace.isReadOnly() && !workspace.hasCourse()) {
        bringCourse(workspace, desk, greet);
    } else {
        QTimer::singleShot(0, &window, greet);
    }
    QTimer::singleShot(0, &window, [&] {
        if (!workspace.isReadOnly()) {
            door.listen();
            backUpWhenDue(path, false, desk);
        }
        if (round.word.isEmpty()) {
            sayOfCopies(window, path);
        }
        window.tellOfGivenUp(); // last, for a warning says itself alone
    });
    const int code = QApplication::exec();
    door.close(); // before the library is let go
    owned.reset(); // its tasks are told to end
    session::workers().waitForDone();
    return code;
}

} // namespace

int runWindow(QApplication& application, const Request& request, QSettings& settings)
{
    QIcon icon;
    // Each is decoded here: no window shows a larger one, and those of 256 and 512 would take a tenth of the start.
    for (const int pixels : { 16, 22, 24, 32, 48, 64, 128 }) {
        icon.addFile(u":/icons/app/waymark-%1.png"_s.arg(pixels));
    }
    QApplication::setWindowIcon(icon);
    QGuiApplication::setDesktopFileName(u"io.github.waymark.Waymark"_s);
    Round round { LibraryDoor::pathFor(request.library), request.files, {}, {}, {}, {} };
    if (InstanceDoor(round.library).handOver(request.files)) {
        return 0;
    }
    CrashCount crashes(settings, session::CrashShelf(session::CrashShelf::defaultFolder()));
    round.crash = crashes.news();
    using Start = ui::WindowSettings::Start;
    ui::WindowSettings windowSettings(settings, request.isSafe || crashes.wantsSafeMode() ? Start::Safe : Start::Usual);
    ui::Theme theme(application);
    theme.setChoice(windowSettings.theme());

    Starter starter(settings);
    for (;;) {
        const QString wanted = round.library;
        std::unique_ptr<Workspace> workspace = starter.library(round.library, round.files);
        if (workspace == nullptr) {
            return starter.exitCode();
        }
        takeDraftsAlong(*workspace, wanted, round.library);
        const int code = showWindow(*workspace, round, theme, windowSettings);
        if (round.restore.isEmpty()) {
            crashes.endWell();
            return code;
        }
        round.files.clear();
        workspace.reset();
        restoreBetween(round);
    }
}

} // namespace waymark::app
