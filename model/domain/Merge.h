// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <domain/MergeHistory.h>

#include <QHash>

#include <optional>
#include <vector>

namespace waymark::domain {

/// What another copy of this library knows, brought in as one edit.
struct Merge
{
    Edit edit; ///< of kind MergeLibrary; without changes where the other copy knows nothing new
    int newEdits = 0; ///< steps of the other copy that this one did not know
    std::vector<RecordKey> conflicts; ///< that wait for an answer because of this merge; ascending
    std::vector<RecordKey> keptFromRemoval; ///< removed in one copy and changed in the other one: they stay; ascending
    bool stopsWatch = false; ///< our watch is taken off, for the other copy has kept its time
    QHash<QString, qint64> order; ///< of recalls and answers in both copies: see orderOf()
};

/// Brings `theirs`, the records and the journal of another copy with the ids that the course has here, into this one with the journal
/// `ours`. The rule stands in MergedRecord.h; the result is the same whichever copy merges, in whatever order copies merge, and however
/// often; places of cards follow from recalls, which is the caller's to do. Refused where our own history cannot be read, LibraryCorrupt
/// where theirs cannot, TooLarge beyond MergeLimits.h; Cancelled. The subject of an error is empty.
[[nodiscard]] Result<Merge> mergeCopies(
    const EditContext& context, const std::vector<JournalEntry>& ours, const HistoryView& theirs, const MergeWatch& watch = {});

/// The name of a conflict for the command line: 8 hexadecimal digits of the SHA-256 of its key, the same whatever else is answered.
[[nodiscard]] QString conflictKeyText(const RecordKey& conflict);
/// The conflict of this progress with that name, in digits of either case; none where there is none, or more than one.
[[nodiscard]] std::optional<RecordKey> conflictFrom(const Progress& progress, const QString& name);

/// Settles what two copies say differently: with the value that is shown, or with the one of Conflict::others at `other`. UnknownEntry
/// where there is no such conflict or value.
[[nodiscard]] Result<Edit> answerConflict(const EditContext& context, const RecordKey& conflict, std::optional<int> other);

/// A conflict for a person to read.
struct ConflictValues
{
    RecordKey record;
    QString part;
    std::optional<Record> shown; ///< none where it was removed meanwhile
    std::vector<Record> others; ///< the record as it would be with each other value; of a removed one, as the edit left it that gave it
    std::vector<qint64> written {}; ///< when each value was, in UTC milliseconds, the shown one first; 0 where the record tells no moment
};

/// None for a key that is no conflict of this progress.
[[nodiscard]] std::optional<ConflictValues> valuesOf(const Progress& progress, const RecordKey& conflict);

} // namespace waymark::domain
