// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Migrations.h>

#include <domain/Recovery.h>

#include <QString>

namespace waymark::storage {

struct RecoverOptions
{
    QString backupFolder; ///< empty: "backups" beside the library
    qint64 now = 0; ///< UTC milliseconds; names the damaged library
    domain::RecoveryWay way = domain::RecoveryWay::Both;
    const Migrations& migrations = Migrations::known();
    QString program = {}; ///< version of Waymark, which what is made or migrated keeps
};

/// Makes a damaged library again and puts it in its place, under the id that it had. The new one is whole, on disk and checked in full
/// before the damaged one is moved aside, with its log, to LIBRARY.corrupt-YYYYMMDD-HHMMSS; that one is never deleted, and until then
/// nothing has changed. Where only indexes are damaged they are made anew and everything is kept, unless the backup alone is wanted.
/// A library that cannot be opened, for want of rights, of memory or of files that may be open, is no damaged one: then nothing changes.
/// One that the disk itself cannot open is: then its backup is what there is.
/// The course comes from the backup, and what was salvaged goes under its ids; without one the next start brings the bundled course.
///
/// A backup counts if it passes every check and has the id of the library, where that can still be read. With Both and no such backup
/// it is a salvage. Runs in any thread; nobody may have the library open.
/// LibraryLocked; LibraryMissing; LibraryNewer; NothingRecovered if nothing can be read, or with Backup if there is none;
/// Cancelled; ReadOnly, DiskFull, Io.
[[nodiscard]] Result<domain::RecoveryReport> recoverLibrary(
    const QString& library, const RecoverOptions& options, const domain::RecoveryWatch& watch = {});

} // namespace waymark::storage
