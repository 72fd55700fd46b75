// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/StudyPlan.h>

#include <session/RecallDesk.h>

#include <numeric>

namespace waymark::session {

namespace {

constexpr double leastShare = 0.05; // of the plan; with less a schedule would say nothing

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

} // namespace

StudyOutset studyOutset(const Workspace& workspace)
{
    const domain::Roadmap& roadmap = workspace.roadmap();
    const domain::Progress& progress = workspace.progress();
    const auto& states = workspace.states();
    const auto hoursLeft = [&](int skill) {
        return learning::hoursLeftOf(roadmap.skill(skill), progress.skill(roadmap.skill(skill).id), states[at(skill)]);
    };
    StudyOutset outset;
    outset.times = learning::StudyTimes::evenly(progress.goal().hoursPerWeek);
    outset.speed = learning::speedOf(roadmap, progress, states);
    outset.weeks = learning::weekShares(progress, outset.times, workspace.moment());
    outset.input = { {}, outset.times, learning::learningDay(workspace.now(), workspace.zone()), { recallMinutes(workspace) }, outset.speed,
        outset.weeks.shares, progress.goal().deadline };
    const domain::Milestone* heading = workspace.headingFor();
    if (heading == nullptr) {
        return outset;
    }
    outset.milestone = heading->id;
    outset.way = workspace.wayTo(*heading);
    outset.order = learning::studyOrder(roadmap, progress, states, outset.way);
    for (const int skill : outset.way) {
        outset.input.hours.push_back(hoursLeft(skill));
    }
    for (const int skill : outset.order.skills) {
        outset.work.push_back({ skill, learning::expectedMinutes(hoursLeft(skill), outset.speed) });
    }
    return outset;
}

learning::Schedule scheduleOf(const StudyOutset& outset)
{
    if (outset.times.minutesAWeek() <= 0) {
        return {};
    }
    const learning::StudyCalendar calendar(outset.times, outset.input.today, outset.input.recall);
    return learning::scheduled(outset.work, calendar, std::max(meanOf(outset.weeks.shares), leastShare));
}

} // namespace waymark::session
