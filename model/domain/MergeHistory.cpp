// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MergeHistory.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
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

void unite(std::map<QString, KnownEdit>& edits, const KnownEdit& known)
{
    const auto [place, isNew] = edits.try_emplace(known.edit.id, known);
    if (isNew) {
        return;
    }
    KnownEdit& present = place->second;
    present.parents = sortedSet(present.parents + known.parents);
    if (std::pair(known.turns, known.state) > std::pair(present.turns, present.state)) {
        present.turns = known.turns;
        present.state = known.state;
    }
}

QJsonObject toObject(const KnownEdit& known)
{
    return { { u"id"_s, known.edit.id }, { u"kind"_s, toString(known.edit.kind) }, { u"subject"_s, known.edit.subject },
        { u"at"_s, static_cast<double>(known.edit.at) }, { u"parents"_s, QJsonArray::fromStringList(known.parents) },
        { u"state"_s, static_cast<int>(known.state) }, { u"turns"_s, known.turns },
        { u"changes"_s, QJsonDocument::fromJson(changesToJson(known.edit.changes)).array() } };
}

QStringList idsIn(const QJsonArray& array)
{
    QStringList ids;
    for (const QJsonValue& id : array) {
        ids.append(id.toString());
    }
    return sortedSet(ids);
}

std::optional<KnownEdit> knownFrom(const QJsonObject& object)
{
    const auto kind = editKindFrom(object[u"kind"].toString());
    auto changes = changesFromJson(QJsonDocument(object[u"changes"].toArray()).toJson(QJsonDocument::Compact));
    const int state = object[u"state"].toInt(-1);
    if (!kind || !changes || state < static_cast<int>(JournalState::Applied) || state > static_cast<int>(JournalState::Abandoned)) {
        return std::nullopt;
    }
    KnownEdit known;
    known.edit = { object[u"id"].toString(), *kind, object[u"subject"].toString(), static_cast<qint64>(object[u"at"].toDouble()),
        std::move(*changes) };
    known.parents = idsIn(object[u"parents"].toArray());
    known.state = static_cast<JournalState>(state);
    known.turns = object[u"turns"].toInt();
    return known;
}

QByteArray toJson(const std::map<QString, KnownEdit>& edits, const QStringList& heads)
{
    QJsonArray array;
    for (const auto& [id, known] : edits) {
        array.append(toObject(known));
    }
    return QJsonDocument(QJsonObject { { u"heads"_s, QJsonArray::fromStringList(heads) }, { u"edits"_s, array } })
        .toJson(QJsonDocument::Compact);
}

/// What a merge of the journal brought in goes into the history; gives out the heads of the copy that it came from. What the merge says
/// of edits of before stands: while it is applied nobody here takes them back or applies them again.
QStringList takeIn(MergeHistory& history, const Edit& merge)
{
    QStringList heads;
    for (const RecordChange& change : merge.changes) {
        if (const auto* absorbed = change.after ? std::get_if<Absorbed>(&*change.after) : nullptr) {
            const MergeHistory brought = historyOf(*absorbed);
            for (const auto& [id, known] : brought.edits) {
                unite(history.edits, known);
                history.edits.at(id).state = known.state;
            }
            heads += brought.heads;
        }
    }
    return heads;
}

/// Merges that were taken back, and what was taken back before them, each with what it was made over.
class Unmade
{
public:
    void add(const QString& edit, const QStringList& parents) { m_parents.insert(edit, parents); }
    [[nodiscard]] bool isAmong(const QStringList& edits) const
    {
        return std::ranges::any_of(edits, [this](const QString& edit) { return m_parents.contains(edit); });
    }
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

} // namespace

MergeHistory historyOf(std::vector<JournalEntry> journal)
{
    std::ranges::sort(journal, {}, &JournalEntry::sequence);
    MergeHistory history;
    Unmade unmade;
    QString lastStep;
    QString last;
    for (JournalEntry& entry : journal) {
        const bool isMerge = entry.edit.kind == EditKind::MergeLibrary;
        const bool isOverUnmade = unmade.isAmong(entry.parents);
        QStringList parents = unmade.replacedIn(entry.parents);
        if (entry.state == JournalState::Applied) {
            last = entry.edit.id;
            lastStep = isAside(entry.edit.kind) ? lastStep : last;
        } else if (isMerge || isOverUnmade) {
            unmade.add(entry.edit.id, parents);
            continue;
        }
        if (isMerge) {
            parents = sortedSet(parents + takeIn(history, entry.edit));
            entry.edit.changes.clear();
            entry.turns = 0;
        }
        unite(history.edits, { std::move(entry.edit), std::move(parents), entry.state, entry.turns });
    }
    history.heads = sortedSet({ lastStep, last });
    history.heads.removeAll(QString());
    return history;
}

MergeHistory united(MergeHistory ours, const MergeHistory& theirs)
{
    for (const auto& [id, known] : theirs.edits) {
        unite(ours.edits, known);
    }
    return ours;
}

Absorbed absorbedOf(const MergeHistory& all, const MergeHistory& ours, const QStringList& heads)
{
    std::map<QString, KnownEdit> fresh;
    for (const auto& [id, known] : all.edits) {
        if (const auto present = ours.edits.find(id); present == ours.edits.end() || present->second != known) {
            fresh.emplace(id, known);
        }
    }
    return { toJson(fresh, heads) };
}

MergeHistory historyOf(const Absorbed& absorbed)
{
    const QJsonObject object = QJsonDocument::fromJson(absorbed.edits).object();
    MergeHistory history { {}, idsIn(object[u"heads"].toArray()) };
    const QJsonArray edits = object[u"edits"].toArray();
    for (const QJsonValue& each : edits) {
        if (const auto known = knownFrom(each.toObject())) {
            history.edits.emplace(known->edit.id, *known);
        }
    }
    return history;
}

Absorbed moved(const Moves& moves, const Absorbed& absorbed)
{
    MergeHistory history = historyOf(absorbed);
    for (auto& [id, known] : history.edits) {
        known.edit.subject = moves.skill(known.edit.subject);
        for (RecordChange& change : known.edit.changes) {
            change.key = moves.key(change.key);
            for (std::optional<Record>* side : { &change.before, &change.after }) {
                if (*side) {
                    *side = moves.record(std::move(**side));
                }
            }
        }
    }
    return { toJson(history.edits, history.heads) };
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
