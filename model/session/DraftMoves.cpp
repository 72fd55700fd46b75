// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/DraftMoves.h>

namespace waymark::session {

using domain::Moves;

namespace {

/// A course that moves nothing need not be walked through.
const domain::Course& movingOf(const domain::Course& course)
{
    static const domain::Course none;
    return course.moved.isEmpty() ? none : course;
}

} // namespace

DraftMoves::DraftMoves(const domain::Course& course, const domain::Progress& progress)
    : m_moves(movingOf(course))
    , m_progress(progress)
{
}

DraftPlace DraftMoves::place(const DraftPlace& place) const
{
    DraftPlace today = place;
    const auto moveTo = [&today](const std::pair<QString, QString>& part) { std::tie(today.skill, today.part) = part; };
    switch (place.kind) {
    case DraftKind::Evidence:
        moveTo(m_moves.part(Moves::Part::Item, place.skill, place.part));
        break;
    case DraftKind::Answer:
        moveTo(m_moves.part(Moves::Part::Question, place.skill, place.part));
        break;
    case DraftKind::Card:
        moveTo(m_moves.part(Moves::Part::Card, place.skill, place.part));
        break;
    case DraftKind::Time: {
        const auto entry = m_progress.time().constFind(place.part);
        today.skill = entry == m_progress.time().cend() ? m_moves.skill(place.skill) : entry->skill;
        break;
    }
    case DraftKind::Goal:
    case DraftKind::Cue:
    case DraftKind::DaysOff:
        break;
    }
    return today;
}

DraftValue DraftMoves::value(DraftValue value) const
{
    if (auto* goal = std::get_if<GoalDraft>(&value)) {
        goal->now.members = skills(goal->now.members);
        goal->base.members = skills(goal->base.members);
    }
    return value;
}

QStringList DraftMoves::skills(const QStringList& ids) const
{
    QStringList today;
    for (const QString& id : ids) {
        today.append(m_moves.skill(id));
    }
    today.removeDuplicates();
    return today;
}

} // namespace waymark::session
