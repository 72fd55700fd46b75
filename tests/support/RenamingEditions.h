// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

namespace waymark::support {

/// Editions of one course that call the same skills and their parts otherwise, over the names of RandomKeys. The first one has those.
inline constexpr int renamingEditions = 4;

inline int numberOf(const domain::Course& course)
{
    return course.version.toInt();
}

/// The name in an edition: `base`, and how often it was changed until then.
inline QString nameIn(int edition, const QString& base, int phase, int often)
{
    int changes = 0;
    for (int each = 1; each <= edition; ++each) {
        changes += (each + phase) % often == 0 ? 1 : 0;
    }
    return changes == 0 ? base : QStringLiteral("%1-%2").arg(base).arg(changes);
}

inline domain::Skill renamedSkill(int edition, int number)
{
    domain::Skill skill;
    skill.id = nameIn(edition, QStringLiteral("skill-%1").arg(number), number, 2);
    skill.title = skill.id;
    skill.area = QStringLiteral("area");
    for (int part = 0; part < 3; ++part) {
        const QString id = nameIn(edition, QStringLiteral("item-%1").arg(part), number + part, 3);
        skill.checklist.push_back({ id, id, domain::EvidenceKind::Note, {} });
        skill.questions.append(id);
        skill.cards.append(id);
    }
    return skill;
}

/// Either each edition knows the names of those before it, as editions that are made one after the other do, or the names of all.
inline domain::CourseContent renamingEdition(int edition, bool areAllKnown)
{
    domain::CourseContent content;
    domain::Course& course = content.course;
    course.id = QStringLiteral("renaming");
    course.title = QStringLiteral("Renaming");
    course.version = QString::number(edition);
    course.areas = { { QStringLiteral("area"), QStringLiteral("Area"), {} } };
    content.hash = QStringLiteral("%1-%2").arg(edition).arg(areAllKnown);
    for (int number = 0; number < 5; ++number) {
        const domain::Skill now = renamedSkill(edition, number);
        for (int other = 0; other < (areAllKnown ? renamingEditions : edition); ++other) {
            const domain::Skill then = renamedSkill(other, number);
            if (then.id != now.id) {
                course.moved.insert(then.id, now.id);
            }
            for (qsizetype part = 0; part < now.cards.size(); ++part) {
                const QString from = then.id + u'/' + then.cards[part];
                const QString to = now.id + u'/' + now.cards[part];
                if (from != to) {
                    course.moved.insert(from, to);
                }
            }
        }
        course.skills.push_back(now);
    }
    return content;
}

} // namespace waymark::support
