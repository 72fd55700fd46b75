// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/LibraryImprint.h>
#include <storage/Migrations.h>

#include <domain/BackupShelf.h>

#include <QString>

namespace waymark::storage {

/// Where the backups of a library go unless told otherwise: "backups" beside it.
[[nodiscard]] QString backupFolderOf(const QString& library);

/// Copies one state of the library, open or not, into `folder` (made if missing) as LIBRARY-YYYYMMDD-HHMMSS.waymark in UTC. The copy
/// gets its name only when it is on disk, has been opened again, checked in full and has as many rows in every table. Uses a
/// connection of its own, for reading: it may run in any thread while the library is in use. The path of the backup.
/// LibraryMissing, LibraryBusy, LibraryCorrupt, ReadOnly, DiskFull, Io.
[[nodiscard]] Result<QString> makeBackup(
    const QString& library, const QString& folder, qint64 now, const Migrations& migrations = Migrations::known());

/// The same of a library that this process has open and whose file is perhaps no longer where it was; on the thread of the connection.
[[nodiscard]] Result<QString> makeBackupOf(
    Connection& open, const QString& folder, qint64 now, const Migrations& migrations = Migrations::known());

struct ComparableBackup
{
    QString path;
    LibraryImprint library; ///< of the state that was copied, read from the library itself
};

/// The same with what a restore of the backup is to be compared with; reads all of the library for it.
[[nodiscard]] Result<ComparableBackup> makeComparableBackup(
    const QString& library, const QString& folder, qint64 now, const Migrations& migrations = Migrations::known());

/// One state of a library of others, open elsewhere or not, as the new file `to`, which nobody is to keep: it is not synced. Its schema is
/// checked before a page of it is copied, the pages are not. Refused, Cancelled, and the errors of makeBackup.
[[nodiscard]] Result<void> copyLibrary(
    const QString& library, const QString& to, const domain::ReadingWatch& watch, const Migrations& migrations = Migrations::known());

/// The same, for a person who watches and may stop it. Cancelled: nothing of it stays behind.
[[nodiscard]] Result<QString> makeBackup(
    const QString& library, const QString& folder, qint64 now, const domain::ReadingWatch& watch, const Migrations& migrations);

/// Every check there is, without touching the file. The errors of inspectFile and checkContents; Cancelled.
[[nodiscard]] Result<void> verifyBackup(
    const QString& path, const Migrations& migrations = Migrations::known(), const domain::ReadingWatch& watch = {});

struct Restored
{
    QString kept; ///< where the file is now that was the library until then; empty if there was none
};

/// Puts a verified copy of the backup in the place of the library, which nobody may have open. What was there is kept: as a backup in
/// `folder` if it can be read, else beside the library under LIBRARY.corrupt-YYYYMMDD-HHMMSS.
/// The watch stops it until the copy takes the name of the library; a backup of what is there may have been made by then.
/// The errors of verifyBackup, among them OwnLibrary where the backup is the library that is open here; LibraryLocked, ReadOnly, DiskFull,
/// Io; Cancelled: the library is as it was.
[[nodiscard]] Result<Restored> restoreBackup(const QString& backup, const QString& library, const QString& folder, qint64 now,
    const Migrations& migrations = Migrations::known(), const domain::ReadingWatch& watch = {});

} // namespace waymark::storage
