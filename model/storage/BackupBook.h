// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <storage/Migrations.h>

#include <functional>

namespace waymark::storage {

/// The backups of a library in their folder, and a file beside them that says which were tested and when. A backup that changed since its
/// test counts as not tested; where the file cannot be written, so do all.
class BackupBook final : public domain::BackupShelf
{
public:
    /// `clock` gives UTC milliseconds and may be asked by any thread.
    BackupBook(QString library, QString folder, std::function<qint64()> clock, const Migrations& migrations = Migrations::known());

    [[nodiscard]] std::vector<domain::BackupEntry> list() const override;
    [[nodiscard]] Result<domain::BackupProof> makeTested(const std::stop_token& stop) const override;
    [[nodiscard]] Result<domain::BackupProof> test(const QString& backup, const std::stop_token& stop) const override;
    [[nodiscard]] Result<domain::LibraryContents> contents(const QString& backup, const std::stop_token& stop) const override;
    [[nodiscard]] Result<domain::LibraryContents> otherCopy(const QString& library, const domain::ReadingWatch& watch) const override;

private:
    [[nodiscard]] QString notes() const;
    void remember(const QString& backup) const;

    QString m_library;
    QString m_folder;
    std::function<qint64()> m_clock;
    const Migrations& m_migrations;
};

} // namespace waymark::storage
