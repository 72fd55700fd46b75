// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Backup.h>

#include <storage/Connection.h>
#include <storage/LibraryFiles.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>

#include <domain/AtomicFile.h>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

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

bool isUnreadable(ErrorCode code)
{
    return code == ErrorCode::LibraryCorrupt || code == ErrorCode::NotALibrary || code == ErrorCode::LibraryNewer
        || code == ErrorCode::Refused;
}

/// A backup of what is there, if that can be read: its path. Empty if it cannot be read or there is nothing.
Result<QString> backUpPresent(const QString& library, const QString& folder, qint64 now, const Migrations& migrations)
{
    if (!domain::pathExists(library)) {
        return QString();
    }
    const auto inspected = inspectFile(library, migrations.latest());
    if (!inspected) {
        return isUnreadable(inspected.error().code) ? Result<QString>(QString()) : tl::unexpected<Error>(inspected.error());
    }
    auto kept = makeBackup(library, folder, now, migrations);
    if (!kept) {
        return isUnreadable(kept.error().code) ? Result<QString>(QString()) : kept;
    }
    auto folded = foldLog(library);
    return folded ? kept : Result<QString>(tl::unexpected<Error>(folded.error()));
}

} // namespace

Result<Restored> restoreBackup(
    const QString& backup, const QString& library, const QString& folder, qint64 now, const Migrations& migrations)
{
    if (auto verified = verifyBackup(backup, migrations); !verified) {
        return tl::unexpected<Error>(verified.error());
    }
    const QString real = domain::resolvedPath(library);
    if (OpenLibrary::isOpen(real)) {
        return failure(ErrorCode::LibraryLocked, library, u"open in this process"_s);
    }
    const auto lock = LibraryLock::take(real);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    // The copy is whole and on disk before anything is moved.
    const QString temporary = domain::temporaryNameBeside(real);
    Result<void> placed = copyFile(backup, temporary);
    if (!placed) {
        if (domain::pathExists(temporary)) {
            (void)domain::removeFile(temporary); // it is whole, and its name could not be made durable
        }
        return failure(placed.error().code, library, placed.error().detail);
    }
    auto kept = backUpPresent(real, folder, now, migrations);
    if (kept && kept->isEmpty()) {
        kept = moveAside(real, now);
    }
    placed = kept ? domain::replaceFile(temporary, real) : Result<void>(tl::unexpected<Error>(kept.error()));
    if (!placed) {
        (void)domain::removeFile(temporary);
        return tl::unexpected<Error>(placed.error());
    }
    return Restored { *kept };
}

} // namespace waymark::storage
