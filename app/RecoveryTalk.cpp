// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/RecoveryTalk.h>

#include <domain/Platform.h>
#include <storage/LibraryFiles.h>
#include <storage/Salvage.h>

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::RecoveredTable;
using domain::RecoveryReport;

void RecoveryTalk::print(Console& console, const RecoveryReport& report)
{
    console.line(tr("Recovered the library. The damaged one is kept at %1.").arg(report.kept));
    if (report.isReindexed) {
        console.line(tr("Only indexes were damaged; they were made anew, and every row is there."));
    } else if (report.backup.isEmpty()) {
        console.line(tr("Without a backup: from what could still be read."));
    } else {
        console.line(tr("With the backup %1.").arg(report.backup.section(u'/', -1)));
    }
    qsizetype width = 0;
    for (const RecoveredTable& table : report.tables) {
        width = std::max(width, table.table.size());
    }
    for (const RecoveredTable& table : report.tables) {
        if (table.saved > 0 || table.lost > 0) {
            const QString lost = table.lost > 0 ? tr("at least %L1 lost").arg(table.lost) : tr("none known to be lost");
            QStringList columns { table.table.leftJustified(width), tr("%L1 saved").arg(table.saved).rightJustified(12), lost,
                sources(table) };
            columns.removeAll(QString());
            console.line(u"  "_s + columns.join(u"  "_s));
        }
    }
}

QString RecoveryTalk::sources(const RecoveredTable& table)
{
    return table.fromBackup + table.fromJournal == 0
        ? QString()
        : tr("(%L1 read, %L2 from the backup, %L3 from the journal)").arg(table.salvaged).arg(table.fromBackup).arg(table.fromJournal);
}

QJsonObject RecoveryTalk::json(const RecoveryReport& report)
{
    QJsonArray tables;
    for (const RecoveredTable& table : report.tables) {
        tables.append(QJsonObject { { u"table"_s, table.table }, { u"saved"_s, table.saved }, { u"lost"_s, table.lost },
            { u"salvaged"_s, table.salvaged }, { u"fromBackup"_s, table.fromBackup }, { u"fromJournal"_s, table.fromJournal } });
    }
    return { { u"kept"_s, report.kept }, { u"backup"_s, report.backup }, { u"reindexed"_s, report.isReindexed }, { u"tables"_s, tables } };
}

bool RecoveryTalk::isRecoverable(const domain::Error& error, const QString& library)
{
    // A backup that would not do, say, is another file.
    if (domain::resolvedPath(error.subject) != domain::resolvedPath(library)) {
        return false;
    }
    const bool mayBeOther = error.code == ErrorCode::NotALibrary || error.code == ErrorCode::Refused;
    const bool isLostByDisk = error.code == ErrorCode::Io && storage::hasUnreadableParts(library);
    return error.code == ErrorCode::LibraryCorrupt || isLostByDisk || (mayBeOther && storage::isSalvageable(library));
}

domain::Error RecoveryTalk::asDamage(const domain::Error& error, const QString& library)
{
    const bool isLost = error.code == ErrorCode::Io && isRecoverable(error, library);
    return isLost ? domain::Error { ErrorCode::LibraryCorrupt, error.subject, error.detail } : error;
}

domain::Result<domain::RecoveryWay> RecoveryTalk::wayOf(const Invocation& invocation)
{
    const QString word = invocation.values.value(u"from"_s, domain::toString(domain::RecoveryWay::Both));
    const auto way = domain::recoveryWayFrom(word);
    return way ? domain::Result<domain::RecoveryWay>(*way)
               : domain::failure(ErrorCode::Usage, word, tr("--from takes backup, salvage or both, not \"%1\"").arg(word));
}

} // namespace waymark::app
