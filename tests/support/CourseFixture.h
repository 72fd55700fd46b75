// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFiles.h>

#include <QByteArray>
#include <QString>

/// A small course that follows every rule, as files; a test changes one thing in it.
namespace waymark::exchange::fixture {

/// `count` words in sentences of ten.
/// Sentences of ten words; no two are alike, as long as their seeds are not.
inline QByteArray prose(int count, const QByteArray& seed = "x")
{
    QByteArray text;
    for (int i = 1; i <= count; ++i) {
        text += (i % 10 == 1 ? "Word" : "word") + seed + QByteArray::number(i) + (i % 10 == 0 || i == count ? ".\n" : " ");
    }
    return text;
}

inline QByteArray codeLines(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i) {
        text += "print(" + QByteArray::number(i) + ")\n";
    }
    return text;
}

inline QByteArray frontMatter(const QByteArray& id, const QByteArray& prerequisites = {}, const QByteArray& level = "junior")
{
    return "---\nid: " + id + "\narea: demo\ntitle: \"The skill " + id + "\"\nlevel: " + level
        + "\nkind: practice\nhours: 4\noutcome: \"Can do " + id
        + "\"\nprerequisites:" + (prerequisites.isEmpty() ? " []\n" : "\n" + prerequisites)
        + "versions:\n  - Python 3.11\nsources:\n  - \"A book, an author\"\nreviewed: 2026-11-21\n---\n";
}

/// The sections of a lesson or of a unit; `mark` is "##" or "###".
inline QByteArray sections(const QByteArray& mark, const QByteArray& unit = {})
{
    const QByteArray part = "\n" + mark + "# ";
    QByteArray text = "\n" + mark + " Why it matters\n\n" + prose(80, "why" + unit) + "\n" + mark + " Mental model\n\n"
        + prose(160, "model" + unit) + "\n" + mark + " Key ideas\n\n" + prose(300, "key" + unit) + "\n" + mark + " Worked example\n\n"
        + prose(100, "example" + unit) + "\n```python run\n" + codeLines(20) + "```\n\n```output\n1\n```\n\n" + mark + " Variation\n\n"
        + prose(80, "variation" + unit) + "\n```python run\nprint(1)\n```\n\n" + mark
        + " Common mistakes\n\n| symptom | cause | fix |\n| --- | --- | --- |\n";
    for (int i = 1; i <= 4; ++i) {
        text += "| " + prose(20, "symptom" + unit + QByteArray::number(i) + 'n').trimmed().replace('\n', ' ') + " | "
            + prose(20, "cause" + unit + QByteArray::number(i) + 'n').trimmed().replace('\n', ' ') + " | fix " + QByteArray::number(i)
            + " |\n";
    }
    text += "\n" + mark + " Task\n" + part + "Task: Build it" + unit + " (120 min)\n\nDo it.\n" + part + "Task: Test it" + unit
        + " (110 min)\n\nDo it.\n\n" + mark + " Checklist\n\n";
    for (int i = 1; i <= 5; ++i) {
        text += "- [ ] I built part " + unit + QByteArray::number(i) + " | evidence: file notes | id: part" + unit + "-"
            + QByteArray::number(i) + "\n";
    }
    text += "\n" + mark + " Quiz\n" + part + "Which is right" + unit
        + "?\n\n- [x] One\n\n  It is.\n- [ ] Two\n\n  It would be with three.\n" + part + "Which are right" + unit
        + "?\n\n- [x] One\n\n  It is.\n- [x] Three\n\n  It is.\n- [ ] Two\n\n  It would be with three.\n" + part + "Put in order" + unit
        + " {order}\n\n1. a\n2. b\n3. c\n\nThe alphabet.\n" + part + "How many" + unit + "? {number}\n\n= 42 \xC2\xB1 0.5\n\nCounted.\n\n"
        + mark + " Flashcards\n\n| Front | Back |\n| --- | --- |\n";
    for (int i = 1; i <= 6; ++i) {
        text += "| What is " + unit + QByteArray::number(i) + "? | number " + QByteArray::number(i) + " |\n";
    }
    return text;
}

inline QByteArray lesson()
{
    return sections("##") + "\n## Go further\n\n- *A book*, an author: chapter 1.\n- *Another book*, an author: chapter 2.\n";
}

inline QByteArray splitLesson()
{
    return "\n## Unit: First half (4 h)\n" + sections("###", "a") + "\n## Unit: Second half (4 h)\n" + sections("###", "b")
        + "\n## Go further\n\n- *A book*, an author: chapter 1.\n- *Another book*, an author: chapter 2.\n";
}

/// A guided project after demo-b, which may use nothing of demo-d.
inline QByteArray project()
{
    QByteArray text = "---\nid: project-desk\ntitle: \"A desk\"\nlevel: junior\nhours: 5\noutcome: \"Can build a desk\"\n"
                      "after:\n  - demo-b\nversions:\n  - Python 3.11\nsources:\n  - \"A book, an author\"\n"
                      "reviewed: 2026-11-21\n---\n\n## Brief\n\n"
        + prose(180, "brief") + "\n## Steps\n";
    for (int i = 1; i <= 5; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "\n### Step: Leg " + number + " (60 min)\n\n" + prose(180, "step" + number + 'n');
    }
    text += "\n## Acceptance\n\nIt stands.\n\n```python run file=accept.py\nprint(\"ok\")\n```\n\n```output\nok\n```\n\n";
    for (int i = 1; i <= 6; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "- [ ] I planed leg " + number + " | evidence: file | id: leg-" + number + "\n";
    }
    text += "\n## Rubric\n\n| criterion | 0 | 1 | 2 | 3 |\n| --- | --- | --- | --- | --- |\n";
    for (int i = 1; i <= 5; ++i) {
        text += "| Leg " + QByteArray::number(i) + " | none | bent | straight | and smooth |\n";
    }
    text += "\nPass mark: 9 of 15 points.\n\n## When you are stuck\n";
    for (int i = 1; i <= 3; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "\n### Hint: Leg " + number + " is short\n\n" + prose(40, "hint" + number + 'n');
    }
    return text + "\n## Go further\n\n- *A book*, an author: chapter 3.\n- *Another book*, an author: chapter 4.\n";
}

inline CourseFiles course()
{
    CourseFiles files;
    files[QStringLiteral("course.yaml")] = "id: demo-course\ntitle: A course\nversion: 1.0.0\nlanguage: en\nlicence: CC-BY-SA-4.0\n"
                                           "areas:\n  - { id: demo, title: Demo, summary: One line. }\n"
                                           "choices:\n  - id: tools\n    title: Tools\n    members: [demo-b, demo-c]\n"
                                           "milestones:\n  - id: start\n    title: Start\n    targets: [demo-a]\n"
                                           "  - id: end\n    title: End\n    targets: [start, demo-d]\n"
                                           "moved:\n  demo-old: demo-a\n";
    files[QStringLiteral("skills/demo/demo-a.md")] = frontMatter("demo-a") + lesson();
    files[QStringLiteral("skills/demo/demo-b.md")] = frontMatter("demo-b", "  - demo-a\n");
    files[QStringLiteral("skills/demo/demo-c.md")] = frontMatter("demo-c", "  - demo-a\n");
    files[QStringLiteral("skills/demo/demo-d.md")] = frontMatter("demo-d", "  - any-of: tools\n  - any-of: [demo-c, demo-a]\n");
    return files;
}

} // namespace waymark::exchange::fixture
