// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/BoardDesk.h>

#include <domain/StudyEdits.h>
#include <learning/LearningDays.h>

#include <algorithm>

namespace waymark::session {

using domain::BoardLane;

QDate weekStart(const Workspace& workspace, Qt::DayOfWeek firstDay)
{
    const QDate today = learning::learningDay(workspace.now(), workspace.zone());
    return today.addDays(-((today.dayOfWeek() - firstDay + 7) % 7));
}

learning::Board BoardDesk::board() const
{
    const StudyOutset outset = studyOutset(m_workspace);
    return board(outset, scheduleOf(outset));
}

learning::Board BoardDesk::board(const StudyOutset& outset, const learning::Schedule& schedule) const
{
    const QDate first = weekStart(m_workspace, m_firstDay);
    const QDate next = first.addDays(7);
    learning::BoardSource source { outset.order.skills, {}, learning::startOfLearningDay(first, m_workspace.zone()) };
    for (const learning::StudySlot& slot : schedule.timetable) {
        if (slot.day < next && std::find(source.thisWeek.begin(), source.thisWeek.end(), slot.skill) == source.thisWeek.end()) {
            source.thisWeek.push_back(slot.skill);
        }
    }
    return learning::boardOf(m_workspace.roadmap(), m_workspace.progress(), m_workspace.states(), source, m_workspace.moment());
}

domain::Result<domain::Edit> BoardDesk::moved(const QString& skill, BoardLane lane) const
{
    if (lane == BoardLane::Doing) {
        const auto doing = board().in(BoardLane::Doing);
        const int index = m_workspace.roadmap().indexOf(skill);
        const bool isThere = std::any_of(doing.begin(), doing.end(), [index](const auto& card) { return card.skill == index; });
        if (!isThere && std::ssize(doing) >= limit()) {
            return domain::failure(domain::ErrorCode::DoingFull, skill, QString::number(limit()));
        }
    }
    return domain::moveOnBoard(m_workspace.context(), skill, lane, !m_workspace.lockOf(skill).isOpen());
}

} // namespace waymark::session
