// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GraphCourse.h"

namespace waymark::support {

/// What follows a question's title: two options, of which the first, "a", is right.
inline QString choiceOfTwo()
{
    return QStringLiteral("\n\n- [x] This\n\n  It is.\n- [ ] That\n\n  It is not.\n");
}

/// The graph course with one question in every skill, "which-one"; `rest` is what follows its title.
inline domain::CourseContent questionCourse(const QString& rest = choiceOfTwo())
{
    domain::CourseContent content;
    content.course = graphCourse();
    content.hash = QStringLiteral("graph");
    for (domain::Skill& skill : content.course.skills) {
        skill.questions = { QStringLiteral("which-one") };
        skill.hasLesson = true;
        content.lessons.push_back({ skill.id, QStringLiteral("## Quiz\n\n### Which one? ") + rest, {} });
    }
    return content;
}

} // namespace waymark::support
