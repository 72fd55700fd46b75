// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <WholeLesson.h>

#include <exchange/LessonDocument.h>

/// Lessons of a stranger that want a file of this machine or a host of the network. Each trick has a decoy of its own, so that what opened
/// one names it.
namespace waymark::fixture {

/// One trick each; %1 is the path of its decoy, a picture.
inline QStringList hostileMarkdown()
{
    return {
        // Pictures of Markdown.
        u"![x](%1)"_s,
        u"![x](file://%1)"_s,
        u"![x](FILE://%1)"_s,
        u"![x](file:%1)"_s,
        u"![x](<file:///..%1>)"_s,
        u"![x](%66ile://%1)"_s,
        u"![x](../../../../../../../../../../%1)"_s,
        u"![x](images/../../../../../../../..%1)"_s,
        u"![x](images/green.png/../../../../../../../../%1)"_s,
        u"![x](http://127.0.0.1:9/x.png?%1)"_s,
        u"![x](https://localhost/x.png?%1)"_s,
        u"![x](//127.0.0.1/%1)"_s,
        u"![x](\\\\\\\\127.0.0.1\\\\share%1)"_s,
        u"![x](ftp://127.0.0.1/%1)"_s,
        u"![x](images/evil.svg) ![y](images/bomb.png) %1"_s,
        u"![x](a.png \"<img src='%1'>\")"_s,
        u"![<img src='%1'>](%1)"_s,
        u"![x][r]\n\n[r]: %1"_s,
        u"[![x](%1)](https://127.0.0.1:9/%1)"_s,
        u"| ![x](%1) | b |\n| --- | --- |\n| ![y](file://%1) | c |"_s,
        u"> - ![x](%1)\n>   1. ![y](file://%1)"_s,
        u"### ![x](%1) in a heading"_s,
        // Links.
        u"[x](%1) [y](file://%1) <file://%1>"_s,
        u"[x](javascript:fetch('file://%1')) [y](data:text/html,<img src=%1>)"_s,
        u"[x](https://127.0.0.1:9%1) www.127.0.0.1.example%1"_s,
        // HTML.
        u"<img src=\"%1\">"_s,
        u"<img src=\"file://%1\" srcset=\"%1 2x\">"_s,
        u"<link rel=\"stylesheet\" href=\"file://%1\">"_s,
        u"<style>@import url(\"file://%1\"); body { background: url(%1) }</style>"_s,
        u"<body background=\"%1\"><table background=\"file://%1\"><tr><td background=\"%1\">x</td></tr></table>"_s,
        u"<div style=\"background-image: url(%1); list-style-image: url('file://%1')\">x</div>"_s,
        u"<iframe src=\"file://%1\"></iframe><frame src=\"%1\">"_s,
        u"<object data=\"file://%1\"></object><embed src=\"%1\">"_s,
        u"<script src=\"file://%1\"></script><script>fetch('%1')</script>"_s,
        u"<svg><image href=\"file://%1\"/><use href=\"%1#a\"/></svg>"_s,
        u"<video src=\"%1\" poster=\"file://%1\"></video><audio src=\"%1\">"_s,
        u"<meta http-equiv=\"refresh\" content=\"0; url=file://%1\"><base href=\"file://%1\">"_s,
        u"&lt;img src=\"%1\"&gt; &#60;img src='%1'&#62;"_s,
        // Code and questions.
        u"```html\n<img src=\"%1\">\n```\n\n`<img src='%1'>`"_s,
        u"## Quiz\n\n### <img src='%1'> ![x](%1)\n\n- [x] <img src='file://%1'> ![y](%1)\n  Because <img src='%1'>\n- [ ] ![z](%1)\n  No"_s,
        u"## Flashcards\n\n- **<img src='%1'> ![x](%1)**: <img src='file://%1'> ![y](%1)"_s,
        u"## Checklist\n\n- [ ] <img src='%1'> ![x](%1) (evidence: link)"_s,
    };
}

inline QString decoyIn(const QString& folder, qsizetype lesson)
{
    return u"%1/decoy-%2.png"_s.arg(folder).arg(lesson);
}

/// A course with all of them, one a skill, whose titles, outcomes and areas try the same as rich text.
inline domain::CourseContent hostileCourse(const QString& decoys)
{
    domain::CourseContent content = courseWithLesson({});
    const QString tag = u"<img src='%1'><b>x</b>"_s;
    content.course.title = tag.arg(decoyIn(decoys, -1));
    content.course.areas = { { u"a"_s, tag.arg(decoyIn(decoys, -1)), {} } };
    content.course.skills.clear();
    content.lessons.clear();
    const QStringList tricks = hostileMarkdown();
    for (qsizetype i = 0; i < tricks.size(); ++i) {
        const QString decoy = decoyIn(decoys, i);
        const QString trick = QString(tricks[i]).replace(u"%1"_s, decoy);
        const QString text = u"## Why it matters\n\nWords.\n\n%1\n\n## Go further\n\n- A book.\n"_s.arg(trick);
        domain::Skill skill;
        skill.id = u"s-%1"_s.arg(i);
        skill.title = tag.arg(decoy);
        skill.area = u"a"_s;
        skill.outcome = tag.arg(decoy);
        skill.hours = 2;
        skill.hasLesson = true;
        if (i > 0) {
            skill.prerequisites = { u"s-0"_s };
        }
        if (const auto lesson = exchange::readLesson(text)) {
            skill.questions = lesson->questionIds();
            skill.checklist = lesson->checklist();
            skill.cards = lesson->cardIds();
        }
        content.course.skills.push_back(skill);
        content.lessons.push_back({ skill.id, text, {} });
    }
    content.course.milestones = { { u"m"_s, tag.arg(decoyIn(decoys, -1)), tag.arg(decoyIn(decoys, -1)), { u"s-1"_s } } };
    return content;
}

} // namespace waymark::fixture
