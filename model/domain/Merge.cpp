// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Merge.h>

#include <domain/EditParts.h>
#include <domain/MergedRecord.h>

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace waymark::domain {

namespace {

/// The records that another history may make different: those of edits that are new, or that stand otherwise than here.
std::set<RecordKey> affectedBy(const MergeHistory& all, const MergeHistory& ours, int& newEdits)
{
    std::set<RecordKey> keys;
    for (const auto& [id, known] : all.edits) {
        const auto present = ours.edits.find(id);
        if (present != ours.edits.end() && present->second == known) {
            continue;
        }
        const bool isStep = known.state == JournalState::Applied && known.edit.kind != EditKind::MergeLibrary && !isAside(known.edit.kind);
        newEdits += isStep && present == ours.edits.end() ? 1 : 0;
        for (const RecordChange& change : known.edit.changes) {
            if (const auto conflict = conflictAt(change.key)) {
                keys.insert(conflict->first);
            } else {
                keys.insert(change.key);
            }
        }
    }
    return keys;
}

const RecordPart* partOf(RecordKind kind, const QString& name)
{
    const std::vector<RecordPart>& parts = partsOf(kind);
    const auto found = std::ranges::find_if(parts, [&name](const RecordPart& part) { return part.fields.front() == name; });
    return found == parts.end() ? nullptr : &*found;
}

void setConflicts(Merge& merge, const EditContext& context, const RecordKey& key, const MergedRecord& merged)
{
    for (const RecordPart& part : partsOf(key.kind)) {
        const QString& name = part.fields.front();
        const RecordKey conflict = RecordKey::ofConflict(key, name);
        const auto others = merged.others.constFind(name);
        const bool isOpen = others != merged.others.cend();
        const std::size_t before = merge.edit.changes.size();
        swapRecord(merge.edit, context, conflict, isOpen ? std::optional<Record>(Conflict { *others }) : std::nullopt);
        if (isOpen && merge.edit.changes.size() > before) {
            merge.conflicts.push_back(conflict);
        }
    }
}

void setMerged(Merge& merge, const EditContext& context, const RecordKey& key, const MergedRecord& merged)
{
    const std::optional<Record> present = context.progress.record(key);
    swapRecord(merge.edit, context, key, merged.record);
    if (present != merged.record) {
        merge.changes.push_back({ key, !present, !merged.record });
    }
    if (merged.isKeptFromRemoval) {
        merge.keptFromRemoval.push_back(key);
    }
    setConflicts(merge, context, key, merged);
}

} // namespace

Merge mergeCopies(const EditContext& context, const std::vector<JournalEntry>& ours, const std::vector<JournalEntry>& theirs)
{
    const MergeHistory here = historyOf(ours);
    const MergeHistory there = historyOf(theirs);
    const MergeHistory all = united(here, there);
    Merge merge;
    merge.edit = beginEdit(context, EditKind::MergeLibrary, context.roadmap.course().id);
    const std::set<RecordKey> affected = affectedBy(all, here, merge.newEdits);
    if (affected.empty()) { // at most it has merged what is known here
        return merge;
    }
    const CausalOrder order(all);
    const auto touches = touchesOf(order);
    for (const RecordKey& key : affected) {
        if (const auto of = touches.find(key); of != touches.end()) {
            setMerged(merge, context, key, merged(key.kind, of->second, order));
        }
    }
    swapRecord(merge.edit, context, RecordKey::ofAbsorbed(context.id), absorbedOf(all, here, there.heads));
    return merge;
}

std::optional<ConflictValues> valuesOf(const Progress& progress, const RecordKey& conflict)
{
    const auto at = conflictAt(conflict);
    const auto open = progress.conflicts().constFind(conflict);
    const RecordPart* part = at ? partOf(at->first.kind, at->second) : nullptr;
    if (part == nullptr || open == progress.conflicts().cend()) {
        return std::nullopt;
    }
    ConflictValues values { at->first, at->second, progress.record(at->first), {} };
    for (const QString& other : open->others) {
        QJsonObject fields = values.shown ? fieldsOf(*values.shown) : QJsonObject();
        putPart(fields, *part, other);
        values.others.push_back(recordOf(at->first.kind, fields));
    }
    return values;
}

QString conflictKeyText(const RecordKey& conflict)
{
    constexpr qsizetype digits = 8;
    const QStringList parts { toString(conflict.kind), conflict.skill, conflict.item, conflict.id };
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(digits));
}

std::optional<RecordKey> conflictFrom(const Progress& progress, const QString& name)
{
    const auto isMeant = [&name](const RecordKey& conflict) { return conflictKeyText(conflict) == name.toLower(); };
    const QList<RecordKey> open = progress.conflicts().keys();
    const auto found = std::ranges::find_if(open, isMeant);
    const bool isAlone = found != open.end() && std::none_of(found + 1, open.end(), isMeant);
    return isAlone ? std::optional(*found) : std::nullopt;
}

Result<Edit> answerConflict(const EditContext& context, const RecordKey& conflict, std::optional<int> other)
{
    const auto values = valuesOf(context.progress, conflict);
    if (!values || (other && (*other < 0 || *other >= std::ssize(values->others)))) {
        return failure(ErrorCode::UnknownEntry, other ? QString::number(*other + 2) : conflict.skill);
    }
    Edit edit = beginEdit(context, EditKind::AnswerConflict, conflict.skill);
    const std::optional<Record> after = other ? values->others[static_cast<std::size_t>(*other)] : values->shown;
    // Also where it stays as it is: this is what another copy learns the answer from.
    edit.changes.push_back({ values->record, values->shown, after });
    edit.changes.push_back({ conflict, context.progress.record(conflict), std::nullopt });
    return edit;
}

} // namespace waymark::domain
