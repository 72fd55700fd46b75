// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/UnitPlan.h>

#include <algorithm>
#include <map>

namespace waymark::session {

namespace {

constexpr double slack = 1e-6; // of a lesson: a slot that ends where a unit begins is not in it

struct Part
{
    QString title;
    double hours = 0;
};

/// How far the slots of one skill have come through its lesson, as shares of its hours from 0 to 1.
struct Reading
{
    std::vector<Part> units;
    double hours = 0; ///< of all units
    double done = 0; ///< share
    double minutesLeft = 0; ///< of the slots, from `done` to the end
    double share = 0; ///< that lay open when the first slot began
};

double minutesOf(const learning::Schedule& schedule, int skill)
{
    double minutes = 0;
    for (const learning::StudySlot& slot : schedule.timetable) {
        minutes += slot.skill == skill && !slot.isCheck ? slot.minutes : 0;
    }
    return minutes;
}

Reading readingOf(const Workspace& workspace, const StudyOutset& outset, const learning::Schedule& schedule, int index)
{
    const domain::Skill& skill = workspace.roadmap().skill(index);
    Reading reading;
    if (const auto document = workspace.document(skill.id); document && (*document)->units.size() > 1) {
        for (const exchange::LessonUnit& unit : (*document)->units) {
            reading.units.push_back({ unit.title, unit.hours });
            reading.hours += unit.hours;
        }
    }
    reading.share = skill.hours > 0 ? std::min(outset.input.hours[static_cast<std::size_t>(index)] / skill.hours, 1.0) : 1;
    reading.done = 1 - reading.share;
    reading.minutesLeft = minutesOf(schedule, index);
    return reading;
}

QStringList read(Reading& reading, int minutes)
{
    QStringList titles;
    if (reading.hours <= 0 || reading.minutesLeft <= 0) {
        return titles;
    }
    const double from = reading.done;
    const double to = from + reading.share * minutes / reading.minutesLeft;
    double begin = 0;
    for (const Part& unit : reading.units) {
        const double end = begin + unit.hours / reading.hours;
        if (begin < to - slack && end > from + slack) {
            titles.append(unit.title);
        }
        begin = end;
    }
    reading.done = to;
    return titles;
}

/// Reads the lessons of a schedule slot by slot; each lesson is opened when its first slot comes.
class Reader
{
public:
    Reader(const Workspace& workspace, const StudyOutset& outset, const learning::Schedule& schedule)
        : m_workspace(workspace)
        , m_outset(outset)
        , m_schedule(schedule)
    {
    }

    [[nodiscard]] QStringList next(const learning::StudySlot& slot)
    {
        if (slot.isCheck) {
            return {};
        }
        auto found = m_readings.find(slot.skill);
        if (found == m_readings.end()) {
            found = m_readings.emplace(slot.skill, readingOf(m_workspace, m_outset, m_schedule, slot.skill)).first;
        }
        return read(found->second, slot.minutes);
    }

private:
    const Workspace& m_workspace;
    const StudyOutset& m_outset;
    const learning::Schedule& m_schedule;
    std::map<int, Reading> m_readings;
};

} // namespace

std::vector<QStringList> unitsOfSlots(
    const Workspace& workspace, const StudyOutset& outset, const learning::Schedule& schedule, QDate until)
{
    std::vector<QStringList> units(schedule.timetable.size());
    Reader reader(workspace, outset, schedule);
    for (std::size_t i = 0; i < schedule.timetable.size() && schedule.timetable[i].day <= until; ++i) {
        units[i] = reader.next(schedule.timetable[i]);
    }
    return units;
}

std::vector<UnitSpan> unitSpans(const Workspace& workspace, const StudyOutset& outset, const learning::Schedule& schedule, QDate until)
{
    std::vector<UnitSpan> spans;
    Reader reader(workspace, outset, schedule);
    for (const learning::ScheduledSkill& skill : schedule.skills) {
        if (skill.from > until) {
            break;
        }
        const auto first = std::ssize(spans);
        for (const learning::StudySlot& slot : schedule.timetable) {
            if (slot.skill != skill.skill) {
                continue;
            }
            for (const QString& title : reader.next(slot)) {
                if (std::ssize(spans) > first && spans.back().title == title) {
                    spans.back().to = slot.day;
                } else {
                    spans.push_back({ skill.skill, title, slot.day, slot.day });
                }
            }
        }
    }
    return spans;
}

} // namespace waymark::session
