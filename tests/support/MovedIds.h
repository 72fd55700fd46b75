// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/AbsorbedEdits.h>
#include <domain/Moves.h>
#include <domain/Store.h>

namespace waymark::support {

/// Where an edit names an id that a course has moved, also in what merges have brought; empty for nowhere.
inline QString movedIdIn(const domain::Moves& moves, const domain::Edit& edit);

inline QString movedIdIn(const domain::Moves& moves, const domain::RecordKey& key, const std::optional<domain::Record>& record)
{
    if (moves.key(key) != key || (record && moves.record(*record) != *record)) {
        return domain::toString(key.kind) + u' ' + key.skill + u' ' + key.item + u' ' + key.id;
    }
    const auto* absorbed = record ? std::get_if<domain::Absorbed>(&*record) : nullptr;
    const auto history = absorbed == nullptr ? domain::MergeHistory {} : domain::historyOf(*absorbed, {}).value();
    for (const auto& [id, known] : history.edits) {
        if (const QString found = movedIdIn(moves, known.edit); !found.isEmpty()) {
            return QStringLiteral("brought by a merge: ") + found;
        }
    }
    return {};
}

inline QString movedIdIn(const domain::Moves& moves, const domain::Edit& edit)
{
    QString found = moves.skill(edit.subject) == edit.subject ? QString() : edit.subject;
    for (const domain::RecordChange& change : edit.changes) {
        for (const std::optional<domain::Record>* side : { &change.before, &change.after }) {
            found = found.isEmpty() ? movedIdIn(moves, change.key, *side) : found;
        }
    }
    return found.isEmpty() ? found : QStringLiteral("edit %1, %2").arg(edit.id, found);
}

/// In the records or in the journal of a store, by the course that it has.
inline QString movedIdIn(domain::Store& store)
{
    const domain::Moves moves(store.course().value().value_or(domain::Course {}));
    QString found;
    const auto records = store.progress().value().records();
    for (const auto& [key, record] : records) {
        found = found.isEmpty() ? movedIdIn(moves, key, record) : found;
    }
    const auto journal = store.journal(1000).value();
    for (const domain::JournalEntry& entry : journal) {
        found = found.isEmpty() ? movedIdIn(moves, entry.edit) : found;
    }
    return found;
}

} // namespace waymark::support
