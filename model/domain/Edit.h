// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <domain/Result.h>

#include <QString>

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace waymark::domain {

/// What an edit is called in the log and in "Undo ...".
enum class EditKind {
    StartSkill,
    FinishSkill,
    SkipSkill,
    ResetSkill,
    CheckItem,
    UncheckItem,
    AddEvidence,
    ChangeEvidence,
    RemoveEvidence,
    WriteNote,
    ShareNote,
    SetGoal,
    SetChoice,
    SetLearner,
    AddTime,
    RemoveTime,
    SetUp,
    ImportPlan,
    AnswerQuestion,
    RecallCard,
    SuspendCard,
    ResumeCard,
    BuryCard,
    WriteCard,
    RemoveCard,
    SpreadCards,
    PlaceSkills,
    SetRecall,
    RepairCards,
    AskMentor,
    ScoreSkill,
    ReceiveReview,
    AcceptSuggestion,
    RejectSuggestion,
    ResolveThread,
    ReopenSuggestion,
    TrustKey,
    ForgetKey,
    ChangeTime,
    StartTimer,
    PauseTimer,
    ResumeTimer,
    StopTimer,
    DropTimer,
    SetRhythm,
    AddDaysOff,
    RemoveDaysOff,
    WishOrder,
    ForgetWish,
    MoveOnBoard,
    MergeLibrary,
    AnswerConflict,
    InstallCourse,
};

/// A pause of the watch or its end. Most are made by the watch itself, so undo passes over them: see UndoStep.h.
[[nodiscard]] constexpr bool isAside(EditKind kind)
{
    return kind == EditKind::PauseTimer || kind == EditKind::ResumeTimer;
}

/// A course that replaced another one: an entry of the journal of its own copy alone, which no record follows from. See CourseStep.h.
[[nodiscard]] constexpr bool isInstallation(EditKind kind)
{
    return kind == EditKind::InstallCourse;
}

[[nodiscard]] QString toString(EditKind kind); ///< the word used in the journal and in JSON, such as "start-skill"
[[nodiscard]] std::optional<EditKind> editKindFrom(const QString& word);

/// One record swapped for another; nothing before means it is new, nothing after means it goes.
struct RecordChange
{
    RecordKey key;
    std::optional<Record> before;
    std::optional<Record> after;

    bool operator==(const RecordChange&) const = default;
};

/// One change to learner data, as a value: the unit of transaction, undo, journal and merge.
/// Built and checked by the functions in Edits.h; applied through Workspace.
struct Edit
{
    QString id; ///< UUID
    EditKind kind = EditKind::StartSkill;
    QString subject; ///< skill id, course id, name of an edition or empty; names the edit to a person together with its kind
    qint64 at = 0; ///< UTC milliseconds
    std::vector<RecordChange> changes;

    bool operator==(const Edit&) const = default;
};

/// The edit that takes `edit` back: each change swapped, in reverse order. Same id, kind and time.
[[nodiscard]] Edit inverse(const Edit& edit);

/// Replaces the records. Error StaleEdit, with nothing changed, if a record is not what the edit says it was before.
[[nodiscard]] Result<void> applyTo(Progress& progress, const Edit& edit);

/// Canonical JSON (UTF-8, keys ordered) of the changes of an edit, and back. Error InvalidFile for anything else. A merge may have tens of
/// thousands of changes: `goesOn` is asked before every few of them and ends it with Cancelled. A change that is nested or listed beyond
/// all that is written is refused before anything is made of it: the text may be a stranger's. So are changes of more than `mostParts`.
[[nodiscard]] QByteArray changesToJson(const std::vector<RecordChange>& changes);
[[nodiscard]] Result<std::vector<RecordChange>> changesFromJson(
    const QByteArray& json, const std::function<bool()>& goesOn = {}, std::size_t mostParts = std::numeric_limits<std::size_t>::max());
/// What changes take memory for: each of them, and each text in the lists of its records.
[[nodiscard]] std::size_t partsOf(const std::vector<RecordChange>& changes);

[[nodiscard]] QString toString(RecordKind kind); ///< the word used in JSON, such as "own-card"
[[nodiscard]] std::optional<RecordKind> recordKindFrom(const QString& word);

/// Canonical JSON of one record, without its key, and back.
[[nodiscard]] QByteArray recordToJson(const Record& record);
[[nodiscard]] Result<Record> recordFromJson(RecordKind kind, const QByteArray& json);

} // namespace waymark::domain
