// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/StudyCalendar.h>

#include <domain/StudyEdits.h>

#include <algorithm>
#include <numeric>

namespace waymark::learning {

namespace {

constexpr int weekdays = 7;

using domain::DaysOff;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// In order and without overlap, so that one look finds the stretch of a day. Those that end before they begin are none.
std::vector<DaysOff> joined(std::vector<DaysOff> daysOff)
{
    std::erase_if(daysOff, [](const DaysOff& off) { return !off.first.isValid() || !off.last.isValid() || off.last < off.first; });
    std::sort(daysOff.begin(), daysOff.end(), [](const DaysOff& a, const DaysOff& b) { return a.first < b.first; });
    std::vector<DaysOff> stretches;
    for (const DaysOff& off : daysOff) {
        if (!stretches.empty() && off.first <= stretches.back().last.addDays(1)) {
            stretches.back().last = std::max(stretches.back().last, off.last);
        } else {
            stretches.push_back(off);
        }
    }
    return stretches;
}

} // namespace

StudyTimes StudyTimes::evenly(double hoursPerWeek)
{
    return { domain::weekMinutes({ {}, hoursPerWeek, {} }, {}), {} };
}

StudyTimes StudyTimes::of(const domain::Progress& progress)
{
    StudyTimes times;
    times.minutes = domain::weekMinutes(progress.goal(), progress.rhythm());
    times.daysOff.assign(progress.daysOff().cbegin(), progress.daysOff().cend());
    return times;
}

int StudyTimes::minutesAWeek() const
{
    return std::accumulate(minutes.begin(), minutes.end(), 0);
}

StudyCalendar::StudyCalendar(const StudyTimes& times, QDate first, const std::vector<double>& recall, double spent)
    : m_times { times.minutes, joined(times.daysOff) }
    , m_first(first)
    , m_recall(recall)
    , m_spent(spent)
{
    if (!recall.empty()) {
        m_laterRecall = std::accumulate(recall.begin(), recall.end(), 0.0) / static_cast<double>(recall.size());
    }
}

int StudyCalendar::planned(int offset) const
{
    const QDate date = day(offset);
    const auto next = std::upper_bound(
        m_times.daysOff.begin(), m_times.daysOff.end(), date, [](QDate each, const DaysOff& off) { return each < off.first; });
    if (next != m_times.daysOff.begin() && date <= std::prev(next)->last) {
        return 0;
    }
    return m_times.minutes[at(date.dayOfWeek() - 1)];
}

double StudyCalendar::learning(int offset) const
{
    const double minutes = planned(offset);
    const double recall = at(offset) < m_recall.size() ? m_recall[at(offset)] : m_laterRecall;
    const double left = minutes - std::clamp(recall, 0.0, minutes * mostRecall);
    return offset == 0 ? std::max(0.0, left - m_spent) : left;
}

std::optional<int> StudyCalendar::dayOf(double minutes) const
{
    double done = 0;
    for (int offset = 0; offset < longest; ++offset) {
        done += learning(offset);
        if (done >= minutes) {
            return offset;
        }
    }
    return std::nullopt;
}

} // namespace waymark::learning
