// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/CopyMerge.h>

#include <domain/JournalReplay.h>
#include <domain/Moves.h>
#include <domain/RecordParts.h>
#include <learning/Replay.h>
#include <session/MovingIds.h>
#include <session/Workspace.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

using domain::Edit;
using domain::ErrorCode;
using domain::Merge;
using domain::MergeStretch;
using domain::Record;
using domain::RecordChange;
using domain::RecordKey;
using domain::RecordKind;
using domain::Result;

/// A skill and a card or question of it.
using Practice = std::pair<QString, QString>;

/// Where the thousandths of a preview go.
constexpr int oursLookedAt = 60;
constexpr int theirsLookedAt = 120;
constexpr int theirsMoved = 150;
constexpr int merged = 900;
constexpr int replayed = 980;
constexpr int whole = 1'000;

/// A copy of what a library holds under the ids that a course gives it; Cancelled.
Result<domain::LearnerHistory> movedIn(const domain::Moves& moves, const domain::LibraryContents& library, const MergeStretch& stretch)
{
    const MergeStretch copying = stretch.part(0, 4);
    domain::LearnerHistory history { library.progress.records(), {} };
    history.journal.reserve(library.journal.size());
    for (const domain::JournalEntry& entry : library.journal) {
        if (!copying.goesOn(history.journal.size(), library.journal.size())) {
            return domain::failure(ErrorCode::Cancelled);
        }
        history.journal.push_back(entry);
    }
    return domain::moved(moves, std::move(history), stretch.upTo(1, 4, 4));
}

/// Whether a course would move ids that the records or the journal name. One that the library has installed has moved them.
Result<bool> wouldMove(const domain::Course& course, const domain::LibraryContents& library, const MergeStretch& stretch)
{
    const domain::Moves moves(course);
    const Result<bool> mayMove = course == library.course ? Result<bool>(false) : MovingIds(moves, stretch.part(0, 2)).areIn(library);
    if (!mayMove || !*mayMove) {
        return mayMove;
    }
    return movedIn(moves, library, stretch.part(1, 2)).map([&library](const domain::LearnerHistory& moved) {
        return moved.records != library.progress.records() || moved.journal != library.journal;
    });
}

/// What a library holds under the ids that the course gives it; none where it has them already. Cancelled.
Result<std::optional<domain::LearnerHistory>> movedTo(
    const domain::Course& course, const domain::LibraryContents& library, const domain::MergeWatch& watch)
{
    const domain::Moves moves(course);
    const Result<bool> mayMove = MovingIds(moves, { watch, oursLookedAt, theirsLookedAt }).areIn(library);
    if (!mayMove || !*mayMove) {
        return mayMove.map([](bool) { return std::optional<domain::LearnerHistory>(); });
    }
    return movedIn(moves, library, { watch, theirsLookedAt, theirsMoved }).map([](domain::LearnerHistory moved) {
        return std::optional(std::move(moved));
    });
}

/// Puts records in the place of those that the merge would leave.
void setAfter(Edit& edit, const domain::Progress& before, const std::vector<std::pair<RecordKey, Record>>& records)
{
    std::map<RecordKey, std::size_t> places;
    for (std::size_t i = 0; i < edit.changes.size(); ++i) {
        places.emplace(edit.changes[i].key, i);
    }
    for (const auto& [key, record] : records) {
        if (const auto place = places.find(key); place != places.end()) {
            edit.changes[place->second].after = record;
        } else {
            edit.changes.push_back({ key, before.record(key), record });
        }
    }
    std::erase_if(edit.changes, [](const RecordChange& change) { return change.before == change.after; });
}

std::size_t practicesIn(const domain::Progress& progress)
{
    qsizetype count = 0;
    for (const domain::SkillProgress& skill : progress.skills()) {
        count += skill.cards.size() + skill.attempts.size();
        count += std::count_if(skill.recalls.keyBegin(), skill.recalls.keyEnd(),
            [&skill](const QString& card) { return !skill.cards.contains(card); }); // whose place is lost
    }
    return static_cast<std::size_t>(count);
}

/// Cards whose recalls or places the merge touches stand where all recalls lead, and of the answers to a question one is the first.
/// Cancelled.
Result<void> replayMerged(Merge& merge, const domain::EditContext& context, const MergeStretch& stretch)
{
    std::set<Practice> cards;
    std::set<Practice> questions;
    for (const RecordChange& change : merge.edit.changes) {
        const RecordKey& key = change.key;
        if (key.kind == RecordKind::Attempt) {
            questions.emplace(key.skill, key.item);
        } else if (key.kind == RecordKind::Recall || key.kind == RecordKind::CardState || key.kind == RecordKind::OwnCard) {
            cards.emplace(key.skill, key.item);
        }
    }
    domain::Progress after = context.progress;
    if ((cards.empty() && questions.empty()) || !domain::applyTo(after, merge.edit)) {
        return {};
    }
    const std::size_t all = practicesIn(after);
    std::size_t done = 0;
    bool goesOn = true;
    const auto isWanted = [&](RecordKind kind, const QString& skill, const QString& item) {
        goesOn = goesOn && stretch.goesOn(done++, all);
        return goesOn && (kind == RecordKind::Attempt ? questions : cards).contains(Practice(skill, item));
    };
    const learning::Replay replay = learning::replay(after, { context.zone, merge.order, &context.roadmap.course(), isWanted });
    if (!goesOn) {
        return domain::failure(ErrorCode::Cancelled);
    }
    setAfter(merge.edit, context.progress, replay.rebuilt);
    return {};
}

/// Of study time, the skill that it is or was of.
QString skillOf(const RecordChange& change)
{
    const std::optional<Record>& record = change.after ? change.after : change.before;
    const auto* time = record ? std::get_if<domain::TimeEntry>(&*record) : nullptr;
    return time == nullptr ? change.key.skill : time->skill;
}

std::optional<domain::RunningTimer> watchIn(const domain::HistoryView& copy)
{
    const auto found = std::ranges::find(copy.records, RecordKey::ofTimer(), &std::pair<RecordKey, Record>::first);
    return found == copy.records.end() ? std::nullopt : std::optional(std::get<domain::RunningTimer>(found->second));
}

/// Told of one stretch in its own thousandths, says how far the whole is.
std::function<void(int permille)> wordsOf(const domain::MergeWatch& watch, int from, int to)
{
    return [&watch, from, to](int permille) {
        if (watch.progress) {
            watch.progress(from + permille * (to - from) / whole);
        }
    };
}

/// Counts what the edit does to records that copies tell each other of.
MergePreview countedOf(Merge merge, const domain::Roadmap& roadmap)
{
    MergePreview preview;
    std::set<QString> skills;
    for (const RecordChange& change : merge.edit.changes) {
        if (!domain::isMerged(change.key.kind)) {
            continue;
        }
        ++(!change.before ? preview.added : !change.after ? preview.removed : preview.changed);
        if (const QString skill = skillOf(change); !skill.isEmpty()) {
            skills.insert(skill);
        }
    }
    preview.stopsWatch = merge.stopsWatch;
    domain::eachSkillAndProject(roadmap.course(), [&](const domain::Skill& skill) {
        if (skills.erase(skill.id) > 0) {
            preview.skills.append(skill.id);
        }
    });
    preview.skills.append(QStringList(skills.begin(), skills.end()));
    preview.merge = std::move(merge);
    return preview;
}

/// A merge, and the watch that is on in the other copy.
struct Worked
{
    Merge merge;
    std::optional<domain::RunningTimer> watchThere;
};

Result<Worked> workedOut(const domain::EditContext& context, const std::vector<domain::JournalEntry>& ours,
    const domain::LibraryContents& other, const domain::MergeWatch& watch)
{
    const auto moved = movedTo(context.roadmap.course(), other, watch);
    if (!moved || !MergeStretch(watch, theirsMoved, theirsMoved).goesOn(0, 1)) {
        return moved ? domain::failure(ErrorCode::Cancelled) : tl::unexpected(moved.error());
    }
    const auto records = other.progress.records();
    const domain::HistoryView theirs = *moved ? domain::HistoryView(**moved) : domain::HistoryView(records, other.journal);
    Worked worked { {}, watchIn(theirs) };
    return domain::mergeCopies(context, ours, theirs, { watch.stop, wordsOf(watch, theirsMoved, merged) }).and_then([&](Merge made) {
        worked.merge = std::move(made);
        return replayMerged(worked.merge, context, { watch, merged, replayed }).map([&worked] { return std::move(worked); });
    });
}

} // namespace

HereReader hereReader(const Workspace& workspace)
{
    const domain::EditContext context = workspace.context();
    return [reader = workspace.reader(), now = context.now, edit = context.id, zone = context.zone](const domain::ReadingWatch& watch) {
        return reader(watch).map([&](domain::LibraryContents contents) {
            const domain::JournalStamp stamp = domain::stampOf(contents.journal);
            return LibraryHere { std::move(contents), now, edit, zone, stamp };
        });
    };
}

Result<LibraryHere> libraryHere(const Workspace& workspace, const domain::ReadingWatch& watch)
{
    return hereReader(workspace)(watch);
}

Result<bool> isStill(const Workspace& workspace, const LibraryHere& here)
{
    return workspace.journalStamp().map(
        [&](const domain::JournalStamp& stamp) { return stamp == here.stamp && workspace.course() == here.contents.course; });
}

Result<MergePreview> previewOf(const LibraryHere& here, const domain::LibraryContents& other, const QString& path,
    const std::stop_token& stop, const std::function<void(int permille)>& progress)
{
    const domain::MergeWatch watch { stop, progress };
    const auto failed = [&path](const domain::Error& error) { return domain::failure(error.code, path, error.detail); };
    if (!MergeStretch(watch, 0, 0).goesOn(0, 1)) {
        return failed({ ErrorCode::Cancelled, {}, {} });
    }
    if (other.libraryId != here.contents.libraryId) {
        return domain::failure(ErrorCode::OtherLibrary, path);
    }
    const Result<bool> isNewer = wouldMove(other.course, here.contents, { watch, 0, oursLookedAt });
    if (!isNewer || *isNewer) {
        return isNewer ? domain::failure(ErrorCode::Refused, path,
                   u"it has a newer edition of the course; install that one here first with \"waymark course install FILE\""_s)
                       : failed(isNewer.error());
    }
    const domain::Roadmap roadmap(here.contents.course);
    const domain::EditContext context { roadmap, here.contents.progress, here.now, here.edit, here.zone };
    auto worked = workedOut(context, here.contents.journal, other, watch);
    if (!worked || stop.stop_requested()) {
        return failed(worked ? domain::Error { ErrorCode::Cancelled, {}, {} } : worked.error());
    }
    MergePreview preview = countedOf(std::move(worked->merge), roadmap);
    preview.watchThere = worked->watchThere;
    if (progress) {
        progress(whole);
    }
    return preview;
}

} // namespace waymark::session
