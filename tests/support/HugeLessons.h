// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons of 1 MiB, each as costly to read, lay out or paint as the limits of Markdown allow (RELIABILITY.md, H9).
#pragma once

#include <QString>

#include <vector>

namespace waymark::fixture {

struct HugeLesson
{
    const char* name;
    QString text;
};

/// `unit` again and again under a heading, up to 1 MiB of UTF-8; `before` and `after` once.
inline QString lessonOf(const QString& unit, const QString& before = {}, const QString& after = {}, int mostUnits = 1 << 20)
{
    constexpr qsizetype size = (1 << 20) - 100;
    const QString head = QStringLiteral("## Why it matters\n\n") + before;
    const qsizetype room = size - head.toUtf8().size() - after.toUtf8().size();
    return head + unit.repeated(std::min<qsizetype>(mostUnits, room / unit.toUtf8().size())) + after + u'\n';
}

inline std::vector<HugeLesson> hugeLessons()
{
    using namespace Qt::StringLiterals;
    const QString gap = u"\n\n"_s;
    const auto paragraph = [&gap](const QString& piece) { return piece.repeated(32'700 / piece.toUtf8().size()) + gap; };
    const QString wide = u"|a"_s.repeated(64) + u"|\n"_s;
    return {
        { "prose", lessonOf(u"A line of text that is not very long, and a second part of it that makes it longer.\n\n"_s) },
        { "long", lessonOf(paragraph(u"words of a paragraph that does not end "_s)) },
        { "unspaced", lessonOf(paragraph(u"a"_s)) },
        { "spaces", lessonOf(paragraph(u"a "_s)) },
        { "breaks", lessonOf(paragraph(u"a\\\n"_s), {}, {}, 2) },
        { "marks", lessonOf(paragraph(u"a\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A"_s)) },
        { "zalgo", lessonOf(paragraph(u"\u0301"_s)) },
        { "hebrew", lessonOf(paragraph(u"\u05D0\u05D1\u05D2 abc 12 "_s)) },
        { "arabic", lessonOf(paragraph(u"\u0645\u062D\u0645\u062F"_s)) },
        { "bidi", lessonOf(paragraph(u"\u202Ea"_s)) },
        { "devanagari", lessonOf(paragraph(u"\u0915\u094D\u0937"_s)) },
        { "emoji", lessonOf(paragraph(u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s)) },
        { "scripts", lessonOf(paragraph(u"a\u03B1\u0436\u05D0\u0645\u0915\u4E2D"_s)) },
        { "runs", lessonOf(u"`a` "_s.repeated(1'000) + gap, {}, {}, 24) },
        { "emphasis", lessonOf(paragraph(u"*a_b"_s), {}, {}, 2) },
        { "brackets", lessonOf(paragraph(u"["_s)) },
        { "links", lessonOf(u"[a](http://b.example/c) "_s.repeated(1'000) + gap, {}, {}, 12) },
        { "items", lessonOf(u"- item\n\n"_s, {}, {}, 16'000) },
        { "nodes", lessonOf(u"a\n\n"_s, {}, {}, 24'900) },
        { "deep", lessonOf(u"- "_s.repeated(30) + u"a\n\n"_s, {}, {}, 780) },
        { "deepquotes", lessonOf(u"> "_s.repeated(30) + u"a\n\n"_s, {}, {}, 1'500) },
        { "tables", lessonOf(u"|a|b|\n|---|---|\n"_s + u"|a|b|\n"_s.repeated(2'000) + gap, {}, {}, 4) },
        { "smalltables", lessonOf(u"|a|\n|---|\n\n"_s, {}, {}, 7'000) },
        { "sixcolumns", lessonOf(u"|a|b|c|d|e|f|\n|---|---|---|---|---|---|\n"_s + u"|a|b|c|d|e|f|\n"_s.repeated(1'000) + gap, {}, {}, 3) },
        { "fullcells", lessonOf(u"|a|b|\n|---|---|\n|"_s + u"x"_s.repeated(16'300) + u"|"_s + u"y"_s.repeated(16'300) + u"|\n\n"_s) },
        { "wide", lessonOf(wide + u"|---"_s.repeated(64) + u"|\n"_s + wide.repeated(200) + gap, {}, {}, 1) },
        { "headings", lessonOf(u"### A\n\n"_s, {}, {}, 16'000) },
        { "codelines", lessonOf((u"x = 1\n"_s.repeated(5'000) + u'\n'), u"```python\n"_s, u"```\n"_s) },
        { "emptylines", lessonOf(u"\n"_s, u"```text\n"_s, u"end\n```\n"_s) },
        { "longline", lessonOf(u"x"_s.repeated(32'700) + gap, u"```python\n"_s, u"```\n"_s) },
        { "longwords", lessonOf(u"x = [1] "_s.repeated(4'080) + gap, u"```python\n"_s, u"```\n"_s) },
        { "longbidi", lessonOf(u"\u202E\u05D0"_s.repeated(6'500) + gap, u"```text\n"_s, u"```\n"_s) },
        { "longmarks", lessonOf(u"a\u0301"_s.repeated(10'800) + gap, u"```text\n"_s, u"```\n"_s) },
        { "openstring", lessonOf(u"'\n"_s.repeated(16'000) + u'\n', u"```python\n"_s, u"```\n"_s) },
        { "codeblocks", lessonOf(u"```python\nx = 1\n```\n\n"_s, {}, {}, 16'000) },
        { "outputs", lessonOf(u"```python run\nx\n```\n\n```output\ny\n```\n\n"_s, {}, {}, 12'000) },
        { "pictures", lessonOf(u"![a picture](images/none.png)\n\n"_s, {}, {}, 16'000) },
        { "quiz", lessonOf(u"### Which?\n\n- [x] One\n\n  Yes.\n- [ ] Two\n\n  No.\n\n"_s, u"Words.\n\n## Quiz\n\n"_s, {}, 2'900) },
        { "cards", lessonOf(u"| front | back |\n"_s, u"Words.\n\n## Flashcards\n\n| Front | Back |\n| --- | --- |\n"_s, {}, 1'900) },
        { "bigquestion",
            lessonOf(u"- [ ] An option\n\n  No.\n"_s, u"Words.\n\n## Quiz\n\n### Which?\n\n- [x] One\n\n  Yes.\n"_s, {}, 8'000) },
        { "sections", lessonOf(u"## Key ideas\n\nWords.\n\n"_s, {}, {}, 12'000) },
        { "units", lessonOf(u"## Unit: One (4 h)\n\n### Key ideas\n\nWords.\n\n"_s, {}, {}, 8'000) },
        { "checklist", lessonOf(u"- [ ] I did it | evidence: file\n"_s.repeated(900) + u'\n', u"Words.\n\n## Checklist\n\n"_s, {}, 16) },
        { "bigtask", lessonOf(paragraph(u"word "_s), u"Words.\n\n## Task\n\n### Task: Do it (10 min)\n\n"_s) },
    };
}

} // namespace waymark::fixture
