// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Merge.h>

#include <domain/AbsorbedEdits.h>
#include <domain/EditParts.h>
#include <domain/LostEdits.h>
#include <domain/MergedRecord.h>
#include <domain/PracticeOrder.h>
#include <domain/StudyEdits.h>

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

/// Where the thousandths of a merge go.
constexpr int oursRead = 200;
constexpr int theirsRead = 500;
constexpr int allUnited = 550;
constexpr int recordsSet = 850;
constexpr int allMerged = 1'000;

/// What one copy tells.
struct Told
{
    MergeHistory journal; ///< and what its merges brought in
    MergeHistory whole; ///< and what its journal has lost
};

Result<Told> toldBy(const LearnerHistory& copy, const MergeStretch& stretch)
{
    return historyOf(copy, stretch.part(0, 2)).and_then([&](const MergeHistory& journal) {
        return lostEdits(copy, stretch.part(1, 2)).map([&](const LostEdits& lost) { return Told { journal, completed(journal, lost) }; });
    });
}

void addKeys(std::set<RecordKey>& keys, const Edit& edit)
{
    for (const RecordChange& change : edit.changes) {
        const auto conflict = conflictAt(change.key);
        const RecordKey& key = conflict ? conflict->first : change.key;
        if (isMerged(key.kind)) {
            keys.insert(key);
        }
    }
}

/// Whether a journal has lost edits: what those after them knew may be another thing with each edit that comes back.
bool isTorn(const Told& copy)
{
    return copy.whole.edits.size() != copy.journal.edits.size() || std::ranges::any_of(copy.whole.edits, [&copy](const auto& each) {
        return std::ranges::any_of(each.second.parents, [&](const QString& id) { return !copy.whole.edits.contains(id); });
    });
}

/// The records that may be otherwise than the history says. Damage: those that an edit has made and that are not there, removed or lost,
/// for of what is lost the history knows what it was; and in a torn journal all. A course that made two ids one: those with an open
/// conflict.
std::set<RecordKey> strayedFrom(const Told& here, const Progress& progress)
{
    std::set<RecordKey> keys;
    for (const RecordKey& conflict : progress.conflicts().keys()) {
        if (const auto at = conflictAt(conflict)) {
            keys.insert(at->first);
        }
    }
    const bool mayAllDiffer = isTorn(here);
    for (const auto& [id, known] : here.whole.edits) {
        for (const RecordChange& change : known.edit.changes) {
            const bool isAbsent = change.after && known.isApplied() && !progress.record(change.key);
            if (isMerged(change.key.kind) && (isAbsent || mayAllDiffer)) {
                keys.insert(change.key);
            }
        }
    }
    return keys;
}

/// The records that another history may make different: those of edits that are new, or that stand otherwise than here.
std::set<RecordKey> affectedBy(const MergeHistory& all, const MergeHistory& here, int& newEdits)
{
    std::set<RecordKey> keys;
    for (const auto& [id, known] : all.edits) {
        const auto present = here.edits.find(id);
        const bool isNew = present == here.edits.end();
        if (!isNew && present->second == known) {
            continue;
        }
        newEdits += isNew && known.isApplied() && known.edit.kind != EditKind::MergeLibrary && !isAside(known.edit.kind) ? 1 : 0;
        addKeys(keys, known.edit);
        if (!isNew) {
            addKeys(keys, present->second.edit); // with other ids, where a course has moved them in one copy alone
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

/// The time of our watch came in as the other copy kept it: going on, the watch would count it again.
void takeOffWatch(Merge& merge, const EditContext& context)
{
    const std::optional<RunningTimer>& watch = context.progress.timer();
    const auto isItsTime = [&](const RecordChange& change) { return change.key == RecordKey::ofTime(entryId(*watch)) && change.after; };
    if (watch && std::ranges::any_of(merge.edit.changes, isItsTime)) {
        swapRecord(merge.edit, context, RecordKey::ofTimer(), std::nullopt);
        merge.stopsWatch = true;
    }
}

/// A card or question of a skill; none for a record that belongs to neither.
std::optional<std::pair<QString, QString>> practiceOf(const RecordKey& key)
{
    switch (key.kind) {
    case RecordKind::Attempt:
    case RecordKind::Recall:
    case RecordKind::CardState:
    case RecordKind::OwnCard:
        return std::pair(key.skill, key.item);
    default:
        return std::nullopt;
    }
}

/// And all records of their cards and questions: what follows from other records is made anew from what the history tells, and not from
/// what earlier merges have made of it in this copy.
std::set<RecordKey> withPractices(std::set<RecordKey> keys, const std::map<RecordKey, std::vector<Touch>>& touches)
{
    std::set<std::pair<QString, QString>> practices;
    for (const RecordKey& key : keys) {
        if (const auto practice = practiceOf(key)) {
            practices.insert(*practice);
        }
    }
    for (const auto& [key, of] : touches) {
        if (const auto practice = practiceOf(key); practice && practices.contains(*practice)) {
            keys.insert(key);
        }
    }
    return keys;
}

/// What is to be worked out anew.
struct Affected
{
    std::set<RecordKey> byNews;
    std::set<RecordKey> byStraying; ///< parts that follow from other records stay here as they are
};

/// Puts all records in their places that may be in another one; TooLarge, Cancelled.
Result<void> setAll(
    Merge& merge, const EditContext& context, const Affected& affected, const CausalOrder& order, const MergeStretch& stretch)
{
    const auto touches = touchesOf(order);
    const std::set<RecordKey> byNews = withPractices(affected.byNews, touches);
    std::set<RecordKey> keys = affected.byStraying;
    keys.insert(byNews.begin(), byNews.end());
    std::size_t done = 0;
    for (const RecordKey& key : keys) {
        if (!stretch.goesOn(done++, keys.size())) {
            return failure(ErrorCode::Cancelled);
        }
        const auto of = touches.find(key);
        Result<MergedRecord> now = of == touches.end() ? MergedRecord {} : merged(key.kind, of->second, order, stretch.stop());
        if (!now) {
            return tl::unexpected(now.error());
        }
        if (const auto present = context.progress.record(key); !byNews.contains(key) && isSameButDerived(key.kind, now->record, present)) {
            now->record = present;
        }
        swapRecord(merge.edit, context, key, now->record);
        if (now->isKeptFromRemoval && affected.byNews.contains(key)) { // said once
            merge.keptFromRemoval.push_back(key);
        }
        setConflicts(merge, context, key, *now);
    }
    takeOffWatch(merge, context);
    return {};
}

/// Of our own copy it has to be said: the other one can be thrown away.
Error ofOurs(const Error& error)
{
    return error.code == ErrorCode::InvalidFile ? Error { ErrorCode::Refused, {}, u"the history of this library: "_s + error.detail }
                                                : error;
}

Error ofTheirs(const Error& error)
{
    return error.code == ErrorCode::InvalidFile ? Error { ErrorCode::LibraryCorrupt, {}, error.detail } : error;
}

} // namespace

Result<Merge> mergeCopies(
    const EditContext& context, const std::vector<JournalEntry>& ours, const LearnerHistory& theirs, const MergeWatch& watch)
{
    const auto here = toldBy({ context.progress.records(), ours }, { watch, 0, oursRead }).map_error(ofOurs);
    const auto there = here ? toldBy(theirs, { watch, oursRead, theirsRead }).map_error(ofTheirs) : here;
    if (!there) {
        return tl::unexpected(there.error());
    }
    const MergeHistory all = united(here->whole, there->whole);
    Merge merge;
    merge.edit = beginEdit(context, EditKind::MergeLibrary, context.roadmap.course().id);
    const Affected affected { affectedBy(all, here->whole, merge.newEdits), strayedFrom(*here, context.progress) };
    const bool hasNews = !affected.byNews.empty(); // else at most it has merged what is known here
    if (!hasNews && affected.byStraying.empty()) {
        return merge;
    }
    if (!MergeStretch(watch, theirsRead, theirsRead).goesOn(0, 1)) {
        return failure(ErrorCode::Cancelled);
    }
    const CausalOrder order(all);
    if (order.isTooWide()) {
        return failure(ErrorCode::TooLarge, {}, u"more copies than can be have gone into it"_s);
    }
    if (!MergeStretch(watch, allUnited, allUnited).goesOn(0, 1)) {
        return failure(ErrorCode::Cancelled);
    }
    if (auto set = setAll(merge, context, affected, order, { watch, allUnited, recordsSet }); !set) {
        return tl::unexpected(set.error());
    }
    if (!hasNews && merge.edit.changes.empty()) {
        return merge;
    }
    merge.order = orderOf(order);
    const MergeHistory news = newsOf(all, here->journal, all.heads);
    return absorbedOf(news, { watch, recordsSet, allMerged }).map([&](const Absorbed& absorbed) {
        swapRecord(merge.edit, context, RecordKey::ofAbsorbed(context.id), absorbed);
        return std::move(merge);
    });
}

std::optional<ConflictValues> valuesOf(const Progress& progress, const RecordKey& conflict)
{
    const auto at = conflictAt(conflict);
    const auto open = progress.conflicts().constFind(conflict);
    const RecordPart* part = at ? partOf(at->first.kind, at->second) : nullptr;
    if (part == nullptr || open == progress.conflicts().cend()) {
        return std::nullopt;
    }
    ConflictValues values { at->first, at->second, progress.record(at->first), {}, {} };
    values.written.push_back(values.shown ? stampOf(fieldsOf(*values.shown)) : 0);
    for (const QString& other : open->others) {
        const QJsonObject left = QJsonDocument::fromJson(other.toUtf8()).object();
        values.written.push_back(stampOf(left));
        QJsonObject fields = values.shown ? fieldsOf(*values.shown) : left;
        putPart(fields, *part, left);
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
