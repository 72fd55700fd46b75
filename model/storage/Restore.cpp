// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Backup.h>

#include <storage/Connection.h>
#include <storage/LibraryFiles.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>
#include <storage/WatchedSteps.h>

#include <domain/AtomicFile.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

// How far the work is after each of its steps, in thousandths; the rest is the backup of what was there.
constexpr int verified = 300;
constexpr int copied = 500;
constexpr int whole = 1000;

/// Brings everything of the log into the file and removes it; a log that stays belongs to another process.
Result<void> foldLog(const QString& library)
{
    {
        const OpenLibrary mark(library);
        auto connection = Connection::open(library, Connection::Mode::ReadWrite);
        if (!connection) {
            return tl::unexpected<Error>(connection.error());
        }
        if (auto folded = (*connection)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !folded) {
            return folded;
        }
    }
    if (domain::pathExists(library + u"-wal"_s)) {
        return failure(ErrorCode::LibraryBusy, library, u"another program has the library open"_s);
    }
    // SQLite does not make it durable that the log is gone. After a power cut it would be read into whatever stands in the library's place.
    return domain::syncFolderOf(library);
}

bool isUnreadable(const Error& error, const QString& library)
{
    const bool isLostByDisk = error.code == ErrorCode::Io && hasUnreadableParts(library);
    return isLostByDisk || error.code == ErrorCode::LibraryCorrupt || error.code == ErrorCode::NotALibrary
        || error.code == ErrorCode::LibraryNewer || error.code == ErrorCode::Refused;
}

/// Puts one backup in the place of a library.
class Restoring
{
public:
    Restoring(QString library, qint64 now, const Migrations& migrations, const domain::ReadingWatch& watch)
        : m_library(std::move(library))
        , m_now(now)
        , m_migrations(migrations)
        , m_watch(watch)
    {
    }

    /// Under the lock of the library.
    [[nodiscard]] Result<Restored> from(const QString& backup, const QString& folder);

private:
    [[nodiscard]] Result<QString> backUpPresent(const QString& folder);
    [[nodiscard]] Result<Restored> place(const QString& temporary, const QString& folder);

    QString m_library;
    qint64 m_now;
    const Migrations& m_migrations;
    const domain::ReadingWatch& m_watch;
};

/// A backup of what is there, if that can be read: its path. Empty if it cannot be read or there is nothing.
Result<QString> Restoring::backUpPresent(const QString& folder)
{
    if (!domain::mayExist(m_library)) {
        return QString();
    }
    const auto inspected = inspectFile(m_library, m_migrations.latest());
    if (!inspected) {
        return isUnreadable(inspected.error(), m_library) ? Result<QString>(QString()) : tl::unexpected<Error>(inspected.error());
    }
    auto kept = makeBackup(m_library, folder, m_now, domain::stretchOf(m_watch, copied, whole), m_migrations);
    if (!kept) {
        return isUnreadable(kept.error(), m_library) ? Result<QString>(QString()) : kept;
    }
    auto folded = foldLog(m_library);
    return folded ? kept : Result<QString>(tl::unexpected<Error>(folded.error()));
}

/// From here on it is done or not: nobody is asked between what is moved aside and what takes its name.
Result<Restored> Restoring::place(const QString& temporary, const QString& folder)
{
    auto kept = backUpPresent(folder);
    if (kept && m_watch.stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, m_library);
    }
    QString aside;
    if (kept && kept->isEmpty()) {
        kept = moveAside(m_library, m_now);
        aside = kept.value_or(QString());
    }
    const auto placed = kept ? domain::replaceFile(temporary, m_library) : Result<void>(tl::unexpected<Error>(kept.error()));
    if (!placed) {
        if (!aside.isEmpty()) {
            moveBack(aside, m_library);
        }
        return tl::unexpected<Error>(placed.error());
    }
    return Restored { *kept };
}

Result<Restored> Restoring::from(const QString& backup, const QString& folder)
{
    // The copy is whole and on disk before anything is moved.
    const QString temporary = domain::temporaryNameBeside(m_library);
    const auto copy = copyFile(backup, temporary, domain::stretchOf(m_watch, verified, copied));
    auto restored = copy ? place(temporary, folder) : Result<Restored>(tl::unexpected<Error>(copy.error()));
    if (!restored && domain::pathExists(temporary)) { // also where it is whole, and its name could not be made durable
        (void)domain::removeFile(temporary);
    }
    return copy ? restored : failure(copy.error().code, m_library, copy.error().detail);
}

} // namespace

Result<Restored> restoreBackup(const QString& backup, const QString& library, const QString& folder, qint64 now,
    const Migrations& migrations, const domain::ReadingWatch& watch)
{
    if (auto good = verifyBackup(backup, migrations, domain::stretchOf(watch, 0, verified)); !good) {
        return tl::unexpected<Error>(good.error());
    }
    const QString real = domain::resolvedPath(library);
    if (OpenLibrary::isOpen(real)) {
        return failure(ErrorCode::LibraryLocked, library, u"open in this process"_s);
    }
    const auto lock = LibraryLock::take(real);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    return Restoring(real, now, migrations, watch).from(backup, folder);
}

} // namespace waymark::storage
