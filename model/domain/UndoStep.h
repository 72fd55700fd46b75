// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

#include <utility>
#include <vector>

namespace waymark::domain {

/// What one undo or redo does to the journal. Asides (isAside()) are no steps of their own: a watch that pauses while nobody is there must
/// not stand between a learner and the tick they want back. An aside stays where it is when another edit is taken back, and goes along when
/// the edit that put the watch there goes, so that the applied entries always give the records in their order. A course that comes or goes
/// puts no watch there: it calls the skill of the watch otherwise, and the asides stay under the name that it gives them.
struct UndoStep
{
    Edit edit; ///< the step, which leaves of the watch what its asides left of it
    std::vector<std::pair<qint64, JournalState>> states; ///< of entries, by sequence
    std::vector<JournalEntry> renamed {}; ///< asides that stay, as they are from then on

    bool operator==(const UndoStep&) const = default;
};

/// Taking back `newest`, the newest applied entry that is no aside; `applied` are the applied ones after it, in their order. The inverse
/// of its edit is what is to be done.
[[nodiscard]] UndoStep stepBack(const JournalEntry& newest, const std::vector<JournalEntry>& applied);

/// Applying `oldest` again, the oldest undone entry that is no aside; `undone` and `applied` are those after it, in their order. Asides
/// that went along come back, and none that went along with a later step; what the watch did meanwhile is abandoned.
[[nodiscard]] UndoStep stepForward(
    const JournalEntry& oldest, const std::vector<JournalEntry>& undone, const std::vector<JournalEntry>& applied);

/// Of all undone entries, in their order: the asides behind `sequence` that went along with a step before it, and can come back with that
/// when nothing from `sequence` on can be redone any more.
[[nodiscard]] std::vector<qint64> asidesOfOlderSteps(qint64 sequence, const std::vector<JournalEntry>& undone);

} // namespace waymark::domain
