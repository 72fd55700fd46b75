// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"

#include <domain/AbsorbedEdits.h>
#include <domain/LostEdits.h>
#include <domain/Merge.h>

#include <limits>
#include <vector>

namespace waymark::support {

inline std::vector<domain::JournalEntry> wholeJournal(domain::Store& store)
{
    return store.journal(std::numeric_limits<int>::max()).value();
}

inline domain::LearnerHistory historyIn(domain::Store& store)
{
    return { store.progress().value().records(), wholeJournal(store) };
}

/// A merge that cannot be made spoils the test.
template <class T> T done(domain::Result<T> result)
{
    if (!result) {
        qFatal("no merge: %s", qPrintable(result.error().detail));
    }
    return std::move(*result);
}

/// The whole history of a copy, as a merge sees it.
inline domain::MergeHistory knownTo(MemoryStore store)
{
    const domain::LearnerHistory copy = historyIn(store);
    return done(domain::completed(done(domain::historyOf(copy, {})), done(domain::lostEdits(copy, {}))));
}

/// All that copies tell each other of, and what waits for an answer; without the watch.
inline QByteArray hashOf(MemoryStore store)
{
    domain::Progress progress = store.progress().value();
    progress.setRecord(domain::RecordKey::ofTimer(), std::nullopt);
    return domain::contentHash(progress);
}

/// A store that takes no edit spoils the test.
inline void committed(MemoryStore& store, const domain::Edit& edit)
{
    if (const auto done = store.commit(edit); !done) {
        qFatal("an edit does not fit: %s", qPrintable(done.error().subject));
    }
}

inline constexpr qint64 morning = 1'700'000'000'000; ///< of the examples of merges

[[nodiscard]] inline std::optional<domain::Record> recordOf(MemoryStore store, const domain::RecordKey& key)
{
    return store.progress().value().record(key);
}

/// One record swapped in the morning, as an edit of its own.
inline void change(MemoryStore& store, const QString& id, const domain::RecordKey& key, const std::optional<domain::Record>& after)
{
    committed(store, { id, domain::EditKind::SetGoal, {}, morning, { { key, recordOf(store, key), after } } });
}

/// What the rule makes of two copies as they are given, without a library for either.
inline domain::Result<domain::Merge> tried(
    const domain::LearnerHistory& ours, const domain::LearnerHistory& theirs, const domain::MergeWatch& watch)
{
    const domain::Roadmap roadmap { domain::Course {} };
    domain::Progress progress;
    for (const auto& [key, record] : ours.records) {
        progress.setRecord(key, record);
    }
    return domain::mergeCopies({ roadmap, progress, morning, QStringLiteral("m") }, ours.journal, theirs, watch);
}

/// With a merge in its journal that brought in these edits.
inline domain::LearnerHistory copyThatTookIn(const domain::MergeHistory& edits)
{
    const domain::MergeWatch watch;
    const QString id = QStringLiteral("m");
    const domain::RecordChange brought { domain::RecordKey::ofAbsorbed(id), std::nullopt,
        domain::absorbedOf(edits, { watch, 0, 0 }).value() };
    return { {}, { { { id, domain::EditKind::MergeLibrary, {}, morning, { brought } }, 1, domain::JournalState::Applied, 0, {} } } };
}

/// What the copy would make of another one, whose ids are moved to those of its own course.
inline domain::Merge mergeOf(MemoryStore& into, MemoryStore& other, const QString& id)
{
    const domain::Roadmap roadmap(into.course().value().value_or(domain::Course {}));
    const domain::Progress progress = into.progress().value();
    const domain::LearnerHistory theirs = done(domain::moved(domain::Moves(roadmap.course()), historyIn(other)));
    return done(domain::mergeCopies({ roadmap, progress, 1'700'000'000'000, id }, wholeJournal(into), theirs));
}

/// The copy after the merge; stores are values.
inline MemoryStore mergedWith(MemoryStore into, MemoryStore other, const QString& id)
{
    const domain::Merge merge = mergeOf(into, other, id);
    if (!merge.edit.changes.empty()) {
        committed(into, merge.edit);
    }
    return into;
}

} // namespace waymark::support
