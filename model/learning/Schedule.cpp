// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Schedule.h>

#include <learning/DayRoom.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

namespace waymark::learning {

namespace {

constexpr double shortestDay = 5; // minutes
constexpr double longestCheck = 20; // minutes
constexpr double checkShare = 0.1;
constexpr double nothing = 1e-6; // minutes: what rounding leaves

/// One day after the other is filled; what is open goes on to the next.
class Placing
{
public:
    Placing(const std::vector<PlannedWork>& work, const StudyCalendar& calendar, double share)
        : m_calendar(calendar)
        , m_share(share)
    {
        for (const PlannedWork& each : work) {
            if (each.minutes > 0) {
                m_studies.push_back({ each.skill, each.minutes - checkMinutes(each.minutes), checkMinutes(each.minutes), -1, -1 });
            }
        }
    }

    Schedule run()
    {
        for (int day = 0; day < StudyCalendar::longest && !isThrough(); ++day) {
            m_room += roomOfDay(m_calendar.learning(day), m_share);
            if (m_room < shortestDay) {
                continue; // its minutes are kept for the next day of study
            }
            double room = std::exchange(m_room, 0);
            check(day, room);
            study(day, room);
        }
        if (isThrough()) {
            for (const ScheduledSkill& each : m_result.skills) {
                m_result.finish = std::max(m_result.finish, each.to);
            }
        }
        return m_result;
    }

private:
    struct Study
    {
        int skill = 0;
        double minutes = 0; ///< left of the study
        double check = 0; ///< left of its check
        int done = -1; ///< day on which the study was done
        int place = -1; ///< in the result
    };

    [[nodiscard]] bool isThrough() const { return m_studies.empty() && m_checks.empty(); }

    void check(int day, double& room)
    {
        while (!m_checks.empty() && m_checks.front().done < day && room > nothing) {
            Study& study = m_checks.front();
            use(day, room, study, study.check, true);
            if (study.check > nothing) {
                return;
            }
            m_result.skills[static_cast<std::size_t>(study.place)].to = m_calendar.day(day);
            m_checks.pop_front();
        }
    }

    void study(int day, double& room)
    {
        while (!m_studies.empty() && room > nothing) {
            Study& study = m_studies.front();
            if (study.place < 0) {
                study.place = static_cast<int>(m_result.skills.size());
                m_result.skills.push_back({ study.skill, m_calendar.day(day), {} });
            }
            use(day, room, study, study.minutes, false);
            if (study.minutes > nothing) {
                return;
            }
            study.done = day;
            m_checks.push_back(study);
            m_studies.pop_front();
        }
    }

    void use(int day, double& room, const Study& study, double& left, bool isCheck)
    {
        const double used = std::min(room, left);
        room -= used;
        left -= used;
        const int minutes = static_cast<int>(std::lround(used));
        if (minutes > 0) {
            m_result.timetable.push_back({ m_calendar.day(day), study.skill, minutes, isCheck });
        }
    }

    const StudyCalendar& m_calendar;
    double m_share;
    double m_room = 0; ///< minutes of days that were too short
    std::deque<Study> m_studies;
    std::deque<Study> m_checks; ///< studied, in the order in which that was done
    Schedule m_result;
};

} // namespace

double checkMinutes(double minutes)
{
    return std::min(minutes * checkShare, longestCheck);
}

Schedule scheduled(const std::vector<PlannedWork>& work, const StudyCalendar& calendar, double share)
{
    Schedule schedule = Placing(work, calendar, share).run();
    std::erase_if(schedule.skills, [](const ScheduledSkill& each) { return !each.to.isValid(); });
    return schedule;
}

} // namespace waymark::learning
