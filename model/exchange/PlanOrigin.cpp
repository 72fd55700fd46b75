// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanOrigin.h>

#include <domain/CleanText.h>
#include <exchange/PlanHistory.h>
#include <exchange/PlanReviews.h>
#include <exchange/PlanWriter.h>
#include <learning/Standing.h>

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Mark;
using domain::Progress;
using domain::Roadmap;
using domain::SkillProgress;
using learning::SkillState;

namespace {

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

/// Whether the learner has done anything about the skill, so that there is something to score.
bool isBegun(const SkillProgress& progress)
{
    const bool isMarked = progress.mark && (progress.mark->mark == Mark::Started || progress.mark->mark == Mark::Done);
    return isMarked || !progress.items.isEmpty() || !progress.scores.isEmpty();
}

/// Prerequisites, then the members of choice groups, each once.
QStringList afterOf(const domain::Course& course, const domain::Skill& skill)
{
    QStringList after = skill.prerequisites;
    for (const domain::ChoiceGroup& group : course.choices) {
        if (skill.choices.contains(group.id)) {
            after += group.members;
        }
    }
    after.removeDuplicates();
    return after;
}

std::vector<PlanScore> scoresOf(const std::vector<RubricCriterion>& rubric, const SkillProgress& progress)
{
    std::vector<PlanScore> scores;
    for (const RubricCriterion& criterion : rubric) {
        PlanScore score { criterion, std::nullopt, 0, {} };
        if (const auto own = progress.scores.constFind(criterion.id); own != progress.scores.cend()) {
            score.self = own->level;
            score.at = own->at;
        }
        scores.push_back(std::move(score));
    }
    for (auto own = progress.scores.cbegin(); own != progress.scores.cend(); ++own) {
        const bool isListed = std::ranges::any_of(rubric, [&own](const RubricCriterion& each) { return each.id == own.key(); });
        if (!isListed) { // of a rubric that the course no longer has
            scores.push_back({ { own.key(), own.key(), {} }, own->level, own->at, {} });
        }
    }
    return scores;
}

void addVouching(PlanSkill& skill, const SkillProgress& progress)
{
    const learning::Vouching vouching = learning::vouchingOf(progress, skill.state);
    skill.standing = vouching.standing;
    skill.submitted = learning::isSubmitted(progress, skill.state);
    if (vouching.signOff) {
        skill.signOff = PlanSignOff { vouching.review, *vouching.signOff, vouching.isVoid, {} };
    }
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
        item.evidence.push_back({ proof.key(), { proof->kind, domain::cleanText(proof->text), proof->at }, {} });
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
    skill.question = progress.question;
    addVouching(skill, progress);
    QStringList known;
    if (course != nullptr) {
        skill.title = course->title;
        skill.area = course->area;
        skill.outcome = course->outcome;
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

void addSkills(
    PlanDocument& plan, const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const PlanOrigin& origin)
{
    for (int i = 0; i < roadmap.size(); ++i) {
        const domain::Skill& skill = roadmap.skill(i);
        const SkillProgress& of = progress.skill(skill.id);
        plan.skills.push_back(skillOf(skill.id, &skill, of, states[static_cast<std::size_t>(i)]));
        plan.skills.back().after = afterOf(roadmap.course(), skill);
        if (isBegun(of)) {
            plan.skills.back().rubric = scoresOf(skillRubric(), of);
        }
    }
    const auto goesOut = [&progress](const QString& id) {
        const SkillProgress& of = progress.skill(id);
        return of.mark || !of.items.isEmpty() || of.question || !of.scores.isEmpty() || (of.note && of.note->shared);
    };
    const std::vector<SkillState> projectStates = learning::projectStates(roadmap, progress, states);
    for (std::size_t i = 0; i < projectStates.size(); ++i) {
        const domain::Skill& project = roadmap.course().projects[i];
        if (goesOut(project.id)) {
            plan.skills.push_back(skillOf(project.id, &project, progress.skill(project.id), projectStates[i]));
            plan.skills.back().after = afterOf(roadmap.course(), project);
            plan.skills.back().rubric = scoresOf(origin.rubrics.value(project.id), progress.skill(project.id));
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
        plan.skills.back().rubric = scoresOf({}, progress.skill(id));
    }
    QHash<QString, int> minutes;
    for (const domain::TimeEntry& entry : progress.time()) {
        minutes[entry.skill] += entry.minutes;
    }
    for (PlanSkill& skill : plan.skills) {
        skill.spentMinutes = minutes.value(skill.id);
    }
}

/// Areas and milestones, for readers without the course.
void addShape(PlanDocument& plan, const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states)
{
    for (const domain::Area& area : roadmap.course().areas) {
        plan.areas.push_back({ area.id, area.title, {} });
    }
    for (const domain::Milestone& milestone : roadmap.course().milestones) {
        if (!milestone.view) {
            const learning::MilestoneStanding standing = learning::standingOf(roadmap, progress, states, milestone);
            plan.milestones.push_back({ milestone.id, milestone.title, standing.done, standing.total, standing.hoursLeft, {} });
        }
    }
}

/// The reviews in the order in which they were written, and the revision that the newest looked at.
void addReviews(PlanDocument& plan, const Progress& progress)
{
    std::vector<const domain::ReceivedReview*> reviews;
    for (const domain::ReceivedReview& review : progress.reviews()) {
        reviews.push_back(&review);
    }
    std::ranges::stable_sort(reviews, {}, [](const domain::ReceivedReview* review) { return std::min(review->created, review->at); });
    QByteArrayList written;
    for (const domain::ReceivedReview* review : reviews) {
        written.append(review->json);
        plan.parent = review->revision;
    }
    plan.reviews = carriedReviews(written);
}

} // namespace

PlanDocument planOf(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const PlanOrigin& origin)
{
    PlanDocument plan;
    plan.plan = origin.plan;
    plan.created = origin.now;
    plan.learner = progress.learnerName();
    plan.courseId = roadmap.course().id;
    plan.courseVersion = roadmap.course().version;
    plan.courseTitle = roadmap.course().title;
    addShape(plan, roadmap, progress, states);
    if (progress.hasGoal()) {
        plan.goal = progress.goal();
    }
    for (auto choice = progress.choices().cbegin(); choice != progress.choices().cend(); ++choice) {
        plan.choices.push_back({ choice.key(), choice->members, {} });
    }
    addSkills(plan, roadmap, progress, states, origin);
    for (auto entry = progress.time().cbegin(); entry != progress.time().cend(); ++entry) {
        plan.time.push_back({ entry.key(), *entry, {} });
    }
    for (PlanSkill& skill : plan.skills) {
        if (skill.signOff) {
            skill.signOff->signOff.signature = learning::signatureNow(skill.signOff->signOff, progress.keys());
        }
    }
    plan.lastReview = lastReviewOf(progress);
    plan.history = historySince(progress, plan.lastReview, origin.zone);
    addReviews(plan, progress);
    plan.schedule = scheduleJson(roadmap, origin.outlook.schedule);
    plan.forecast = forecastJson(origin.outlook.forecast);
    plan.revision = revisionOf(plan);
    return plan;
}

QString planIdOf(const QString& firstEdit)
{
    static const QUuid plans = QUuid::createUuidV5(QUuid(), u"urn:waymark:plan"_s);
    return QUuid::createUuidV5(plans, firstEdit).toString(QUuid::WithoutBraces);
}

} // namespace waymark::exchange
