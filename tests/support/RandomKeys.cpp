// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomKeys.h"

namespace waymark::support {

RandomKeys::RandomKeys(quint64 seed)
    : m_engine(seed)
{
}

domain::RecordKey RandomKeys::key()
{
    switch (static_cast<domain::RecordKind>(below(static_cast<int>(domain::recordKinds)))) {
    case domain::RecordKind::SkillMark:
        return domain::RecordKey::ofSkill(skillName());
    case domain::RecordKind::ItemMark:
        return domain::RecordKey::ofItem(skillName(), itemName());
    case domain::RecordKind::Evidence:
        return domain::RecordKey::ofEvidence(skillName(), itemName(), anyId());
    case domain::RecordKind::Note:
        return domain::RecordKey::ofNote(skillName());
    case domain::RecordKind::Goal:
        return domain::RecordKey::ofGoal();
    case domain::RecordKind::Choice:
        return domain::RecordKey::ofChoice(anyId());
    case domain::RecordKind::Learner:
        return domain::RecordKey::ofLearner();
    case domain::RecordKind::TimeEntry:
        return domain::RecordKey::ofTime(anyId());
    case domain::RecordKind::Attempt:
        return domain::RecordKey::ofAttempt(skillName(), itemName(), anyId());
    case domain::RecordKind::Recall:
        return domain::RecordKey::ofRecall(skillName(), itemName(), anyId());
    case domain::RecordKind::CardState:
        return domain::RecordKey::ofCard(skillName(), itemName());
    case domain::RecordKind::OwnCard:
        return domain::RecordKey::ofOwnCard(skillName(), itemName());
    case domain::RecordKind::RecallOptions:
        return domain::RecordKey::ofRecallOptions();
    case domain::RecordKind::MentorQuestion:
        return domain::RecordKey::ofQuestion(skillName());
    case domain::RecordKind::SelfScore:
        return domain::RecordKey::ofScore(skillName(), itemName());
    case domain::RecordKind::ReceivedReview:
        return domain::RecordKey::ofReview(anyId());
    case domain::RecordKind::ReviewAnswer:
        return domain::RecordKey::ofReviewAnswer(anyId(), anyEntry());
    case domain::RecordKind::SignOff:
        return domain::RecordKey::ofSignOff(skillName(), anyId());
    case domain::RecordKind::PinnedKey:
        return domain::RecordKey::ofKey(anyHash());
    case domain::RecordKind::StudyRhythm:
        return domain::RecordKey::ofRhythm();
    case domain::RecordKind::DaysOff:
        return domain::RecordKey::ofDaysOff(anyId());
    case domain::RecordKind::OrderWish:
        return domain::RecordKey::ofWish(skillName());
    case domain::RecordKind::BoardPlace:
        return domain::RecordKey::ofPlace(skillName());
    case domain::RecordKind::RunningTimer:
        return domain::RecordKey::ofTimer();
    case domain::RecordKind::Absorbed:
        return domain::RecordKey::ofAbsorbed(anyId());
    case domain::RecordKind::Conflict:
        return domain::RecordKey::ofConflict(domain::RecordKey::ofNote(skillName()), QStringLiteral("text"));
    }
    return {};
}

QString RandomKeys::anyEntry()
{
    const int what = below(4);
    return what == 0 ? domain::overallEntry : what == 1 ? QStringLiteral("comment-%1").arg(below(3)) : domain::decisionEntry(skillName());
}

} // namespace waymark::support
