// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <domain/Recovery.h>

#include <QJsonObject>

namespace waymark::app {

/// What `doctor --repair` says of a recovery.
class RecoveryTalk
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryTalk)

public:
    /// Where the damaged file is, and a line for each table that has rows or lost some.
    static void print(Console& console, const domain::RecoveryReport& report);
    /// {kept, backup, reindexed, tables: [{table, saved, lost, salvaged, fromBackup, fromJournal}]}
    [[nodiscard]] static QJsonObject json(const domain::RecoveryReport& report);

    /// Whether a file that fails its checks so is one that can be recovered.
    [[nodiscard]] static bool isRecoverable(const domain::Error& error, const QString& library);
    /// The same error, as one of damage where the disk has lost what it could not read: the way out is the same.
    [[nodiscard]] static domain::Error asDamage(const domain::Error& error, const QString& library);
    /// The way of the option --from; Usage for another word.
    [[nodiscard]] static domain::Result<domain::RecoveryWay> wayOf(const Invocation& invocation);

private:
    [[nodiscard]] static QString sources(const domain::RecoveredTable& table);
};

} // namespace waymark::app
