// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/EditionChange.h>

#include <domain/Moves.h>

#include <QHash>

namespace waymark::domain {

EditionChange changeOf(const Course& installed, const Course& next)
{
    QHash<QString, const Skill*> there;
    eachSkillAndProject(next, [&there](const Skill& skill) { there.insert(skill.id, &skill); });
    const Moves moves(next);
    EditionChange change;
    QSet<QString> known;
    eachSkillAndProject(installed, [&](const Skill& skill) {
        const QString id = moves.skill(skill.id);
        const auto now = there.constFind(id);
        known.insert(id);
        if (now == there.cend()) {
            change.archived.push_back(skill);
        } else if (id != skill.id) {
            change.moved.emplace_back(skill, **now);
        }
    });
    for (auto skill = there.cbegin(); skill != there.cend(); ++skill) {
        change.added += known.contains(skill.key()) ? 0 : 1;
    }
    return change;
}

} // namespace waymark::domain
