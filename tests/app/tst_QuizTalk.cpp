// SPDX-License-Identifier: GPL-3.0-or-later
// Typed answers in other forms than the key's, as the terminal takes and explains them.
#include <MemoryWorkspace.h>

#include <app/QuizTalk.h>
#include <session/Workspace.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// One skill, "skill", with one question.
domain::CourseContent courseOf(const QString& question)
{
    domain::CourseContent content;
    content.hash = u"hash"_s;
    content.course.id = u"course"_s;
    domain::Skill skill;
    skill.id = u"skill"_s;
    skill.hasLesson = true;
    const auto lesson = exchange::readLesson(u"## Quiz\n\n"_s + question);
    skill.questions = lesson ? lesson->questionIds() : QStringList();
    content.course.skills = { skill };
    content.lessons = { { skill.id, u"## Quiz\n\n"_s + question, {} } };
    return content;
}

struct Talk
{
    QString out;
    std::vector<domain::Attempt> attempts;
};

Talk talkOver(const QString& question, const QString& typed)
{
    const auto workspace
        = support::MemoryWorkspace(courseOf(question), { [] { return qint64 { 1'795'255'200'000 }; }, QTimeZone(5400) }).workspace;
    Talk talk;
    QString input = typed;
    QString err;
    QTextStream in(&input);
    QTextStream out(&talk.out);
    QTextStream errors(&err);
    app::Console console({ in, out, errors }, false);
    const app::Invocation invocation;
    const app::VerbCall call { invocation, console, workspace.get(), {} };
    if (app::QuizTalk(call, *app::questionsOf(*workspace, u"skill"_s)).run() != 0) {
        qFatal("the talk fails");
    }
    out.flush();
    for (const auto& of : workspace->progress().skill(u"skill"_s).attempts) {
        talk.attempts.insert(talk.attempts.end(), of.cbegin(), of.cend());
    }
    return talk;
}

const QString number = u"### How many seconds? {number}\n\n= 2.5 ± 0.1\n\nCounted.\n"_s;
const QString thousands = u"### How many rows? {number}\n\n= 1200\n\nCounted.\n"_s;
const QString words = u"### Which kind of join? {text}\n\n= `left outer join`\n\nIt keeps the left rows.\n"_s;
const QString code = u"### Which command? {text}\n\n= `git branch -D old`\n\nIt forces.\n"_s;
const QString quoted = u"### Which option? {text}\n\n= `--author=\"Ada\"`\n\nIt filters.\n"_s;
const QString line = u"### Which line fails? {line}\n\n```python show: it fails\na = 1\nb = a / 0\n```\n\n= 2\n\nBy zero.\n"_s;
const QString output = u"### What is printed? {predict}\n\n```python run\nprint(1)\nprint(2)\n```\n\n```output\n1\n2\n```\n\nBoth.\n"_s;

} // namespace

class tst_QuizTalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReadingAndItsRuleAreShown_data();
    void theReadingAndItsRuleAreShown();
    void anAnswerByTheKeyIsNotExplainedAway_data();
    void anAnswerByTheKeyIsNotExplainedAway();
    void whatCannotBeReadSaysWhyAndIsAskedAgain_data();
    void whatCannotBeReadSaysWhyAndIsAskedAgain();
    void anAttemptIsStoredAsTypedWithItsPlace();
};

void tst_QuizTalk::theReadingAndItsRuleAreShown_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read"); // empty: nothing was changed
    QTest::addColumn<QString>("rule"); // words of its sentence
    QTest::addColumn<bool>("right");
    const auto row = [](const char* name, const QString& question, const QString& typed, const QString& read, const QString& rule,
                         bool right = true) { QTest::newRow(name) << question << typed << read << rule << right; };
    row("decimal comma", number, u"2,5"_s, u"2.5"_s, u"comma before the decimals"_s);
    row("unit", number, u"2.5 seconds"_s, u"2.5"_s, u"such as the unit"_s);
    row("unit, shortened", number, u"2.5 s"_s, u"2.5"_s, u"such as the unit"_s);
    row("tolerance", number, u"2.55"_s, {}, u"as near to it"_s);
    row("wide digits", number, u"２.５"_s, u"2.5"_s, u"Other forms of a character"_s);
    row("blanks around a number", number, u"  2.5 "_s, u"2.5"_s, u"Blanks more or fewer"_s);
    row("a wrong number with a comma", number, u"3,5"_s, u"3.5"_s, u"comma before the decimals"_s, false);
    row("thousands", thousands, u"1 200"_s, u"1200"_s, u"Separators of thousands"_s);
    row("thousands with a comma", thousands, u"1,200"_s, u"1200"_s, u"Separators of thousands"_s);
    row("capitals", words, u"LEFT Outer Join"_s, u"left outer join"_s, u"Capitals do not count"_s);
    row("blanks", words, u"  left   outer join "_s, u"left outer join"_s, u"Blanks more or fewer"_s);
    row("wide letters", words, u"ｌｅｆｔ outer join"_s, u"left outer join"_s, u"Other forms of a character"_s);
    row("backticks and a full stop", words, u"`left outer join`."_s, u"left outer join"_s, u"Backticks around"_s);
    row("a prompt", code, u"$ git branch -D old"_s, u"git branch -D old"_s, u"Backticks around"_s);
    row("capitals of code", code, u"git branch -d old"_s, {}, u"capitals alone are wrong"_s, false);
    row("curly quotes and a dash", quoted, u"—author=“Ada”"_s, u"--author=\"Ada\""_s, u"Other forms of a character"_s);
    row("a word before the line", line, u"line 2"_s, u"2"_s, u"may stand beside the number"_s);
    row("blanks at the end of an output", output, u"1  \n2\n"_s, u"1\n2"_s, u"Blanks more or fewer"_s);
}

void tst_QuizTalk::theReadingAndItsRuleAreShown()
{
    QFETCH(QString, question);
    QFETCH(QString, typed);
    QFETCH(QString, read);
    QFETCH(QString, rule);
    QFETCH(bool, right);
    const Talk talk = talkOver(question, typed + u'\n');
    QCOMPARE(talk.attempts.size(), 1U);
    QCOMPARE(talk.attempts.front().right, right);
    QVERIFY2(talk.out.contains(right ? u"Right."_s : u"Not right."_s), qPrintable(talk.out));
    QVERIFY2(talk.out.contains(u"It was read as: "_s) != read.isEmpty(), qPrintable(talk.out));
    QVERIFY2(read.isEmpty() || talk.out.contains(u"It was read as: "_s + read + u'\n'), qPrintable(talk.out));
    QVERIFY2(talk.out.contains(rule), qPrintable(talk.out));
}

void tst_QuizTalk::anAnswerByTheKeyIsNotExplainedAway_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("typed");
    QTest::newRow("number") << number << u"2.5"_s;
    QTest::newRow("words") << words << u"left outer join"_s;
    QTest::newRow("code") << code << u"git branch -D old"_s;
    QTest::newRow("line") << line << u"2"_s;
    QTest::newRow("output") << output << u"1\n2\n"_s;
}

void tst_QuizTalk::anAnswerByTheKeyIsNotExplainedAway()
{
    QFETCH(QString, question);
    QFETCH(QString, typed);
    const QString out = talkOver(question, typed + u'\n').out;
    QVERIFY2(out.contains(u"1 of 1 right."_s), qPrintable(out));
    for (const QString& sentence : { u"read as"_s, u"do not count"_s, u"count as"_s, u"may stand"_s, u"as near"_s }) {
        QVERIFY2(!out.contains(sentence), qPrintable(out));
    }
}

void tst_QuizTalk::whatCannotBeReadSaysWhyAndIsAskedAgain_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("why");
    QTest::newRow("one of two numbers") << thousands << u"1.200"_s << u"one of two numbers"_s;
    QTest::newRow("another unit") << number << u"2.5 miles"_s << u"does not ask for that unit"_s;
    QTest::newRow("no number") << number << u"two"_s << u"cannot be read"_s;
    QTest::newRow("nothing") << words << u"  "_s << u"cannot be read"_s;
}

void tst_QuizTalk::whatCannotBeReadSaysWhyAndIsAskedAgain()
{
    QFETCH(QString, question);
    QFETCH(QString, typed);
    QFETCH(QString, why);
    const Talk talk = talkOver(question, typed + u"\nq\n"_s);
    QVERIFY2(talk.out.contains(why), qPrintable(talk.out));
    QVERIFY(talk.attempts.empty());
}

void tst_QuizTalk::anAttemptIsStoredAsTypedWithItsPlace()
{
    const Talk talk = talkOver(number, u" 2,5 s\n"_s);
    QCOMPARE(talk.attempts.size(), 1U);
    QCOMPARE(talk.attempts.front().answer, u" 2,5 s"_s);
    QCOMPARE(talk.attempts.front().offset, 90);
    QVERIFY(talk.attempts.front().first);
}

QTEST_GUILESS_MAIN(tst_QuizTalk)
#include "tst_QuizTalk.moc"
