// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/StudyPlan.h>

#include <domain/StudyEdits.h>
#include <session/RecallDesk.h>

#include <algorithm>
#include <numeric>

namespace waymark::session {

namespace {

constexpr double leastShare = 0.05; // of the plan; with less a schedule would say nothing
constexpr int daysLookedAt = 3653; // ten years: a learner who is away for longer has no plan

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Minutes of recall a day, as the cards in review stand now.
double recallMinutes(const Workspace& workspace)
{
    const RecallDesk desk(workspace);
    const double retention = workspace.progress().recallOptions().retention;
    return desk.loadAt(retention).recallsADay * desk.secondsPerCard() / 60;
}

double meanOf(const std::vector<double>& values)
{
    return values.empty() ? 1 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

learning::StudyTimes timesOf(const domain::Progress& progress, const WhatIf& whatIf)
{
    learning::StudyTimes times = learning::StudyTimes::of(progress);
    if (whatIf.hoursPerWeek) {
        domain::StudyRhythm rhythm = progress.rhythm();
        rhythm.minutes = times.minutes;
        times.minutes = domain::weekMinutes({ {}, *whatIf.hoursPerWeek, {} }, rhythm);
    }
    return times;
}

/// Of what the plan leads to: the goal's own counts on no other way.
QDate deadlineOf(const domain::Goal& goal, const domain::Milestone& heading, const WhatIf& whatIf)
{
    const bool isOfGoal = whatIf.milestone || goal.milestone.isEmpty() || goal.milestone == heading.id;
    return whatIf.deadline.value_or(isOfGoal ? goal.deadline : QDate());
}

const domain::Milestone* headingOf(const Workspace& workspace, const WhatIf& whatIf)
{
    const domain::Milestone* wanted = whatIf.milestone ? workspace.roadmap().milestone(*whatIf.milestone) : nullptr;
    return wanted != nullptr ? wanted : workspace.headingFor();
}

/// The learner's wishes in the order in which they were made; those that name skills the course no longer has are left out.
void takeWishes(const Workspace& workspace, QStringList& skills, std::vector<learning::Wish>& wishes)
{
    const auto& all = workspace.progress().orderWishes();
    std::vector<std::pair<qint64, QString>> byTime;
    for (auto wish = all.cbegin(); wish != all.cend(); ++wish) {
        byTime.emplace_back(wish->at, wish.key());
    }
    std::sort(byTime.begin(), byTime.end());
    for (const auto& [time, skill] : byTime) {
        const learning::Wish wish { workspace.roadmap().indexOf(skill), workspace.roadmap().indexOf(all.value(skill).before) };
        if (wish.skill >= 0 && wish.before >= 0) {
            skills.append(skill);
            wishes.push_back(wish);
        }
    }
}

} // namespace

StudyOutset studyOutset(const Workspace& workspace, const WhatIf& whatIf)
{
    const domain::Roadmap& roadmap = workspace.roadmap();
    const domain::Progress& progress = workspace.progress();
    const auto& states = workspace.states();
    StudyOutset outset;
    outset.hasCourse = workspace.hasCourse();
    outset.times = timesOf(progress, whatIf);
    outset.speed = learning::speedOf(roadmap, progress, states);
    outset.weeks = learning::weekShares(progress, learning::StudyTimes::of(progress), workspace.moment());
    outset.input = { {}, outset.times, learning::learningDay(workspace.now(), workspace.zone()), { recallMinutes(workspace) }, outset.speed,
        outset.weeks.shares, {} };
    const domain::Milestone* heading = headingOf(workspace, whatIf);
    if (heading == nullptr) {
        return outset;
    }
    outset.milestone = heading->id;
    outset.input.deadline = deadlineOf(progress.goal(), *heading, whatIf);
    outset.way = workspace.wayTo(*heading);
    std::vector<learning::Wish> wishes;
    takeWishes(workspace, outset.wishes, wishes);
    outset.order = learning::studyOrder(roadmap, progress, states, outset.way, wishes);
    outset.input.hours.assign(at(roadmap.size()), 0);
    for (const int skill : outset.way) {
        outset.input.hours[at(skill)]
            = learning::hoursLeftOf(roadmap.skill(skill), progress.skill(roadmap.skill(skill).id), states[at(skill)]);
    }
    for (const int skill : outset.order.skills) {
        outset.work.push_back({ skill, learning::expectedMinutes(outset.input.hours[at(skill)], outset.speed) });
    }
    return outset;
}

const domain::Milestone* reachedGoal(const Workspace& workspace)
{
    const domain::Milestone* goal = workspace.roadmap().milestone(workspace.progress().goal().milestone);
    const domain::Milestone* heading = workspace.headingFor();
    return goal != nullptr && heading != nullptr && heading->id != goal->id ? goal : nullptr;
}

learning::Schedule scheduleOf(const StudyOutset& outset)
{
    if (outset.times.minutesAWeek() <= 0) {
        return {};
    }
    const learning::StudyCalendar calendar(outset.times, outset.input.today, outset.input.recall);
    return learning::scheduled(outset.work, calendar, std::max(meanOf(outset.weeks.shares), leastShare));
}

namespace {

bool hasDayOfStudy(const StudyOutset& outset)
{
    const learning::StudyCalendar calendar(outset.times, outset.input.today);
    for (int day = 0; day < daysLookedAt; ++day) {
        if (calendar.planned(day) > 0) {
            return true;
        }
    }
    return false;
}

} // namespace

PlanObstacle obstacleOf(const StudyOutset& outset, const learning::Forecast& forecast)
{
    if (!outset.hasCourse) {
        return PlanObstacle::NoCourse;
    }
    if (forecast.state == learning::ForecastState::Reached) {
        return PlanObstacle::Reached;
    }
    if (forecast.state == learning::ForecastState::NoHours) {
        return PlanObstacle::NoHours;
    }
    if (!hasDayOfStudy(outset)) {
        return PlanObstacle::AllDaysOff;
    }
    if (forecast.state == learning::ForecastState::TooFar) {
        return PlanObstacle::TooFar;
    }
    return outset.input.deadline.isValid() && outset.input.deadline < outset.input.today ? PlanObstacle::DeadlinePast : PlanObstacle::None;
}

learning::PlanDates datesOf(const StudyOutset& outset, const learning::Schedule& schedule, const domain::Roadmap& roadmap)
{
    learning::PlanDates dates { outset.input.today, outset.milestone, {}, schedule.finish };
    for (const learning::ScheduledSkill& each : schedule.skills) {
        dates.ends.insert(roadmap.skill(each.skill).id, each.to);
    }
    return dates;
}

namespace {

/// Those of the skills that the learner wants before `skill`.
QStringList wishesBefore(const Workspace& workspace, const QString& skill, const std::vector<int>& skills)
{
    const auto& wishes = workspace.progress().orderWishes();
    QStringList found;
    for (const int each : skills) {
        const QString& id = workspace.roadmap().skill(each).id;
        if (wishes.value(id).before == skill) {
            found.append(id);
        }
    }
    return found;
}

/// The order as it would be without the wishes of these skills.
std::vector<int> orderWithout(const Workspace& workspace, const StudyOutset& outset, const QStringList& forgotten)
{
    QStringList skills;
    std::vector<learning::Wish> wishes;
    takeWishes(workspace, skills, wishes);
    std::erase_if(wishes, [&](const learning::Wish& wish) { return forgotten.contains(workspace.roadmap().skill(wish.skill).id); });
    return learning::studyOrder(workspace.roadmap(), workspace.progress(), workspace.states(), outset.way, wishes).skills;
}

/// Pairs, the first of which is to come before the second, that `order` does not have so by itself. `passed`: what lies between.
std::vector<std::pair<int, int>> newWishes(
    const Workspace& workspace, int skill, const std::vector<int>& passed, bool isEarlier, const std::vector<int>& order)
{
    const auto isBefore = [&order](int first, int second) {
        return std::find(order.begin(), order.end(), first) < std::find(order.begin(), order.end(), second);
    };
    std::vector<std::pair<int, int>> wishes;
    if (isEarlier) {
        if (!isBefore(skill, passed.front())) {
            wishes.emplace_back(skill, passed.front());
        }
        return wishes;
    }
    bool hasOneThatNeedsIt = false;
    for (const int other : passed) {
        const std::vector<int> needed = workspace.roadmap().ancestors(other);
        const bool needsIt = std::find(needed.begin(), needed.end(), skill) != needed.end();
        if (!isBefore(other, skill) && !(needsIt && hasOneThatNeedsIt)) {
            wishes.emplace_back(other, skill);
        }
        hasOneThatNeedsIt = hasOneThatNeedsIt || needsIt;
    }
    return wishes;
}

} // namespace

domain::Result<domain::Edit> movedInOrder(
    const Workspace& workspace, const StudyOutset& outset, const QString& skill, const QString& before)
{
    const std::vector<int>& order = outset.order.skills;
    const auto placeOf = [&](const QString& id) { return std::find(order.begin(), order.end(), workspace.roadmap().indexOf(id)); };
    const auto from = placeOf(skill);
    const auto to = before.isEmpty() ? order.end() : placeOf(before);
    if (from == order.end() || (to == order.end() && !before.isEmpty())) {
        return domain::failure(domain::ErrorCode::UnknownSkill, from == order.end() ? skill : before);
    }
    const domain::EditContext context = workspace.context();
    if (to == from) {
        return domain::wishOrder(context, skill, before);
    }
    const bool isEarlier = to < from;
    const std::vector<int> passed(isEarlier ? to : from + 1, isEarlier ? from : to);
    const QStringList contrary = isEarlier ? wishesBefore(workspace, skill, passed) : QStringList { skill };
    std::vector<domain::Edit> edits;
    for (const QString& each : contrary) {
        if (const auto forgotten = domain::forgetWish(context, each)) {
            edits.push_back(*forgotten);
        }
    }
    for (const auto& [first, second] : newWishes(workspace, *from, passed, isEarlier, orderWithout(workspace, outset, contrary))) {
        domain::Result<domain::Edit> wish
            = domain::wishOrder(context, workspace.roadmap().skill(first).id, workspace.roadmap().skill(second).id);
        if (!wish) {
            return wish;
        }
        edits.push_back(*wish);
    }
    return domain::joined(context, domain::EditKind::WishOrder, skill, edits);
}

} // namespace waymark::session
