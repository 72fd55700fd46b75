// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/FormerIds.h>

#include <domain/Progress.h>

#include <algorithm>

namespace waymark::learning {

std::vector<PracticePath> FormerIds::of(domain::Moves::Part kind, const PracticePath& path) const
{
    std::vector<PracticePath> paths;
    if (m_moves.isEmpty()) {
        return paths;
    }
    for (auto moved = m_course->moved.cbegin(); moved != m_course->moved.cend(); ++moved) {
        const qsizetype slash = moved.key().indexOf(u'/');
        const PracticePath former
            = slash < 0 ? PracticePath { moved.key(), path.second } : PracticePath { moved.key().left(slash), moved.key().mid(slash + 1) };
        if (former != path && m_moves.part(kind, former.first, former.second) == path) {
            paths.push_back(former);
        }
    }
    return paths;
}

bool FormerIds::isJoined(const domain::Progress& progress, const PracticePath& path) const
{
    if (m_moves.isEmpty()) {
        return false;
    }
    const std::vector<PracticePath> former = of(domain::Moves::Part::Card, path);
    return m_moves.part(domain::Moves::Part::Card, path.first, path.second) != path
        || std::any_of(former.begin(), former.end(), [&progress](const PracticePath& each) {
               const domain::SkillProgress& of = progress.skill(each.first);
               return of.cards.contains(each.second) || of.recalls.contains(each.second);
           });
}

} // namespace waymark::learning
