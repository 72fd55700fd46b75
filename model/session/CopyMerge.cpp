// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/CopyMerge.h>

#include <domain/Moves.h>
#include <learning/Replay.h>
#include <session/Workspace.h>

#include <algorithm>
#include <limits>
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

/// Whether a course would move ids that the journal names.
bool moves(const domain::Course& course, const std::vector<domain::JournalEntry>& journal)
{
    const domain::Moves moves(course);
    return !moves.isEmpty() && std::ranges::any_of(journal, [&moves](const domain::JournalEntry& entry) {
        return std::ranges::any_of(
            entry.edit.changes, [&moves](const RecordChange& change) { return moves.key(change.key) != change.key; });
    });
}

/// Puts a record in the place of the one that the merge would leave.
void setAfter(Edit& edit, const domain::Progress& before, const RecordKey& key, const Record& record)
{
    const auto found = std::ranges::find(edit.changes, key, &RecordChange::key);
    if (found == edit.changes.end()) {
        edit.changes.push_back({ key, before.record(key), record });
    } else if (found->before == record) {
        edit.changes.erase(found);
    } else {
        found->after = record;
    }
}

/// Cards that both copies recalled stand where all recalls of both lead, and of the answers to a question one is the first. The recalls are
/// taken by their moments: no journal has the order of all.
void replayMerged(Merge& merge, const domain::EditContext& context)
{
    std::set<Practice> cards;
    std::set<Practice> questions;
    for (const domain::MergedChange& change : merge.changes) {
        if (change.key.kind == RecordKind::Attempt) {
            questions.emplace(change.key.skill, change.key.item);
        } else if (change.key.kind == RecordKind::Recall || change.key.kind == RecordKind::CardState) {
            cards.emplace(change.key.skill, change.key.item);
        }
    }
    domain::Progress after = context.progress;
    if ((cards.empty() && questions.empty()) || !domain::applyTo(after, merge.edit)) {
        return;
    }
    const QHash<QString, qint64> unknown;
    const learning::Replay replay = learning::replay(after, { context.zone, unknown, &context.roadmap.course() });
    for (const auto& [key, record] : replay.rebuilt) {
        const Practice practice { key.skill, key.item };
        if (key.kind == RecordKind::Attempt ? questions.contains(practice) : cards.contains(practice)) {
            setAfter(merge.edit, context.progress, key, record);
        }
    }
}

QString skillOf(const RecordKey& key, const Edit& edit)
{
    if (key.kind != RecordKind::TimeEntry) {
        return key.skill;
    }
    const auto found = std::ranges::find(edit.changes, key, &RecordChange::key);
    const auto* time = found != edit.changes.end() && found->after ? std::get_if<domain::TimeEntry>(&*found->after) : nullptr;
    return time == nullptr ? QString() : time->skill;
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

MergePreview countedOf(Merge merge, const domain::Roadmap& roadmap)
{
    MergePreview preview;
    std::set<QString> skills;
    for (const domain::MergedChange& change : merge.changes) {
        ++(change.isNew ? preview.added : change.isRemoved ? preview.removed : preview.changed);
        if (const QString skill = skillOf(change.key, merge.edit); !skill.isEmpty()) {
            skills.insert(skill);
        }
    }
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
    if (stop.stop_requested()) {
        return domain::failure(ErrorCode::Cancelled, path);
    }
    if (progress) {
        progress(0);
    }
    if (other.libraryId != here.contents.libraryId) {
        return domain::failure(ErrorCode::OtherLibrary, path);
    }
    if (moves(other.course, here.contents.journal)) {
        return domain::failure(ErrorCode::Refused, path,
            u"it has a newer edition of the course; install that one here first with \"waymark course install FILE\""_s);
    }
    const domain::Roadmap roadmap(here.contents.course);
    const domain::EditContext context { roadmap, here.contents.progress, here.now, here.edit, here.zone };
    const domain::Moves today(here.contents.course);
    Merge merge = domain::mergeCopies(
        context, here.contents.journal, today.isEmpty() ? other.journal : domain::moved(today, { {}, other.journal }).journal);
    replayMerged(merge, context);
    return countedOf(std::move(merge), roadmap);
}

} // namespace waymark::session
