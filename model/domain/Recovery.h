// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeWatch.h>
#include <domain/Store.h>

#include <QString>

#include <array>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace waymark::domain {

/// What a damaged library is made again from.
enum class RecoveryWay {
    Both, ///< the newest verified backup, and everything that can still be read
    Backup, ///< the backup alone
    Salvage, ///< what can still be read, without a backup
};

[[nodiscard]] QString toString(RecoveryWay way); ///< "both", "backup", "salvage"
[[nodiscard]] std::optional<RecoveryWay> recoveryWayFrom(const QString& word);

/// One kind of record in the recovered library, or the journal.
struct RecoveredTable
{
    QString table; ///< its name in the library
    std::optional<RecordKind> kind; ///< none for the journal
    qint64 saved = 0; ///< in the recovered library: the sum of the next three
    qint64 salvaged = 0;
    qint64 fromBackup = 0;
    qint64 fromJournal = 0; ///< as the journal says that they were last
    qint64 lost = 0; ///< at least so many are in no source

    bool operator==(const RecoveredTable&) const = default;
};

struct RecoveryReport
{
    QString kept; ///< where the damaged library is now
    QString backup; ///< the backup that was used; empty if none was
    bool isReindexed = false; ///< only indexes were damaged, so nothing is lost
    std::vector<RecoveredTable> tables; ///< the journal last

    [[nodiscard]] qint64 saved() const;
    [[nodiscard]] qint64 lost() const; ///< at least
};

/// How whoever waits for a recovery hears of it and ends it.
struct RecoveryWatch
{
    std::stop_token stop; ///< asked at least every 100 ms of work; once the recovered library takes its name it is too late
    std::function<void(int percent)> progress; ///< from the thread of the recovery; may be null

    [[nodiscard]] bool isStopped() const { return stop.stop_requested(); }
    void say(int percent) const;
};

struct History
{
    Progress records;
    std::vector<JournalEntry> journal; ///< in order
};

/// What could be read of a damaged library.
struct SalvagedHistory : History
{
    Progress doubtful; ///< from pages that nothing leads to any more: records, or what was left of older ones
    std::array<bool, recordKinds> isWhole {}; ///< that nothing of a kind is missing
    std::array<qint64, recordKinds> lost {}; ///< at least
    bool isJournalWhole = false;
    bool isSound = false; ///< nothing but indexes was damaged, so what brings courses back is there as well
    qint64 lostEdits = 0; ///< at least
    QHash<QString, QString> moved {}; ///< what could be read of that of its course
};

struct RecoveredHistory : History
{
    std::vector<RecoveredTable> tables; ///< in the order of RecordKind, then the journal; without the names
};

/// Under the ids of the course of a backup, which may be of before or after another edition was installed or taken back: else the same
/// record would be there twice. Cancelled.
[[nodiscard]] Result<SalvagedHistory> underIdsOf(const Course& course, SalvagedHistory salvaged, const MergeStretch& stretch = {});

/// The history after a recovery. A record is, in this order: the salvaged one; what the journal, of salvage and backup together, says of
/// it last; the doubtful one; the one of the backup. One that the journal removed stays removed. Entries of the journal that no longer fit
/// the records are Abandoned, so that every undo and redo that is offered can be done; where the journal no longer leads to the records, a
/// number is left out in it (see JournalReplay::missing). What can be redone stays where a sound library's journal leads to its records: it
/// may rest on a course that is kept, or on what the watch did meanwhile. `backup` may be null.
[[nodiscard]] RecoveredHistory recovered(const SalvagedHistory& salvaged, const History* backup);

/// The history of the backup as it is; what `salvaged` has beyond it counts as lost. `salvaged` may be null.
[[nodiscard]] RecoveredHistory recoveredFromBackup(const History& backup, const SalvagedHistory* salvaged);

} // namespace waymark::domain
