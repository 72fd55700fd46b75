// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Standing.h>

#include <learning/LearningDays.h>

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace waymark::learning {

using domain::Progress;
using domain::Roadmap;

namespace {

constexpr double leastLeft = 0.1; // of a skill that is begun: its last bit is seldom the work of no time

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QHash<QString, QStringList> chosenOrReached(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states)
{
    QHash<QString, QStringList> chosen = chosenMembers(progress);
    for (const domain::ChoiceGroup& group : roadmap.course().choices) {
        if (chosen.contains(group.id)) {
            continue;
        }
        for (const QString& member : group.members) {
            const int index = roadmap.indexOf(member);
            if (index >= 0 && (isReached(states[at(index)]) || states[at(index)] == SkillState::Learning)) {
                chosen[group.id].append(member);
            }
        }
    }
    return chosen;
}

} // namespace

std::vector<int> wayTo(
    const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const domain::Milestone& milestone)
{
    return roadmap.closure(milestone, chosenOrReached(roadmap, progress, states));
}

std::vector<AreaStanding> areaStandings(const Roadmap& roadmap, const std::vector<SkillState>& states)
{
    const auto& areas = roadmap.course().areas;
    QHash<QString, std::size_t> indexOf;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        indexOf.insert(areas[i].id, i);
    }
    std::vector<AreaStanding> standings(areas.size());
    for (int i = 0; i < roadmap.size(); ++i) {
        const auto found = indexOf.constFind(roadmap.skill(i).area);
        if (found == indexOf.cend()) {
            continue;
        }
        AreaStanding& area = standings[*found];
        ++area.total;
        area.done += isReached(states[at(i)]) ? 1 : 0;
        area.hours += roadmap.skill(i).hours;
    }
    return standings;
}

double hoursLeftOf(const domain::Skill& skill, const domain::SkillProgress& progress, SkillState state)
{
    if (isReached(state)) {
        return 0;
    }
    if (state != SkillState::Learning || skill.checklist.empty()) {
        return skill.hours;
    }
    const double open = 1 - static_cast<double>(progress.doneItems(skill)) / static_cast<double>(skill.checklist.size());
    return skill.hours * std::max(open, leastLeft);
}

MilestoneStanding standingOf(
    const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const domain::Milestone& milestone)
{
    MilestoneStanding standing;
    for (const int index : wayTo(roadmap, progress, states, milestone)) {
        const domain::Skill& skill = roadmap.skill(index);
        ++standing.total;
        standing.done += isReached(states[at(index)]) ? 1 : 0;
        standing.hoursLeft += hoursLeftOf(skill, progress.skill(skill.id), states[at(index)]);
    }
    return standing;
}

QDate learningDay(qint64 moment, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
    return local.time().hour() < rolloverHour ? local.date().addDays(-1) : local.date();
}

int StudyWeek::total() const
{
    return std::accumulate(minutes.begin(), minutes.end(), 0);
}

StudyWeek studyWeek(const Progress& progress, qint64 now, const QTimeZone& zone, Qt::DayOfWeek firstDay)
{
    const QDate today = learningDay(now, zone);
    StudyWeek week;
    week.first = today.addDays(-((today.dayOfWeek() - static_cast<int>(firstDay) + 7) % 7));
    for (const domain::TimeEntry& entry : progress.time()) {
        const qint64 day = week.first.daysTo(learningDay(entry, zone));
        if (day >= 0 && day < 7) {
            week.minutes[static_cast<std::size_t>(day)] += entry.minutes;
        }
    }
    return week;
}

} // namespace waymark::learning
