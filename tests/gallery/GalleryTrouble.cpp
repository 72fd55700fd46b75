// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees when something went wrong: a damaged library, a backup to go back to, a folder that is synced, a crash, a library that
// another program holds.
#include "../support/ModalDialogs.h"
#include "Gallery.h"

#include <domain/Edits.h>
#include <session/CrashShelf.h>
#include <storage/Backup.h>
#include <storage/BackupBook.h>
#include <storage/Recovery.h>
#include <ui/backups/RestoreDialog.h>
#include <ui/setup/BusyWait.h>
#include <ui/setup/LibraryProblem.h>
#include <ui/setup/RecoveryDialog.h>
#include <ui/setup/RestoringDialog.h>
#include <ui/setup/SyncDialog.h>
#include <ui/window/CrashDialog.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProgressBar>
#include <QSemaphore>

using namespace Qt::StringLiterals;

namespace waymark::gallery {

namespace {

constexpr qint64 hour = 3'600'000; // milliseconds

/// Backups of three days, with work between them.
void backUpAndGoOn(session::Workspace& workspace, const QString& path, qint64 now)
{
    const QString folder = storage::backupFolderOf(path);
    for (const auto& [skill, before] :
        { std::pair(u"vcs-git-basics"_s, 50), { u"lang-collections"_s, 26 }, { u"net-http-messages"_s, 3 } }) {
        must(storage::makeBackup(path, folder, now - before * hour).has_value(), "a backup cannot be made");
        must(workspace.apply(domain::finishSkill(workspace.context(), skill)).has_value(), "a skill cannot be finished");
    }
    must(workspace.apply(domain::writeNote(workspace.context(), u"net-http-messages"_s, u"204 has no body."_s)).has_value(), "no note");
}

/// A library with some of its pages written over.
void damage(const QString& path)
{
    constexpr qint64 pageSize = 4096;
    QFile library(path);
    must(library.open(QIODevice::ReadWrite) && library.size() > 100 * pageSize, "there is no library to damage");
    for (const int percent : { 1, 2, 3, 45, 97, 98, 99 }) {
        must(library.seek(library.size() / pageSize * percent / 100 * pageSize), "no such page");
        must(library.write(QByteArray(pageSize, '\xAA')) == pageSize, "a page cannot be written");
    }
}

void writeReport(const QString& folder)
{
    must(QDir().mkpath(folder), "the folder cannot be made");
    QFile report(session::CrashShelf(folder).pathOf(u"20260214T081502Z-4711"_s));
    must(report.open(QIODevice::WriteOnly), "the report cannot be written");
    report.write("Waymark ended unexpectedly. This report has no text of yours and was sent nowhere.\n\n"
                 "version: 0.1.0\nbuild: 3f1c\nQt: 6.4.2\nSQLite: 3.40.1\nsystem: Debian GNU/Linux 12 (bookworm) x86_64\ntask: window\n"
                 "started: 2026-02-14T08:15:02Z\nended: 2026-02-14T09:02:44Z\nran: 2862 s\nsignal: SIGSEGV at 0x18\nreason: \n"
                 "thread: window\n\nLog, newest last:\n  0.000 start     window\n  0.412 edit      start-skill vcs-git-basics\n"
                 "2861.9 warning   default\n\nCalls, newest first:\n  waymark + 0x3f21a0\n  waymark + 0x3f1c44\n"
                 "  libQt6Widgets.so.6 + 0x1a5f3e\n  libQt6Core.so.6 + 0x2b4a91\n");
}

constexpr int farPercent = 62; ///< so far is the work that is shown

void untilFar(const QDialog& dialog)
{
    while (dialog.findChild<QProgressBar*>()->value() != farPercent * 10) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace

void Gallery::troubles(session::Workspace& workspace, const QString& library, const QString& state)
{
    const QString path = m_home.filePath(library);
    const QString folder = storage::backupFolderOf(path);
    if (!QDir(folder).exists()) {
        backUpAndGoOn(workspace, path, m_now);
    }
    const auto shelf = std::make_shared<storage::BackupBook>(path, folder, [now = m_now] { return now; });
    ui::RestoreDialog restore(workspace, shelf);
    restore.show();
    save(restore, u"restore-"_s + state);
    ui::SyncDialog sync(u"Syncthing"_s, { path.chopped(8) + u".sync-conflict-20260213-190211-7Q3KZ5L.waymark"_s });
    sync.show();
    save(sync, u"sync-"_s + state);
    const QString reports = m_home.filePath(u"crashes"_s);
    writeReport(reports);
    ui::CrashDialog crashes(session::CrashShelf(reports), QTimeZone::utc(), nullptr);
    crashes.show();
    save(crashes, u"crashes-"_s + state);
    recovery(shelf->list().front().path, state);
    waits(state);
}

void Gallery::recovery(const QString& backup, const QString& state)
{
    const QString damaged = m_home.filePath(u"damaged-%1.waymark"_s.arg(state));
    must(QFile::copy(backup, damaged), "there is no copy to damage");
    damage(damaged);
    const domain::Error error { domain::ErrorCode::LibraryCorrupt, damaged, u"page 118: btreeInitPage() returns error code 11"_s };
    ui::LibraryProblem problem(damaged, error, ui::LibraryProblem::Damage::Recoverable);
    problem.show();
    save(problem, u"damaged-"_s + state);
    QSemaphore seen;
    const storage::RecoverOptions options { storage::backupFolderOf(damaged), m_now, domain::RecoveryWay::Both };
    ui::RecoveryDialog dialog([&](const domain::RecoveryWatch& watch) {
        watch.say(farPercent);
        seen.acquire();
        return storage::recoverLibrary(damaged, options, watch);
    });
    dialog.show();
    untilFar(dialog);
    shot(dialog, u"recovering-"_s + state);
    seen.release();
    save(dialog, u"recovered-"_s + state);
}

/// Of work that takes its time.
void Gallery::waits(const QString& state)
{
    QSemaphore seen;
    ui::RestoringDialog restoring([&](const domain::ReadingWatch& watch) -> ui::RestoringDialog::Outcome {
        watch.progress(farPercent * 10);
        seen.acquire();
        return QString();
    });
    restoring.show();
    untilFar(restoring);
    shot(restoring, u"restoring-"_s + state);
    seen.release();
    while (!restoring.outcome()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    using session::Patience;
    for (const auto& [name, work] : { std::pair(u"held"_s, Patience::State { Patience::Work::Changing, true, 0 }),
             { u"storing"_s, { Patience::Work::Changing, false, farPercent * 10 } } }) {
        const Patience patience = ui::busyWait();
        QDialog* dialog = nullptr;
        while (dialog == nullptr) {
            patience.wait(work);
            dialog = support::dialogInFront();
        }
        shot(*dialog, name + u'-' + state);
        patience.over();
    }
}

} // namespace waymark::gallery
