// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Migrations.h>

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace waymark::storage {

struct BackupFile
{
    QString path;
    qint64 at = 0; ///< UTC milliseconds, from its name

    bool operator==(const BackupFile&) const = default;
};

/// LIBRARY-YYYYMMDD-HHMMSS.waymark in `folder`.
[[nodiscard]] QString backupPath(const QString& folder, const QString& library, qint64 at);
/// "YYYYMMDD-HHMMSS", UTC.
[[nodiscard]] QString timeStamp(qint64 at);
/// The moment that the name of a backup ends with, of whatever library; none in any other name.
[[nodiscard]] std::optional<qint64> momentInName(const QString& name);

/// The backups of a library by their names, newest first.
[[nodiscard]] std::vector<BackupFile> listBackups(const QString& folder, const QString& library);

/// Once a day: true if none of them is of the UTC day of `now`.
[[nodiscard]] bool isBackupDue(const std::vector<BackupFile>& backups, qint64 now);

/// Those that are neither the newest of one of the last 7 days, 4 weeks or 12 months that have a backup. Takes them newest first.
[[nodiscard]] std::vector<BackupFile> backupsToDrop(const std::vector<BackupFile>& backups);

/// Removes what backupsToDrop names, but never the newest backup that can be verified, and nothing if none can. The paths removed.
[[nodiscard]] Result<QStringList> thinBackups(
    const QString& folder, const QString& library, const Migrations& migrations = Migrations::known());

} // namespace waymark::storage
