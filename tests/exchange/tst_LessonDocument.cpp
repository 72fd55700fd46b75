// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonDocument.h>
#include <exchange/Limits.h>

#include <CourseFixture.h>

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using waymark::domain::EvidenceKind;

namespace {

LessonDocument lessonOf(const QString& body, int firstLine = 1)
{
    const auto lesson = readLesson(body, firstLine);
    return lesson ? *lesson : LessonDocument {};
}

QString describe(const CourseFaults& faults)
{
    QString text;
    for (const CourseFault& fault : faults) {
        text += u"%1 %2: %3\n"_s.arg(fault.line).arg(fault.rule, fault.message);
    }
    return text;
}

bool names(const CourseFaults& faults, const QString& rule, int line)
{
    return std::any_of(faults.begin(), faults.end(), [&](const CourseFault& f) { return f.rule == rule && f.line == line; });
}

QuizQuestion questionOf(const QString& text)
{
    const LessonDocument lesson = lessonOf(u"## Quiz\n\n"_s + text);
    return lesson.units.empty() || lesson.units[0].quiz.empty() ? QuizQuestion {} : lesson.units[0].quiz[0];
}

} // namespace

class tst_LessonDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsALessonWithoutFault();
    void readsUnitsAndTheClosingSection();
    void readsTasksWithMinutes();
    void readsChecklistItems();
    void keepsBarsInTheTextOfAnItem();
    void makesIdsFromWords();
    void readsAProject();
    void readsChoices();
    void readsOrder();
    void readsMatch();
    void readsNumber_data();
    void readsNumber();
    void readsAcceptedTexts();
    void readsTheLineOfACode();
    void readsPrediction();
    void readsCards();
    void oneIdIsWantedThousandsOfTimes();
    void aQuestionHasNoMoreOptionsThanAControlTakes_data();
    void aQuestionHasNoMoreOptionsThanAControlTakes();
    void namesFaults_data();
    void namesFaults();
    void findsTextBySection();
    void anyTextIsALesson();
};

void tst_LessonDocument::readsALessonWithoutFault()
{
    const LessonDocument lesson = lessonOf(QString::fromUtf8(fixture::lesson()), 18);
    QVERIFY2(lesson.faults.empty(), qPrintable(describe(lesson.faults)));
    QVERIFY(!lesson.isSplit);
    QCOMPARE(lesson.units.size(), 1U);
    QCOMPARE(lesson.units[0].sections.size(), 11U);
    QCOMPARE(lesson.units[0].sections[0].line, 19);
    QCOMPARE(lesson.units[0].section(SectionKind::WhyItMatters)->words, 80);
    QCOMPARE(lesson.units[0].section(SectionKind::GoFurther)->kind, SectionKind::GoFurther);
    QCOMPARE(lesson.units[0].taskMinutes(), 230);
    QCOMPARE(lesson.checklist().size(), 5U);
    QCOMPARE(lesson.units[0].quiz.size(), 4U);
    QCOMPARE(lesson.units[0].cards.size(), 6U);
}

void tst_LessonDocument::readsUnitsAndTheClosingSection()
{
    const LessonDocument lesson = lessonOf(QString::fromUtf8(fixture::splitLesson()));
    QVERIFY2(lesson.faults.empty(), qPrintable(describe(lesson.faults)));
    QVERIFY(lesson.isSplit);
    QCOMPARE(lesson.units.size(), 2U);
    QCOMPARE(lesson.units[1].title, u"Second half"_s);
    QCOMPARE(lesson.units[1].hours, 4.0);
    QCOMPARE(lesson.units[0].quiz.size(), 4U);
    QVERIFY(lesson.closing);
    QCOMPARE(lesson.checklist().size(), 10U);
}

void tst_LessonDocument::readsTasksWithMinutes()
{
    const LessonDocument lesson = lessonOf(u"## Task\n\n### Task: Rescue a (broken) project (110 min)\n\nDo.\n\n### Task: No time\n"_s);
    const auto& tasks = lesson.units.at(0).tasks;
    QCOMPARE(tasks.size(), 2U);
    QCOMPARE(tasks[0].title, u"Rescue a (broken) project"_s);
    QCOMPARE(tasks[0].minutes, 110);
    QCOMPARE(tasks[0].blocks.size(), 1U);
    QCOMPARE(tasks[1].minutes, 0);
    QVERIFY(names(lesson.faults, u"task-heading"_s, 7));
}

void tst_LessonDocument::readsChecklistItems()
{
    const LessonDocument lesson
        = lessonOf(u"## Checklist\n\n- [ ] I undid a commit with `git revert` | evidence: commit hash | id: revert-pushed\n"
                   "- [ ] I drew a plan | evidence: file\n- [ ] I drew a plan | evidence: sign-off\n"_s);
    const auto items = lesson.checklist();
    QVERIFY2(lesson.faults.empty(), qPrintable(describe(lesson.faults)));
    QCOMPARE(items.size(), 3U);
    QCOMPARE(items[0].id, u"revert-pushed"_s);
    QCOMPARE(items[0].text, u"I undid a commit with git revert"_s);
    QVERIFY(items[0].evidence == EvidenceKind::Commit);
    QCOMPARE(items[0].evidenceHint, u"commit hash"_s);
    QCOMPARE(items[1].id, u"drew-a-plan"_s);
    QCOMPARE(items[2].id, u"drew-a-plan-2"_s);
    QVERIFY(items[2].evidence == EvidenceKind::SignOff);
}

void tst_LessonDocument::keepsBarsInTheTextOfAnItem()
{
    const auto items = lessonOf(u"## Checklist\n\n- [ ] I ran `sort | uniq` twice | evidence: output | id: sort-uniq\n"_s).checklist();
    QCOMPARE(items.at(0).text, u"I ran sort | uniq twice"_s);
    QCOMPARE(items.at(0).id, u"sort-uniq"_s);
}

void tst_LessonDocument::readsAProject()
{
    const QByteArray file = fixture::project();
    const QString body = QString::fromUtf8(file.mid(file.indexOf("---\n\n") + 4));
    const auto project = readLesson(body, 1, LessonForm::Project);
    QVERIFY(project);
    QVERIFY2(project->faults.empty(), qPrintable(describe(project->faults)));
    QCOMPARE(project->units.size(), 1U);
    const LessonUnit& unit = project->units.front();
    QCOMPARE(unit.sections.size(), sectionsOf(LessonForm::Project).size());
    QCOMPARE(unit.tasks.size(), 5U);
    QCOMPARE(unit.tasks[1].title, u"Leg 2"_s);
    QCOMPARE(unit.taskMinutes(), 300);
    QCOMPARE(unit.checklist.size(), 6U);
    QCOMPARE(unit.hints.size(), 3U);
    QCOMPARE(unit.hints[0].title, u"Leg 1 is short"_s);
    QVERIFY(!unit.hints[0].blocks.empty());

    const auto asLesson = readLesson(body); // its sections are none of a lesson's
    QVERIFY(asLesson);
    QCOMPARE(asLesson->units.front().sections.size(), 1U); // "Go further" alone
}

void tst_LessonDocument::makesIdsFromWords()
{
    QCOMPARE(idFromWords(u"I split ONE file, in 2!"_s), u"split-one-file-in-2"_s);
    QVERIFY(idFromWords(u"word "_s.repeated(40)).size() <= 60);
    QVERIFY(isId(idFromWords(u"привет"_s)));
    QCOMPARE(idFromWords(u"привет"_s), idFromWords(u"привет"_s));
    QVERIFY(isId(u"a-1"_s));
    QVERIFY(!isId(u"A"_s));
    QVERIFY(!isId(u"a--b"_s));
    QVERIFY(!isId(u"-a"_s));
    QVERIFY(!isId(u"../a"_s));
    QVERIFY(!isId(QString()));
}

void tst_LessonDocument::readsChoices()
{
    const QuizQuestion single = questionOf(
        u"### What does `git status` print?\n\n```text show (why)\nx\n```\n\n- [ ] a\n\n  no\n- [x] b\n\n  yes\n\n  ```\n  c\n  ```\n"_s);
    QCOMPARE(single.kind, QuestionKind::Single);
    QCOMPARE(single.prompt.size(), 1U);
    QCOMPARE(single.options.size(), 2U);
    QVERIFY(single.options[1].right);
    QCOMPARE(plainText(single.options[1].text), u"b"_s);
    QCOMPARE(single.options[1].explanation.size(), 2U);
    QCOMPARE(single.id, u"what-does-git-status-print"_s);
    QCOMPARE(questionOf(u"### Which?\n\n- [x] a\n\n  y\n- [x] b\n\n  y\n"_s).kind, QuestionKind::ChooseAll);
}

void tst_LessonDocument::readsOrder()
{
    const QuizQuestion question = questionOf(u"### Put in order. {order}\n\n1. a\n2. `b`\n3. c\n\nBecause.\n"_s);
    QCOMPARE(question.kind, QuestionKind::Order);
    QCOMPARE(plainText(question.title), u"Put in order."_s);
    QCOMPARE(question.options.size(), 3U);
    QCOMPARE(plainText(question.options[1].text), u"b"_s);
    QCOMPARE(plainText(question.explanation), u"Because."_s);
}

void tst_LessonDocument::readsMatch()
{
    const QuizQuestion question = questionOf(u"### Match {match}\n\n| a | b |\n| --- | --- |\n| 1 | `x` |\n| 2 | y |\n\nBecause.\n"_s);
    QCOMPARE(question.kind, QuestionKind::Match);
    QCOMPARE(question.pairs.size(), 2U);
    QCOMPARE(plainText(question.pairs[0].second), u"x"_s);
}

void tst_LessonDocument::readsNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("number");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("tolerance") << u"= 42 ± 0.5"_s << 42.0 << 0.5;
    QTest::newRow("plain") << u"= -3.25"_s << -3.25 << 0.0;
    QTest::newRow("ascii") << u"=7 +- 1"_s << 7.0 << 1.0;
}

void tst_LessonDocument::readsNumber()
{
    QFETCH(QString, text);
    QFETCH(double, number);
    QFETCH(double, tolerance);
    const QuizQuestion question = questionOf(u"### How many? {number}\n\n%1\n\nBecause.\n"_s.arg(text));
    QCOMPARE(question.kind, QuestionKind::Number);
    QCOMPARE(question.number, number);
    QCOMPARE(question.tolerance, tolerance);
}

void tst_LessonDocument::readsAcceptedTexts()
{
    const QuizQuestion question = questionOf(u"### Which command? {text}\n\n= `git revert` `git revert HEAD`\n\nBecause.\n"_s);
    QCOMPARE(question.accepted, (QStringList { u"git revert"_s, u"git revert HEAD"_s }));
}

void tst_LessonDocument::readsTheLineOfACode()
{
    const QuizQuestion question = questionOf(u"### Which line? {line}\n\n```python check\na\nb\n```\n\n= 2\n\nBecause.\n"_s);
    QCOMPARE(question.answerLine, 2);
    QCOMPARE(question.prompt.size(), 1U);
}

void tst_LessonDocument::readsPrediction()
{
    const QuizQuestion question = questionOf(u"### What? {predict}\n\n```python run\nprint(1)\n```\n\n```output\n1\n```\n\nBecause.\n"_s);
    QCOMPARE(question.kind, QuestionKind::Predict);
    QCOMPARE(question.output, u"1\n"_s);
    QCOMPARE(question.prompt.size(), 1U);
}

void tst_LessonDocument::readsCards()
{
    const LessonDocument lesson
        = lessonOf(u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n| 401 or 403: who? | `401` |\n| 401 or 403: who? | b |\n"_s);
    const auto& cards = lesson.units.at(0).cards;
    QCOMPARE(cards.size(), 2U);
    QCOMPARE(cards[0].line, 5);
    QCOMPARE(plainText(cards[0].back), u"401"_s);
    QCOMPARE(cards[0].id, u"401-or-403-who"_s);
    QCOMPARE(cards[1].id, u"401-or-403-who-2"_s);
}

/// Numbers go on where they have come to, around those that are written.
void tst_LessonDocument::oneIdIsWantedThousandsOfTimes()
{
    constexpr int count = 9'000;
    const QString once = u"| Who? | I |\n"_s;
    const LessonDocument lesson = lessonOf(u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n| Who 3 | I |\n"_s + once.repeated(2'000));
    const auto& cards = lesson.units.at(0).cards;
    QCOMPARE(cards[1].id, u"who"_s);
    QCOMPARE(cards[2].id, u"who-2"_s);
    QCOMPARE(cards[3].id, u"who-4"_s);
    QCOMPARE(cards[2'000].id, u"who-2001"_s);
    const LessonDocument items = lessonOf(u"## Checklist\n\n"_s + u"- [ ] I did\n\n"_s.repeated(count));
    QCOMPARE(items.units.at(0).checklist.at(count - 1).item.id, u"did-%1"_s.arg(count));
}

void tst_LessonDocument::aQuestionHasNoMoreOptionsThanAControlTakes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("option");
    QTest::newRow("options") << QString() << u"- [x] a\n\n  b\n"_s << u"- [ ] c\n\n  d\n"_s;
    QTest::newRow("entries") << u" {order}"_s << u"1. a\n"_s << u"1. c\n"_s;
    QTest::newRow("pairs") << u" {match}"_s << u"| a | b |\n| --- | --- |\n| c | d |\n"_s << u"| e | f |\n"_s;
}

void tst_LessonDocument::aQuestionHasNoMoreOptionsThanAControlTakes()
{
    QFETCH(QString, kind);
    QFETCH(QString, before);
    QFETCH(QString, option);
    const auto questionOf = [&](int options) {
        return lessonOf(u"## Quiz\n\n### Which?"_s + kind + u"\n\n"_s + before + option.repeated(options - 1) + u"\nBecause.\n"_s);
    };
    const auto sizeOf = [](const LessonDocument& lesson) {
        const QuizQuestion& question = lesson.units.at(0).quiz.at(0);
        return static_cast<int>(question.options.size() + question.pairs.size());
    };
    QCOMPARE(sizeOf(questionOf(limits::questionOptions)), limits::questionOptions);
    const auto isShape = [](const CourseFault& fault) { return fault.rule == u"quiz-shape"; };
    QVERIFY(std::ranges::none_of(questionOf(limits::questionOptions).faults, isShape));
    QCOMPARE(sizeOf(questionOf(limits::questionOptions + 1)), limits::questionOptions);
    QVERIFY(std::ranges::any_of(questionOf(limits::questionOptions + 1).faults, isShape));
}

void tst_LessonDocument::namesFaults_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");
    QTest::newRow("text before the first section") << u"hello\n\n## Quiz\n"_s << u"section-outside"_s << 1;
    QTest::newRow("unknown section") << u"## Quizz\n"_s << u"section-unknown"_s << 1;
    QTest::newRow("a title") << u"# Quiz 1\n"_s << u"section-unknown"_s << 1;
    QTest::newRow("wrong order") << u"## Mental model\n\na\n\n## Why it matters\n"_s << u"section-order"_s << 5;
    QTest::newRow("twice") << u"## Task\n\n## Task\n"_s << u"section-twice"_s << 3;
    QTest::newRow("unit without hours") << u"## Unit: A\n"_s << u"unit-heading"_s << 1;
    QTest::newRow("section beside units") << u"## Unit: A (2 h)\n\n## Quiz\n"_s << u"section-order"_s << 3;
    QTest::newRow("text before the units") << u"### Task\n\n## Unit: A (2 h)\n"_s << u"section-outside"_s << 1;
    QTest::newRow("item without box") << u"## Checklist\n\n- I did | evidence: file\n"_s << u"checklist-form"_s << 3;
    QTest::newRow("item without evidence") << u"## Checklist\n\n- [ ] I did\n"_s << u"checklist-evidence"_s << 3;
    QTest::newRow("unknown evidence") << u"## Checklist\n\n- [ ] I did | evidence: proof\n"_s << u"checklist-evidence"_s << 3;
    QTest::newRow("bad id") << u"## Checklist\n\n- [ ] I did | evidence: file | id: Bad_Id\n"_s << u"checklist-id"_s << 3;
    QTest::newRow("same id") << u"## Checklist\n\n- [ ] I did | evidence: file | id: a\n- [ ] I ran | evidence: file | id: a\n"_s
                             << u"checklist-id"_s << 4;
    QTest::newRow("unknown kind") << u"## Quiz\n\n### Which? {chose}\n\n- [x] a\n\n  b\n- [ ] a\n\n  b\n"_s << u"quiz-kind"_s << 3;
    QTest::newRow("no right answer") << u"## Quiz\n\n### Which?\n\n- [ ] a\n\n  b\n- [ ] c\n\n  d\n"_s << u"quiz-answer"_s << 3;
    QTest::newRow("no explanation") << u"## Quiz\n\n### Which?\n\n- [x] a\n\n  b\n- [ ] c\n"_s << u"quiz-explanation"_s << 8;
    QTest::newRow("no explanation of a number") << u"## Quiz\n\n### Which? {number}\n\n= 1\n"_s << u"quiz-explanation"_s << 3;
    QTest::newRow("no answers") << u"## Quiz\n\n### Which?\n\ntext\n"_s << u"quiz-shape"_s << 3;
    QTest::newRow("one option") << u"## Quiz\n\n### Which?\n\n- [x] a\n\n  b\n"_s << u"quiz-shape"_s << 3;
    QTest::newRow("no number") << u"## Quiz\n\n### Which? {number}\n\n= many\n\nb\n"_s << u"quiz-shape"_s << 3;
    QTest::newRow("line outside the code") << u"## Quiz\n\n### Which? {line}\n\n```python check\na\n```\n\n= 2\n\nb\n"_s << u"quiz-shape"_s
                                           << 3;
    QTest::newRow("no code") << u"## Quiz\n\n### Which? {line}\n\n= 2\n\nb\n"_s << u"quiz-shape"_s << 3;
    QTest::newRow("no accepted form") << u"## Quiz\n\n### Which? {text}\n\n= git\n\nb\n"_s << u"quiz-shape"_s << 3;
    QTest::newRow("cards as a list") << u"## Flashcards\n\n- a\n"_s << u"card-form"_s << 1;
    QTest::newRow("empty card") << u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n| a |  |\n"_s << u"card-form"_s << 5;
}

void tst_LessonDocument::namesFaults()
{
    QFETCH(QString, body);
    QFETCH(QString, rule);
    QFETCH(int, line);
    const LessonDocument lesson = lessonOf(body);
    QVERIFY2(names(lesson.faults, rule, line), qPrintable(describe(lesson.faults)));
    QVERIFY(!lesson.faults.front().mend.isEmpty());
}

void tst_LessonDocument::findsTextBySection()
{
    const auto sections = lessonOf(u"## Unit: A (2 h)\n\n### Key ideas\n\nThe **idea**.\n\n## Go further\n\n- Book\n"_s).searchSections();
    QCOMPARE(sections.size(), 2U);
    QCOMPARE(sections[0].heading, u"A: Key ideas"_s);
    QCOMPARE(sections[0].text, u"The idea."_s);
    QCOMPARE(sections[1].heading, u"Go further"_s);
    const auto items = lessonOf(u"## Checklist\n\n- [ ] I ran `sort` | evidence: output | id: sort-uniq\n"_s).searchSections();
    QCOMPARE(items.front().text, u"I ran sort"_s); // as it is shown, without evidence and id
}

void tst_LessonDocument::anyTextIsALesson()
{
    const auto piece = rc::gen::elementOf(std::vector<std::string> { "## Unit: A (2 h)\n", "## ", "### ", "#### ", "Task\n\n", "Quiz\n\n",
        "Checklist\n\n", "Flashcards\n\n", "Go further\n\n", "Task: a (3 min)\n\n", "Which? {line}\n\n", "Which? {order}\n\n", "{", "}",
        "{number}\n", "- [ ] ", "- [x] ", "1. a\n", "= 3\n\n", "= `a`\n\n", "| Front | Back |\n|---|---|\n", "| a | b |\n",
        " | evidence: file", " | id: a", "```python run\n", "```output\n", "```\n", "\n\n", "text ", "  " });
    const bool holds = rc::check("every text is a lesson with at least one unit", [&] {
        std::string text;
        for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) {
            text += part;
        }
        const auto lesson = readLesson(QString::fromStdString(text));
        RC_ASSERT(lesson.has_value());
        RC_ASSERT(!lesson->units.empty());
        (void)lesson->searchSections();
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_LessonDocument)
#include "tst_LessonDocument.moc"
