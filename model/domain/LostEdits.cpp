// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/LostEdits.h>

#include <domain/AbsorbedEdits.h>
#include <domain/RecordParts.h>

#include <QUuid>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

const QUuid lostEditsSpace(0x5b1f7f0e, 0x2f6d, 0x4c54, 0x9a, 0x3e, 0x61, 0x0d, 0x8e, 0x4b, 0x27, 0xc9);

QString idOf(const RecordKey& key, const Record& record, const QString& over)
{
    const QStringList parts { toString(key.kind), key.skill, key.item, key.id, QString::fromUtf8(recordToJson(record)), over };
    return QUuid::createUuidV5(lostEditsSpace, parts.join(u'\n')).toString(QUuid::WithoutBraces);
}

/// None by an edit that is no merge, and by one that cannot be read or whose reading was ended.
std::map<QString, KnownEdit> broughtBy(const Edit& edit, const MergeStretch& stretch)
{
    for (const RecordChange& change : edit.changes) {
        if (const auto* absorbed = change.after ? std::get_if<Absorbed>(&*change.after) : nullptr) {
            return historyOf(*absorbed, stretch).value_or(MergeHistory {}).edits;
        }
    }
    return {};
}

/// Of records the journal tells, and of conflicts, which wait for an answer that no journal knows.
bool isFollowed(RecordKind kind)
{
    return isMerged(kind) || kind == RecordKind::Conflict;
}

/// Of a conflict that a merge found and left, what it left of it: the rest it knew to be answered or replaced.
std::optional<Record> stillThere(const std::optional<Record>& found, const std::optional<Record>& left)
{
    const auto* before = found ? std::get_if<Conflict>(&*found) : nullptr;
    const auto* after = left ? std::get_if<Conflict>(&*left) : nullptr;
    if (before == nullptr || after == nullptr) {
        return std::nullopt;
    }
    Conflict both;
    std::ranges::copy_if(
        before->others, std::back_inserter(both.others), [after](const QString& each) { return after->others.contains(each); });
    return both.others.isEmpty() ? std::nullopt : std::optional<Record>(both);
}

/// Follows the records through a journal.
class Records
{
public:
    explicit Records(const HistoryView& copy)
    {
        for (const auto& [key, record] : copy.records) {
            if (key.kind == RecordKind::Absorbed) {
                m_stored.insert(key.id);
            }
        }
    }

    /// False where it is to stop.
    bool follow(const JournalEntry& entry, const MergeStretch& part)
    {
        const bool isSetAside = entry.state == JournalState::Abandoned && entry.turns % 2 == 0;
        const bool isMerge = entry.edit.kind == EditKind::MergeLibrary;
        // A merge that a recovery has set aside has brought in its edits all the same: see historyOf().
        const bool isApplied = entry.state == JournalState::Applied || (isSetAside && m_stored.contains(entry.edit.id));
        const std::size_t of = entry.edit.changes.size() + 1; // the first word comes behind the first change
        std::size_t done = 0;
        for (const RecordChange& change : entry.edit.changes) {
            if (!part.goesOn(++done, of)) {
                return false;
            }
            if (isFollowed(change.key.kind) && isApplied) {
                apply(entry.edit, change, part.part(done, of));
            } else if (isMerged(change.key.kind) && isSetAside && !isMerge) {
                Place& place = m_places[change.key];
                place.setAside = change.after;
                place.setAsideBy = entry.edit.id;
            }
        }
        return true;
    }

    /// At the end of the journal.
    void stand(const RecordKey& key, const Record& record)
    {
        if (!isFollowed(key.kind)) {
            return;
        }
        if (const Place& place = m_places[key]; isLost(key, record, place)) {
            m_lost.heads.append(add(key, record, place));
        }
    }

    LostEdits done() { return std::move(m_lost); }

private:
    struct Place
    {
        std::optional<Record> record;
        QString touchedBy; ///< empty before the first edit
        std::optional<Record> setAside; ///< as an edit after that has left it, which a recovery has set aside
        QString setAsideBy; ///< empty for none
    };

    void apply(const Edit& edit, const RecordChange& change, const MergeStretch& part)
    {
        Place& place = m_places[change.key];
        if (isLost(change.key, change.before, place)) {
            const bool isMerge = edit.kind == EditKind::MergeLibrary;
            const bool isConflict = change.key.kind == RecordKind::Conflict;
            const std::optional<Record> found = isMerge && isConflict ? stillThere(change.before, change.after) : change.before;
            if (found && (isConflict || !isToldBy(edit, change, part))) {
                m_lost.knownBy[edit.id].append(add(change.key, *found, place));
            }
        }
        place = { change.after, edit.id, {}, {} };
    }

    /// A removal alone is no more than a loss. A record that is neither as the journal gives it nor as it was before is newer than all that
    /// the journal tells, as a recovery takes it.
    static bool isLost(const RecordKey& key, const std::optional<Record>& record, const Place& place)
    {
        return record && !isSameButDerived(key.kind, record, place.record);
    }

    /// Whether the merge that found the record brought word that the edit which left it so was taken back, or had found it lost before:
    /// then it says too what has become of it.
    bool isToldBy(const Edit& merge, const RecordChange& change, const MergeStretch& part)
    {
        if (m_told.id != merge.id) {
            m_told = { merge.id, {} };
            for (const auto& [id, known] : broughtBy(merge, part)) {
                if (!known.isApplied() || known.edit.kind == EditKind::MergeLibrary) {
                    m_told.changes.insert(m_told.changes.end(), known.edit.changes.begin(), known.edit.changes.end());
                }
            }
            std::ranges::stable_sort(m_told.changes, {}, &RecordChange::key);
        }
        const auto first = std::ranges::lower_bound(m_told.changes, change.key, {}, &RecordChange::key);
        const auto last = std::ranges::upper_bound(m_told.changes, change.key, {}, &RecordChange::key);
        return std::any_of(first, last,
            [&change](const RecordChange& told) { return told.after && isSameButDerived(change.key.kind, told.after, change.before); });
    }

    /// The id of the edit that is lost.
    QString add(const RecordKey& key, const Record& record, const Place& place)
    {
        const bool isOverSetAside = !place.setAsideBy.isEmpty();
        const QString over = isOverSetAside ? place.setAsideBy : place.touchedBy;
        const QString id = idOf(key, record, over);
        const std::optional<Record> before = isOverSetAside ? place.setAside : place.record;
        KnownEdit& lost = m_lost.edits[id];
        lost.edit = { id, EditKind::MergeLibrary, {}, stampOf(fieldsOf(record)),
            { { key, key.kind == RecordKind::Conflict ? std::nullopt : before, record } } };
        lost.parents = over.isEmpty() ? QStringList() : QStringList(over);
        return id;
    }

    struct Told
    {
        QString id; ///< of the merge
        std::vector<RecordChange> changes; ///< by key
    };

    std::set<QString> m_stored; ///< merges whose Absorbed is there
    std::map<RecordKey, Place> m_places;
    Told m_told; ///< by the merge that was asked last
    LostEdits m_lost;
};

} // namespace

Result<LostEdits> lostEdits(const HistoryView& copy, const MergeStretch& stretch)
{
    std::vector<const JournalEntry*> inOrder;
    inOrder.reserve(copy.journal.size());
    std::ranges::transform(copy.journal, std::back_inserter(inOrder), [](const JournalEntry& entry) { return &entry; });
    std::ranges::sort(inOrder, {}, &JournalEntry::sequence);
    Records records(copy);
    const std::size_t steps = inOrder.size() + copy.records.size();
    std::size_t done = 0;
    for (const JournalEntry* entry : inOrder) {
        if (!stretch.goesOn(done, steps) || !records.follow(*entry, stretch.part(done, steps))) {
            return failure(ErrorCode::Cancelled);
        }
        ++done;
    }
    for (const auto& [key, record] : copy.records) {
        if (!stretch.goesOn(done++, steps)) {
            return failure(ErrorCode::Cancelled);
        }
        records.stand(key, record);
    }
    return records.done();
}

Result<MergeHistory> completed(MergeHistory history, const LostEdits& lost, const MergeStretch& stretch)
{
    if (lost.isEmpty()) {
        return history;
    }
    for (const auto& [id, edits] : lost.knownBy) {
        if (const auto known = history.edits.find(id); known != history.edits.end()) {
            QStringList& parents = known->second.parents;
            parents += edits;
            parents.removeDuplicates();
            parents.sort();
        }
    }
    return united(std::move(history), { lost.edits, lost.heads }, stretch);
}

} // namespace waymark::domain
