// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanDocument.h>

#include <exchange/PlanWriter.h>

#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Mark;
using domain::Progress;
using domain::Roadmap;
using domain::SkillProgress;
using learning::SkillState;

namespace {

constexpr std::array<std::pair<Mark, const char*>, 4> markWords { { { Mark::Started, "started" }, { Mark::Done, "done" },
    { Mark::Skipped, "skipped" }, { Mark::Assumed, "assumed" } } };

template <class E, std::size_t N> QString wordOf(const std::array<std::pair<E, const char*>, N>& words, E value)
{
    const auto found = std::find_if(words.begin(), words.end(), [value](const auto& pair) { return pair.first == value; });
    return found == words.end() ? QString() : QString::fromLatin1(found->second);
}

template <class E, std::size_t N> std::optional<E> valueOf(const std::array<std::pair<E, const char*>, N>& words, const QString& word)
{
    const auto found
        = std::find_if(words.begin(), words.end(), [&word](const auto& pair) { return word == QLatin1StringView(pair.second); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

/// The state of a skill that no course describes: nothing can lock it, and no checklist can finish it.
SkillState stateWithoutCourse(const SkillProgress& progress)
{
    if (!progress.mark) {
        return progress.items.isEmpty() ? SkillState::Ready : SkillState::Learning;
    }
    switch (progress.mark->mark) {
    case Mark::Started:
        return SkillState::Learning;
    case Mark::Done:
        return SkillState::Practised;
    case Mark::Skipped:
        return SkillState::Skipped;
    case Mark::Assumed:
        return SkillState::Assumed;
    }
    return SkillState::Ready;
}

PlanItem itemOf(const QString& id, const QString& text, const domain::ItemProgress& progress)
{
    PlanItem item;
    item.id = id;
    item.text = text;
    if (progress.mark) {
        item.doneAt = progress.mark->at;
    }
    for (auto proof = progress.evidence.cbegin(); proof != progress.evidence.cend(); ++proof) {
        item.evidence.push_back({ proof.key(), *proof, {} });
    }
    return item;
}

/// The records of a skill. `course` is null for a skill that the course no longer has.
PlanSkill skillOf(const QString& id, const domain::Skill* course, const SkillProgress& progress, SkillState state)
{
    PlanSkill skill;
    skill.id = id;
    skill.state = state;
    skill.mark = progress.mark;
    if (progress.note && progress.note->shared) {
        skill.note = progress.note;
    }
    if (state == SkillState::Practised) {
        skill.standing = learning::Standing::Self;
    }
    QStringList known;
    if (course != nullptr) {
        skill.title = course->title;
        skill.area = course->area;
        skill.level = course->level;
        skill.hours = course->hours;
        for (const domain::ChecklistItem& item : course->checklist) {
            known.append(item.id);
            skill.checklist.push_back(itemOf(item.id, item.text, progress.items.value(item.id)));
        }
    }
    for (auto item = progress.items.cbegin(); item != progress.items.cend(); ++item) {
        if (!known.contains(item.key())) {
            skill.checklist.push_back(itemOf(item.key(), {}, *item));
        }
    }
    return skill;
}

void addSkills(PlanDocument& plan, const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states)
{
    for (int i = 0; i < roadmap.size(); ++i) {
        const domain::Skill& skill = roadmap.skill(i);
        plan.skills.push_back(skillOf(skill.id, &skill, progress.skill(skill.id), states[static_cast<std::size_t>(i)]));
    }
    const auto goesOut = [&progress](const QString& id) {
        const SkillProgress& of = progress.skill(id);
        return of.mark || !of.items.isEmpty() || (of.note && of.note->shared);
    };
    const std::vector<SkillState> projectStates = learning::projectStates(roadmap, progress, states);
    for (std::size_t i = 0; i < projectStates.size(); ++i) {
        const domain::Skill& project = roadmap.course().projects[i];
        if (goesOut(project.id)) {
            plan.skills.push_back(skillOf(project.id, &project, progress.skill(project.id), projectStates[i]));
        }
    }
    QStringList gone;
    for (auto skill = progress.skills().cbegin(); skill != progress.skills().cend(); ++skill) {
        if (goesOut(skill.key()) && roadmap.find(skill.key()) == nullptr) {
            gone.append(skill.key());
        }
    }
    gone.sort();
    for (const QString& id : std::as_const(gone)) {
        plan.skills.push_back(skillOf(id, nullptr, progress.skill(id), stateWithoutCourse(progress.skill(id))));
    }
    QHash<QString, int> minutes;
    for (const domain::TimeEntry& entry : progress.time()) {
        minutes[entry.skill] += entry.minutes;
    }
    for (PlanSkill& skill : plan.skills) {
        skill.spentMinutes = minutes.value(skill.id);
    }
}

} // namespace

QString toString(Mark mark)
{
    return wordOf(markWords, mark);
}
std::optional<Mark> markFrom(const QString& word)
{
    return valueOf(markWords, word);
}

PlanDocument planOf(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const PlanOrigin& origin)
{
    PlanDocument plan;
    plan.plan = origin.plan;
    plan.parent = origin.parent;
    plan.created = origin.now;
    plan.learner = progress.learnerName();
    plan.courseId = roadmap.course().id;
    plan.courseVersion = roadmap.course().version;
    if (progress.hasGoal()) {
        plan.goal = progress.goal();
    }
    for (auto choice = progress.choices().cbegin(); choice != progress.choices().cend(); ++choice) {
        plan.choices.push_back({ choice.key(), choice->members, {} });
    }
    addSkills(plan, roadmap, progress, states);
    for (auto entry = progress.time().cbegin(); entry != progress.time().cend(); ++entry) {
        plan.time.push_back({ entry.key(), *entry, {} });
    }
    plan.revision = revisionOf(plan);
    return plan;
}

QString planIdOf(const QString& firstEdit)
{
    static const QUuid plans = QUuid::createUuidV5(QUuid(), u"urn:waymark:plan"_s);
    return QUuid::createUuidV5(plans, firstEdit).toString(QUuid::WithoutBraces);
}

} // namespace waymark::exchange
