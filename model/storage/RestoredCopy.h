// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/LibraryImprint.h>
#include <storage/SqliteStore.h>

#include <domain/BackupShelf.h>

#include <memory>
#include <stop_token>

class QTemporaryDir;

namespace waymark::storage {

/// A backup that was restored into a folder which its user alone can read, and opened there as the program opens a library: the whole
/// ladder, migrations among it. The backup is only read. The folder is gone with this object, whatever happened.
class RestoredCopy
{
public:
    /// The errors of restoreBackup and SqliteStore::open, with the backup as their subject; Cancelled.
    [[nodiscard]] static Result<RestoredCopy> of(
        const QString& backup, qint64 now, const std::stop_token& stop = {}, const Migrations& migrations = Migrations::known());
    RestoredCopy(RestoredCopy&& other) noexcept;
    RestoredCopy& operator=(RestoredCopy&&) = delete;
    ~RestoredCopy();

    [[nodiscard]] const LibraryImprint& imprint() const { return m_imprint; } ///< before any migration
    [[nodiscard]] Result<domain::LibraryContents> contents() const;

private:
    RestoredCopy(std::unique_ptr<QTemporaryDir> folder, QString backup);
    [[nodiscard]] Result<void> open(qint64 now, const std::stop_token& stop, const Migrations& migrations);

    QString m_backup;
    std::unique_ptr<QTemporaryDir> m_folder; // gone last, after what lies in it is closed
    LibraryImprint m_imprint;
    std::unique_ptr<SqliteStore> m_store;
};

/// Everything of an open library that two states are compared by. The errors of reading.
[[nodiscard]] Result<domain::LibraryContents> contentsOf(domain::Store& store);

/// Of a library as it is now, in use or not, by way of a backup in a folder of its own: nothing is written beside the library, and one of
/// an older schema stays so. The errors of makeBackup and of RestoredCopy.
[[nodiscard]] Result<domain::LibraryContents> contentsOfLibrary(
    const QString& library, qint64 now, const std::stop_token& stop = {}, const Migrations& migrations = Migrations::known());

/// Restores the backup into a copy of its own and tests that this is the library as it was: equal to `library` in every table, records
/// and course if that is given, else such that its journal gives its records. LibraryCorrupt, and the errors of RestoredCopy.
[[nodiscard]] Result<domain::BackupProof> testBackup(const QString& backup, const LibraryImprint* library, qint64 now,
    const std::stop_token& stop = {}, const Migrations& migrations = Migrations::known());

} // namespace waymark::storage
