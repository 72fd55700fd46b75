// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/MovingIds.h>

#include <domain/AbsorbedEdits.h>

#include <algorithm>

namespace waymark::session {

using domain::ErrorCode;
using domain::MergeStretch;
using domain::Record;
using domain::RecordKey;
using domain::Result;

MovingIds::MovingIds(const domain::Moves& moves, const MergeStretch& stretch)
    : m_moves(moves)
    , m_stretch(stretch)
{
}

Result<bool> MovingIds::areIn(const domain::LibraryContents& library)
{
    if (m_moves.isEmpty()) {
        return false;
    }
    const auto records = library.progress.records();
    const std::size_t all = records.size() + library.journal.size();
    std::size_t done = 0;
    Result<bool> found = false;
    const auto goesOn = [&] {
        if (found && !m_stretch.goesOn(done, all)) {
            found = domain::failure(ErrorCode::Cancelled);
        }
        return found && !*found;
    };
    for (auto record = records.begin(); record != records.end() && goesOn(); ++record, ++done) {
        found = isIn(record->first, record->second, m_stretch.part(done, all));
    }
    for (auto entry = library.journal.begin(); entry != library.journal.end() && goesOn(); ++entry, ++done) {
        found = isIn(entry->edit, m_stretch.part(done, all));
    }
    return found;
}

Result<bool> MovingIds::isIn(const domain::Edit& edit, const MergeStretch& part)
{
    Result<bool> found = m_moves.skill(edit.subject) != edit.subject;
    const std::size_t sides = 2 * edit.changes.size();
    std::size_t done = 0;
    for (const domain::RecordChange& change : edit.changes) {
        for (const std::optional<Record>* side : { &change.before, &change.after }) {
            if (found && !*found && *side) {
                found = isIn(change.key, **side, part.part(done, sides));
            }
            ++done;
        }
    }
    return found;
}

Result<bool> MovingIds::isIn(const RecordKey& key, const Record& record, const MergeStretch& part)
{
    if (isIn(key)) {
        return true;
    }
    if (const auto* absorbed = std::get_if<domain::Absorbed>(&record)) {
        return isIn(*absorbed, part);
    }
    if (const auto* conflict = std::get_if<domain::Conflict>(&record)) {
        return isIn(key, *conflict);
    }
    return m_moves.record(record) != record;
}

/// What cannot be read is not moved.
Result<bool> MovingIds::isIn(const domain::Absorbed& absorbed, const MergeStretch& part)
{
    if (m_absorbed.contains(absorbed.edits)) {
        return false;
    }
    m_absorbed.insert(absorbed.edits);
    const auto history = domain::historyOf(absorbed, part.part(0, 2));
    if (!history) {
        return history.error().code == ErrorCode::Cancelled ? Result<bool>(tl::unexpected(history.error())) : Result<bool>(false);
    }
    Result<bool> found = false;
    std::size_t done = 0;
    for (auto known = history->edits.begin(); known != history->edits.end() && found && !*found; ++known) {
        found = isIn(known->second.edit, part.part(1, 2).part(done++, history->edits.size()));
    }
    return found;
}

/// A conflict uses the key of its record.
bool MovingIds::isIn(const RecordKey& key) const
{
    const auto conflict = domain::conflictAt(key);
    const RecordKey& used = conflict ? conflict->first : key;
    return m_moves.key(used) != used;
}

/// Values are written anew as they are moved: one that is written otherwise counts as well.
bool MovingIds::isIn(const RecordKey& key, const domain::Conflict& conflict) const
{
    const auto at = domain::conflictAt(key);
    return !std::ranges::is_sorted(conflict.others, std::ranges::less_equal())
        || std::ranges::any_of(conflict.others, [&](const QString& other) {
               const auto record = at ? domain::recordFromJson(at->first.kind, other.toUtf8()) : domain::failure(ErrorCode::InvalidFile);
               return record && QString::fromUtf8(domain::recordToJson(m_moves.record(*record))) != other;
           });
}

} // namespace waymark::session
