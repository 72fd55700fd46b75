// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/LearnerPast.h>

#include <learning/LearningDays.h>
#include <learning/ReachedAt.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waymark::learning {

namespace {

constexpr double priorSigma = SpeedBelief {}.sigma;
constexpr double mostOff = 1.3862943611198906; // ln 4
constexpr qint64 logSlack = 24 * 3'600'000; // milliseconds: who has finished logs what it took by the next day
constexpr int weekDays = 7;
constexpr int weeksOfLog = 12;
constexpr int weeksAsPlanned = 3;
constexpr double highestShare = 3;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// What was planned for skills on the days since `first`, each by the setting that held on it.
class PastCalendar
{
public:
    PastCalendar(const PastTimes& times, QDate first)
        : m_first(first)
    {
        const auto isSet
            = [](const domain::WeekMinutes& minutes) { return std::ranges::any_of(minutes, [](int each) { return each > 0; }); };
        for (const EarlierMinutes& each : times.earlier) {
            if (!m_earlier.empty() || isSet(each.minutes)) {
                m_earlier.push_back({ each.until, StudyCalendar({ each.minutes, times.times.daysOff }, first, { times.recall }) });
            }
        }
        m_earlier.push_back({ {}, StudyCalendar(times.times, first, { times.recall }) });
    }

    [[nodiscard]] double learning(int offset) const
    {
        const QDate day = m_first.addDays(offset);
        const auto held = std::ranges::find_if(m_earlier, [day](const Stretch& each) { return !each.until.isValid() || day < each.until; });
        return held->calendar.learning(offset);
    }

private:
    struct Stretch
    {
        QDate until; ///< null for the one that still holds
        StudyCalendar calendar;
    };

    QDate m_first;
    std::vector<Stretch> m_earlier;
};

} // namespace

double SpeedBelief::factor() const
{
    return std::exp(mean);
}

std::vector<int> minutesUntilReached(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states)
{
    std::vector<std::optional<qint64>> reached(at(roadmap.size()));
    for (int i = 0; i < roadmap.size(); ++i) {
        if (isReachedByStudy(states[at(i)])) {
            reached[at(i)] = reachedAt(roadmap.skill(i), progress.skill(roadmap.skill(i).id), states[at(i)]);
        }
    }
    std::vector<int> minutes(at(roadmap.size()), 0);
    for (const domain::TimeEntry& entry : progress.time()) {
        const int index = roadmap.indexOf(entry.skill);
        if (index >= 0 && reached[at(index)] && entry.start <= *reached[at(index)] + logSlack) {
            minutes[at(index)] += entry.minutes;
        }
    }
    return minutes;
}

SpeedBelief speedOf(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states)
{
    const std::vector<int> minutes = minutesUntilReached(roadmap, progress, states);
    SpeedBelief belief;
    double sum = 0;
    for (int i = 0; i < roadmap.size(); ++i) {
        if (minutes[at(i)] > 0 && roadmap.skill(i).hours > 0) {
            sum += std::clamp(std::log(minutes[at(i)] / (60 * roadmap.skill(i).hours)), -mostOff, mostOff);
            ++belief.skills;
        }
    }
    const double precision = 1 / (priorSigma * priorSigma) + belief.skills / (skillSigma * skillSigma);
    belief.mean = sum / (skillSigma * skillSigma) / precision;
    belief.sigma = std::sqrt(1 / precision);
    return belief;
}

WeekShares weekShares(const domain::Progress& progress, const PastTimes& times, const Moment& moment)
{
    LearningDays days(moment.zone);
    const QDate today = days.of(moment.now);
    const QDate window = today.addDays(-weeksOfLog * weekDays);
    QDate first = today;
    QHash<qint64, double> minutes; // by weeks ago, 0 the one that ended yesterday
    for (const domain::TimeEntry& entry : progress.time()) {
        const QDate day = days.of(entry);
        if (day >= window && day < today && entry.minutes > 0) {
            first = std::min(first, day);
            minutes[(day.daysTo(today) - 1) / weekDays] += entry.minutes;
        }
    }
    WeekShares result;
    int studied = 0;
    const PastCalendar calendar(times, window);
    for (int ago = 0; ago < weeksOfLog && first <= today.addDays(-(ago + 1) * weekDays); ++ago) {
        double planned = 0;
        for (int day = 0; day < weekDays; ++day) {
            planned += calendar.learning((weeksOfLog - ago - 1) * weekDays + day);
        }
        if (planned > 0) {
            result.shares.push_back(std::min(minutes.value(ago) / planned, highestShare));
            studied += minutes.contains(ago) ? 1 : 0;
        }
    }
    result.weeks = static_cast<int>(result.shares.size());
    result.shares.insert(result.shares.end(), at(std::min(weeksAsPlanned, weeksOfLog - studied)), 1.0);
    return result;
}

} // namespace waymark::learning
