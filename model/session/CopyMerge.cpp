// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/CopyMerge.h>

#include <domain/Moves.h>
#include <domain/RecordParts.h>
#include <learning/Replay.h>
#include <session/Workspace.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::session {

namespace {

using domain::Edit;
using domain::ErrorCode;
using domain::Merge;
using domain::Record;
using domain::RecordChange;
using domain::RecordKey;
using domain::RecordKind;
using domain::Result;

/// A skill and a card or question of it.
using Practice = std::pair<QString, QString>;

/// Where the thousandths of a preview go.
constexpr int merged = 900;
constexpr int replayed = 1'000;

/// Whether a course would move ids that the records or the journal name.
bool wouldMove(const domain::Course& course, const domain::LibraryContents& library)
{
    const domain::LearnerHistory present { library.progress.records(), library.journal };
    return domain::moved(domain::Moves(course), present) != present;
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

/// Cards whose recalls or places the merge touches stand where all recalls lead, and of the answers to a question one is the first.
void replayMerged(Merge& merge, const domain::EditContext& context)
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
        return;
    }
    learning::Replay replay = learning::replay(after, { context.zone, merge.order, &context.roadmap.course() });
    std::erase_if(replay.rebuilt, [&](const auto& rebuilt) {
        const RecordKey& key = rebuilt.first;
        const Practice practice { key.skill, key.item };
        return key.kind == RecordKind::Attempt ? !questions.contains(practice) : !cards.contains(practice);
    });
    setAfter(merge.edit, context.progress, replay.rebuilt);
}

/// Of study time, the skill that it is or was of.
QString skillOf(const RecordChange& change)
{
    const std::optional<Record>& record = change.after ? change.after : change.before;
    const auto* time = record ? std::get_if<domain::TimeEntry>(&*record) : nullptr;
    return time == nullptr ? change.key.skill : time->skill;
}

/// An undo may turn an entry that is not the newest one: the turns are those of all.
QString newestOf(const std::vector<domain::JournalEntry>& journal)
{
    const auto newest = std::ranges::max_element(journal, {}, &domain::JournalEntry::sequence);
    qint64 turns = 0;
    for (const domain::JournalEntry& entry : journal) {
        turns += entry.turns;
    }
    return u"%1/%2"_s.arg(newest == journal.end() ? QString() : newest->edit.id).arg(turns);
}

std::optional<domain::RunningTimer> watchIn(const domain::LearnerHistory& copy)
{
    const auto found = std::ranges::find(copy.records, RecordKey::ofTimer(), &std::pair<RecordKey, Record>::first);
    return found == copy.records.end() ? std::nullopt : std::optional(std::get<domain::RunningTimer>(found->second));
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

} // namespace

Result<LibraryHere> libraryHere(const Workspace& workspace)
{
    const Result<QString> library = workspace.libraryId();
    auto journal = workspace.journal(std::numeric_limits<int>::max());
    if (!library || !journal) {
        return tl::unexpected(library ? journal.error() : library.error());
    }
    const domain::EditContext context = workspace.context();
    const QString newest = newestOf(*journal);
    return LibraryHere { { *library, workspace.course(), workspace.progress(), std::move(*journal) }, context.now, context.id, context.zone,
        newest };
}

Result<bool> isStill(const Workspace& workspace, const LibraryHere& here)
{
    return workspace.journal(std::numeric_limits<int>::max()).map([&](const std::vector<domain::JournalEntry>& journal) {
        return newestOf(journal) == here.newest && workspace.course() == here.contents.course;
    });
}

Result<MergePreview> previewOf(const LibraryHere& here, const domain::LibraryContents& other, const QString& path,
    const std::stop_token& stop, const std::function<void(int permille)>& progress)
{
    if (progress) {
        progress(0);
    }
    if (other.libraryId != here.contents.libraryId) {
        return domain::failure(ErrorCode::OtherLibrary, path);
    }
    if (wouldMove(other.course, here.contents)) {
        return domain::failure(ErrorCode::Refused, path,
            u"it has a newer edition of the course; install that one here first with \"waymark course install FILE\""_s);
    }
    const domain::Roadmap roadmap(here.contents.course);
    const domain::EditContext context { roadmap, here.contents.progress, here.now, here.edit, here.zone };
    const domain::LearnerHistory theirs = domain::moved(domain::Moves(here.contents.course), { other.progress.records(), other.journal });
    const std::function<void(int)> told = [&progress](int permille) {
        if (progress) {
            progress(permille * merged / replayed);
        }
    };
    Result<Merge> merge = domain::mergeCopies(context, here.contents.journal, theirs, { stop, told });
    if (merge && stop.stop_requested()) {
        merge = domain::failure(ErrorCode::Cancelled);
    }
    if (!merge) {
        return domain::failure(merge.error().code, path, merge.error().detail);
    }
    told(replayed);
    replayMerged(*merge, context);
    MergePreview preview = countedOf(std::move(*merge), roadmap);
    preview.watchThere = watchIn(theirs);
    if (progress) {
        progress(replayed);
    }
    return preview;
}

} // namespace waymark::session
