// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Merge.h>

#include <domain/AbsorbedEdits.h>
#include <domain/EditParts.h>
#include <domain/LostEdits.h>
#include <domain/MergedRecord.h>
#include <domain/PracticeOrder.h>
#include <domain/StudyEdits.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

/// Where the thousandths of a merge go.
constexpr int oursRead = 200;
constexpr int theirsRead = 450;
constexpr int allUnited = 470;
constexpr int affectedFound = 500;
constexpr int allOrdered = 550;
constexpr int recordsSet = 820;
constexpr int practicesOrdered = 850;
constexpr int newsFound = 870;
constexpr int newsTold = 980;
constexpr int allMerged = 1'000;

/// What one copy tells.
struct Told
{
    std::shared_ptr<MergeHistory> journal; ///< and what its merges brought in
    std::shared_ptr<MergeHistory> whole; ///< and what its journal has lost; mostly nothing: then it is the same one
};

Result<Told> toldBy(const HistoryView& copy, const MergeStretch& stretch)
{
    auto journal = historyOf(copy, stretch.part(0, 3));
    const auto lost = journal ? lostEdits(copy, stretch.part(1, 3)) : tl::unexpected(journal.error());
    if (!lost) {
        return tl::unexpected(lost.error());
    }
    const auto known = std::make_shared<MergeHistory>(std::move(*journal));
    if (lost->isEmpty()) {
        return Told { known, known };
    }
    return completed(*known, *lost, stretch.part(2, 3)).map([&known](MergeHistory whole) {
        return Told { known, std::make_shared<MergeHistory>(std::move(whole)) };
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

/// Whether a journal has lost edits: what those after them knew may be another thing with each edit that comes back. Cancelled.
Result<bool> isTorn(const Told& copy, const MergeStretch& stretch)
{
    const auto& edits = copy.whole->edits;
    bool isAnyMissing = edits.size() != copy.journal->edits.size();
    std::size_t done = 0;
    for (auto known = edits.begin(); known != edits.end() && !isAnyMissing; ++known) {
        if (!stretch.goesOn(done++, edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        isAnyMissing = std::ranges::any_of(known->second.parents, [&edits](const QString& id) { return !edits.contains(id); });
    }
    return isAnyMissing;
}

using Touches = std::map<RecordKey, std::vector<Touch>>;

/// The records that may be otherwise than the history says. Damage: those that an edit has made and that are not there, removed or lost,
/// for of what is lost the history knows what it was; and in a torn journal all. A course that made two ids one: those with an open
/// conflict. Cancelled.
Result<std::set<RecordKey>> strayedFrom(const Told& here, const Progress& progress, const MergeStretch& stretch)
{
    std::set<RecordKey> keys;
    for (const RecordKey& conflict : progress.conflicts().keys()) {
        if (const auto at = conflictAt(conflict)) {
            keys.insert(at->first);
        }
    }
    const Result<bool> mayAllDiffer = isTorn(here, stretch.part(0, 2));
    if (!mayAllDiffer) {
        return tl::unexpected(mayAllDiffer.error());
    }
    const MergeStretch looking = stretch.part(1, 2);
    std::size_t done = 0;
    for (const auto& [id, known] : here.whole->edits) {
        if (!looking.goesOn(done++, here.whole->edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
        for (const RecordChange& change : known.edit.changes) {
            const bool isAbsent = change.after && known.isApplied() && !progress.record(change.key);
            if (isMerged(change.key.kind) && (isAbsent || *mayAllDiffer)) {
                keys.insert(change.key);
            }
        }
    }
    return keys;
}

/// The records that another history may make different: those of edits that are new, or that stand otherwise than here. Cancelled.
Result<std::set<RecordKey>> affectedBy(const MergeHistory& all, const MergeHistory& here, int& newEdits, const MergeStretch& stretch)
{
    std::set<RecordKey> keys;
    std::size_t done = 0;
    for (const auto& [id, known] : all.edits) {
        if (!stretch.goesOn(done++, all.edits.size())) {
            return failure(ErrorCode::Cancelled);
        }
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
/// what earlier merges have made of it in this copy. Cancelled.
Result<std::set<RecordKey>> withPractices(std::set<RecordKey> keys, const Touches& touches, const MergeStretch& stretch)
{
    std::set<std::pair<QString, QString>> practices;
    for (const RecordKey& key : keys) {
        if (const auto practice = practiceOf(key)) {
            practices.insert(*practice);
        }
    }
    std::size_t done = 0;
    for (const auto& [key, of] : touches) {
        if (!stretch.goesOn(done++, touches.size())) {
            return failure(ErrorCode::Cancelled);
        }
        if (const auto practice = practiceOf(key); practice && practices.contains(*practice)) {
            keys.insert(key);
        }
    }
    return keys;
}

/// The touches of all records, and the order that they are in.
struct Touched
{
    const CausalOrder& order;
    const Touches& by; ///< record
};

/// What is to be worked out anew.
struct Affected
{
    std::set<RecordKey> byNews;
    std::set<RecordKey> byStraying; ///< parts that follow from other records stay here as they are
};

/// Cancelled.
Result<Affected> affectedIn(
    Merge& merge, const EditContext& context, const MergeHistory& all, const Told& here, const MergeStretch& stretch)
{
    auto byNews = affectedBy(all, *here.whole, merge.newEdits, stretch.part(0, 2));
    auto byStraying = byNews ? strayedFrom(here, context.progress, stretch.part(1, 2)) : tl::unexpected(byNews.error());
    return byStraying ? Result<Affected>({ std::move(*byNews), std::move(*byStraying) }) : tl::unexpected(byStraying.error());
}

/// Puts all records in their places that may be in another one; TooLarge, Cancelled.
Result<void> setRecords(
    Merge& merge, const EditContext& context, const Affected& affected, const Touched& touched, const MergeStretch& stretch)
{
    constexpr std::size_t steps = 20;
    const auto byNews = withPractices(affected.byNews, touched.by, stretch.part(0, steps));
    if (!byNews) {
        return tl::unexpected(byNews.error());
    }
    std::set<RecordKey> keys = affected.byStraying;
    keys.insert(byNews->begin(), byNews->end());
    const MergeStretch setting = stretch.upTo(1, steps, steps);
    std::size_t done = 0;
    for (const RecordKey& key : keys) {
        if (!setting.goesOn(done++, keys.size(), 1)) { // some have thousands of touches
            return failure(ErrorCode::Cancelled);
        }
        const auto of = touched.by.find(key);
        Result<MergedRecord> now = of == touched.by.end() ? MergedRecord {} : merged(key.kind, of->second, touched.order, stretch.stop());
        if (!now) {
            return tl::unexpected(now.error());
        }
        if (const auto present = context.progress.record(key); !byNews->contains(key) && isSameButDerived(key.kind, now->record, present)) {
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

Result<void> setAll(
    Merge& merge, const EditContext& context, const Affected& affected, const CausalOrder& order, const MergeStretch& stretch)
{
    constexpr std::size_t steps = 10; // most of them for the records
    auto touches = touchesOf(order, stretch.part(0, steps));
    if (!touches) {
        return tl::unexpected(touches.error());
    }
    const MergeStretch setting = stretch.upTo(1, steps - 1, steps);
    auto set = setRecords(merge, context, affected, { order, *touches }, setting);
    const bool goesOn = release(*touches, stretch.part(steps - 1, steps));
    return set && !goesOn ? failure(ErrorCode::Cancelled) : set;
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

/// What this copy takes with it from here on: the order of all practices, and the edits that it did not know.
Result<void> absorb(Merge& merge, const EditContext& context, const MergeHistory& all, const Told& here, const MergeWatch& watch)
{
    auto news = newsOf(all, *here.journal, { watch, practicesOrdered, newsFound });
    const auto absorbed = news ? absorbedOf(*news, { watch, newsFound, newsTold }) : tl::unexpected(news.error());
    if (!absorbed) {
        return tl::unexpected(absorbed.error());
    }
    swapRecord(merge.edit, context, RecordKey::ofAbsorbed(context.id), *absorbed);
    return {};
}

/// Makes the merge of what either copy knows.
Result<void> bringIn(Merge& merge, const EditContext& context, const MergeHistory& all, const Told& here, const MergeWatch& watch)
{
    const auto affected = affectedIn(merge, context, all, here, { watch, allUnited, affectedFound });
    const bool hasNews = affected && !affected->byNews.empty(); // else at most it has merged what is known here
    if (!affected || (!hasNews && affected->byStraying.empty())) {
        return affected.map([](const Affected&) {});
    }
    const auto order = CausalOrder::of(all, { watch, affectedFound, allOrdered });
    if (!order || order->isTooWide()) {
        return order ? failure(ErrorCode::TooLarge, {}, u"more copies than can be have gone into it"_s) : tl::unexpected(order.error());
    }
    auto set = setAll(merge, context, *affected, *order, { watch, allOrdered, recordsSet });
    if (!set || (!hasNews && merge.edit.changes.empty())) {
        return set;
    }
    return orderOf(*order, { watch, recordsSet, practicesOrdered }).and_then([&](QHash<QString, qint64> places) {
        merge.order = std::move(places);
        return absorb(merge, context, all, here, watch);
    });
}

} // namespace

Result<Merge> mergeCopies(
    const EditContext& context, const std::vector<JournalEntry>& ours, const HistoryView& theirs, const MergeWatch& watch)
{
    const auto records = context.progress.records();
    const auto here = toldBy({ records, ours }, { watch, 0, oursRead }).map_error(ofOurs);
    const auto there = here ? toldBy(theirs, { watch, oursRead, theirsRead }).map_error(ofTheirs) : here;
    if (!there) {
        return tl::unexpected(there.error());
    }
    // What either knows is put together in the history of theirs, which nobody needs for itself.
    auto all = united(std::move(*there->whole), *here->whole, { watch, theirsRead, allUnited });
    if (!all) {
        return tl::unexpected(all.error());
    }
    Merge merge;
    merge.edit = beginEdit(context, EditKind::MergeLibrary, context.roadmap.course().id);
    const auto done = bringIn(merge, context, *all, *here, watch);
    const bool goesOn = release(all->edits, { watch, newsTold, allMerged }) && release(here->whole->edits, { watch, allMerged, allMerged });
    if (!done || !goesOn) {
        return done ? failure(ErrorCode::Cancelled) : tl::unexpected(done.error());
    }
    return merge;
}

} // namespace waymark::domain
