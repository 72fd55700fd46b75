// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeHistory.h>

#include <map>

namespace waymark::domain {

/// What the journal of a salvaged copy no longer tells of its records. Where nothing was lost all of it is empty.
struct LostEdits
{
    /// One for each record or conflict that is there, or that an edit found, and that no edit before left so. Its id follows from key and
    /// record and from the edit that touched the record before, which it knows: so it is the same whenever it is asked for. One that left
    /// a conflict says of its values no more than that they wait.
    std::map<QString, KnownEdit> edits;
    std::map<QString, QStringList> knownBy; ///< by the edit of the journal that found their records
    QStringList heads; ///< those whose record stands

    [[nodiscard]] bool isEmpty() const { return edits.empty() && knownBy.empty() && heads.isEmpty(); }
};

[[nodiscard]] Result<LostEdits> lostEdits(const HistoryView& copy, const MergeStretch& stretch); ///< Cancelled

/// The history of that copy with them; Cancelled.
[[nodiscard]] Result<MergeHistory> completed(MergeHistory history, const LostEdits& lost, const MergeStretch& stretch = {});

} // namespace waymark::domain
