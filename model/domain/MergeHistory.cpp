// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MergeHistory.h>

#include <domain/AbsorbedEdits.h>
#include <domain/MergeLimits.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

QStringList sortedSet(QStringList ids)
{
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

/// At equal turns an edit that stands comes before one that a recovery has set aside.
int weight(JournalState state)
{
    return state == JournalState::Applied ? 1 : 0;
}

/// By a recovery, for it no longer fitted the records.
bool isSetAside(const KnownEdit& known)
{
    return known.state == JournalState::Abandoned && known.turns % 2 == 0;
}

bool isLess(const Edit& a, const Edit& b)
{
    if (a == b) {
        return false;
    }
    const auto text = [](const Edit& edit) { return std::tuple(changesToJson(edit.changes), edit.subject, edit.kind, edit.at); };
    return text(a) < text(b);
}

/// Takes it where it is new.
template <class Known> void unite(std::map<QString, KnownEdit>& edits, Known&& known)
{
    const QString id = known.edit.id;
    const auto [place, isNew] = edits.try_emplace(id, std::forward<Known>(known));
    if (isNew) {
        return;
    }
    KnownEdit& present = place->second;
    if (present.parents != known.parents) {
        present.parents = sortedSet(present.parents + known.parents);
    }
    if (std::pair(present.turns, weight(present.state)) < std::pair(known.turns, weight(known.state))) {
        present.turns = known.turns;
        present.state = known.state;
    }
    if (isLess(present.edit, known.edit)) {
        present.edit = known.edit;
    }
}

/// Merges that were taken back, each with what it was made over.
class Unmade
{
public:
    void add(const QString& edit, const QStringList& parents) { m_parents.insert(edit, parents); }
    [[nodiscard]] QStringList replacedIn(const QStringList& edits) const
    {
        QStringList made;
        for (const QString& edit : edits) {
            made += m_parents.value(edit, { edit });
        }
        return sortedSet(made);
    }

private:
    QHash<QString, QStringList> m_parents;
};

tl::unexpected<Error> tooLarge()
{
    return failure(ErrorCode::TooLarge, {}, u"its history goes beyond %1 edits"_s.arg(limits::mergedEdits));
}

/// A merge may have tens of thousands of changes; what it brought stands in a history as edits of their own.
Edit withoutChanges(const Edit& merge)
{
    return { merge.id, merge.kind, merge.subject, merge.at, {} };
}

/// Follows a journal from its beginning.
class Following
{
public:
    Following(const HistoryView& copy, const MergeStretch& stretch);

    [[nodiscard]] Result<MergeHistory> whole();

private:
    [[nodiscard]] Result<void> add(const JournalEntry& entry, const MergeStretch& part);
    [[nodiscard]] Result<void> takeIn(KnownEdit& merge, const Absorbed& absorbed, const MergeStretch& part);
    [[nodiscard]] const Absorbed* absorbedBy(const JournalEntry& entry) const;
    [[nodiscard]] QStringList parentsOf(const JournalEntry& entry) const;
    [[nodiscard]] Result<void> checked(const JournalEntry& entry) const;

    const std::vector<JournalEntry>& m_journal;
    const MergeStretch& m_stretch;
    std::map<QString, const Absorbed*> m_stored; ///< among the records, by merge
    QSet<QString> m_ids; ///< of the journal so far
    MergeHistory m_history;
    Unmade m_unmade;
    QString m_lastStep;
    QString m_last;
    qint64 m_absorbedBytes = 0;
};

Following::Following(const HistoryView& copy, const MergeStretch& stretch)
    : m_journal(copy.journal)
    , m_stretch(stretch)
{
    for (const auto& [key, record] : copy.records) {
        if (const auto* absorbed = std::get_if<Absorbed>(&record)) {
            m_stored.emplace(key.id, absorbed);
        }
    }
}

Result<MergeHistory> Following::whole()
{
    std::vector<const JournalEntry*> inOrder;
    inOrder.reserve(m_journal.size());
    std::ranges::transform(m_journal, std::back_inserter(inOrder), [](const JournalEntry& entry) { return &entry; });
    std::ranges::sort(inOrder, {}, &JournalEntry::sequence);
    for (std::size_t i = 0; i < inOrder.size(); ++i) {
        if (!m_stretch.goesOn(i, inOrder.size())) {
            return failure(ErrorCode::Cancelled);
        }
        if (auto added = add(*inOrder[i], m_stretch.part(i, inOrder.size())); !added) {
            return tl::unexpected(added.error());
        }
    }
    m_history.heads = sortedSet({ m_lastStep, m_last });
    m_history.heads.removeAll(QString());
    return std::move(m_history);
}

Result<void> Following::checked(const JournalEntry& entry) const
{
    if (entry.parents.size() > limits::editParents) {
        return tooLarge();
    }
    if (!canBeTold(entry.edit, entry.parents) || !isSound({ {}, {}, entry.state, entry.turns })) {
        return failure(ErrorCode::InvalidFile, {}, u"edit %1 of the journal is not as edits are"_s.arg(entry.sequence));
    }
    if (m_history.edits.size() > limits::mergedEdits) {
        return tooLarge();
    }
    return {};
}

/// None of a merge that was taken back.
const Absorbed* Following::absorbedBy(const JournalEntry& entry) const
{
    const auto stored = m_stored.find(entry.edit.id);
    if (isSetAside({ {}, {}, entry.state, entry.turns })) {
        return stored == m_stored.end() ? nullptr : stored->second;
    }
    for (const RecordChange& change : entry.edit.changes) {
        if (const auto* absorbed = change.after ? std::get_if<Absorbed>(&*change.after) : nullptr) {
            return entry.state == JournalState::Applied ? absorbed : nullptr;
        }
    }
    return nullptr;
}

/// Where the journal has lost what an edit was made over, it was made over what stands before it all the same.
QStringList Following::parentsOf(const JournalEntry& entry) const
{
    QStringList parents = entry.parents;
    const bool isWhole = std::ranges::all_of(parents, [this](const QString& id) { return m_ids.contains(id); });
    if (entry.state == JournalState::Applied && (parents.isEmpty() || !isWhole)) {
        parents += { m_lastStep, m_last };
        parents.removeAll(QString());
    }
    return m_unmade.replacedIn(parents);
}

Result<void> Following::add(const JournalEntry& entry, const MergeStretch& part)
{
    if (auto right = checked(entry); !right) {
        return right;
    }
    if (isInstallation(entry.edit.kind)) { // of this copy alone, and no edit is made over it
        return {};
    }
    const bool isMerge = entry.edit.kind == EditKind::MergeLibrary;
    KnownEdit known { isMerge ? withoutChanges(entry.edit) : entry.edit, parentsOf(entry), entry.state, entry.turns };
    if (!known.isApplied() && known.turns % 2 != 0) {
        known.state = JournalState::Undone; // whether it can still be redone is of its own copy alone
    }
    m_ids.insert(entry.edit.id);
    const Absorbed* absorbed = isMerge ? absorbedBy(entry) : nullptr;
    if (isMerge && absorbed == nullptr && entry.state != JournalState::Applied) {
        m_unmade.add(entry.edit.id, known.parents);
        return {};
    }
    if (isMerge) {
        known.state = JournalState::Applied;
        known.turns = 0;
        if (auto taken = absorbed == nullptr ? Result<void>() : takeIn(known, *absorbed, part); !taken) {
            return taken;
        }
    }
    if (known.isApplied()) {
        m_last = entry.edit.id;
        m_lastStep = isAside(entry.edit.kind) ? m_lastStep : m_last;
    }
    unite(m_history.edits, std::move(known));
    return {};
}

/// What the merge says of edits of before stands: while it is applied nobody here takes them back or applies them again. Where that was
/// done while the merge itself was taken back, applying it again was one more turn of theirs.
Result<void> Following::takeIn(KnownEdit& merge, const Absorbed& absorbed, const MergeStretch& part)
{
    m_absorbedBytes += absorbed.edits.size();
    if (m_absorbedBytes > limits::absorbedBytes) {
        return tooLarge();
    }
    const Result<MergeHistory> brought = historyOf(absorbed, part.part(0, 2));
    if (!brought) {
        return tl::unexpected(brought.error());
    }
    const MergeStretch taking = part.part(1, 2);
    std::size_t done = 0;
    for (const auto& [id, known] : brought->edits) {
        if (!taking.goesOn(done++, brought->edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        unite(m_history.edits, known);
        KnownEdit& present = m_history.edits.at(id);
        if (!isSetAside(known) && present.isApplied() != known.isApplied()) {
            present.state = known.state;
            present.turns += present.turns % 2 == known.turns % 2 ? 0 : 1;
        }
    }
    merge.parents = sortedSet(merge.parents + brought->heads);
    return {};
}

} // namespace

Result<MergeHistory> historyOf(const HistoryView& copy, const MergeStretch& stretch)
{
    return Following(copy, stretch).whole();
}

namespace {

/// An edit that LostEdits.h made says what it found.
bool isFound(const KnownEdit& known)
{
    return known.edit.kind == EditKind::MergeLibrary && !known.edit.changes.empty();
}

/// The same loss, found in a copy before a course moved ids and in another one after it, has two ids: the smaller one stands for both.
Result<void> joinFound(MergeHistory& history, const MergeStretch& stretch)
{
    std::map<std::pair<QByteArray, QStringList>, QString> first;
    QHash<QString, QString> instead;
    std::size_t done = 0;
    for (const auto& [id, known] : history.edits) { // by id, ascending
        if (!stretch.goesOn(done++, history.edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        if (isFound(known)) {
            const auto [same, isNew] = first.try_emplace({ changesToJson(known.edit.changes), known.parents }, id);
            if (!isNew) {
                instead.insert(id, same->second);
            }
        }
    }
    if (instead.isEmpty()) {
        return {};
    }
    const auto replaced = [&instead](const QStringList& ids) {
        QStringList now;
        std::ranges::transform(ids, std::back_inserter(now), [&instead](const QString& id) { return instead.value(id, id); });
        return sortedSet(now);
    };
    std::erase_if(history.edits, [&instead](const auto& each) { return instead.contains(each.first); });
    for (auto& [id, known] : history.edits) {
        known.parents = replaced(known.parents);
    }
    history.heads = replaced(history.heads);
    return {};
}

} // namespace

Result<MergeHistory> united(MergeHistory ours, const MergeHistory& theirs, const MergeStretch& stretch)
{
    const MergeStretch uniting = stretch.part(0, 2);
    std::size_t done = 0;
    for (const auto& [id, known] : theirs.edits) {
        if (!uniting.goesOn(done++, theirs.edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        unite(ours.edits, known);
    }
    ours.heads = sortedSet(ours.heads + theirs.heads);
    return joinFound(ours, stretch.part(1, 2)).map([&ours] { return std::move(ours); });
}

Result<MergeHistory> newsOf(const MergeHistory& all, const MergeHistory& ours, const MergeStretch& stretch)
{
    MergeHistory news { {}, all.heads };
    std::size_t done = 0;
    for (const auto& [id, known] : all.edits) {
        if (!stretch.goesOn(done++, all.edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        if (const auto present = ours.edits.find(id); present == ours.edits.end() || present->second != known) {
            news.edits.emplace(id, known);
        }
    }
    return news;
}

RecordKey RecordKey::ofConflict(const RecordKey& record, const QString& part)
{
    return { RecordKind::Conflict, record.skill, record.item, toString(record.kind) + u'/' + part + u'/' + record.id };
}

std::optional<std::pair<RecordKey, QString>> conflictAt(const RecordKey& conflict)
{
    const qsizetype first = conflict.id.indexOf(u'/');
    const qsizetype second = conflict.id.indexOf(u'/', first + 1);
    const auto kind = recordKindFrom(conflict.id.left(first));
    if (conflict.kind != RecordKind::Conflict || second < 0 || !kind) {
        return std::nullopt;
    }
    return std::pair(
        RecordKey { *kind, conflict.skill, conflict.item, conflict.id.mid(second + 1) }, conflict.id.mid(first + 1, second - first - 1));
}

} // namespace waymark::domain
