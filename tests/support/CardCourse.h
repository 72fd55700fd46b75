// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

namespace waymark::support {

/// A course of three skills without prerequisites, "one" to "three", each with so many cards ("one-card-1", ...) and questions
/// ("one-question-1", ..., whose answer is 42).
inline domain::CourseContent courseOfCards(int cards, int questions = 0)
{
    using namespace Qt::StringLiterals;
    domain::CourseContent content;
    content.hash = u"cards-%1-%2"_s.arg(cards).arg(questions);
    content.course.id = u"cards"_s;
    content.course.title = u"Cards"_s;
    content.course.version = u"1.0"_s;
    content.course.areas = { { u"area"_s, u"Area"_s, {} } };
    for (const QString& id : { u"one"_s, u"two"_s, u"three"_s }) {
        domain::Skill skill;
        skill.id = id;
        skill.title = id;
        skill.area = u"area"_s;
        skill.hours = 2;
        skill.checklist = { { u"done"_s, u"I did it"_s, domain::EvidenceKind::Lab, {} } };
        skill.hasLesson = true;
        QString markdown;
        for (int i = 1; i <= questions; ++i) {
            skill.questions.append(u"%1-question-%2"_s.arg(id).arg(i));
            markdown += (i == 1 ? u"## Quiz\n\n"_s : QString())
                + u"### %1 question %2 {number}\n\n= 42\n\nBecause of the towel.\n\n"_s.arg(id).arg(i);
        }
        for (int i = 1; i <= cards; ++i) {
            skill.cards.append(u"%1-card-%2"_s.arg(id).arg(i));
            markdown += (i == 1 ? u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n"_s : QString())
                + u"| %1 card %2 | back %2 |\n"_s.arg(id).arg(i);
        }
        content.course.skills.push_back(skill);
        content.lessons.push_back({ id, markdown, {} });
    }
    return content;
}

} // namespace waymark::support
