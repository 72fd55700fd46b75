// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    JournalState state = JournalState::Applied;
    int turns = 0; ///< see JournalEntry

    bool operator==(const KnownEdit&) const = default;
};

/// All that a copy knows: the edits of its journal, and those that its merges brought in. A merge that was taken back has brought nothing,
/// and what was taken back before it was never made.
struct MergeHistory
{
    std::map<QString, KnownEdit> edits; ///< by id
    QStringList heads; ///< the applied step and the applied edit that stand last; sorted

    bool operator==(const MergeHistory&) const = default;
};

/// `journal` in any order.
[[nodiscard]] MergeHistory historyOf(std::vector<JournalEntry> journal);

/// What either knows. Of an edit that both know, the one whose copy moved on later says whether it is applied: the one with more turns.
[[nodiscard]] MergeHistory united(MergeHistory ours, const MergeHistory& theirs);

/// The edits that `all` tells otherwise than `ours`, or alone, and the heads of the copy that they came from; and back into edits.
/// Damaged bytes give no edits.
[[nodiscard]] Absorbed absorbedOf(const MergeHistory& all, const MergeHistory& ours, const QStringList& heads);
[[nodiscard]] MergeHistory historyOf(const Absorbed& absorbed);

/// The same with ids moved.
[[nodiscard]] Absorbed moved(const Moves& moves, const Absorbed& absorbed);

/// The record that a conflict is about, and the part of it; none for a key of another kind and for one that is damaged.
[[nodiscard]] std::optional<std::pair<RecordKey, QString>> conflictAt(const RecordKey& conflict);

} // namespace waymark::domain
