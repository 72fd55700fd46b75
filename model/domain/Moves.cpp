// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Moves.h>

#include <domain/MergeHistory.h>

#include <algorithm>

namespace waymark::domain {

namespace {

std::size_t at(Moves::Part part)
{
    return static_cast<std::size_t>(part);
}

QString path(const QString& skill, const QString& id)
{
    return skill + u'/' + id;
}

} // namespace

Moves::Moves(const Course& course)
    : m_moved(course.moved)
{
    eachSkillAndProject(course, [this](const Skill& skill) {
        m_skills.insert(skill.id);
        for (const ChecklistItem& item : skill.checklist) {
            m_parts[at(Part::Item)].insert(path(skill.id, item.id));
        }
        for (const QString& question : skill.questions) {
            m_parts[at(Part::Question)].insert(path(skill.id, question));
        }
        for (const QString& card : skill.cards) {
            m_parts[at(Part::Card)].insert(path(skill.id, card));
        }
    });
}

bool Moves::hasPart(Part kind, const QString& skill, const QString& id) const
{
    return m_parts[at(kind)].contains(path(skill, id));
}

QString Moves::skill(const QString& id) const
{
    QString at = id;
    for (qsizetype steps = 0; steps <= m_moved.size(); ++steps) {
        const auto next = m_moved.constFind(at);
        if (hasSkill(at) || next == m_moved.cend() || next->contains(u'/')) {
            return at;
        }
        at = *next;
    }
    return id;
}

std::pair<QString, QString> Moves::part(Part kind, const QString& skill, const QString& id) const
{
    std::pair<QString, QString> at { skill, id };
    for (qsizetype steps = 0; steps <= m_moved.size(); ++steps) {
        if (hasPart(kind, at.first, at.second)) {
            return at;
        }
        if (const auto next = m_moved.constFind(path(at.first, at.second)); next != m_moved.cend()) {
            const qsizetype slash = next->indexOf(u'/');
            at = { slash < 0 ? at.first : next->left(slash), next->mid(slash + 1) };
            continue;
        }
        const QString moved = this->skill(at.first);
        if (moved == at.first) {
            break;
        }
        at.first = moved;
    }
    return { this->skill(skill), id };
}

RecordKey Moves::key(const RecordKey& key) const
{
    RecordKey to = key;
    switch (key.kind) {
    case RecordKind::SkillMark:
    case RecordKind::Note:
    case RecordKind::MentorQuestion:
    case RecordKind::SelfScore:
    case RecordKind::SignOff:
    case RecordKind::OrderWish:
    case RecordKind::BoardPlace:
        to.skill = skill(key.skill);
        break;
    case RecordKind::ReviewAnswer:
        if (const std::optional<QString> decided = decidedSkill(key.item)) {
            to.item = decisionEntry(skill(*decided));
        }
        break;
    case RecordKind::ItemMark:
    case RecordKind::Evidence:
        std::tie(to.skill, to.item) = part(Part::Item, key.skill, key.item);
        break;
    case RecordKind::Attempt:
        std::tie(to.skill, to.item) = part(Part::Question, key.skill, key.item);
        break;
    case RecordKind::Recall:
    case RecordKind::CardState:
    case RecordKind::OwnCard:
        std::tie(to.skill, to.item) = part(Part::Card, key.skill, key.item);
        break;
    case RecordKind::Goal:
    case RecordKind::Choice:
    case RecordKind::Learner:
    case RecordKind::TimeEntry:
    case RecordKind::RecallOptions:
    case RecordKind::ReceivedReview:
    case RecordKind::PinnedKey:
    case RecordKind::StudyRhythm:
    case RecordKind::DaysOff:
    case RecordKind::RunningTimer:
    case RecordKind::Absorbed:
        break;
    case RecordKind::Conflict:
        if (const auto conflict = conflictAt(key)) {
            to = RecordKey::ofConflict(this->key(conflict->first), conflict->second);
        }
        break;
    }
    return to;
}

Record Moves::record(Record record) const
{
    move(record);
    return record;
}

void Moves::move(Record& record) const
{
    if (auto* choice = std::get_if<Choice>(&record)) {
        const bool isInOrder = std::ranges::is_sorted(choice->members); // as merges leave them
        for (QString& member : choice->members) {
            member = skill(member);
        }
        choice->members.removeDuplicates();
        if (isInOrder) {
            choice->members.sort();
        }
    } else if (auto* time = std::get_if<TimeEntry>(&record)) {
        time->skill = skill(time->skill);
    } else if (auto* wish = std::get_if<OrderWish>(&record)) {
        wish->before = skill(wish->before);
        wish->after = skill(wish->after);
    } else if (auto* timer = std::get_if<RunningTimer>(&record)) {
        timer->skill = skill(timer->skill);
    }
}

} // namespace waymark::domain
