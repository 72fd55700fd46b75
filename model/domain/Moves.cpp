// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Moves.h>

#include <map>
#include <set>

namespace waymark::domain {

Moves::Moves(const Course& course)
    : m_moved(course.moved)
{
    if (m_moved.isEmpty()) {
        return;
    }
    eachSkillAndProject(course, [this](const Skill& skill) {
        m_alive.insert(skill.id);
        for (const ChecklistItem& item : skill.checklist) {
            m_alive.insert(skill.id + u'/' + item.id);
        }
    });
}

QString Moves::skill(const QString& id) const
{
    QString at = id;
    for (qsizetype steps = 0; steps <= m_moved.size(); ++steps) {
        const auto next = m_moved.constFind(at);
        if (isAlive(at) || next == m_moved.cend() || next->contains(u'/')) {
            return at;
        }
        at = *next;
    }
    return id;
}

std::pair<QString, QString> Moves::item(const QString& skill, const QString& item) const
{
    std::pair<QString, QString> at { skill, item };
    for (qsizetype steps = 0; steps <= m_moved.size(); ++steps) {
        const QString path = at.first + u'/' + at.second;
        if (isAlive(path)) {
            return at;
        }
        if (const auto next = m_moved.constFind(path); next != m_moved.cend()) {
            const qsizetype slash = next->indexOf(u'/');
            at = { slash < 0 ? at.first : next->left(slash), next->mid(slash + 1) };
            continue;
        }
        const QString moved = this->skill(at.first);
        if (moved == at.first) {
            return at;
        }
        at.first = moved;
    }
    return { skill, item };
}

RecordKey Moves::key(const RecordKey& key) const
{
    RecordKey to = key;
    switch (key.kind) {
    case RecordKind::SkillMark:
    case RecordKind::Note:
        to.skill = skill(key.skill);
        break;
    case RecordKind::ItemMark:
    case RecordKind::Evidence:
    case RecordKind::Attempt:
    case RecordKind::Recall:
    case RecordKind::CardState:
    case RecordKind::OwnCard:
        std::tie(to.skill, to.item) = item(key.skill, key.item);
        break;
    case RecordKind::Goal:
    case RecordKind::Choice:
    case RecordKind::Learner:
    case RecordKind::TimeEntry:
    case RecordKind::RecallOptions:
        break;
    }
    return to;
}

Record Moves::record(Record record) const
{
    if (auto* choice = std::get_if<Choice>(&record)) {
        for (QString& member : choice->members) {
            member = skill(member);
        }
    } else if (auto* time = std::get_if<TimeEntry>(&record)) {
        time->skill = skill(time->skill);
    }
    return record;
}

namespace {

using KeyMap = std::map<RecordKey, RecordKey>;

KeyMap keyMapOf(const Moves& moves, const LearnerHistory& history)
{
    std::set<RecordKey> used;
    for (const auto& [key, record] : history.records) {
        used.insert(key);
    }
    for (const JournalEntry& entry : history.journal) {
        for (const RecordChange& change : entry.edit.changes) {
            used.insert(change.key);
        }
    }
    KeyMap map;
    std::set<RecordKey> taken = used;
    for (const RecordKey& key : used) {
        const RecordKey to = moves.key(key);
        if (to != key && taken.insert(to).second) {
            map.emplace(key, to);
        }
    }
    return map;
}

void moveKey(const KeyMap& map, RecordKey& key)
{
    if (const auto found = map.find(key); found != map.end()) {
        key = found->second;
    }
}

} // namespace

LearnerHistory moved(const Moves& moves, LearnerHistory history)
{
    const KeyMap map = keyMapOf(moves, history);
    for (auto& [key, record] : history.records) {
        moveKey(map, key);
        record = moves.record(std::move(record));
    }
    for (JournalEntry& entry : history.journal) {
        entry.edit.subject = moves.skill(entry.edit.subject);
        for (RecordChange& change : entry.edit.changes) {
            moveKey(map, change.key);
            for (std::optional<Record>* side : { &change.before, &change.after }) {
                if (*side) {
                    *side = moves.record(std::move(**side));
                }
            }
        }
    }
    return history;
}

} // namespace waymark::domain
