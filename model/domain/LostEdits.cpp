// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/LostEdits.h>

#include <domain/RecordParts.h>

#include <QUuid>

#include <algorithm>
#include <set>
#include <utility>

namespace waymark::domain {

namespace {

const QUuid lostEditsSpace(0x5b1f7f0e, 0x2f6d, 0x4c54, 0x9a, 0x3e, 0x61, 0x0d, 0x8e, 0x4b, 0x27, 0xc9);

QString idOf(const RecordKey& key, const Record& record, const QString& over)
{
    const QStringList parts { toString(key.kind), key.skill, key.item, key.id, QString::fromUtf8(recordToJson(record)), over };
    return QUuid::createUuidV5(lostEditsSpace, parts.join(u'\n')).toString(QUuid::WithoutBraces);
}

/// Follows the records through a journal.
class Records
{
public:
    explicit Records(const LearnerHistory& copy)
    {
        for (const auto& [key, record] : copy.records) {
            if (key.kind == RecordKind::Absorbed) {
                m_stored.insert(key.id);
            }
        }
    }

    void follow(const JournalEntry& entry)
    {
        const bool isSetAside = entry.state == JournalState::Abandoned && entry.turns % 2 == 0;
        const bool isMerge = entry.edit.kind == EditKind::MergeLibrary;
        // A merge that a recovery has set aside has brought in its edits all the same: see historyOf().
        const bool isApplied = entry.state == JournalState::Applied || (isSetAside && m_stored.contains(entry.edit.id));
        for (const RecordChange& change : entry.edit.changes) {
            if (isMerged(change.key.kind) && isApplied) {
                apply(entry.edit.id, change);
            } else if (isMerged(change.key.kind) && isSetAside && !isMerge) {
                Place& place = m_places[change.key];
                place.setAside = change.after;
                place.setAsideBy = entry.edit.id;
            }
        }
    }

    /// At the end of the journal.
    void stand(const RecordKey& key, const Record& record)
    {
        if (!isMerged(key.kind)) {
            return;
        }
        if (const QString lost = found(key, record, m_places[key]); !lost.isEmpty()) {
            m_lost.heads.append(lost);
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

    void apply(const QString& edit, const RecordChange& change)
    {
        Place& place = m_places[change.key];
        if (const QString lost = found(change.key, change.before, place); !lost.isEmpty()) {
            m_lost.knownBy[edit].append(lost);
        }
        place = { change.after, edit, {}, {} };
    }

    /// The id of the edit that is lost; empty for none. A removal alone is no more than a loss. A record that is neither as the journal
    /// gives it nor as it was before is newer than all that the journal tells, as a recovery takes it.
    QString found(const RecordKey& key, const std::optional<Record>& record, const Place& place)
    {
        if (!record || isSameButDerived(key.kind, record, place.record)) {
            return {};
        }
        const bool isOverSetAside = !place.setAsideBy.isEmpty();
        const QString over = isOverSetAside ? place.setAsideBy : place.touchedBy;
        const QString id = idOf(key, *record, over);
        KnownEdit& lost = m_lost.edits[id];
        lost.edit = { id, EditKind::MergeLibrary, {}, 0, { { key, isOverSetAside ? place.setAside : place.record, record } } };
        lost.parents = over.isEmpty() ? QStringList() : QStringList(over);
        return id;
    }

    std::set<QString> m_stored; ///< merges whose Absorbed is there
    std::map<RecordKey, Place> m_places;
    LostEdits m_lost;
};

} // namespace

Result<LostEdits> lostEdits(const LearnerHistory& copy, const MergeStretch& stretch)
{
    std::vector<const JournalEntry*> inOrder;
    inOrder.reserve(copy.journal.size());
    std::ranges::transform(copy.journal, std::back_inserter(inOrder), [](const JournalEntry& entry) { return &entry; });
    std::ranges::sort(inOrder, {}, &JournalEntry::sequence);
    Records records(copy);
    const std::size_t steps = inOrder.size() + copy.records.size();
    std::size_t done = 0;
    for (const JournalEntry* entry : inOrder) {
        if (!stretch.goesOn(done++, steps)) {
            return failure(ErrorCode::Cancelled);
        }
        records.follow(*entry);
    }
    for (const auto& [key, record] : copy.records) {
        if (!stretch.goesOn(done++, steps)) {
            return failure(ErrorCode::Cancelled);
        }
        records.stand(key, record);
    }
    return records.done();
}

MergeHistory completed(MergeHistory history, const LostEdits& lost)
{
    for (const auto& [id, edits] : lost.knownBy) {
        if (const auto known = history.edits.find(id); known != history.edits.end()) {
            QStringList& parents = known->second.parents;
            parents += edits;
            parents.removeDuplicates();
            parents.sort();
        }
    }
    history = united(std::move(history), { lost.edits, lost.heads });
    return history;
}

} // namespace waymark::domain
