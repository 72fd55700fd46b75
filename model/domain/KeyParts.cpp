// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/KeyParts.h>

namespace waymark::domain {

const std::vector<KeyPart>& keyPartsOf(RecordKind kind)
{
    static const std::vector<KeyPart> none;
    static const std::vector<KeyPart> skill { &RecordKey::skill };
    static const std::vector<KeyPart> item { &RecordKey::skill, &RecordKey::item };
    static const std::vector<KeyPart> entry { &RecordKey::skill, &RecordKey::item, &RecordKey::id };
    static const std::vector<KeyPart> id { &RecordKey::id };
    static const std::vector<KeyPart> entryOfReview { &RecordKey::id, &RecordKey::item };
    static const std::vector<KeyPart> reviewOfSkill { &RecordKey::skill, &RecordKey::id };
    switch (kind) {
    case RecordKind::SkillMark:
    case RecordKind::Note:
    case RecordKind::MentorQuestion:
    case RecordKind::OrderWish:
    case RecordKind::BoardPlace:
        return skill;
    case RecordKind::ItemMark:
    case RecordKind::CardState:
    case RecordKind::OwnCard:
    case RecordKind::SelfScore:
        return item;
    case RecordKind::Evidence:
    case RecordKind::Attempt:
    case RecordKind::Recall:
    case RecordKind::Conflict:
        return entry;
    case RecordKind::Choice:
    case RecordKind::TimeEntry:
    case RecordKind::ReceivedReview:
    case RecordKind::PinnedKey:
    case RecordKind::DaysOff:
    case RecordKind::Absorbed:
        return id;
    case RecordKind::ReviewAnswer:
        return entryOfReview;
    case RecordKind::SignOff:
        return reviewOfSkill;
    case RecordKind::Goal:
    case RecordKind::Learner:
    case RecordKind::RecallOptions:
    case RecordKind::StudyRhythm:
    case RecordKind::RunningTimer:
        break;
    }
    return none;
}

} // namespace waymark::domain
