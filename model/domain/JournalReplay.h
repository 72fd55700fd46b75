// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Moves.h>
#include <domain/Store.h>

namespace waymark::domain {

/// What comes of all applied edits of a journal, one after the other from an empty Progress.
struct JournalReplay
{
    int edits = 0; ///< applied
    /// The first sequence number from 1 on that the journal does not have although it has later ones; 0 where it is whole. Without the
    /// whole journal nothing is compared.
    qint64 missing = 0;
    int unfitting = 0; ///< edits that found another record than those before them give; what they wrote counts all the same
    std::vector<RecordKey> differences; ///< records that are stored otherwise than the journal gives them; ascending

    bool operator==(const JournalReplay&) const = default;
};

/// Compares with the stored records: no difference means an equal contentHash(). `journal` in any order.
[[nodiscard]] JournalReplay replayJournal(const std::vector<JournalEntry>& journal, const Progress& stored);

/// The place of each edit in the journal of a copy, by edit id. After a merge it is the order of recalls and answers of all copies: see
/// PracticeOrder.h. Where the history cannot be followed, it is the order of the journal.
[[nodiscard]] QHash<QString, qint64> orderOf(const LearnerHistory& copy);

/// What Store::journalStamp() says of a store with this whole journal.
[[nodiscard]] JournalStamp stampOf(const std::vector<JournalEntry>& journal);

} // namespace waymark::domain
