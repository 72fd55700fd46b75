// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

namespace waymark::support {

/// A course of three areas that a map can be drawn of: a chain through all of them, a choice between two skills that stand together, and
/// two milestones. "a1" is ready at first; all others are locked.
inline domain::CourseContent mapCourse()
{
    using namespace Qt::StringLiterals;
    domain::CourseContent content;
    content.hash = u"hash-of-the-map"_s;
    domain::Course& course = content.course;
    course.id = u"map-course"_s;
    course.title = u"A course with a map"_s;
    course.version = u"1.0.0"_s;
    course.areas
        = { { u"first"_s, u"First area"_s, {} }, { u"second"_s, u"Second & last but one"_s, {} }, { u"third"_s, u"Third area"_s, {} } };
    course.choices = { { u"tool"_s, u"A tool"_s, { u"b1"_s, u"b2"_s } } };
    course.milestones = { { u"near"_s, u"Near"_s, {}, { u"b3"_s }, false }, { u"far"_s, u"Far"_s, {}, { u"c2"_s }, false } };
    const auto add = [&](const QString& id, const QString& title, const QString& area, domain::Level level, const QStringList& needs,
                         const QStringList& choices = {}) {
        domain::Skill skill;
        skill.id = id;
        skill.title = title;
        skill.area = area;
        skill.level = level;
        skill.hours = 4;
        skill.outcome = u"Can do "_s + title;
        skill.prerequisites = needs;
        skill.choices = choices;
        skill.checklist = { { u"one"_s, u"Do one thing"_s, domain::EvidenceKind::Note, {} },
            { u"two"_s, u"Do another"_s, domain::EvidenceKind::Note, {} } };
        skill.hasLesson = true;
        course.skills.push_back(skill);
    };
    using enum domain::Level;
    add(u"a1"_s, u"Alpha one"_s, u"first"_s, Junior, {});
    add(u"a2"_s, u"Alpha two <b>bold</b>"_s, u"first"_s, Junior, { u"a1"_s });
    add(u"b1"_s, u"Beta one"_s, u"second"_s, Junior, { u"a1"_s });
    add(u"b2"_s, u"Beta two"_s, u"second"_s, Junior, { u"a1"_s });
    add(u"b3"_s, u"Beta three"_s, u"second"_s, Mid, { u"a2"_s }, { u"tool"_s });
    add(u"c1"_s, u"Gamma one"_s, u"third"_s, Mid, { u"b3"_s });
    add(u"c2"_s, u"Gamma two"_s, u"third"_s, Senior, { u"c1"_s });
    return content;
}

} // namespace waymark::support
