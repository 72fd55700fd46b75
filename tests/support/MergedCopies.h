// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CopyFates.h"
#include "CopyMerges.h"
#include "RandomEdits.h"

#include <domain/StudyEdits.h>

#include <set>
#include <utility>

namespace waymark::support {

/// Copies of one library that live apart for a while: edits, undo and redo, the watch, merges among them and answers to what they ask. The
/// same seed gives the same life.
class MergedCopies
{
public:
    /// What may come over a copy beside that.
    enum Fate {
        Healthy,
        Salvaged, ///< it is damaged and recovered
        Updated, ///< a course with moved ids is installed in it
    };

    MergedCopies(quint64 seed, int copies, int steps, Fate fate = Healthy)
        : m_random(seed)
        , m_fate(fate)
    {
        MemoryStore first;
        if (fate == Updated && seed % 2 == 0 && !first.installCourse(formerCourse())) {
            qFatal("the course does not install");
        }
        for (int i = 0; i < 6; ++i) {
            step(first);
        }
        m_copies.assign(static_cast<std::size_t>(copies), first);
        for (int i = 0; i < steps; ++i) {
            MemoryStore& one = m_copies[static_cast<std::size_t>(m_random.below(copies))];
            const int what = m_random.below(24);
            if (what < 3) {
                merge(one, m_copies[static_cast<std::size_t>(m_random.below(copies))]);
            } else if (what == 3 && m_fate != Healthy) {
                meetFate(one);
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
        const int what = m_random.below(13);
        if (what >= 12) {
            stop(store);
        } else if (what >= 10) {
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
        const domain::Progress progress = store.progress().value();
        domain::Edit edit = m_random.edit(progress, newId());
        // What a course has moved nobody can touch by its old id.
        const domain::Moves moves(store.course().value().value_or(domain::Course {}));
        for (domain::RecordChange& change : edit.changes) {
            change.key = moves.key(change.key);
            change.before = progress.record(change.key);
            change.after = change.after ? std::optional(moves.record(*change.after)) : std::nullopt;
        }
        std::set<domain::RecordKey> seen; // each record once
        std::erase_if(edit.changes, [&seen](const domain::RecordChange& change) {
            return change.key.kind >= domain::RecordKind::Absorbed || !seen.insert(change.key).second || (!change.before && !change.after);
        });
        if (!edit.changes.empty()) {
            committed(store, edit);
        }
    }

    /// Of the copies those with the newer course take the others in.
    void merge(MemoryStore& into, const MemoryStore& other)
    {
        const bool isOlder = editionOf(into) < editionOf(other);
        if (!isOlder) {
            into = mergedWith(into, other, newId());
        }
    }

    [[nodiscard]] static QString editionOf(MemoryStore store) { return store.course().value().value_or(domain::Course {}).version; }

    void meetFate(MemoryStore& store)
    {
        if (m_fate == Updated) {
            updateCourse(store, newId());
        } else {
            salvage(store, [this](int limit) { return m_random.below(limit); });
        }
    }

    [[nodiscard]] domain::EditContext context(const domain::Progress& progress)
    {
        static const domain::Roadmap roadmap { domain::Course {} };
        return { roadmap, progress, 1'700'000'600'000, newId() };
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

    void stop(MemoryStore& store)
    {
        const domain::Progress progress = store.progress().value();
        if (const auto edit = domain::stopTimer(context(progress), 1 + m_random.below(9)); edit) {
            committed(store, *edit);
        }
    }

    void answer(MemoryStore& store)
    {
        const domain::Progress progress = store.progress().value();
        if (progress.conflicts().isEmpty()) {
            return;
        }
        const domain::RecordKey key = progress.conflicts().keys().at(m_random.below(static_cast<int>(progress.conflicts().size())));
        const std::optional<int> other = m_random.below(2) == 0 ? std::nullopt : std::optional(0);
        committed(store, domain::answerConflict(context(progress), key, other).value());
    }

    RandomEdits m_random;
    Fate m_fate;
    std::vector<MemoryStore> m_copies;
    int m_next = 0;
};

} // namespace waymark::support
