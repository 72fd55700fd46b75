// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Moves.h>

#include <domain/AbsorbedEdits.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace waymark::domain {

namespace {

/// Moves all that a learner has by one map of keys.
class Mover
{
public:
    Mover(const Moves& moves, const LearnerHistory& history);

    [[nodiscard]] LearnerHistory moved(LearnerHistory history) const;

private:
    void use(const Edit& edit);
    void use(const Record& record);
    void use(const RecordKey& key);
    void move(Edit& edit) const;
    [[nodiscard]] RecordKey keyOf(const RecordKey& key) const;
    [[nodiscard]] Record recordOf(const RecordKey& old, const Record& record) const;
    [[nodiscard]] Record absorbedOf(const Absorbed& absorbed) const;
    [[nodiscard]] Record conflictOf(const RecordKey& old, const Conflict& conflict) const;

    const Moves& m_moves;
    std::map<QByteArray, MergeHistory> m_absorbed; ///< by its bytes, which stand in the journal and among the records
    std::set<RecordKey> m_used;
    std::map<RecordKey, RecordKey> m_keys; ///< those that move
};

Mover::Mover(const Moves& moves, const LearnerHistory& history)
    : m_moves(moves)
{
    for (const auto& [key, record] : history.records) {
        use(key);
        use(record);
    }
    for (const JournalEntry& entry : history.journal) {
        use(entry.edit);
    }
    std::set<RecordKey> taken = m_used;
    for (const RecordKey& key : m_used) {
        const RecordKey to = moves.key(key);
        if (to != key && taken.insert(to).second) {
            m_keys.emplace(key, to);
        }
    }
}

/// A conflict uses the key of its record.
void Mover::use(const RecordKey& key)
{
    const auto conflict = conflictAt(key);
    m_used.insert(conflict ? conflict->first : key);
}

void Mover::use(const Edit& edit)
{
    for (const RecordChange& change : edit.changes) {
        use(change.key);
        for (const std::optional<Record>* side : { &change.before, &change.after }) {
            if (*side) {
                use(**side);
            }
        }
    }
}

/// What cannot be read stays as it is.
void Mover::use(const Record& record)
{
    const auto* absorbed = std::get_if<Absorbed>(&record);
    if (absorbed == nullptr || m_absorbed.contains(absorbed->edits)) {
        return;
    }
    const MergeWatch watch;
    const auto history = historyOf(*absorbed, { watch, 0, 0 });
    if (!history) {
        return;
    }
    m_absorbed.emplace(absorbed->edits, *history);
    for (const auto& [id, known] : history->edits) {
        use(known.edit);
    }
}

RecordKey Mover::keyOf(const RecordKey& key) const
{
    if (const auto conflict = conflictAt(key)) {
        return RecordKey::ofConflict(keyOf(conflict->first), conflict->second);
    }
    const auto found = m_keys.find(key);
    return found == m_keys.end() ? key : found->second;
}

Record Mover::absorbedOf(const Absorbed& absorbed) const
{
    const auto found = m_absorbed.find(absorbed.edits);
    if (found == m_absorbed.end()) {
        return absorbed;
    }
    MergeHistory history = found->second;
    for (auto& [id, known] : history.edits) {
        move(known.edit);
    }
    const MergeWatch watch;
    return history == found->second ? absorbed : domain::absorbedOf(history, { watch, 0, 0 }).value_or(absorbed);
}

Record Mover::conflictOf(const RecordKey& old, const Conflict& conflict) const
{
    const auto at = conflictAt(old);
    Conflict moved = conflict;
    for (QString& other : moved.others) {
        if (const auto record = at ? recordFromJson(at->first.kind, other.toUtf8()) : failure(ErrorCode::InvalidFile); record) {
            other = QString::fromUtf8(recordToJson(m_moves.record(*record)));
        }
    }
    moved.others.removeDuplicates();
    moved.others.sort();
    return moved;
}

Record Mover::recordOf(const RecordKey& old, const Record& record) const
{
    if (const auto* absorbed = std::get_if<Absorbed>(&record)) {
        return absorbedOf(*absorbed);
    }
    if (const auto* conflict = std::get_if<Conflict>(&record)) {
        return conflictOf(old, *conflict);
    }
    return m_moves.record(record);
}

void Mover::move(Edit& edit) const
{
    edit.subject = m_moves.skill(edit.subject);
    for (RecordChange& change : edit.changes) {
        for (std::optional<Record>* side : { &change.before, &change.after }) {
            if (*side) {
                *side = recordOf(change.key, **side);
            }
        }
        change.key = keyOf(change.key);
    }
}

LearnerHistory Mover::moved(LearnerHistory history) const
{
    for (auto& [key, record] : history.records) {
        record = recordOf(key, record);
        key = keyOf(key);
    }
    for (JournalEntry& entry : history.journal) {
        move(entry.edit);
    }
    return history;
}

} // namespace

LearnerHistory moved(const Moves& moves, LearnerHistory history)
{
    if (moves.isEmpty()) {
        return history;
    }
    const Mover mover(moves, history);
    return mover.moved(std::move(history));
}

} // namespace waymark::domain
