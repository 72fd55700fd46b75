// SPDX-License-Identifier: GPL-3.0-or-later
#include "GraphCourse.h"

namespace waymark::support {

domain::Course graphCourse()
{
    using namespace Qt::StringLiterals;
    domain::Course course;
    course.id = u"graph"_s;
    course.title = u"Graph"_s;
    course.version = u"1.0"_s;
    course.areas = { { u"one"_s, u"One"_s, {} }, { u"two"_s, u"Two"_s, {} }, { u"three"_s, u"Three"_s, {} } };
    course.choices = { { u"colour"_s, u"Colour"_s, { u"red"_s, u"blue"_s } } };
    const auto add
        = [&course](const QString& id, const QString& area, double hours, const QStringList& needs, const QStringList& choices = {}) {
              domain::Skill skill;
              skill.id = id;
              skill.title = id.at(0).toUpper() + id.mid(1);
              skill.area = area;
              skill.hours = hours;
              skill.outcome = u"Can do "_s + id;
              skill.prerequisites = needs;
              skill.choices = choices;
              skill.checklist = { { u"first"_s, u"I did the first"_s, domain::EvidenceKind::Note, {} },
                  { u"second"_s, u"I did the second"_s, domain::EvidenceKind::Commit, {} } };
              course.skills.push_back(skill);
          };
    add(u"base"_s, u"one"_s, 2, {});
    add(u"middle"_s, u"one"_s, 2, { u"base"_s });
    add(u"top"_s, u"one"_s, 2, { u"middle"_s });
    add(u"side"_s, u"two"_s, 3, { u"base"_s });
    add(u"red"_s, u"three"_s, 5, { u"base"_s });
    add(u"blue"_s, u"three"_s, 1, { u"base"_s });
    add(u"end"_s, u"three"_s, 4, { u"middle"_s }, { u"colour"_s });
    domain::Skill project = course.skills.front();
    project.id = u"project"_s;
    project.title = u"Project"_s;
    project.area = domain::projectArea;
    project.hours = 6;
    project.prerequisites = { u"top"_s };
    project.choices = { u"colour"_s };
    course.projects = { project };
    course.milestones = { { u"half"_s, u"Half"_s, {}, { u"middle"_s }, false },
        { u"whole"_s, u"Whole"_s, {}, { u"end"_s, u"top"_s }, false }, { u"list"_s, u"List"_s, {}, { u"side"_s }, true } };
    return course;
}

} // namespace waymark::support
