// SPDX-License-Identifier: GPL-3.0-or-later
// Roadmaps for states of knowledge: small ones by hand, and the back-end course.
#pragma once

#include "BackendMap.h"
#include "MapGeometry.h"

#include <domain/Roadmap.h>

#include <algorithm>
#include <numeric>

namespace waymark::fixture {

/// One row a skill: its id, then what it needs, "any:GROUP" standing for a choice. A group has the skills whose id begins with its name.
inline domain::Roadmap roadmapOf(const QStringList& rows)
{
    domain::Course course;
    for (const QString& row : rows) {
        const QStringList words = row.split(u' ');
        domain::Skill skill;
        skill.id = words.front();
        for (const QString& word : words.mid(1)) {
            if (!word.startsWith(QStringLiteral("any:"))) {
                skill.prerequisites.append(word);
                continue;
            }
            const QString group = word.mid(4);
            skill.choices.append(group);
            QStringList members;
            for (const QString& other : rows) {
                if (other.startsWith(group)) {
                    members.append(other.section(u' ', 0, 0));
                }
            }
            course.choices.push_back({ group, group, members });
        }
        course.skills.push_back(skill);
    }
    return domain::Roadmap(course);
}

inline domain::Roadmap chain()
{
    return roadmapOf({ QStringLiteral("a"), QStringLiteral("b a"), QStringLiteral("c b") });
}

inline domain::Roadmap diamond()
{
    return roadmapOf({ QStringLiteral("top"), QStringLiteral("left top"), QStringLiteral("right top"), QStringLiteral("end left right") });
}

/// Three languages after a root; a skill that needs any of them, one that needs the second, and one after both.
inline domain::Roadmap languages()
{
    return roadmapOf(
        { QStringLiteral("root"), QStringLiteral("tongue1 root"), QStringLiteral("tongue2 root"), QStringLiteral("tongue3 root"),
            QStringLiteral("fluent any:tongue"), QStringLiteral("special tongue2"), QStringLiteral("end fluent special") });
}

/// The graph of the back-end course with its areas and stages; ids are numbers.
inline domain::Roadmap backend()
{
    const BackendMap file;
    const MapInput& input = file.input();
    domain::Course course;
    for (int area = 0; area < input.areaCount; ++area) {
        course.areas.push_back({ QString::number(area), {}, {} });
    }
    course.milestones.resize(static_cast<std::size_t>(input.eraCount));
    for (int node = 0; node < sizeOf(input); ++node) {
        domain::Skill skill;
        skill.id = QString::number(node);
        skill.area = QString::number(nodeAt(input, node).area);
        course.skills.push_back(skill);
        course.milestones[static_cast<std::size_t>(nodeAt(input, node).era)].targets.append(skill.id);
    }
    for (const MapInput::Edge& edge : input.edges) {
        domain::Skill& to = course.skills[static_cast<std::size_t>(edge.to)];
        const QString from = QString::number(edge.from);
        if (edge.group < 0) {
            to.prerequisites.append(from);
            continue;
        }
        const QString group = QStringLiteral("group%1").arg(edge.group);
        auto choice = std::ranges::find(course.choices, group, &domain::ChoiceGroup::id);
        if (choice == course.choices.end()) {
            choice = course.choices.insert(choice, { group, group, {} });
        }
        choice->members.append(from);
        to.choices.append(group);
    }
    for (domain::ChoiceGroup& choice : course.choices) {
        choice.members.removeDuplicates();
    }
    for (domain::Skill& skill : course.skills) {
        skill.choices.removeDuplicates();
    }
    return domain::Roadmap(course);
}

inline std::vector<int> allSkills(const domain::Roadmap& roadmap)
{
    std::vector<int> skills(static_cast<std::size_t>(roadmap.size()));
    std::iota(skills.begin(), skills.end(), 0);
    return skills;
}

} // namespace waymark::fixture
