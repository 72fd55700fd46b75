// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/WatchedSteps.h>

#include <domain/Store.h>

#include <optional>
#include <vector>

namespace waymark::storage {

/// The edits in the order in which they were made. What writes here runs inside a transaction of the caller.

/// Appends the edit as applied; unless it is an aside, what could be redone is abandoned. StaleEdit if an edit with this id is there
/// already.
[[nodiscard]] Result<void> appendEdit(Connection& library, const domain::Edit& edit);

/// Asides passed over.
[[nodiscard]] Result<std::optional<domain::JournalEntry>> newestApplied(Connection& library);
[[nodiscard]] Result<std::optional<domain::JournalEntry>> oldestUndone(Connection& library);
/// The edits of these two without their changes, which are not read.
[[nodiscard]] Result<std::optional<domain::Edit>> nextToUndo(Connection& library);
[[nodiscard]] Result<std::optional<domain::Edit>> nextToRedo(Connection& library);
/// Those after `sequence` that are applied or undone, in their order.
[[nodiscard]] Result<std::vector<domain::JournalEntry>> appliedAfter(Connection& library, qint64 sequence);
[[nodiscard]] Result<std::vector<domain::JournalEntry>> undoneAfter(Connection& library, qint64 sequence);
/// Those that are undone or abandoned. The steps are told and asked meanwhile, as below; Cancelled.
[[nodiscard]] Result<std::vector<domain::JournalEntry>> takenBackAfter(Connection& library, qint64 sequence, WatchedSteps& steps);
[[nodiscard]] Result<void> setState(Connection& library, qint64 sequence, domain::JournalState state);

/// Newest first, at most `limit`.
[[nodiscard]] Result<std::vector<domain::JournalEntry>> readJournal(Connection& library, int limit);
/// The newest of those that are older than this one, newest first. One may be a merge of tens of thousands of changes, so the steps are
/// told and asked meanwhile; Cancelled.
[[nodiscard]] Result<std::vector<domain::JournalEntry>> readJournalBefore(
    Connection& library, qint64 sequence, int limit, WatchedSteps& steps);
/// The stamp of the whole journal.
[[nodiscard]] Result<domain::JournalStamp> readJournalStamp(Connection& library);
/// Those of these kinds that are applied and were made at `since` (UTC milliseconds) or later, newest first.
[[nodiscard]] Result<std::vector<domain::JournalEntry>> appliedOfKinds(
    Connection& library, const std::vector<domain::EditKind>& kinds, qint64 since);
/// An entry of the journal as it is stored.
struct EntryText
{
    qint64 sequence = 0;
    QString subject;
    QString changes;
};

/// LibraryCorrupt where there is none.
[[nodiscard]] Result<EntryText> entryText(Connection& library, qint64 sequence);
/// Writes an entry over the one with its sequence.
[[nodiscard]] Result<void> rewriteEntry(Connection& library, const domain::JournalEntry& entry);
[[nodiscard]] Result<void> rewriteEntry(Connection& library, const EntryText& entry);
/// Writes these and no other ones, under the sequence numbers that they have.
[[nodiscard]] Result<void> replaceJournal(Connection& library, const std::vector<domain::JournalEntry>& journal);

} // namespace waymark::storage
