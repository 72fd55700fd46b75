// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/Words.h>

#include <ui/words/Isolated.h>

#include <QLocale>

namespace waymark::ui {

using domain::EditKind;
using domain::EvidenceKind;
using domain::Level;
using domain::Roadmap;
using domain::SkillKind;
using learning::NextReason;
using learning::SkillState;

QString Words::state(SkillState state)
{
    switch (state) {
    case SkillState::Locked:
        return tr("Locked");
    case SkillState::Ready:
        return tr("Ready");
    case SkillState::Learning:
        return tr("Learning");
    case SkillState::Practised:
        return tr("Practised");
    case SkillState::Mastered:
        return tr("Mastered");
    case SkillState::Fading:
        return tr("Fading");
    case SkillState::Skipped:
        return tr("Skipped");
    case SkillState::Assumed:
        return tr("Assumed");
    }
    return {};
}

QString Words::level(Level level)
{
    switch (level) {
    case Level::Junior:
        return tr("Junior");
    case Level::Mid:
        return tr("Mid");
    case Level::Senior:
        return tr("Senior");
    }
    return {};
}

QString Words::kind(SkillKind kind)
{
    switch (kind) {
    case SkillKind::Knowledge:
        return tr("Knowledge");
    case SkillKind::Practice:
        return tr("Practice");
    case SkillKind::Professional:
        return tr("Professional");
    }
    return {};
}

QString Words::evidence(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Note:
        return tr("Note");
    case EvidenceKind::Link:
        return tr("Link");
    case EvidenceKind::File:
        return tr("File");
    case EvidenceKind::Commit:
        return tr("Commit");
    case EvidenceKind::Output:
        return tr("Output");
    case EvidenceKind::Lab:
        return tr("Lab");
    case EvidenceKind::SignOff:
        return tr("Sign-off");
    case EvidenceKind::Rubric:
        return tr("Rubric");
    }
    return {};
}

QString Words::start(SkillState state)
{
    return state == SkillState::Locked ? tr("Start anyway") : learning::isReached(state) ? tr("Start again") : tr("Start");
}

QString Words::hours(double hours)
{
    return tr("%1 h", "a number of hours").arg(QLocale().toString(hours, 'f', hours == static_cast<int>(hours) || hours >= 100 ? 0 : 1));
}

QString Words::minutes(qint64 minutes)
{
    const QString hours = QLocale().toString(minutes / 60);
    const QString rest = QLocale().toString(minutes % 60);
    if (minutes < 60) {
        return tr("%1 min", "a number of minutes").arg(rest);
    }
    return minutes % 60 == 0 ? tr("%1 h", "a number of hours").arg(hours) : tr("%1 h %2 min", "hours and minutes").arg(hours, rest);
}

QString Words::outcome(const domain::Skill& skill)
{
    return skill.outcome.isEmpty() ? QString() : tr("%1.", "what one can do, as a sentence").arg(skill.outcome);
}

QString Words::edit(const domain::Edit& edit, const Roadmap& roadmap)
{
    const domain::Skill* skill = roadmap.find(edit.subject);
    return editVerb(edit.kind, isolated(skill != nullptr ? skill->title : edit.subject));
}

QString Words::editVerb(EditKind kind, const QString& name)
{
    switch (kind) {
    case EditKind::StartSkill:
        return tr("Start \"%1\"").arg(name);
    case EditKind::FinishSkill:
        return tr("Mark \"%1\" as done").arg(name);
    case EditKind::SkipSkill:
        return tr("Skip \"%1\"").arg(name);
    case EditKind::ResetSkill:
        return tr("Reset \"%1\"").arg(name);
    case EditKind::CheckItem:
        return tr("Tick an item of \"%1\"").arg(name);
    case EditKind::UncheckItem:
        return tr("Untick an item of \"%1\"").arg(name);
    case EditKind::AddEvidence:
        return tr("Add evidence to \"%1\"").arg(name);
    case EditKind::ChangeEvidence:
        return tr("Change evidence of \"%1\"").arg(name);
    case EditKind::RemoveEvidence:
        return tr("Remove evidence from \"%1\"").arg(name);
    case EditKind::WriteNote:
        return tr("Write a note on \"%1\"").arg(name);
    case EditKind::ShareNote:
        return tr("Share the note on \"%1\"").arg(name);
    default:
        return editOfPlan(kind, name);
    }
}

QString Words::editOfPlan(EditKind kind, const QString& name)
{
    switch (kind) {
    case EditKind::SetGoal:
        return tr("Set the goal");
    case EditKind::SetChoice:
        return tr("Choose for \"%1\"").arg(name);
    case EditKind::SetLearner:
        return tr("Set the name");
    case EditKind::AddTime:
        return tr("Add time on \"%1\"").arg(name);
    case EditKind::RemoveTime:
        return tr("Remove time on \"%1\"").arg(name);
    case EditKind::SetUp:
        return tr("Set up the plan");
    case EditKind::ImportPlan:
        return tr("Import a plan");
    default:
        return editOfLearning(kind, name);
    }
}

QString Words::editOfLearning(EditKind kind, const QString& name)
{
    switch (kind) {
    case EditKind::AnswerQuestion:
        return tr("Answer a question of \"%1\"").arg(name);
    case EditKind::RecallCard:
        return tr("Recall a card of \"%1\"").arg(name);
    case EditKind::SuspendCard:
        return name.isEmpty() ? tr("Lay cards aside") : tr("Lay a card of \"%1\" aside").arg(name);
    case EditKind::ResumeCard:
        return name.isEmpty() ? tr("Take up cards") : tr("Take up a card of \"%1\"").arg(name);
    case EditKind::BuryCard:
        return name.isEmpty() ? tr("Put off cards") : tr("Put off a card of \"%1\"").arg(name);
    case EditKind::WriteCard:
        return tr("Write a card for \"%1\"").arg(name);
    case EditKind::RemoveCard:
        return name.isEmpty() ? tr("Remove cards") : tr("Remove a card of \"%1\"").arg(name);
    case EditKind::SpreadCards:
        return tr("Spread the cards over days");
    case EditKind::PlaceSkills:
        return tr("Take over the placement");
    case EditKind::SetRecall:
        return tr("Set how cards are asked");
    case EditKind::RepairCards:
        return tr("Rebuild cards from their recalls");
    default:
        return editOfReview(kind, name);
    }
}

QString Words::editOfReview(EditKind kind, const QString& name)
{
    switch (kind) {
    case EditKind::AskMentor:
        return tr("Ask the mentor about \"%1\"").arg(name);
    case EditKind::ScoreSkill:
        return tr("Score \"%1\" by its rubric").arg(name);
    case EditKind::ReceiveReview:
        return name.isEmpty() ? tr("Receive a review") : tr("Receive the review by \"%1\"", "a person").arg(name);
    case EditKind::AcceptSuggestion:
        return name.isEmpty() ? tr("Accept a suggestion of a review") : tr("Accept the decision on \"%1\"").arg(name);
    case EditKind::RejectSuggestion:
        return name.isEmpty() ? tr("Reject a suggestion of a review") : tr("Reject the decision on \"%1\"").arg(name);
    case EditKind::ResolveThread:
        return tr("Mark a comment of a review as resolved");
    case EditKind::ReopenSuggestion:
        return name.isEmpty() ? tr("Take back the answer to a suggestion") : tr("Take back the answer to the decision on \"%1\"").arg(name);
    case EditKind::TrustKey:
        return name.isEmpty() ? tr("Trust a key") : tr("Trust the key of \"%1\"", "a person").arg(name);
    case EditKind::ForgetKey:
        return name.isEmpty() ? tr("Forget a key") : tr("Forget the key of \"%1\"", "a person").arg(name);
    default:
        return editOfStudy(kind, name);
    }
}

QString Words::editOfStudy(EditKind kind, const QString& name)
{
    switch (kind) {
    case EditKind::ChangeTime:
        return tr("Change time on \"%1\"").arg(name);
    case EditKind::StartTimer:
        return tr("Start the watch on \"%1\"").arg(name);
    case EditKind::PauseTimer:
        return tr("Pause the watch on \"%1\"").arg(name);
    case EditKind::ResumeTimer:
        return tr("Go on with the watch on \"%1\"").arg(name);
    case EditKind::StopTimer:
        return tr("Stop the watch on \"%1\"").arg(name);
    case EditKind::DropTimer:
        return tr("Drop the watch on \"%1\"").arg(name);
    case EditKind::SetRhythm:
        return tr("Set the hours of study");
    case EditKind::AddDaysOff:
        return tr("Add days off");
    case EditKind::RemoveDaysOff:
        return tr("Remove days off");
    case EditKind::WishOrder:
        return tr("Move \"%1\" in the order of study").arg(name);
    case EditKind::ForgetWish:
        return tr("Put \"%1\" back in the order of the course").arg(name);
    case EditKind::MoveOnBoard:
        return tr("Move \"%1\" on the board").arg(name);
    case EditKind::MergeLibrary:
        return tr("Merge a copy of this library");
    case EditKind::AnswerConflict:
        return name.isEmpty() ? tr("Answer what two copies say differently")
                              : tr("Answer what two copies say differently of \"%1\"").arg(name);
    case EditKind::InstallCourse:
        return tr("Install the course \"%1\"", "title and version").arg(name);
    default:
        return {};
    }
}

QString Words::reason(const learning::NextStep& step, const Roadmap& roadmap)
{
    if (step.reason == NextReason::Fading) {
        return tr("You had mastered it, and it is fading: recall its cards and try its questions again.");
    }
    const QString stage = roadmap.course().milestones[static_cast<std::size_t>(step.milestone)].title;
    switch (step.reason) {
    case NextReason::Continue:
        return tr("You have begun it; finishing one thing opens the next.");
    case NextReason::Fading:
        break;
    case NextReason::OnlyStep:
        return tr("It is the one open step on the way to \"%1\".").arg(isolated(stage));
    case NextReason::LongestChain:
        return tr("The longest chain to \"%1\" begins here: %2 of study.").arg(isolated(stage), hours(step.chainHours));
    case NextReason::Unlocks:
        return tr("It opens %n more skill(s) on the way at once.", nullptr, step.unlocks);
    case NextReason::Variety: {
        const QString areaId = roadmap.skill(step.skill).area;
        for (const domain::Area& area : roadmap.course().areas) {
            if (area.id == areaId) {
                return tr("For a change of subject: %1, needed for \"%2\".").arg(isolated(area.title), isolated(stage));
            }
        }
        return tr("For a change of subject, needed for \"%1\".").arg(isolated(stage));
    }
    case NextReason::OnTheWay:
        return tr("It is ready, and \"%1\" needs it.").arg(isolated(stage));
    case NextReason::Wished:
        return tr("It comes first by your own order of study, and \"%1\" needs it.").arg(isolated(stage));
    }
    return {};
}

QString Words::lock(const learning::Lock& lock, const Roadmap& roadmap)
{
    if (lock.isOpen()) {
        return {};
    }
    QStringList wanted;
    for (const int index : lock.missing) {
        wanted.append(isolated(roadmap.skill(index).title));
    }
    for (const int group : lock.groups) {
        wanted.append(tr("one of \"%1\"").arg(isolated(roadmap.course().choices[static_cast<std::size_t>(group)].title)));
    }
    const QString why = tr("It needs %1.").arg(QLocale().createSeparatedList(wanted));
    if (std::ssize(lock.wayIn) <= wanted.size()) {
        return why;
    }
    const QString first = roadmap.skill(lock.wayIn.front()).title;
    return why + u' '
        + tr("The shortest way in is %n skill(s), %1, beginning with \"%2\".", nullptr, static_cast<int>(lock.wayIn.size()))
              .arg(hours(lock.hours), isolated(first));
}

} // namespace waymark::ui
