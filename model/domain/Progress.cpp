// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Progress.h>

#include <algorithm>
#include <tuple>

namespace waymark::domain {

bool SkillProgress::isItemDone(const QString& item) const
{
    const auto found = items.constFind(item);
    return found != items.cend() && found->mark.has_value();
}

int SkillProgress::doneItems(const Skill& skill) const
{
    return static_cast<int>(
        std::count_if(skill.checklist.cbegin(), skill.checklist.cend(), [this](const ChecklistItem& item) { return isItemDone(item.id); }));
}

const SkillProgress& Progress::skill(const QString& id) const
{
    static const SkillProgress none;
    const auto found = m_skills.constFind(id);
    return found == m_skills.cend() ? none : *found;
}

int Progress::minutesOn(const QString& skill) const
{
    int minutes = 0;
    for (const TimeEntry& entry : m_time) {
        if (entry.skill == skill) {
            minutes += entry.minutes;
        }
    }
    return minutes;
}

template <class Key, class T> static std::optional<Record> valueIn(const QMap<Key, T>& map, const Key& key)
{
    const auto found = map.constFind(key);
    return found == map.cend() ? std::nullopt : std::optional<Record>(*found);
}

std::optional<Record> Progress::record(const RecordKey& key) const
{
    const SkillProgress& of = skill(key.skill);
    switch (key.kind) {
    case RecordKind::SkillMark:
        return of.mark ? std::optional<Record>(*of.mark) : std::nullopt;
    case RecordKind::ItemMark:
        return of.isItemDone(key.item) ? std::optional<Record>(*of.items.value(key.item).mark) : std::nullopt;
    case RecordKind::Evidence: {
        return valueIn(of.items.value(key.item).evidence, key.id);
    }
    case RecordKind::Note:
        return of.note ? std::optional<Record>(*of.note) : std::nullopt;
    case RecordKind::Goal:
        return m_hasGoal ? std::optional<Record>(m_goal) : std::nullopt;
    case RecordKind::Learner:
        return m_hasLearner ? std::optional<Record>(m_learner) : std::nullopt;
    case RecordKind::Choice:
        return m_choices.contains(key.id) ? std::optional<Record>(m_choices.value(key.id)) : std::nullopt;
    case RecordKind::TimeEntry:
        return m_time.contains(key.id) ? std::optional<Record>(m_time.value(key.id)) : std::nullopt;
    case RecordKind::Attempt:
        return valueIn(of.attempts.value(key.item), key.id);
    case RecordKind::Recall:
        return valueIn(of.recalls.value(key.item), key.id);
    case RecordKind::CardState:
        return valueIn(of.cards, key.item);
    case RecordKind::OwnCard:
        return valueIn(of.ownCards, key.item);
    case RecordKind::RecallOptions:
        return m_hasRecallOptions ? std::optional<Record>(m_recallOptions) : std::nullopt;
    case RecordKind::MentorQuestion:
        return of.question ? std::optional<Record>(*of.question) : std::nullopt;
    case RecordKind::SelfScore:
        return valueIn(of.scores, key.item);
    case RecordKind::SignOff:
        return valueIn(of.signOffs, key.id);
    case RecordKind::ReceivedReview:
        return valueIn(m_reviews, key.id);
    case RecordKind::ReviewAnswer:
        return valueIn(m_reviewAnswers.value(key.id), key.item);
    case RecordKind::PinnedKey:
        return valueIn(m_keys, key.id);
    case RecordKind::StudyRhythm:
        return m_hasRhythm ? std::optional<Record>(m_rhythm) : std::nullopt;
    case RecordKind::DaysOff:
        return valueIn(m_daysOff, key.id);
    case RecordKind::OrderWish:
        return valueIn(m_wishes, key.skill);
    case RecordKind::BoardPlace:
        return valueIn(m_places, key.skill);
    case RecordKind::RunningTimer:
        return m_timer ? std::optional<Record>(*m_timer) : std::nullopt;
    case RecordKind::Absorbed:
        return valueIn(m_absorbed, key.id);
    case RecordKind::Conflict:
        return valueIn(m_conflicts, key);
    }
    return std::nullopt;
}

namespace {

template <class T> std::optional<T> as(const std::optional<Record>& record)
{
    return record ? std::optional<T>(std::get<T>(*record)) : std::nullopt;
}

template <class Key, class T> void setIn(QMap<Key, T>& map, const Key& key, const std::optional<Record>& record)
{
    if (record) {
        map.insert(key, std::get<T>(*record));
    } else {
        map.remove(key);
    }
}

void setItem(SkillProgress& skill, const RecordKey& key, const std::optional<Record>& record)
{
    ItemProgress& item = skill.items[key.item];
    if (key.kind == RecordKind::ItemMark) {
        item.mark = as<ItemMark>(record);
    } else {
        setIn(item.evidence, key.id, record);
    }
    if (item == ItemProgress {}) {
        skill.items.remove(key.item);
    }
}

/// A record of a list under a question or card; an empty list goes.
template <class T> void setListed(QMap<QString, QMap<QString, T>>& lists, const RecordKey& key, const std::optional<Record>& record)
{
    setIn(lists[key.item], key.id, record);
    if (lists.value(key.item).isEmpty()) {
        lists.remove(key.item);
    }
}

void setOfSkill(SkillProgress& of, const RecordKey& key, const std::optional<Record>& record)
{
    switch (key.kind) {
    case RecordKind::SkillMark:
        of.mark = as<SkillMark>(record);
        break;
    case RecordKind::Note:
        of.note = as<Note>(record);
        break;
    case RecordKind::ItemMark:
    case RecordKind::Evidence:
        setItem(of, key, record);
        break;
    case RecordKind::Attempt:
        setListed(of.attempts, key, record);
        break;
    case RecordKind::Recall:
        setListed(of.recalls, key, record);
        break;
    case RecordKind::CardState:
        setIn(of.cards, key.item, record);
        break;
    case RecordKind::OwnCard:
        setIn(of.ownCards, key.item, record);
        break;
    case RecordKind::MentorQuestion:
        of.question = as<MentorQuestion>(record);
        break;
    case RecordKind::SelfScore:
        setIn(of.scores, key.item, record);
        break;
    case RecordKind::SignOff:
        setIn(of.signOffs, key.id, record);
        break;
    case RecordKind::Goal:
    case RecordKind::Choice:
    case RecordKind::Learner:
    case RecordKind::TimeEntry:
    case RecordKind::RecallOptions:
    case RecordKind::ReceivedReview:
    case RecordKind::ReviewAnswer:
    case RecordKind::PinnedKey:
    case RecordKind::StudyRhythm:
    case RecordKind::DaysOff:
    case RecordKind::OrderWish:
    case RecordKind::BoardPlace:
    case RecordKind::RunningTimer:
    case RecordKind::Absorbed:
    case RecordKind::Conflict:
        break;
    }
}

} // namespace

void Progress::setRecord(const RecordKey& key, const std::optional<Record>& record)
{
    switch (key.kind) {
    case RecordKind::Goal:
        m_hasGoal = record.has_value();
        m_goal = as<Goal>(record).value_or(Goal {});
        return;
    case RecordKind::Learner:
        m_hasLearner = record.has_value();
        m_learner = as<Learner>(record).value_or(Learner {});
        return;
    case RecordKind::Choice:
        setIn(m_choices, key.id, record);
        return;
    case RecordKind::TimeEntry:
        setIn(m_time, key.id, record);
        return;
    case RecordKind::RecallOptions:
        m_hasRecallOptions = record.has_value();
        m_recallOptions = as<RecallOptions>(record).value_or(RecallOptions {});
        return;
    case RecordKind::ReceivedReview:
        setIn(m_reviews, key.id, record);
        return;
    case RecordKind::ReviewAnswer:
        setIn(m_reviewAnswers[key.id], key.item, record);
        if (m_reviewAnswers.value(key.id).isEmpty()) {
            m_reviewAnswers.remove(key.id);
        }
        return;
    case RecordKind::PinnedKey:
        setIn(m_keys, key.id, record);
        return;
    case RecordKind::StudyRhythm:
        m_hasRhythm = record.has_value();
        m_rhythm = as<StudyRhythm>(record).value_or(StudyRhythm {});
        return;
    case RecordKind::DaysOff:
        setIn(m_daysOff, key.id, record);
        return;
    case RecordKind::OrderWish:
        setIn(m_wishes, key.skill, record);
        return;
    case RecordKind::BoardPlace:
        setIn(m_places, key.skill, record);
        return;
    case RecordKind::RunningTimer:
        m_timer = as<RunningTimer>(record);
        return;
    case RecordKind::Absorbed:
        setIn(m_absorbed, key.id, record);
        return;
    case RecordKind::Conflict:
        setIn(m_conflicts, key, record);
        return;
    case RecordKind::SkillMark:
    case RecordKind::Note:
    case RecordKind::ItemMark:
    case RecordKind::Evidence:
    case RecordKind::Attempt:
    case RecordKind::Recall:
    case RecordKind::CardState:
    case RecordKind::OwnCard:
    case RecordKind::MentorQuestion:
    case RecordKind::SelfScore:
    case RecordKind::SignOff:
        break;
    }
    SkillProgress& of = m_skills[key.skill];
    setOfSkill(of, key, record);
    if (of == SkillProgress {}) {
        m_skills.remove(key.skill);
    }
}

namespace {

using Records = std::vector<std::pair<RecordKey, Record>>;

void addRecords(Records& all, const QString& skill, const SkillProgress& of)
{
    if (of.mark) {
        all.emplace_back(RecordKey::ofSkill(skill), *of.mark);
    }
    if (of.note) {
        all.emplace_back(RecordKey::ofNote(skill), *of.note);
    }
    for (auto item = of.items.cbegin(); item != of.items.cend(); ++item) {
        if (item->mark) {
            all.emplace_back(RecordKey::ofItem(skill, item.key()), *item->mark);
        }
        for (auto proof = item->evidence.cbegin(); proof != item->evidence.cend(); ++proof) {
            all.emplace_back(RecordKey::ofEvidence(skill, item.key(), proof.key()), *proof);
        }
    }
    for (auto question = of.attempts.cbegin(); question != of.attempts.cend(); ++question) {
        for (auto attempt = question->cbegin(); attempt != question->cend(); ++attempt) {
            all.emplace_back(RecordKey::ofAttempt(skill, question.key(), attempt.key()), *attempt);
        }
    }
    for (auto card = of.recalls.cbegin(); card != of.recalls.cend(); ++card) {
        for (auto recall = card->cbegin(); recall != card->cend(); ++recall) {
            all.emplace_back(RecordKey::ofRecall(skill, card.key(), recall.key()), *recall);
        }
    }
    for (auto card = of.cards.cbegin(); card != of.cards.cend(); ++card) {
        all.emplace_back(RecordKey::ofCard(skill, card.key()), *card);
    }
    for (auto card = of.ownCards.cbegin(); card != of.ownCards.cend(); ++card) {
        all.emplace_back(RecordKey::ofOwnCard(skill, card.key()), *card);
    }
    if (of.question) {
        all.emplace_back(RecordKey::ofQuestion(skill), *of.question);
    }
    for (auto score = of.scores.cbegin(); score != of.scores.cend(); ++score) {
        all.emplace_back(RecordKey::ofScore(skill, score.key()), *score);
    }
    for (auto signOff = of.signOffs.cbegin(); signOff != of.signOffs.cend(); ++signOff) {
        all.emplace_back(RecordKey::ofSignOff(skill, signOff.key()), *signOff);
    }
}

void addStudy(Records& all, const Progress& progress)
{
    for (auto off = progress.daysOff().cbegin(); off != progress.daysOff().cend(); ++off) {
        all.emplace_back(RecordKey::ofDaysOff(off.key()), *off);
    }
    for (auto wish = progress.orderWishes().cbegin(); wish != progress.orderWishes().cend(); ++wish) {
        all.emplace_back(RecordKey::ofWish(wish.key()), *wish);
    }
    for (auto place = progress.boardPlaces().cbegin(); place != progress.boardPlaces().cend(); ++place) {
        all.emplace_back(RecordKey::ofPlace(place.key()), *place);
    }
    if (progress.timer()) {
        all.emplace_back(RecordKey::ofTimer(), *progress.timer());
    }
    for (auto absorbed = progress.absorbed().cbegin(); absorbed != progress.absorbed().cend(); ++absorbed) {
        all.emplace_back(RecordKey::ofAbsorbed(absorbed.key()), *absorbed);
    }
    for (auto conflict = progress.conflicts().cbegin(); conflict != progress.conflicts().cend(); ++conflict) {
        all.emplace_back(conflict.key(), *conflict);
    }
}

} // namespace

std::vector<std::pair<RecordKey, Record>> Progress::records() const
{
    Records all;
    for (auto skill = m_skills.cbegin(); skill != m_skills.cend(); ++skill) {
        addRecords(all, skill.key(), *skill);
    }
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        all.emplace_back(RecordKey::ofChoice(choice.key()), *choice);
    }
    for (auto entry = m_time.cbegin(); entry != m_time.cend(); ++entry) {
        all.emplace_back(RecordKey::ofTime(entry.key()), *entry);
    }
    if (m_hasGoal) {
        all.emplace_back(RecordKey::ofGoal(), m_goal);
    }
    if (m_hasLearner) {
        all.emplace_back(RecordKey::ofLearner(), m_learner);
    }
    if (m_hasRecallOptions) {
        all.emplace_back(RecordKey::ofRecallOptions(), m_recallOptions);
    }
    for (auto review = m_reviews.cbegin(); review != m_reviews.cend(); ++review) {
        all.emplace_back(RecordKey::ofReview(review.key()), *review);
    }
    for (auto review = m_reviewAnswers.cbegin(); review != m_reviewAnswers.cend(); ++review) {
        for (auto answer = review->cbegin(); answer != review->cend(); ++answer) {
            all.emplace_back(RecordKey::ofReviewAnswer(review.key(), answer.key()), *answer);
        }
    }
    for (auto key = m_keys.cbegin(); key != m_keys.cend(); ++key) {
        all.emplace_back(RecordKey::ofKey(key.key()), *key);
    }
    addStudy(all, *this);
    if (m_hasRhythm) {
        all.emplace_back(RecordKey::ofRhythm(), m_rhythm);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return all;
}

std::vector<std::pair<QString, DaysOff>> daysOffInOrder(const Progress& progress)
{
    std::vector<std::pair<QString, DaysOff>> all;
    for (auto off = progress.daysOff().cbegin(); off != progress.daysOff().cend(); ++off) {
        all.emplace_back(off.key(), *off);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::tie(a.second.first, a.second.last, a.first) < std::tie(b.second.first, b.second.last, b.first);
    });
    return all;
}

} // namespace waymark::domain
