// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/PlanCalendar.h>
#include <ui/words/Isolated.h>

#include <ui/words/PlanWords.h>

#include <domain/AtomicFile.h>
#include <exchange/PlanLimits.h>
#include <learning/ReachedAt.h>
#include <session/UnitPlan.h>

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ErrorCode;
using domain::Result;
using exchange::CalendarEvent;
using exchange::CalendarFile;
using exchange::CalendarTask;
using learning::SkillState;

namespace {

class PlanCalendar
{
    Q_DECLARE_TR_FUNCTIONS(PlanCalendar)

public:
    PlanCalendar(const session::Workspace& workspace, QString library)
        : m_workspace(workspace)
        , m_roadmap(workspace.roadmap())
        , m_library(std::move(library))
        , m_outset(session::studyOutset(workspace))
        , m_schedule(session::scheduleOf(m_outset))
    {
    }

    /// Of a calendar of ours.
    static QString unreadable()
    {
        return tr("it is a calendar of Waymark that is not in UTF-8 any more, so nothing of it could be called off in your calendar. Save "
                  "it as UTF-8 again, or choose another name");
    }

    CalendarFile calendar()
    {
        CalendarFile calendar;
        calendar.title = tr("Study plan: %1", "name of a calendar, of a course").arg(m_workspace.course().title);
        calendar.made = m_workspace.now();
        calendar.sequence = exchange::calendarSequence(calendar.made);
        const QDate last = m_outset.input.today.addDays(calendarDays - 1);
        const std::vector<QStringList> units = session::unitsOfSlots(m_workspace, m_outset, m_schedule, last);
        for (std::size_t i = 0; i < units.size() && m_schedule.timetable[i].day <= last; ++i) {
            calendar.events.push_back(eventOf(m_schedule.timetable[i], units[i]));
        }
        chooseTasks();
        for (int skill = 0; skill < m_roadmap.size(); ++skill) {
            if (m_isTask[at(skill)]) {
                calendar.tasks.push_back(taskOf(skill));
            }
        }
        return calendar;
    }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    /// What a program knows an entry by; nothing but its own names goes in, so it is the same on every machine.
    [[nodiscard]] QString uid(const QString& name) const
    {
        static const QUuid calendars = QUuid::createUuidV5(QUuid(), u"urn:waymark:calendar"_s);
        return QUuid::createUuidV5(calendars, m_library + u'/' + name).toString(QUuid::WithoutBraces);
    }
    [[nodiscard]] QString taskUid(int skill) const { return uid(m_roadmap.skill(skill).id); }

    [[nodiscard]] QStringList areaOf(int skill) const { return { domain::titleOfArea(m_roadmap.course(), m_roadmap.skill(skill).area) }; }

    [[nodiscard]] CalendarEvent eventOf(const learning::StudySlot& slot, const QStringList& units) const
    {
        const domain::Skill& skill = m_roadmap.skill(slot.skill);
        return { uid(slot.day.toString(Qt::ISODate) + u'/' + skill.id), slot.day, unisolated(PlanWords::study(skill.title, units, slot)),
            skill.outcome, areaOf(slot.skill) };
    }

    void chooseTasks()
    {
        m_isTask.assign(at(m_roadmap.size()), false);
        for (const int skill : m_outset.way) {
            m_isTask[at(skill)] = true;
        }
        for (int skill = 0; skill < m_roadmap.size(); ++skill) {
            const SkillState state = m_workspace.states()[at(skill)];
            m_isTask[at(skill)] = m_isTask[at(skill)] || learning::isReachedByStudy(state);
        }
        m_due.assign(at(m_roadmap.size()), QDate());
        for (const learning::ScheduledSkill& each : m_schedule.skills) {
            m_due[at(each.skill)] = each.to;
        }
    }

    [[nodiscard]] CalendarTask taskOf(int index) const
    {
        const domain::Skill& skill = m_roadmap.skill(index);
        const domain::SkillProgress& progress = m_workspace.progress().skill(skill.id);
        CalendarTask task { taskUid(index), skill.title, skill.outcome, areaOf(index) };
        task.state = stateOf(m_workspace.states()[at(index)]);
        task.due = m_due[at(index)];
        if (task.state == CalendarTask::State::Done) {
            task.percent = 100;
            task.doneAt = std::min(learning::reachedAt(skill, progress, m_workspace.states()[at(index)]).value_or(0), m_workspace.now());
        } else if (!skill.checklist.empty()) {
            const auto items = static_cast<int>(skill.checklist.size());
            task.percent = std::min(progress.doneItems(skill) * 100 / items, 99);
        }
        for (const domain::Roadmap::Edge& edge : m_roadmap.into(index)) {
            const QString other = taskUid(edge.from);
            if (m_isTask[at(edge.from)] && !task.dependsOn.contains(other)) {
                task.dependsOn.append(other);
            }
        }
        return task;
    }

    [[nodiscard]] static CalendarTask::State stateOf(SkillState state)
    {
        switch (state) {
        case SkillState::Locked:
        case SkillState::Ready:
            return CalendarTask::State::Open;
        case SkillState::Learning:
            return CalendarTask::State::Begun;
        case SkillState::Skipped:
            return CalendarTask::State::Cancelled;
        case SkillState::Practised:
        case SkillState::Mastered:
        case SkillState::Fading:
        case SkillState::Assumed:
            break;
        }
        return CalendarTask::State::Done;
    }

    const session::Workspace& m_workspace;
    const domain::Roadmap& m_roadmap;
    QString m_library;
    session::StudyOutset m_outset;
    learning::Schedule m_schedule;
    std::vector<bool> m_isTask; ///< by skill, as m_due
    std::vector<QDate> m_due;
};

} // namespace

Result<CalendarFile> planCalendar(const session::Workspace& workspace)
{
    if (!workspace.hasCourse()) {
        return domain::failure(domain::ErrorCode::UnknownCourse, {});
    }
    return workspace.libraryId().map([&workspace](const QString& library) { return PlanCalendar(workspace, library).calendar(); });
}

Result<QByteArray> planCalendarText(const session::Workspace& workspace, const QString& target)
{
    Result<CalendarFile> calendar = planCalendar(workspace);
    if (!calendar) {
        return tl::unexpected(calendar.error());
    }
    const Result<QByteArray> present
        = target.isEmpty() ? Result<QByteArray>(QByteArray()) : domain::readFile(target, exchange::limits::jsonBytes);
    // Without the one that is there nothing would be called off: it is not written over because it could not be read this once.
    const bool isOther = !present && (present.error().code == ErrorCode::FileMissing || present.error().code == ErrorCode::TooLarge);
    if (!present && !isOther) {
        return tl::unexpected(present.error());
    }
    const QByteArray bytes = present.value_or(QByteArray());
    const std::optional<CalendarFile> earlier = exchange::calendarFrom(bytes);
    if (!earlier && exchange::isOurCalendar(bytes)) {
        return domain::failure(ErrorCode::InvalidFile, target, PlanCalendar::unreadable());
    }
    if (earlier) {
        // What was planned for today may be what has been studied today, so it is called off only while nothing was.
        const session::StudyOutset outset = session::studyOutset(workspace);
        calendar = exchange::following(*earlier, *calendar, outset.input.spent > 0 ? outset.input.today.addDays(1) : outset.input.today);
    }
    return exchange::calendarToText(*calendar);
}

} // namespace waymark::ui
