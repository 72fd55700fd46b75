// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/StudyPlan.h>

#include <domain/StudyEdits.h>
#include <learning/LearningDays.h>
#include <session/RecallDesk.h>

#include <algorithm>
#include <numeric>

namespace waymark::session {

namespace {

constexpr double leastShare = 0.05; // of the plan; with less a schedule would say nothing
constexpr int quickRuns = 300; // a chance of a half is told to about 3 %
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
        times.minutes = domain::weekMinutes({ {}, *whatIf.hoursPerWeek, {} }, progress.rhythm());
    }
    return times;
}

/// What the hours of each weekday were before each edit that changed them.
std::vector<learning::EarlierMinutes> earlierMinutes(const Workspace& workspace)
{
    const QDate today = learning::learningDay(workspace.now(), workspace.zone());
    domain::Goal goal = workspace.progress().goal();
    domain::StudyRhythm rhythm = workspace.progress().rhythm();
    std::vector<learning::EarlierMinutes> earlier;
    for (const domain::JournalEntry& entry : workspace.editsOfHours()) { // the newest first, so it goes back in time
        const domain::WeekMinutes minutes = domain::weekMinutes(goal, rhythm);
        for (const domain::RecordChange& change : entry.edit.changes) {
            if (change.key.kind == domain::RecordKind::Goal) {
                goal = change.before ? std::get<domain::Goal>(*change.before) : domain::Goal {};
            } else if (change.key.kind == domain::RecordKind::StudyRhythm) {
                rhythm = change.before ? std::get<domain::StudyRhythm>(*change.before) : domain::StudyRhythm {};
            }
        }
        if (domain::weekMinutes(goal, rhythm) != minutes) {
            const QDate day = learning::learningDay(entry.edit.at, workspace.zone());
            earlier.insert(earlier.begin(), { std::min(day, today), domain::weekMinutes(goal, rhythm) }); // by a clock ahead: until today
        }
    }
    return earlier;
}

/// Logged on the present learning day.
double minutesToday(const Workspace& workspace)
{
    const QDate today = learning::learningDay(workspace.now(), workspace.zone());
    learning::LearningDays days(workspace.zone());
    double minutes = 0;
    for (const domain::TimeEntry& entry : workspace.progress().time()) {
        minutes += days.of(entry) == today ? entry.minutes : 0;
    }
    return minutes;
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
    const double recall = recallMinutes(workspace);
    outset.weeks
        = learning::weekShares(progress, { learning::StudyTimes::of(progress), earlierMinutes(workspace), recall }, workspace.moment());
    outset.input = { {}, outset.times, learning::learningDay(workspace.now(), workspace.zone()), { recall }, outset.speed,
        outset.weeks.shares, {}, minutesToday(workspace) };
    const domain::Milestone* heading = headingOf(workspace, whatIf);
    if (heading == nullptr) {
        return outset;
    }
    outset.milestone = heading->id;
    outset.input.deadline = deadlineOf(progress.goal(), *heading, whatIf);
    outset.way = workspace.wayTo(*heading);
    const std::vector<learning::Wish> wishes = learning::wishesIn(roadmap, progress);
    for (const learning::Wish& wish : wishes) {
        outset.wishes.append(roadmap.skill(wish.skill).id);
    }
    outset.order = learning::studyOrder(roadmap, progress, states, { outset.way, wishes, {} }, workspace.moment());
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

std::vector<OrderedWish> wishesOf(const Workspace& workspace, const StudyOutset& outset)
{
    std::vector<OrderedWish> wishes;
    const auto& all = workspace.progress().orderWishes();
    for (qsizetype i = 0; i < outset.wishes.size(); ++i) {
        const domain::OrderWish wish = all.value(outset.wishes[i]);
        wishes.push_back({ outset.wishes[i], wish.other(), wish.isAfter(), outset.order.wishes[static_cast<std::size_t>(i)] });
    }
    return wishes;
}

const domain::Milestone* reachedGoal(const Workspace& workspace)
{
    const domain::Milestone* goal = workspace.roadmap().milestone(workspace.progress().goal().milestone);
    const domain::Milestone* heading = workspace.headingFor();
    return goal != nullptr && heading != nullptr && heading->id != goal->id ? goal : nullptr;
}

domain::Result<domain::Edit> nextGoal(const Workspace& workspace)
{
    domain::Goal goal = workspace.progress().goal();
    if (reachedGoal(workspace) != nullptr) {
        goal.milestone = workspace.headingFor()->id;
        goal.deadline = {};
    }
    return domain::setGoal(workspace.context(), goal);
}

learning::Schedule scheduleOf(const StudyOutset& outset)
{
    if (outset.times.minutesAWeek() <= 0) {
        return {};
    }
    const learning::StudyCalendar calendar(outset.times, outset.input.today, outset.input.recall, outset.input.spent);
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

PlanObstacle quickObstacleOf(const StudyOutset& outset)
{
    return obstacleOf(outset, learning::forecast(outset.input, { quickRuns }));
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

using Order = std::vector<int>;

/// The order as it would be without the skill's own wish.
Order orderWithout(const Workspace& workspace, const StudyOutset& outset, int skill)
{
    std::vector<learning::Wish> wishes = learning::wishesIn(workspace.roadmap(), workspace.progress());
    std::erase_if(wishes, [skill](const learning::Wish& wish) { return wish.skill == skill; });
    return learning::studyOrder(
        workspace.roadmap(), workspace.progress(), workspace.states(), { outset.way, wishes, {} }, workspace.moment())
        .skills;
}

/// Whether the order has `first` before `second`; where one of them is missing, that is not said of it.
bool isBefore(const Order& order, std::optional<int> first, std::optional<int> second)
{
    return first && second && std::find(order.begin(), order.end(), *first) < std::find(order.begin(), order.end(), *second);
}

/// The order of what can come before the skill: all but what cannot be studied without it, and what waits for that by a wish that is kept.
/// A wish that has something wait for the skill itself gives way to a move of it.
Order orderAhead(const Workspace& workspace, const StudyOutset& outset, int skill)
{
    std::vector<learning::Wish> wishes = learning::wishesIn(workspace.roadmap(), workspace.progress());
    std::erase_if(wishes, [skill](const learning::Wish& wish) { return wish.skill == skill || (wish.isAfter && wish.other == skill); });
    return learning::studyOrder(
        workspace.roadmap(), workspace.progress(), workspace.states(), { outset.way, wishes, skill }, workspace.moment())
        .skills;
}

/// The edit that leaves the skill where it stands without a wish of its own.
domain::Result<domain::Edit> withoutWish(const Workspace& workspace, const QString& skill)
{
    const domain::EditContext context = workspace.context();
    const domain::Result<domain::Edit> forgotten = domain::forgetWish(context, skill);
    return forgotten ? domain::Result<domain::Edit>(domain::joined(context, domain::EditKind::WishOrder, skill, { *forgotten }))
                     : forgotten;
}

/// The edit for `skill` between two others, of which either may be missing. `order` is what there is without a wish of the skill: where
/// that has it between the two as well, it needs none.
domain::Result<domain::Edit> wishBetween(
    const Workspace& workspace, const Order& order, int skill, std::optional<int> previous, std::optional<int> next)
{
    const domain::EditContext context = workspace.context();
    const auto id = [&workspace](int index) { return workspace.roadmap().skill(index).id; };
    if (isBefore(order, next, skill)) {
        return domain::wishOrder(context, id(skill), id(*next));
    }
    if (isBefore(order, skill, previous)) {
        return domain::wishLater(context, id(skill), id(*previous));
    }
    return withoutWish(workspace, id(skill));
}

/// The edit for the end of the order: behind the last of all that can come before it. Where it can pass none, a wish that cannot be kept,
/// by which the learner sees why.
domain::Result<domain::Edit> wishForEnd(const Workspace& workspace, const StudyOutset& outset, const Order& without, int skill)
{
    const Order ahead = orderAhead(workspace, outset, skill);
    const auto canPass = [&](const Order& order) {
        return std::any_of(ahead.begin(), ahead.end(), [&](int other) { return isBefore(order, skill, other); });
    };
    const QString& id = workspace.roadmap().skill(skill).id;
    const auto behind = [&](int other) { return domain::wishLater(workspace.context(), id, workspace.roadmap().skill(other).id); };
    if (!canPass(outset.order.skills)) {
        return canPass(without) ? domain::joined(workspace.context(), domain::EditKind::WishOrder, id, {})
                                : behind(outset.order.skills.back());
    }
    return canPass(without) ? behind(ahead.back()) : withoutWish(workspace, id);
}

} // namespace

domain::Result<domain::Edit> movedInOrder(
    const Workspace& workspace, const StudyOutset& outset, const QString& skill, const QString& before)
{
    const Order& order = outset.order.skills;
    const auto placeOf = [&](const QString& id) { return std::find(order.begin(), order.end(), workspace.roadmap().indexOf(id)); };
    const auto from = placeOf(skill);
    const auto to = before.isEmpty() ? order.end() : placeOf(before);
    if (from == order.end() || (to == order.end() && !before.isEmpty())) {
        return domain::failure(domain::ErrorCode::UnknownSkill, from == order.end() ? skill : before);
    }
    if (to == from) {
        return domain::wishOrder(workspace.context(), skill, before);
    }
    if (to == from + 1) { // it stands there
        return domain::joined(workspace.context(), domain::EditKind::WishOrder, skill, {});
    }
    const Order without = orderWithout(workspace, outset, *from);
    if (to == order.end()) {
        return wishForEnd(workspace, outset, without, *from);
    }
    return wishBetween(workspace, without, *from, to == order.begin() ? std::nullopt : std::optional<int>(*(to - 1)), *to);
}

} // namespace waymark::session
