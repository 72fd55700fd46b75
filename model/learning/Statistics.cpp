// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Statistics.h>

#include <learning/ReachedAt.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace waymark::learning {

namespace {

constexpr int weekDays = 7;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

std::size_t at(qint64 index)
{
    return static_cast<std::size_t>(index);
}

/// What happened in a week, and before every week under the null date.
struct Happened
{
    int minutes = 0;
    int reached = 0;
};
using ByWeek = std::map<QDate, Happened>;

} // namespace

int StudyDays::daysStudied() const
{
    return static_cast<int>(std::count_if(minutes.begin(), minutes.end(), [](int each) { return each > 0; }));
}

int StudyDays::total() const
{
    return std::accumulate(minutes.begin(), minutes.end(), 0);
}

Statistics::Statistics(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states,
    const Moment& moment, Qt::DayOfWeek firstDay)
    : m_roadmap(roadmap)
    , m_progress(progress)
    , m_states(states)
    , m_moment(moment)
    , m_firstDay(firstDay)
    , m_today(LearningDays(moment.zone).of(moment.now))
{
}

QDate Statistics::dayOf(qint64 moment, LearningDays& days) const
{
    const QDate day = days.of(moment);
    return day > m_today ? QDate() : day;
}

QDate Statistics::dayOf(const domain::TimeEntry& entry, LearningDays& days) const
{
    const QDate day = days.of(entry);
    if (day <= m_today) {
        return day;
    }
    return entry.start <= m_moment.now ? m_today : QDate();
}

QDate Statistics::weekOf(QDate day) const
{
    return day.addDays(-((day.dayOfWeek() - static_cast<int>(m_firstDay) + weekDays) % weekDays));
}

QDate Statistics::firstOfSeries() const
{
    return weekOf(m_today).addDays(-weekDays * (longestSeries - 1));
}

std::optional<qint64> Statistics::reachedAt(int skill) const
{
    const domain::Skill& found = m_roadmap.skill(skill);
    return learning::reachedAt(found, m_progress.skill(found.id), m_states[at(skill)]);
}

std::vector<WeekFigures> Statistics::weeks(const std::vector<int>& way) const
{
    LearningDays days(m_moment.zone);
    const QDate earliest = firstOfSeries();
    ByWeek byWeek;
    const auto on = [&](QDate day) -> Happened& { return byWeek[day.isValid() && day >= earliest ? weekOf(day) : QDate()]; };
    for (const domain::TimeEntry& entry : m_progress.time()) {
        on(dayOf(entry, days)).minutes += entry.minutes;
    }
    const int count = way.empty() ? m_roadmap.size() : static_cast<int>(way.size());
    for (int i = 0; i < count; ++i) {
        if (const std::optional<qint64> moment = reachedAt(way.empty() ? i : way[at(i)])) {
            ++on(dayOf(*moment, days)).reached;
        }
    }
    if (byWeek.empty()) {
        return {};
    }
    const Happened before = byWeek[QDate()]; // the null date is the least
    const QDate last = weekOf(m_today);
    const auto first = std::next(byWeek.begin());
    std::vector<WeekFigures> series;
    WeekFigures week { first == byWeek.end() ? last : first->first, 0, before.minutes, 0, before.reached };
    for (; week.first <= last; week.first = week.first.addDays(weekDays)) {
        const auto found = byWeek.find(week.first);
        const Happened now = found == byWeek.end() ? Happened {} : found->second;
        week.minutes = now.minutes;
        week.reached = now.reached;
        week.minutesInAll += now.minutes;
        week.reachedInAll += now.reached;
        series.push_back(week);
    }
    return series;
}

StudyDays Statistics::days() const
{
    StudyDays result { weekOf(m_today).addDays(-weekDays * (weeksOfDays - 1)), {} };
    result.minutes.assign(at(result.first.daysTo(m_today) + 1), 0);
    LearningDays days(m_moment.zone);
    for (const domain::TimeEntry& entry : m_progress.time()) {
        const QDate day = dayOf(entry, days);
        if (day.isValid() && day >= result.first) {
            result.minutes[at(result.first.daysTo(day))] += entry.minutes;
        }
    }
    return result;
}

std::vector<RecallWeek> Statistics::recallWeeks() const
{
    std::map<QDate, RecallWeek> weeks;
    const QDate earliest = firstOfSeries();
    const auto count = [&](const domain::Recall& recall) {
        const QDate day = learningDay(recall.at, recall.offset);
        if (recall.elapsedDays < 1 || day > m_today || day < earliest) {
            return;
        }
        RecallWeek& week = weeks[weekOf(day)];
        ++week.recalls;
        week.remembered += recall.grade == domain::Grade::Again ? 0 : 1;
    };
    for (const domain::SkillProgress& skill : m_progress.skills()) {
        for (const auto& card : skill.recalls) {
            std::for_each(card.cbegin(), card.cend(), count);
        }
    }
    std::vector<RecallWeek> result;
    for (auto& [first, week] : weeks) {
        week.first = first;
        result.push_back(week);
    }
    return result;
}

std::vector<EstimateFigures> Statistics::estimates() const
{
    const std::vector<int> minutes = minutesUntilReached(m_roadmap, m_progress, m_states);
    std::vector<EstimateFigures> result;
    for (int i = 0; i < m_roadmap.size(); ++i) {
        const double hours = m_roadmap.skill(i).hours;
        if (minutes[at(i)] > 0 && hours > 0) {
            result.push_back({ i, hours, minutes[at(i)] / 60.0 });
        }
    }
    return result;
}

std::vector<AreaFigures> Statistics::areas() const
{
    const std::vector<AreaStanding> standings = areaStandings(m_roadmap, m_states);
    std::map<QString, double> left;
    for (int i = 0; i < m_roadmap.size(); ++i) {
        const domain::Skill& skill = m_roadmap.skill(i);
        left[skill.area] += hoursLeftOf(skill, m_progress.skill(skill.id), m_states[at(i)]);
    }
    std::vector<AreaFigures> result;
    for (std::size_t i = 0; i < standings.size(); ++i) {
        const AreaStanding& standing = standings[i];
        if (standing.total > 0) {
            result.push_back({ static_cast<int>(i), standing.done, standing.total, standing.hours, left[m_roadmap.course().areas[i].id] });
        }
    }
    return result;
}

std::optional<ForecastBand> bandOf(const Forecast& forecast)
{
    constexpr std::size_t early = 15;
    constexpr std::size_t late = 85;
    if (forecast.state != ForecastState::Dated || forecast.dates.size() < late) {
        return {};
    }
    return ForecastBand { forecast.dates[early - 1], forecast.p50, forecast.dates[late - 1] };
}

} // namespace waymark::learning
