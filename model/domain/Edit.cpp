// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Edit.h>

#include <algorithm>
#include <array>
#include <utility>

namespace waymark::domain {

namespace {

constexpr std::array<std::pair<EditKind, const char*>, 53> kindWords { {
    { EditKind::StartSkill, "start-skill" },
    { EditKind::FinishSkill, "finish-skill" },
    { EditKind::SkipSkill, "skip-skill" },
    { EditKind::ResetSkill, "reset-skill" },
    { EditKind::CheckItem, "check-item" },
    { EditKind::UncheckItem, "uncheck-item" },
    { EditKind::AddEvidence, "add-evidence" },
    { EditKind::ChangeEvidence, "change-evidence" },
    { EditKind::RemoveEvidence, "remove-evidence" },
    { EditKind::WriteNote, "write-note" },
    { EditKind::ShareNote, "share-note" },
    { EditKind::SetGoal, "set-goal" },
    { EditKind::SetChoice, "set-choice" },
    { EditKind::SetLearner, "set-learner" },
    { EditKind::AddTime, "add-time" },
    { EditKind::RemoveTime, "remove-time" },
    { EditKind::SetUp, "set-up" },
    { EditKind::ImportPlan, "import-plan" },
    { EditKind::AnswerQuestion, "answer-question" },
    { EditKind::RecallCard, "recall-card" },
    { EditKind::SuspendCard, "suspend-card" },
    { EditKind::ResumeCard, "resume-card" },
    { EditKind::BuryCard, "bury-card" },
    { EditKind::WriteCard, "write-card" },
    { EditKind::RemoveCard, "remove-card" },
    { EditKind::SpreadCards, "spread-cards" },
    { EditKind::PlaceSkills, "place-skills" },
    { EditKind::SetRecall, "set-recall" },
    { EditKind::RepairCards, "repair-cards" },
    { EditKind::AskMentor, "ask-mentor" },
    { EditKind::ScoreSkill, "score-skill" },
    { EditKind::ReceiveReview, "receive-review" },
    { EditKind::AcceptSuggestion, "accept-suggestion" },
    { EditKind::RejectSuggestion, "reject-suggestion" },
    { EditKind::ResolveThread, "resolve-thread" },
    { EditKind::ReopenSuggestion, "reopen-suggestion" },
    { EditKind::TrustKey, "trust-key" },
    { EditKind::ForgetKey, "forget-key" },
    { EditKind::ChangeTime, "change-time" },
    { EditKind::StartTimer, "start-timer" },
    { EditKind::PauseTimer, "pause-timer" },
    { EditKind::ResumeTimer, "resume-timer" },
    { EditKind::StopTimer, "stop-timer" },
    { EditKind::DropTimer, "drop-timer" },
    { EditKind::SetRhythm, "set-rhythm" },
    { EditKind::AddDaysOff, "add-days-off" },
    { EditKind::RemoveDaysOff, "remove-days-off" },
    { EditKind::WishOrder, "wish-order" },
    { EditKind::ForgetWish, "forget-wish" },
    { EditKind::MoveOnBoard, "move-on-board" },
    { EditKind::MergeLibrary, "merge-library" },
    { EditKind::AnswerConflict, "answer-conflict" },
    { EditKind::InstallCourse, "install-course" },
} };

} // namespace

QString toString(EditKind kind)
{
    const auto found = std::find_if(kindWords.begin(), kindWords.end(), [kind](const auto& pair) { return pair.first == kind; });
    return found == kindWords.end() ? QString() : QString::fromLatin1(found->second);
}

std::optional<EditKind> editKindFrom(const QString& word)
{
    const auto found
        = std::find_if(kindWords.begin(), kindWords.end(), [&word](const auto& pair) { return word == QLatin1StringView(pair.second); });
    return found == kindWords.end() ? std::nullopt : std::optional(found->first);
}

Edit inverse(const Edit& edit)
{
    Edit back = edit;
    std::reverse(back.changes.begin(), back.changes.end());
    for (RecordChange& change : back.changes) {
        std::swap(change.before, change.after);
    }
    return back;
}

Result<void> applyTo(Progress& progress, const Edit& edit)
{
    Progress next = progress;
    for (const RecordChange& change : edit.changes) {
        if (next.record(change.key) != change.before) {
            return failure(ErrorCode::StaleEdit, change.key.skill, toString(edit.kind));
        }
        next.setRecord(change.key, change.after);
    }
    progress = std::move(next);
    return {};
}

} // namespace waymark::domain
