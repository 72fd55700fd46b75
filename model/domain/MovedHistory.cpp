// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Moves.h>

#include <domain/AbsorbedEdits.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace waymark::domain {

namespace {

struct KeyHash
{
    std::size_t operator()(const RecordKey& key) const { return qHashMulti(0, static_cast<int>(key.kind), key.skill, key.item, key.id); }
};

/// Moves all that a learner has by one map of keys.
class Mover
{
public:
    explicit Mover(const Moves& moves)
        : m_moves(moves)
    {
    }

    /// False where it was stopped, as everywhere below.
    [[nodiscard]] bool learn(const LearnerHistory& history, const MergeStretch& stretch);
    [[nodiscard]] bool move(LearnerHistory& history, const MergeStretch& stretch);

private:
    [[nodiscard]] bool use(const Edit& edit, const MergeStretch& part);
    [[nodiscard]] bool use(const Record& record, const MergeStretch& part);
    void use(const RecordKey& key);
    void chooseKeys();
    [[nodiscard]] bool move(Edit& edit, const MergeStretch& part);
    [[nodiscard]] bool move(Record& record, const RecordKey& old, const MergeStretch& part);
    [[nodiscard]] bool move(Absorbed& absorbed, const MergeStretch& part);
    void move(Conflict& conflict, const RecordKey& old) const;
    [[nodiscard]] RecordKey keyOf(const RecordKey& key) const;

    const Moves& m_moves;
    std::map<QByteArray, MergeHistory> m_absorbed; ///< by its bytes, which stand in the journal and among the records
    std::unordered_set<RecordKey, KeyHash> m_used;
    std::map<RecordKey, RecordKey> m_keys; ///< those that move
    std::map<QByteArray, Absorbed> m_moved; ///< what came of those bytes
};

bool Mover::learn(const LearnerHistory& history, const MergeStretch& stretch)
{
    const std::size_t all = history.records.size() + history.journal.size();
    std::size_t done = 0;
    for (const auto& [key, record] : history.records) {
        use(key);
        if (!stretch.goesOn(done, all) || !use(record, stretch.part(done, all))) {
            return false;
        }
        ++done;
    }
    for (const JournalEntry& entry : history.journal) {
        if (!stretch.goesOn(done, all) || !use(entry.edit, stretch.part(done, all))) {
            return false;
        }
        ++done;
    }
    chooseKeys();
    return true;
}

/// Of several keys that would go to one place the first one goes there.
void Mover::chooseKeys()
{
    std::set<RecordKey> taken;
    for (auto& [key, to] : std::exchange(m_keys, {})) {
        if (!m_used.contains(to) && taken.insert(to).second) {
            m_keys.emplace(key, to);
        }
    }
}

/// A conflict uses the key of its record.
void Mover::use(const RecordKey& key)
{
    const auto conflict = conflictAt(key);
    const auto [used, isNew] = m_used.insert(conflict ? conflict->first : key);
    if (!isNew) {
        return;
    }
    if (const RecordKey to = m_moves.key(*used); to != *used) {
        m_keys.emplace(*used, to);
    }
}

bool Mover::use(const Edit& edit, const MergeStretch& part)
{
    std::size_t done = 0;
    for (const RecordChange& change : edit.changes) {
        use(change.key);
        const MergeStretch of = part.part(done, edit.changes.size());
        if ((change.before && !use(*change.before, of.part(0, 2))) || (change.after && !use(*change.after, of.part(1, 2)))) {
            return false;
        }
        if (!part.goesOn(++done, edit.changes.size())) {
            return false;
        }
    }
    return true;
}

/// What cannot be read stays as it is.
bool Mover::use(const Record& record, const MergeStretch& part)
{
    const auto* absorbed = std::get_if<Absorbed>(&record);
    if (absorbed == nullptr || m_absorbed.contains(absorbed->edits)) {
        return true;
    }
    auto history = historyOf(*absorbed, part.part(0, 2));
    if (!history) {
        return history.error().code != ErrorCode::Cancelled;
    }
    const MergeHistory& known = m_absorbed.emplace(absorbed->edits, std::move(*history)).first->second;
    const MergeStretch looking = part.part(1, 2);
    const std::size_t all = known.edits.size();
    std::size_t done = 0;
    for (const auto& [id, each] : known.edits) {
        if (!looking.goesOn(done, all) || !use(each.edit, looking.part(done, all))) {
            return false;
        }
        ++done;
    }
    return true;
}

RecordKey Mover::keyOf(const RecordKey& key) const
{
    if (const auto conflict = conflictAt(key)) {
        return RecordKey::ofConflict(keyOf(conflict->first), conflict->second);
    }
    const auto found = m_keys.find(key);
    return found == m_keys.end() ? key : found->second;
}

bool Mover::move(Absorbed& absorbed, const MergeStretch& part)
{
    if (const auto present = m_moved.find(absorbed.edits); present != m_moved.end()) {
        absorbed = present->second;
        return true;
    }
    const auto found = m_absorbed.find(absorbed.edits);
    if (found == m_absorbed.end()) {
        return true;
    }
    MergeHistory history { {}, found->second.heads };
    const MergeStretch moving = part.part(0, 2);
    const std::size_t all = found->second.edits.size();
    bool isAnyMoved = false;
    std::size_t done = 0;
    for (const auto& [id, known] : found->second.edits) {
        KnownEdit& moved = history.edits.emplace_hint(history.edits.end(), id, known)->second;
        if (!moving.goesOn(done, all) || !move(moved.edit, moving.part(done, all))) {
            return false;
        }
        ++done;
        isAnyMoved = isAnyMoved || moved.edit != known.edit;
    }
    const auto written = isAnyMoved ? domain::absorbedOf(history, part.part(1, 2)) : Result<Absorbed>(absorbed);
    absorbed = m_moved.emplace(absorbed.edits, written.value_or(absorbed)).first->second;
    return written || written.error().code != ErrorCode::Cancelled;
}

void Mover::move(Conflict& conflict, const RecordKey& old) const
{
    const auto at = conflictAt(old);
    for (QString& other : conflict.others) {
        if (const auto record = at ? recordFromJson(at->first.kind, other.toUtf8()) : failure(ErrorCode::InvalidFile); record) {
            other = QString::fromUtf8(recordToJson(m_moves.record(*record)));
        }
    }
    conflict.others.removeDuplicates();
    conflict.others.sort();
}

bool Mover::move(Record& record, const RecordKey& old, const MergeStretch& part)
{
    if (auto* absorbed = std::get_if<Absorbed>(&record)) {
        return move(*absorbed, part);
    }
    if (auto* conflict = std::get_if<Conflict>(&record)) {
        move(*conflict, old);
    } else {
        m_moves.move(record);
    }
    return true;
}

bool Mover::move(Edit& edit, const MergeStretch& part)
{
    edit.subject = m_moves.skill(edit.subject);
    std::size_t done = 0;
    for (RecordChange& change : edit.changes) {
        const MergeStretch of = part.part(done, edit.changes.size());
        if ((change.before && !move(*change.before, change.key, of.part(0, 2)))
            || (change.after && !move(*change.after, change.key, of.part(1, 2)))) {
            return false;
        }
        change.key = keyOf(change.key);
        if (!part.goesOn(++done, edit.changes.size())) {
            return false;
        }
    }
    return true;
}

bool Mover::move(LearnerHistory& history, const MergeStretch& stretch)
{
    const std::size_t all = history.records.size() + history.journal.size();
    std::size_t done = 0;
    for (auto& [key, record] : history.records) {
        if (!stretch.goesOn(done, all) || !move(record, key, stretch.part(done, all))) {
            return false;
        }
        key = keyOf(key);
        ++done;
    }
    for (JournalEntry& entry : history.journal) {
        if (!stretch.goesOn(done, all) || !move(entry.edit, stretch.part(done, all))) {
            return false;
        }
        ++done;
    }
    return true;
}

} // namespace

Result<LearnerHistory> moved(const Moves& moves, LearnerHistory history, const MergeStretch& stretch)
{
    if (moves.isEmpty()) {
        return history;
    }
    Mover mover(moves);
    if (!mover.learn(history, stretch.part(0, 2)) || !mover.move(history, stretch.part(1, 2))) {
        return failure(ErrorCode::Cancelled);
    }
    return history;
}

} // namespace waymark::domain
