// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CoursePlant.h>

/// Faults of lessons: their sections and sizes, and what stands in them.
namespace waymark::exchange::fixture {

/// The section under a heading, up to the next of the same level.
inline QByteArray sectionOf(const QByteArray& heading)
{
    const QByteArray text = lesson();
    const qsizetype begin = text.indexOf("\n## " + heading);
    return text.mid(begin, text.indexOf("\n## ", begin + 1) - begin);
}

/// Three questions whose key is option 1, which is also the longest if so wished; they stand before the fixture's last.
inline QByteArray keysThatShow(bool areLongest)
{
    QByteArray text;
    for (const QByteArray number : { "one", "two", "three" }) {
        const QByteArray right = areLongest ? "A long right option" : "Right";
        text += "### Key " + number + "?\n\n- [x] " + right + "\n\n  So it is.\n- [ ] Wrong a\n\n  No.\n- [ ] Wrong b\n\n  No.\n\n";
    }
    return text + "### How many";
}

inline std::vector<Plant> plantsInStructure()
{
    const QByteArray bad = QByteArray("*a_b").repeated(50'000);
    return {
        { "text-limit", lessonFile, "Wordwhy1 ", bad, "\n\n## Why" },
        { "section-unknown", lessonFile, "## Variation", "## Variations", "## Variations" },
        { "section-missing", lessonFile, "## Variation", "### Variation", "## Why it matters" },
        { "section-missing", split, "## Go further", "#### Go further", "## Unit: Second" },
        { "section-order", lessonFile, "## Mental model", "## Task", "## Key ideas" },
        { "section-twice", lessonFile, "## Variation", "## Task", "## Task\n\n### Task" },
        { "section-empty", lessonFile, sectionOf("Variation"), "\n## Variation\n", "## Variation" },
        { "section-outside", lessonFile, "\n## Why", "\nHello.\n\n## Why", "Hello." },
        { "section-size", lessonFile, sectionOf("Why it matters"), "\n## Why it matters\n\nShort.\n", "## Why" },
        { "section-size", lessonFile, sectionOf("Mental model"), "\n## Mental model\n\n" + prose(300), "## Mental" },
        { "section-size", lessonFile, sectionOf("Key ideas"), "\n## Key ideas\n\n" + prose(190), "## Key" },
        { "body-size", lessonFile, sectionOf("Common mistakes"), "\n## Common mistakes\n\n- a\n- b\n- c\n", "## Why" },
        { "body-size", lessonFile, "### Task: Build", prose(800) + "\n### Task: Build", "## Why" },
        { "example-size", lessonFile, codeLines(20), codeLines(5), "## Worked" },
        { "unit-heading", split, "## Unit: Second half (4 h)", "## Unit: Second half", "## Unit: Second" },
        { "unit-hours", split, "First half (4 h)", "First half (7 h)", "## Unit: First" },
        { "unit-hours", split, "hours: 8", "hours: 9", "hours: 9" },
        { "unit-needed", lessonFile, "hours: 4", "hours: 9", "hours: 9" },
        { "mistakes-count", lessonFile, sectionOf("Common mistakes"), "\n## Common mistakes\n\n- one\n- two\n\n" + prose(160),
            "## Common" },
        { "task-count", lessonFile, "\n### Task: Test", "\n### Task: C (1 min)\n\n### Task: D (1 min)\n\n### Task: Test", "## Task" },
        { "task-heading", lessonFile, "Test it (110 min)", "Test it", "### Task: Test" },
        { "task-hours", lessonFile, "Test it (110 min)", "Test it (10 min)", "## Task" },
        { "checklist-count", lessonFile, "- [ ] I built part 5 | evidence: file notes | id: part-5\n", "", "## Checklist" },
        { "checklist-form", lessonFile, "- [ ] I built part 5", "- I built part 5", "I built part 5" },
        { "checklist-verb", lessonFile, "I built part 3", "I understand part 3", "I understand" },
        { "checklist-verb", lessonFile, "I built part 3", "I am familiar with part 3", "familiar" },
        { "checklist-evidence", lessonFile, "part 2 | evidence: file notes", "part 2", "part 2" },
        { "checklist-evidence", lessonFile, "part 2 | evidence: file", "part 2 | evidence: proof", "part 2" },
        { "checklist-id", lessonFile, "id: part-2", "id: part-1", "built part 2" },
        { "checklist-id", split, "id: partb-2", "id: parta-2", "built part b2" },
        { "further-count", lessonFile, "- *Another book*, an author: chapter 2.\n", "", "## Go" },
    };
}

inline std::vector<Plant> plantsInText()
{
    const QByteArray longSentence = QByteArray("word ").repeated(33) + "end.\n\n";
    return {
        { "quiz-count", lessonFile, "### How many", "#### How many", "## Quiz" },
        { "quiz-kind", lessonFile, "{order}", "{sort}", "{sort}" },
        { "quiz-shape", lessonFile, "= 42 ", "= about 42 ", "### How many" },
        { "quiz-answer", lessonFile, "- [x] One\n\n  It is.\n- [ ] Two", "- [ ] One\n\n  It is.\n- [ ] Two", "### Which is right" },
        { "quiz-explanation", lessonFile, "- [x] One\n\n  It is.\n- [ ] Two", "- [x] One\n- [ ] Two", "- [x] One" },
        { "quiz-catch-all", lessonFile, "- [x] Three", "- [x] All of the above", "All of" },
        { "quiz-duplicate", lessonFile, "- [x] Three", "- [x] one", "- [x] one" },
        { "quiz-duplicate", lessonFile, "Which are right", "Which is right", "### Which is right?\n\n- [x] One\n\n  It is.\n- [x]" },
        { "quiz-key-place", lessonFile, "### How many", keysThatShow(false), "## Quiz" },
        { "quiz-key-length", lessonFile, "### How many", keysThatShow(true), "## Quiz" },
        { "text-stock-words", lessonFile, "Do it.\n\n## Checklist",
            "It is crucial, vital, robust, seamless, holistic, pivotal and powerful.\n\n## Checklist", "## Why" },
        { "text-vague", lessonFile, "Do it.\n\n## Checklist",
            (QByteArray("A few words. ").repeated(1'000) + "\n\n").repeated(5) + "## Checklist", "## Why" },
        { "text-repeated", lessonFile, "Do it.\n\n## Checklist",
            "One of them is not like the other ones.\n\nSo it is. One of them is not like the other ones.\n\n## Checklist", "So it is" },
        { "text-alike", split, "### Variation\n", "### Variation\n\n" + prose(300, "key"), "\n\n## Unit: First" },
        { "list-form", "inventory.tsv", "item\tkind", "item", "item" },
        { "list-form", "inventory.tsv", "demo-a\tthe alphabet", "demo-a", "letters" },
        { "list-form", "terms.tsv", "demo-b", "demo-x", "widget" },
        { "inventory-missing", "inventory.tsv", "the alphabet", "the abacus", "letters" },
        { "term-early", lessonFile, "Do it.\n\n## Checklist", "Take two widgets.\n\n## Checklist", "Take two" },
        { "card-repeated", split, "What is a1?", "What is  1?", "What is  1?" },
        { "cards-count", lessonFile, "| What is 6? | number 6 |\n", "", "## Flashcards" },
        { "card-form", lessonFile, "| Front | Back |", "| Question | Answer |", "| Question" },
        { "card-form", lessonFile, "| number 2 |", "| |", "What is 2" },
        { "card-size", lessonFile, "number 3", QByteArray("word ").repeated(16), "What is 3" },
        { "card-size", lessonFile, "What is 3", QByteArray("word ").repeated(26), "word ? |" },
        { "card-yes-no", lessonFile, "number 4", "Yes, always.", "Yes, always" },
        { "card-yes-no", lessonFile, "number 4", "no", "| no |" },
        { "card-duplicate", lessonFile, "What is 5?", "what  is 4?", "what  is 4" },
        { "sentence-length", lessonFile, "Do it.\n\n## Checklist", longSentence + "## Checklist", "word word" },
        { "sentence-length", lessonFile, "| fix 3 |", "| " + longSentence.trimmed() + " |", "word word" },
        { "picture-alt", lessonFile, "Do it.", "![](../../images/a.svg)", "![]" },
        { "picture-missing", lessonFile, "Do it.", "![a drawing](../../images/b.svg)", "b.svg" },
        { "picture-missing", lessonFile, "Do it.", "![a drawing](https://x.example/a.png)", "https" },
        { "picture-format", "images/a.svg", "<svg", "<svg onload=\"x()\"", "<svg" },
        { "fence-word", lessonFile, "```python run\nprint(1)\n```", "```python\nprint(1)\n```", "```python\n" },
        { "fence-word", lessonFile, "```python run\nprint(1)\n```", "```\nprint(1)\n```", "```\nprint(1)" },
        { "fence-word", lessonFile, "Do it.", "    indented", "    indented" },
        { "fence-reason", lessonFile, "```python run\nprint(1)\n```", "```python show\nprint(1)\n```", "python show" },
        { "fence-output", lessonFile, "```python run\nprint(1)\n```", "```python fails\nprint(1)\n```", "python fails" },
        { "fence-data", lessonFile, "Do it.", "```json\n{\n  \"a\": 1,\n}\n```", "\n}\n```" },
        { "fence-data", lessonFile, "Do it.", "```yaml check\na: 1\nb: [1\nc: 2\n```", "c: 2" },
        { "fence-data", lessonFile, "Do it.", "```regex check\n^a+$\n(b\n```", "(b" },
        { "fence-data", lessonFile, "Do it.", "```http check\nGET\n```", "GET" },
        { "fence-data", lessonFile, "Do it.", "```http check\nGET / HTTP/1.1\nHost demo\n```", "Host demo" },
        { "fence-data", lessonFile, "Do it.", "```http check\nHTTP/1.1 200 OK\nContent-Length: 3\n\nabcd\n```", "Content-Length" },
        { "fence-attribute", lessonFile, "Do it.", "```text check file=../a\nx\n```", "text check" },
        { "fence-attribute", lessonFile, "Do it.", "```text check file=/a\nx\n```", "text check" },
        { "fence-attribute", lessonFile, "Do it.", "```sql run engine=oracle\nx\n```", "sql run" },
        { "fence-attribute", lessonFile, "Do it.", "```sql run fixture=none\nSELECT 1;\n```", "sql run" },
        { "fence-attribute", lessonFile, "Do it.", "```sql run colour=red\nSELECT 1;\n```", "sql run" },
        { "fence-language", lessonFile, "Do it.", "```cobol run\nx\n```", "cobol" },
    };
}

} // namespace waymark::exchange::fixture
