// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/UndoStep.h>

#include <algorithm>

namespace waymark::domain {

namespace {

/// The change of the watch; null for an edit that leaves it alone.
template <class Changes> auto* watchIn(Changes& changes)
{
    const auto found = std::ranges::find_if(changes, [](const RecordChange& change) { return change.key == RecordKey::ofTimer(); });
    return found == changes.end() ? nullptr : &*found;
}

} // namespace

UndoStep stepBack(const JournalEntry& newest, const std::vector<JournalEntry>& applied)
{
    UndoStep step { newest.edit, { { newest.sequence, JournalState::Undone } } };
    RecordChange* watch = watchIn(step.edit.changes);
    for (const JournalEntry& aside : applied) {
        const RecordChange* later = watch == nullptr ? nullptr : watchIn(aside.edit.changes);
        if (later != nullptr) {
            watch->after = later->after;
            step.states.emplace_back(aside.sequence, JournalState::Undone);
        }
    }
    return step;
}

UndoStep stepForward(const JournalEntry& oldest, const std::vector<JournalEntry>& undone, const std::vector<JournalEntry>& applied)
{
    UndoStep step { oldest.edit, { { oldest.sequence, JournalState::Applied } } };
    RecordChange* watch = watchIn(step.edit.changes);
    if (watch == nullptr) {
        return step;
    }
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* meanwhile = watchIn(aside.edit.changes)) {
            watch->before = meanwhile->after;
            step.states.emplace_back(aside.sequence, JournalState::Abandoned);
        }
    }
    for (const JournalEntry& entry : undone) {
        // Steps that were taken back earlier lie in between, and asides that went along with them: those begin elsewhere.
        const RecordChange* later = isAside(entry.edit.kind) ? watchIn(entry.edit.changes) : nullptr;
        if (later != nullptr && later->before == watch->after) {
            watch->after = later->after;
            step.states.emplace_back(entry.sequence, JournalState::Applied);
        }
    }
    return step;
}

} // namespace waymark::domain
