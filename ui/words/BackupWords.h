// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>

#include <QCoreApplication>
#include <QTimeZone>

namespace waymark::ui {

/// What is said of backups.
class BackupWords
{
    Q_DECLARE_TR_FUNCTIONS(BackupWords)

public:
    [[nodiscard]] static QString moment(qint64 at, const QTimeZone& zone); ///< "22/11/2026 14:02"
    [[nodiscard]] static QString size(qint64 bytes); ///< "2.1 MiB"
    [[nodiscard]] static QString tested(const domain::BackupEntry& backup, const QTimeZone& zone); ///< "Tested 22/11/2026"
    /// When the last backup was made and when one was tested, as one sentence.
    [[nodiscard]] static QString last(const std::vector<domain::BackupEntry>& backups, const QTimeZone& zone);
    /// That a restore of it works, and what is in it then.
    [[nodiscard]] static QString proof(const domain::BackupProof& proof, const QTimeZone& zone);
    /// Why a backup cannot be restored, and what to do; a library that cannot be read has other words.
    [[nodiscard]] static QString failure(const domain::Error& error);
};

} // namespace waymark::ui
