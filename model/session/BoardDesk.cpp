// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/BoardDesk.h>

#include <domain/StudyEdits.h>
#include <learning/LearningDays.h>

#include <algorithm>

using namespace Qt::StringLiterals;

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

QHash<int, int> BoardDesk::minutesThisWeek(const learning::Schedule& schedule) const
{
    const QDate next = weekStart(m_workspace, m_firstDay).addDays(7);
    QHash<int, int> minutes;
    for (const learning::StudySlot& slot : schedule.timetable) {
        if (slot.day < next) {
            minutes[slot.skill] += slot.minutes;
        }
    }
    return minutes;
}

std::optional<domain::ErrorCode> BoardDesk::obstacle(const learning::Board& board, const QString& skill, BoardLane lane) const
{
    const int index = m_workspace.roadmap().indexOf(skill);
    if (index < 0) {
        return domain::ErrorCode::UnknownSkill;
    }
    const auto isIn
        = [&](BoardLane which) { return std::ranges::find(board.in(which), index, &learning::BoardCard::skill) != board.in(which).end(); };
    if (isIn(lane)) {
        return std::nullopt;
    }
    const learning::SkillState state = m_workspace.stateOf(skill);
    if (state == learning::SkillState::Skipped) {
        return domain::ErrorCode::Refused;
    }
    const bool mayStart = lane == BoardLane::Doing && state == learning::SkillState::Assumed;
    const bool mayWait = lane == BoardLane::Waiting && state != learning::SkillState::Assumed;
    if (learning::isReached(state) && lane != BoardLane::Done && !mayStart && !mayWait) {
        return domain::ErrorCode::Refused;
    }
    const bool isFull = lane == BoardLane::Doing && std::ssize(board.in(BoardLane::Doing)) >= limit();
    return isFull ? std::optional(domain::ErrorCode::DoingFull) : std::nullopt;
}

domain::Result<domain::Edit> BoardDesk::moved(const QString& skill, BoardLane lane) const
{
    if (const std::optional<domain::ErrorCode> code = obstacle(board(), skill, lane)) {
        const bool isSkipped = m_workspace.stateOf(skill) == learning::SkillState::Skipped;
        const QString detail = *code == domain::ErrorCode::DoingFull ? QString::number(limit())
            : *code != domain::ErrorCode::Refused                    ? QString()
            : isSkipped                                              ? u"it is skipped"_s
                                                                     : u"it is done"_s;
        return domain::failure(*code, skill, detail);
    }
    return domain::moveOnBoard(m_workspace.context(), skill, lane, !m_workspace.lockOf(skill).isOpen());
}

} // namespace waymark::session
