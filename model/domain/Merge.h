// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <domain/MergeHistory.h>

#include <optional>
#include <vector>

namespace waymark::domain {

/// What a merge does to one record that is not as it was here.
struct MergedChange
{
    RecordKey key;
    bool isNew = false;
    bool isRemoved = false;

    bool operator==(const MergedChange&) const = default;
};

/// What another copy of this library knows, brought in as one edit.
struct Merge
{
    Edit edit; ///< of kind MergeLibrary; without changes where the other copy knows nothing new
    int newEdits = 0; ///< steps of the other copy that this one did not know
    std::vector<MergedChange> changes; ///< ascending
    std::vector<RecordKey> conflicts; ///< that wait for an answer because of this merge; ascending
    std::vector<RecordKey> keptFromRemoval; ///< removed in one copy and changed in the other one: they stay; ascending
};

/// Brings `theirs`, the whole journal of another copy, into this one with the journal `ours`. The rule stands in MergedRecord.h; the
/// result is the same whichever copy merges, in whatever order copies merge, and however often.
[[nodiscard]] Merge mergeCopies(const EditContext& context, const std::vector<JournalEntry>& ours, const std::vector<JournalEntry>& theirs);

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
    std::optional<Record> shown;
    std::vector<Record> others; ///< the record as it would be with each other value
};

/// None for a key that is no conflict of this progress.
[[nodiscard]] std::optional<ConflictValues> valuesOf(const Progress& progress, const RecordKey& conflict);

} // namespace waymark::domain
