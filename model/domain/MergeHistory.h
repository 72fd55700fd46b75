// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeWatch.h>
#include <domain/Moves.h>
#include <domain/Store.h>

#include <QStringList>

#include <map>
#include <optional>
#include <utility>

namespace waymark::domain {

/// An edit as any copy of a library knows it.
struct KnownEdit
{
    Edit edit; ///< of a merge without changes: what it brought stands here as edits of their own
    QStringList parents; ///< the edits that stood last in the copies in which it was made or merged; sorted
    JournalState state = JournalState::Applied; ///< Undone: taken back. Abandoned: set aside by a recovery, which says nothing
    int turns = 0; ///< see JournalEntry

    [[nodiscard]] bool isApplied() const { return state == JournalState::Applied; }
    bool operator==(const KnownEdit&) const = default;
};

/// All that a copy knows: the edits of its journal, and those that its merges brought in. A merge that was taken back has brought nothing;
/// an edit that was taken back before it stays taken back.
struct MergeHistory
{
    std::map<QString, KnownEdit> edits; ///< by id
    QStringList heads; ///< the applied step and the applied edit that stand last; sorted

    bool operator==(const MergeHistory&) const = default;
};

/// Of a copy, its journal in any order. A merge that a recovery has set aside has brought in what its Absorbed among the records says.
/// InvalidFile where that or the journal cannot be believed; TooLarge beyond MergeLimits.h; Cancelled.
[[nodiscard]] Result<MergeHistory> historyOf(const HistoryView& copy, const MergeStretch& stretch);

/// What either knows. Of an edit that both know, the one whose copy moved on later says whether it is applied: the one with more turns,
/// and where they are equal, the one that has it applied. Where a course has moved ids in one copy alone, the larger text stands; a loss
/// that both have found (see LostEdits.h) stands once. In
/// whatever order and however often histories are united, the same comes of them. Cancelled.
[[nodiscard]] Result<MergeHistory> united(MergeHistory ours, const MergeHistory& theirs, const MergeStretch& stretch = {});

/// The edits that `all` tells otherwise than `ours`, or alone; its heads are those of `all`. Cancelled.
[[nodiscard]] Result<MergeHistory> newsOf(const MergeHistory& all, const MergeHistory& ours, const MergeStretch& stretch);

/// The record that a conflict is about, and the part of it; none for a key of another kind and for one that is damaged.
[[nodiscard]] std::optional<std::pair<RecordKey, QString>> conflictAt(const RecordKey& conflict);

} // namespace waymark::domain
