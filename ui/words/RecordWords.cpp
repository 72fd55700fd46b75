// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/RecordWords.h>

#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/PlanWords.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/ShownText.h>

#include <algorithm>

namespace waymark::ui {

using domain::Record;
using domain::RecordKey;
using domain::RecordKind;

namespace {

template <class T> const T* as(const std::optional<Record>& record)
{
    return record ? std::get_if<T>(&*record) : nullptr;
}

/// The text of a line of the checklist; its id where the course has none.
QString itemOf(const RecordKey& key, const domain::Roadmap& roadmap)
{
    if (const domain::Skill* skill = roadmap.find(key.skill)) {
        if (const auto item = std::ranges::find(skill->checklist, key.item, &domain::ChecklistItem::id); item != skill->checklist.end()) {
            return shownLine(item->text);
        }
    }
    return shownLine(key.item);
}

} // namespace

QString RecordWords::title(const QString& skill, const domain::Roadmap& roadmap)
{
    return shownLine(roadmap.titleOf(skill));
}

QString RecordWords::name(const RecordKey& key, const std::optional<Record>& record, const Place& place)
{
    for (const auto of : { ofSkill, ofPractice, ofMentor, ofPlan }) {
        if (QString name = of(key, record, place); !name.isEmpty()) {
            return name;
        }
    }
    return tr("What merges brought in");
}

QString RecordWords::ofSkill(const RecordKey& key, const std::optional<Record>& /*record*/, const Place& place)
{
    const QString skill = title(key.skill, place.roadmap);
    switch (key.kind) {
    case RecordKind::SkillMark:
        return tr("Mark of \"%1\"").arg(isolated(skill));
    case RecordKind::ItemMark:
        return tr("Tick of \"%1\": %2", "skill and line of its checklist").arg(isolated(skill), isolated(itemOf(key, place.roadmap)));
    case RecordKind::Evidence:
        return key.item.isEmpty()
            ? tr("Evidence of \"%1\"").arg(isolated(skill))
            : tr("Evidence of \"%1\": %2", "skill and line of its checklist").arg(isolated(skill), isolated(itemOf(key, place.roadmap)));
    case RecordKind::Note:
        return tr("Note on \"%1\"").arg(isolated(skill));
    case RecordKind::OrderWish:
        return tr("Order of \"%1\"").arg(isolated(skill));
    case RecordKind::BoardPlace:
        return tr("Place of \"%1\" on the board").arg(isolated(skill));
    default:
        return {};
    }
}

QString RecordWords::ofPractice(const RecordKey& key, const std::optional<Record>& record, const Place& place)
{
    const QString skill = title(key.skill, place.roadmap);
    switch (key.kind) {
    case RecordKind::Attempt: {
        const auto* attempt = as<domain::Attempt>(record);
        return attempt == nullptr
            ? tr("Answer to a question of \"%1\"").arg(isolated(skill))
            : tr("Answer to a question of \"%1\", %2", "skill and moment").arg(isolated(skill), momentText(attempt->at, place.zone));
    }
    case RecordKind::Recall: {
        const auto* recall = as<domain::Recall>(record);
        return recall == nullptr
            ? tr("Recall of a card of \"%1\"").arg(isolated(skill))
            : tr("Recall of a card of \"%1\", %2", "skill and moment").arg(isolated(skill), momentText(recall->at, place.zone));
    }
    case RecordKind::CardState:
        return tr("When a card of \"%1\" is asked (%2)", "skill and id of the card").arg(isolated(skill), isolated(shownLine(key.item)));
    case RecordKind::OwnCard: {
        const auto* card = as<domain::OwnCard>(record);
        return card == nullptr
            ? tr("A card of your own on \"%1\"").arg(isolated(skill))
            : tr("A card of your own on \"%1\": %2", "skill and front").arg(isolated(skill), isolated(shownLine(card->front)));
    }
    case RecordKind::RecallOptions:
        return tr("Settings of recall");
    default:
        return {};
    }
}

QString RecordWords::ofMentor(const RecordKey& key, const std::optional<Record>& record, const Place& place)
{
    const QString skill = title(key.skill, place.roadmap);
    switch (key.kind) {
    case RecordKind::MentorQuestion:
        return tr("Question to the mentor about \"%1\"").arg(isolated(skill));
    case RecordKind::SelfScore:
        return tr("Your score for \"%1\": %2", "skill and criterion").arg(isolated(skill), isolated(shownLine(key.item)));
    case RecordKind::ReceivedReview: {
        const auto* review = as<domain::ReceivedReview>(record);
        return review == nullptr
            ? tr("A review")
            : tr("Review by %1, %2", "name and day")
                  .arg(isolated(ReviewWords::reviewer(shownLine(review->reviewer))), dayText(review->created, place.zone));
    }
    case RecordKind::ReviewAnswer: {
        const auto decided = domain::decidedSkill(key.item);
        return decided ? tr("Your answer to the decision of a review about \"%1\"").arg(isolated(title(*decided, place.roadmap)))
                       : tr("Your answer to a comment of a review");
    }
    case RecordKind::SignOff: {
        const auto* signOff = as<domain::SignOff>(record);
        return signOff == nullptr ? tr("Sign-off of \"%1\"").arg(isolated(skill))
                                  : tr("Sign-off of \"%1\" by %2", "skill and name")
                                        .arg(isolated(skill), isolated(ReviewWords::reviewer(shownLine(signOff->reviewer))));
    }
    case RecordKind::PinnedKey: {
        const auto* pinned = as<domain::PinnedKey>(record);
        return pinned == nullptr ? tr("Key of a reviewer")
                                 : tr("Key of the reviewer %1").arg(isolated(ReviewWords::reviewer(shownLine(pinned->name))));
    }
    default:
        return {};
    }
}

QString RecordWords::ofPlan(const RecordKey& key, const std::optional<Record>& record, const Place& place)
{
    switch (key.kind) {
    case RecordKind::Goal:
        return tr("Goal");
    case RecordKind::Choice: {
        const domain::ChoiceGroup* group = place.roadmap.choice(key.id);
        return tr("Choice: %1", "of a group of skills").arg(isolated(shownLine(group == nullptr ? key.id : group->title)));
    }
    case RecordKind::Learner:
        return tr("Your name");
    case RecordKind::StudyRhythm:
        return tr("Hours of study");
    case RecordKind::RunningTimer:
        return tr("The watch");
    case RecordKind::TimeEntry: {
        const auto* time = as<domain::TimeEntry>(record);
        return time == nullptr ? tr("Study time")
                               : tr("Study time on \"%1\", %2", "skill and moment")
                                     .arg(isolated(title(time->skill, place.roadmap)), startText(*time, place.zone));
    }
    case RecordKind::DaysOff: {
        const auto* off = as<domain::DaysOff>(record);
        return off == nullptr ? tr("Days off") : tr("Days off: %1", "dates").arg(PlanWords::days(off->first, off->last));
    }
    case RecordKind::Conflict:
        return tr("A difference between copies");
    default:
        return {};
    }
}

} // namespace waymark::ui
