// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Progress.h>

#include <domain/Edit.h>

#include <QCryptographicHash>

#include <algorithm>

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

std::optional<Record> Progress::record(const RecordKey& key) const
{
    const SkillProgress& of = skill(key.skill);
    switch (key.kind) {
    case RecordKind::SkillMark:
        return of.mark ? std::optional<Record>(*of.mark) : std::nullopt;
    case RecordKind::ItemMark:
        return of.isItemDone(key.item) ? std::optional<Record>(*of.items.value(key.item).mark) : std::nullopt;
    case RecordKind::Evidence: {
        const ItemProgress item = of.items.value(key.item);
        const auto found = item.evidence.constFind(key.id);
        return found == item.evidence.cend() ? std::nullopt : std::optional<Record>(*found);
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
    }
    return std::nullopt;
}

namespace {

template <class T> std::optional<T> as(const std::optional<Record>& record)
{
    return record ? std::optional<T>(std::get<T>(*record)) : std::nullopt;
}

template <class T> void setIn(QMap<QString, T>& map, const QString& key, const std::optional<Record>& record)
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
    case RecordKind::SkillMark:
    case RecordKind::Note:
    case RecordKind::ItemMark:
    case RecordKind::Evidence:
        break;
    }
    SkillProgress& of = m_skills[key.skill];
    if (key.kind == RecordKind::SkillMark) {
        of.mark = as<SkillMark>(record);
    } else if (key.kind == RecordKind::Note) {
        of.note = as<Note>(record);
    } else {
        setItem(of, key, record);
    }
    if (of == SkillProgress {}) {
        m_skills.remove(key.skill);
    }
}

std::vector<std::pair<RecordKey, Record>> Progress::records() const
{
    std::vector<std::pair<RecordKey, Record>> all;
    for (auto skill = m_skills.cbegin(); skill != m_skills.cend(); ++skill) {
        if (skill->mark) {
            all.emplace_back(RecordKey::ofSkill(skill.key()), *skill->mark);
        }
        if (skill->note) {
            all.emplace_back(RecordKey::ofNote(skill.key()), *skill->note);
        }
        for (auto item = skill->items.cbegin(); item != skill->items.cend(); ++item) {
            if (item->mark) {
                all.emplace_back(RecordKey::ofItem(skill.key(), item.key()), *item->mark);
            }
            for (auto proof = item->evidence.cbegin(); proof != item->evidence.cend(); ++proof) {
                all.emplace_back(RecordKey::ofEvidence(skill.key(), item.key(), proof.key()), *proof);
            }
        }
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
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return all;
}

QByteArray contentHash(const Progress& progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [key, record] : progress.records()) {
        hash.addData(changesToJson({ RecordChange { key, std::nullopt, record } }));
        hash.addData("\n");
    }
    return hash.result();
}

} // namespace waymark::domain
