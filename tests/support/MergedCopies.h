// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "RandomEdits.h"

#include <domain/Merge.h>

#include <limits>
#include <set>
#include <utility>
#include <vector>

namespace waymark::support {

inline std::vector<domain::JournalEntry> wholeJournal(domain::Store& store)
{
    return store.journal(std::numeric_limits<int>::max()).value();
}

/// A store that takes no edit spoils the test.
inline void committed(MemoryStore& store, const domain::Edit& edit)
{
    if (const auto done = store.commit(edit); !done) {
        qFatal("an edit does not fit: %s", qPrintable(done.error().subject));
    }
}

/// What the copy would make of another one.
inline domain::Merge mergeOf(MemoryStore& into, MemoryStore& other, const QString& id)
{
    static const domain::Roadmap roadmap { domain::Course {} };
    const domain::Progress progress = into.progress().value();
    return domain::mergeCopies({ roadmap, progress, 1'700'000'000'000, id }, wholeJournal(into), wholeJournal(other));
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

inline QByteArray hashOf(MemoryStore store)
{
    return domain::contentHash(store.progress().value());
}

/// Copies of one library that live apart for a while: edits, undo and redo, merges among them and answers to what they ask. The same seed
/// gives the same life.
class MergedCopies
{
public:
    MergedCopies(quint64 seed, int copies, int steps)
        : m_random(seed)
    {
        MemoryStore first;
        for (int i = 0; i < 6; ++i) {
            step(first);
        }
        m_copies.assign(static_cast<std::size_t>(copies), first);
        for (int i = 0; i < steps; ++i) {
            MemoryStore& one = m_copies[static_cast<std::size_t>(m_random.below(copies))];
            if (m_random.below(8) == 0) {
                const MemoryStore other = m_copies[static_cast<std::size_t>(m_random.below(copies))];
                one = mergedWith(one, other, newId());
            } else {
                step(one);
            }
        }
    }

    [[nodiscard]] const MemoryStore& at(std::size_t copy) const { return m_copies[copy]; }
    [[nodiscard]] QString newId() { return QStringLiteral("edit-%1").arg(m_next++); }

private:
    void step(MemoryStore& store)
    {
        const int what = m_random.below(12);
        if (what >= 10) {
            pause(store);
        } else if (what < 6) {
            edit(store);
        } else if (what < 8) {
            (void)store.undo();
        } else if (what == 8) {
            (void)store.redo();
        } else {
            answer(store);
        }
    }

    void edit(MemoryStore& store)
    {
        domain::Edit edit = m_random.edit(store.progress().value(), newId());
        std::set<domain::RecordKey> seen; // each record once
        std::erase_if(edit.changes, [&seen](const domain::RecordChange& change) {
            return change.key.kind >= domain::RecordKind::Absorbed || !seen.insert(change.key).second;
        });
        if (!edit.changes.empty()) {
            committed(store, edit);
        }
    }

    /// An aside of the watch, which undo passes over; it starts one where none runs.
    void pause(MemoryStore& store)
    {
        const std::optional<domain::RunningTimer> present = store.progress().value().timer();
        domain::RunningTimer after = present.value_or(domain::RunningTimer { QStringLiteral("skill-1"), 1'700'000'000'000, 0, 0, 25, 5 });
        after.runningSince = after.runningSince == 0 ? 1'700'000'000'000 : 0;
        after.milliseconds += m_random.below(60'000);
        const domain::EditKind kind = present ? domain::EditKind::PauseTimer : domain::EditKind::StartTimer;
        committed(store, { newId(), kind, {}, 1'700'000'000'000, { { domain::RecordKey::ofTimer(), present, after } } });
    }

    void answer(MemoryStore& store)
    {
        const domain::Progress progress = store.progress().value();
        if (progress.conflicts().isEmpty()) {
            return;
        }
        const domain::RecordKey key = progress.conflicts().keys().at(m_random.below(static_cast<int>(progress.conflicts().size())));
        const domain::Roadmap roadmap { domain::Course {} };
        const std::optional<int> other = m_random.below(2) == 0 ? std::nullopt : std::optional(0);
        committed(store, domain::answerConflict({ roadmap, progress, 1'700'000'000'000, newId() }, key, other).value());
    }

    RandomEdits m_random;
    std::vector<MemoryStore> m_copies;
    int m_next = 0;
};

} // namespace waymark::support
