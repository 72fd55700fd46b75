// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseCheck.h>

#include <CourseFixture.h>

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;

namespace {

/// A fault planted into a course without faults: in one file, one text replaced by another; and where it must be named.
struct Plant
{
    const char* rule;
    const char* file;
    QByteArray before;
    QByteArray after;
    QByteArray onLine; ///< the first line of the changed file that holds this text
};

constexpr auto yaml = "course.yaml";
constexpr auto lessonFile = "skills/demo/demo-a.md";
constexpr auto outline = "skills/demo/demo-b.md";
constexpr auto split = "skills/demo/demo-s.md";
constexpr auto projectFile = "projects/project-desk.md";

CourseFiles cleanCourse()
{
    CourseFiles files = fixture::course();
    files[QLatin1StringView(split)]
        = fixture::frontMatter("demo-s", "  - demo-d\n").replace("hours: 4", "hours: 8") + fixture::splitLesson();
    files[QLatin1StringView(projectFile)] = fixture::project();
    files[u"inventory.tsv"_s] = "item\tkind\thome\taliases\nletters in order\tconcept\tdemo-a\tthe alphabet\n";
    files[u"terms.tsv"_s] = "term\thome\taliases\nwidget\tdemo-b\twidgets\n";
    files[u"images/a.svg"_s] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    return files;
}

QString describe(const CourseFaults& faults)
{
    QString text;
    for (const CourseFault& fault : faults) {
        text += u"%1:%2 %3: %4\n"_s.arg(fault.file).arg(fault.line).arg(fault.rule, fault.message);
    }
    return text;
}

int lineOf(const QByteArray& file, const QByteArray& text)
{
    const qsizetype at = file.indexOf(text);
    return at < 0 ? -1 : static_cast<int>(file.left(at).count('\n')) + 1;
}

/// The section under a heading, up to the next of the same level.
QByteArray sectionOf(const QByteArray& heading)
{
    const QByteArray text = fixture::lesson();
    const qsizetype begin = text.indexOf("\n## " + heading);
    return text.mid(begin, text.indexOf("\n## ", begin + 1) - begin);
}

/// Three questions whose key is option 1, which is also the longest if so wished; they stand before the fixture's last.
QByteArray keysThatShow(bool areLongest)
{
    QByteArray text;
    for (const QByteArray number : { "one", "two", "three" }) {
        const QByteArray right = areLongest ? "A long right option" : "Right";
        text += "### Key " + number + "?\n\n- [x] " + right + "\n\n  So it is.\n- [ ] Wrong a\n\n  No.\n- [ ] Wrong b\n\n  No.\n\n";
    }
    return text + "### How many";
}

std::vector<Plant> plantsInYaml()
{
    return {
        { "course-yaml", yaml, "title: A course", "title: [A course", "version" },
        { "key-missing", yaml, "version: 1.0.0\n", "", "id:" },
        { "key-missing", yaml, "title: Demo, ", "", "id: demo," },
        { "key-shape", yaml, "members: [demo-b, demo-c]", "members: demo-b", "members" },
        { "key-unknown", yaml, "language: en", "language: en\nauthor: me", "author" },
        { "word-unknown", yaml, "title: End\n", "title: End\n    view: maybe\n", "maybe" },
        { "id-form", yaml, "id: tools", "id: Tools", "Tools" },
        { "id-duplicate", yaml, "id: end", "id: start", "\n  - id: start\n    title: End" },
        { "id-duplicate", yaml, "id: end", "id: demo-b", "id: demo-b" },
        { "choice-member", yaml, "[demo-b, demo-c]", "[demo-b, demo-x]", "demo-x" },
        { "milestone-target", yaml, "[start, demo-d]", "[start, demo-x]", "demo-x" },
        { "milestone-target", yaml, "[start, demo-d]", "[end, demo-d]", "[end" },
        { "moved-target", yaml, "demo-old: demo-a", "demo-old: demo-x", "demo-x" },
    };
}

std::vector<Plant> plantsInFrontMatter()
{
    return {
        { "front-matter", outline, "id: demo-b", "id: [demo-b", "area:" },
        { "front-matter", outline, "---\nid", "id", "id" },
        { "text-encoding", outline, "Can do", "Can \xff do", "---" },
        { "key-missing", outline, "hours: 4\n", "", "id" },
        { "key-missing", lessonFile, "reviewed: 2026-11-21\n", "", "---" },
        { "key-missing", lessonFile, "  - \"A book, an author\"\n", "", "sources:" },
        { "key-shape", outline, "hours: 4", "hours: many", "many" },
        { "key-shape", outline, "reviewed: 2026-11-21", "reviewed: yesterday", "yesterday" },
        { "key-shape", outline, "  - demo-a", "  - [demo-a]", "demo-a]" },
        { "key-unknown", outline, "kind: practice", "kind: practice\ncolour: red", "colour" },
        { "word-unknown", outline, "level: junior", "level: beginner", "beginner" },
        { "word-unknown", outline, "kind: practice", "kind: practise", "practise" },
        { "id-form", outline, "id: demo-b", "id: Demo_B", "Demo_B" },
        { "id-duplicate", outline, "id: demo-b", "id: demo-a", "id:" },
        { "file-name", outline, "id: demo-b", "id: demo-y", "id:" },
        { "title-length", outline, "The skill", "The skill " + QByteArray(60, 'a'), "title" },
        { "outcome-form", outline, "Can do", "Does", "outcome" },
        { "hours-form", outline, "hours: 4", "hours: 2.5", "hours" },
        { "hours-form", outline, "hours: 4", "hours: 0", "hours" },
        { "area-unknown", outline, "area: demo", "area: demi", "area" },
        { "choice-unknown", outline, "  - demo-a", "  - any-of: toys", "toys" },
        { "prerequisite-unknown", outline, "  - demo-a", "  - demo-x", "demo-x" },
        { "prerequisite-unknown", outline, "  - demo-a", "  - any-of: [demo-a, demo-x]", "demo-x" },
        { "prerequisite-cycle", outline, "  - demo-a", "  - demo-b", "  - demo-b" },
        { "prerequisite-cycle", outline, "  - demo-a", "  - demo-s", "" },
        { "prerequisite-redundant", outline, "  - demo-a", "  - demo-a\n  - demo-c", "  - demo-a" },
        { "prerequisite-redundant", outline, "  - demo-a", "  - demo-a\n  - demo-a", "  - demo-a\nversions" },
        { "includes-unknown", outline, "versions:", "includes:\n  demo-x: 0.5\nversions:", "demo-x" },
        { "level-order", lessonFile, "level: junior", "level: mid", "" },
    };
}

std::vector<Plant> plantsInStructure()
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
        { "section-size", lessonFile, sectionOf("Mental model"), "\n## Mental model\n\n" + fixture::prose(300), "## Mental" },
        { "section-size", lessonFile, sectionOf("Key ideas"), "\n## Key ideas\n\n" + fixture::prose(190), "## Key" },
        { "body-size", lessonFile, sectionOf("Common mistakes"), "\n## Common mistakes\n\n- a\n- b\n- c\n", "## Why" },
        { "body-size", lessonFile, "### Task: Build", fixture::prose(800) + "\n### Task: Build", "## Why" },
        { "example-size", lessonFile, fixture::codeLines(20), fixture::codeLines(5), "## Worked" },
        { "unit-heading", split, "## Unit: Second half (4 h)", "## Unit: Second half", "## Unit: Second" },
        { "unit-hours", split, "First half (4 h)", "First half (7 h)", "## Unit: First" },
        { "unit-hours", split, "hours: 8", "hours: 9", "hours: 9" },
        { "unit-needed", lessonFile, "hours: 4", "hours: 9", "hours: 9" },
        { "mistakes-count", lessonFile, sectionOf("Common mistakes"), "\n## Common mistakes\n\n- one\n- two\n\n" + fixture::prose(160),
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

std::vector<Plant> plantsInProjects()
{
    return {
        { "key-missing", projectFile, "hours: 5\n", "", "id" },
        { "key-unknown", projectFile, "level: junior", "level: junior\narea: demo", "area" },
        { "file-name", projectFile, "id: project-desk", "id: project-chair", "id:" },
        { "id-duplicate", projectFile, "id: project-desk", "id: demo-a", "id:" },
        { "id-duplicate", yaml, "id: end", "id: project-desk", "id: project-desk" },
        { "id-duplicate", yaml, "id: demo,", "id: projects,", "id: projects" },
        { "moved-target", yaml, "demo-old: demo-a", "demo-old: project-chair", "project-chair" },
        { "prerequisite-unknown", projectFile, "  - demo-b", "  - demo-x", "demo-x" },
        { "prerequisite-redundant", projectFile, "  - demo-b", "  - demo-b\n  - demo-a", "demo-a" },
        { "section-unknown", projectFile, "## Rubric", "## Key ideas", "## Key ideas" },
        { "section-missing", projectFile, "## Rubric", "### Rubric", "## Brief" },
        { "section-order", projectFile, "## Acceptance", "## Go further", "## Rubric" },
        { "project-size", projectFile, fixture::prose(180, "brief"), "Short.\n", "## Brief" },
        { "project-size", projectFile, fixture::prose(180, "step2n"), "Short.\n", "## Brief" },
        { "step-count", projectFile, "### Step: Leg 5 (60 min)", "", "## Steps" },
        { "task-heading", projectFile, "### Step: Leg 2", "### Task: Leg 2", "### Task: Leg 2" },
        { "task-hours", projectFile, "hours: 5", "hours: 9", "## Steps" },
        { "checklist-count", projectFile, "- [ ] I planed leg 6 | evidence: file | id: leg-6\n", "", "## Acceptance" },
        { "checklist-verb", projectFile, "I planed leg 2", "I understand leg 2", "I understand" },
        { "rubric-form", projectFile, "| criterion | 0 | 1 | 2 | 3 |", "| criterion | 1 | 2 | 3 | 4 |", "## Rubric" },
        { "rubric-form", projectFile, "| Leg 3 | none |", "| Leg 3 | |", "| Leg 3" },
        { "rubric-form", projectFile, "| Leg 5 | none | bent | straight | and smooth |\n", "", "| criterion" },
        { "rubric-form", projectFile, "Pass mark: 9 of 15 points.\n", "", "## Rubric" },
        { "hint-count", projectFile, "### Hint: Leg 3 is short", "", "## When" },
        { "hint-heading", projectFile, "### Hint: Leg 3", "### Leg 3", "### Leg 3" },
        { "further-count", projectFile, "- *Another book*, an author: chapter 4.\n", "", "## Go" },
        { "sentence-length", projectFile, "It stands.", QByteArray("word ").repeated(33) + "end.", "word word" },
        { "text-repeated", projectFile, "## Steps\n", "## Steps\n\n" + fixture::prose(20, "why"), "Wordwhy1" },
        { "fence-word", projectFile, "```python run file=accept.py", "```python", "```python\n" },
        { "term-early", "terms.tsv", "widget\tdemo-b\twidgets", "legs\tdemo-d\tleg", "" },
    };
}

std::vector<Plant> plantsInText()
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
        { "text-alike", split, "### Variation\n", "### Variation\n\n" + fixture::prose(300, "key"), "\n\n## Unit: First" },
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

std::vector<Plant> allPlants()
{
    std::vector<Plant> all;
    for (const auto& plants : { plantsInYaml(), plantsInFrontMatter(), plantsInStructure(), plantsInProjects(), plantsInText() }) {
        all.insert(all.end(), plants.begin(), plants.end());
    }
    return all;
}

} // namespace

class tst_CourseCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNoFaultInACleanCourse();
    void namesEachPlantedFault_data();
    void namesEachPlantedFault();
    void plantsAFaultForEveryRule();
    void namesTheCycle();
    void namesTheLevels();
    void letsOutlinesBe();
    void acceptsDataWithoutAWord();
    void sortsByFileAndLine();
    void checksTheBundledCourseInTime();
};

void tst_CourseCheck::findsNoFaultInACleanCourse()
{
    const CourseFaults faults = checkCourse(cleanCourse());
    QVERIFY2(faults.empty(), qPrintable(describe(faults)));
}

void tst_CourseCheck::namesEachPlantedFault_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Plant& plant : allPlants()) {
        QTest::addRow("%s %d", plant.rule, index) << index;
        ++index;
    }
}

void tst_CourseCheck::namesEachPlantedFault()
{
    QFETCH(int, index);
    const Plant plant = allPlants()[static_cast<std::size_t>(index)];
    CourseFiles files = cleanCourse();
    QByteArray& bytes = files[QLatin1StringView(plant.file)];
    const qsizetype at = bytes.indexOf(plant.before);
    QVERIFY2(at >= 0, "the text to replace is not there");
    bytes.replace(at, plant.before.size(), plant.after);
    const bool isElsewhere = plant.onLine.isEmpty(); // the fault shows in the files that name this one
    const int line = isElsewhere ? 0 : lineOf(bytes, plant.onLine) + (plant.onLine.startsWith('\n') ? 1 : 0);
    QVERIFY2(line >= 0, "the line of the fault is not there");

    const CourseFaults faults = checkCourse(files);
    const auto found = std::find_if(faults.begin(), faults.end(), [&](const CourseFault& fault) {
        const bool isThere = fault.file == QLatin1StringView(plant.file) && fault.line == line;
        return fault.rule == QLatin1StringView(plant.rule) && (isElsewhere || isThere);
    });
    QVERIFY2(found != faults.end(),
        qPrintable(u"wanted %1:%2 %3, got\n"_s.arg(QLatin1StringView(plant.file)).arg(line).arg(QLatin1StringView(plant.rule))
            + describe(faults)));
    QVERIFY(found->message.size() > 10);
    QVERIFY(!found->mend.isEmpty());
}

void tst_CourseCheck::plantsAFaultForEveryRule()
{
    QSet<QByteArray> planted;
    for (const Plant& plant : allPlants()) {
        planted.insert(plant.rule);
    }
    QSet<QByteArray> known;
    for (const CourseRule& rule : ruleNames()) {
        QVERIFY2(planted.contains(rule.name), rule.name);
        QVERIFY2(!known.contains(rule.name), rule.name);
        known.insert(rule.name);
    }
    QCOMPARE(planted, known);
}

void tst_CourseCheck::namesTheCycle()
{
    CourseFiles files = cleanCourse();
    files[QLatin1StringView(lessonFile)].replace("prerequisites: []", "prerequisites:\n  - demo-s");
    const QString all = describe(checkCourse(files));
    QVERIFY2(all.contains(u"demo-a needs demo-s needs demo-d needs demo-b needs demo-a"_s), qPrintable(all));
}

void tst_CourseCheck::namesTheLevels()
{
    CourseFiles files = cleanCourse();
    files[u"skills/demo/demo-c.md"_s].replace("level: junior", "level: senior");
    files[QLatin1StringView(outline)].replace("level: junior", "level: senior");
    const CourseFaults faults = checkCourse(files);
    QCOMPARE(faults.size(), 2U); // a choice is too high only if every member is
    QCOMPARE(faults[0].file, QLatin1StringView(projectFile));
    QCOMPARE(faults[1].file, u"skills/demo/demo-d.md"_s);
    QVERIFY(faults[1].message.contains(u"\"tools\""_s));
}

void tst_CourseCheck::letsOutlinesBe()
{
    CourseFiles files = cleanCourse();
    QByteArray& bytes = files[QLatin1StringView(outline)];
    bytes.replace("sources:\n  - \"A book, an author\"\nreviewed: 2026-11-21\n", "").replace("versions:\n  - Python 3.11\n", "");
    QVERIFY(checkCourse(files).empty());
}

void tst_CourseCheck::acceptsDataWithoutAWord()
{
    CourseFiles files = cleanCourse();
    files[QLatin1StringView(lessonFile)].replace("Do it.\n\n## Checklist",
        "```json\n\"a\"\n```\n\n```text check file=a/b.txt\nx\n```\n\n```http check\nPOST /a HTTP/1.1\nContent-Length: "
        "4\n\nabcd\n```\n\n```yaml\na: &x 1\nb: *x\n```\n\n```json show (cut short)\n{\n```\n\n## Checklist");
    const CourseFaults faults = checkCourse(files);
    QVERIFY2(faults.empty(), qPrintable(describe(faults)));
}

void tst_CourseCheck::sortsByFileAndLine()
{
    CourseFiles files = cleanCourse();
    files[QLatin1StringView(lessonFile)].replace("## Variation", "## Variations").replace("{order}", "{sort}");
    files[QLatin1StringView(yaml)].replace("[start, demo-d]", "[start, demo-x]");
    const CourseFaults faults = checkCourse(files);
    QVERIFY(faults.size() >= 4);
    QCOMPARE(faults.front().file, u"course.yaml"_s);
    QVERIFY(std::is_sorted(faults.begin(), faults.end(),
        [](const CourseFault& a, const CourseFault& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); }));
}

void tst_CourseCheck::checksTheBundledCourseInTime()
{
    QElapsedTimer timer;
    timer.start();
    const auto faults = checkCourse(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    QVERIFY(faults);
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(faults->empty(), qPrintable(describe(*faults)));
}

QTEST_APPLESS_MAIN(tst_CourseCheck)
#include "tst_CourseCheck.moc"
