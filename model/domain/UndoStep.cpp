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

/// An aside as it is told where the skill of its watch is called so.
JournalEntry onSkill(const QString& skill, JournalEntry aside)
{
    for (RecordChange& change : aside.edit.changes) {
        for (std::optional<Record>* side : { &change.before, &change.after }) {
            auto* watch = *side ? std::get_if<RunningTimer>(&**side) : nullptr;
            if (watch == nullptr) {
                continue;
            }
            aside.edit.subject = aside.edit.subject == watch->skill ? skill : aside.edit.subject;
            watch->skill = skill;
        }
    }
    return aside;
}

/// A turn of an installation finds in the watch what its asides have made of it since, and leaves that there under the other name.
void passAsides(UndoStep& step, RecordChange& watch, const std::vector<JournalEntry>& applied, bool isBack)
{
    std::optional<Record>& goes = isBack ? watch.after : watch.before;
    std::optional<Record>& comes = isBack ? watch.before : watch.after;
    const auto* named = comes ? std::get_if<RunningTimer>(&*comes) : nullptr;
    if (named == nullptr) {
        return;
    }
    const QString skill = named->skill;
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* later = watchIn(aside.edit.changes)) {
            goes = later->after;
            step.renamed.push_back(onSkill(skill, aside));
            comes = watchIn(step.renamed.back().edit.changes)->after;
        }
    }
}

} // namespace

UndoStep stepBack(const JournalEntry& newest, const std::vector<JournalEntry>& applied)
{
    UndoStep step { newest.edit, { { newest.sequence, JournalState::Undone } } };
    RecordChange* watch = watchIn(step.edit.changes);
    if (watch == nullptr) {
        return step;
    }
    if (isInstallation(newest.edit.kind)) {
        passAsides(step, *watch, applied, true);
        return step;
    }
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* later = watchIn(aside.edit.changes)) {
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
    if (isInstallation(oldest.edit.kind)) {
        passAsides(step, *watch, applied, false);
        return step;
    }
    for (const JournalEntry& aside : applied) {
        if (const RecordChange* meanwhile = watchIn(aside.edit.changes)) {
            watch->before = meanwhile->after;
            step.states.emplace_back(aside.sequence, JournalState::Abandoned);
        }
    }
    std::vector<std::optional<Record>> elsewhere; // where the watch of later steps is, with the asides that went along with them
    for (const JournalEntry& entry : undone) {
        const RecordChange* later = watchIn(entry.edit.changes);
        if (later == nullptr) {
            continue;
        }
        if (!isAside(entry.edit.kind)) {
            elsewhere.push_back(later->after);
        } else if (const auto other = std::ranges::find(elsewhere, later->before); other != elsewhere.end()) {
            *other = later->after;
        } else if (later->before == watch->after) {
            watch->after = later->after;
            step.states.emplace_back(entry.sequence, JournalState::Applied);
        }
    }
    return step;
}

} // namespace waymark::domain
