// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <exchange/LessonDocument.h>

#include <QBuffer>
#include <QColor>
#include <QImage>

namespace waymark::fixture {

using namespace Qt::StringLiterals;

inline QByteArray pngOf(const QColor& colour)
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A lesson with one of each: code, picture, task, checklist, quiz, cards.
inline QString wholeLesson()
{
    return uR"(## Why it matters

One *true* **situation** with `code` and a [page](https://example.org/a).

## Worked example

```python run
def add(a, b):
    return a + b  # sum
```

```output
3
```

![The green picture](../../images/green.png)

## Task

### Task: Do it twice (45 min)

Two times.

## Checklist

- [ ] I did it | evidence: note | id: did-it

## Quiz

### Which one is it?

- [ ] The first

  The first is a trap.
- [x] The second

  The second holds the reason.

### How many? {number}

= 42 ± 0.5

Because of the towel.

## Flashcards

| Front | Back |
| --- | --- |
| The front side | The hidden side |

## Go further

- A book.
)"_s;
}

/// A course of one skill, "skill", with that lesson, a sound picture and two hostile ones.
inline domain::CourseContent courseWithLesson(const QString& markdown)
{
    domain::CourseContent content;
    content.hash = u"hash"_s;
    content.course.id = u"course"_s;
    content.course.title = u"Course"_s;
    content.course.areas = { { u"a"_s, u"Area"_s, {} } };
    domain::Skill skill;
    skill.id = u"skill"_s;
    skill.title = u"A skill"_s;
    skill.area = u"a"_s;
    skill.outcome = u"Can do it"_s;
    skill.hasLesson = true;
    if (const auto lesson = exchange::readLesson(markdown)) {
        skill.questions = lesson->questionIds();
    }
    content.course.skills = { skill };
    content.lessons = { { skill.id, markdown, {} } };
    content.assets = { { u"images/green.png"_s, pngOf(Qt::green) },
        { u"images/bomb.png"_s, QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000186a0000186a00802000000") },
        { u"images/evil.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>" } };
    return content;
}

} // namespace waymark::fixture
