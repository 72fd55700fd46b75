// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/BackupWords.h>

#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ShortDate.h>

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace waymark::ui {

using domain::ErrorCode;

QString BackupWords::moment(qint64 at, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at, zone), shortDateTimeFormat());
}

QString BackupWords::size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

QString BackupWords::tested(const domain::BackupEntry& backup, const QTimeZone& zone)
{
    return backup.testedAt == 0 ? tr("Not tested yet")
                                : tr("Tested %1", "date").arg(shortDate(QDateTime::fromMSecsSinceEpoch(backup.testedAt, zone).date()));
}

QString BackupWords::last(const std::vector<domain::BackupEntry>& backups, const QTimeZone& zone)
{
    if (backups.empty()) {
        return tr("There is no backup of this library yet.");
    }
    const auto newest = std::ranges::max_element(backups, {}, &domain::BackupEntry::testedAt);
    const QString made = moment(backups.front().at, zone);
    return newest->testedAt == 0 ? tr("Last backup: %1. None was tested yet.", "moment").arg(made)
                                 : tr("Last backup: %1. Last test of a backup: %2.", "moments").arg(made, moment(newest->testedAt, zone));
}

QString BackupWords::proof(const domain::BackupProof& proof, const QTimeZone& zone)
{
    return tr("The backup restores: it gives the library as it was on %1, with %2 and %3.", "moment, records, edits")
        .arg(moment(proof.at, zone), tr("%n record(s)", nullptr, proof.records), tr("%n edit(s)", nullptr, proof.edits));
}

QString BackupWords::failure(const domain::Error& error)
{
    const QString name = QFileInfo(error.subject).fileName();
    switch (error.code) {
    case ErrorCode::LibraryCorrupt:
    case ErrorCode::NotALibrary:
    case ErrorCode::Refused:
        return tr("The backup %1 cannot be restored (%2). It was left as it is; take another one, or make a new one.")
            .arg(isolated(name), isolated(error.detail));
    case ErrorCode::LibraryMissing:
        return tr("The backup %1 is not there any more. Take another one.").arg(isolated(name));
    default:
        return ErrorSentence::of(error);
    }
}

} // namespace waymark::ui
