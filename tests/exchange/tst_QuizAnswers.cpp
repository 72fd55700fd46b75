// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CleanText.h>
#include <exchange/CourseSource.h>
#include <exchange/QuizAnswers.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;

namespace {

using Flags = std::vector<bool>;

Inlines words(const QString& text)
{
    Inline run;
    run.text = text;
    return { run };
}

Blocks paragraph(const QString& text)
{
    Block block;
    block.inlines = words(text);
    return { block };
}

QuizQuestion asking(QuestionKind kind, const QString& title = u"How many?"_s)
{
    QuizQuestion question;
    question.kind = kind;
    question.title = words(title);
    return question;
}

/// Options by their words; those that begin with "+" are right.
QuizQuestion withOptions(QuestionKind kind, const QStringList& options)
{
    QuizQuestion question = asking(kind);
    for (const QString& option : options) {
        question.options.push_back({ paragraph(option), option.startsWith(u'+'), {}, 0 });
    }
    return question;
}

QuizQuestion withPairs(const QStringList& rights)
{
    QuizQuestion question = asking(QuestionKind::Match);
    for (const QString& right : rights) {
        question.pairs.emplace_back(words(QString::number(question.pairs.size())), words(right));
    }
    return question;
}

QuizQuestion withNumber(double number, double tolerance, const QString& title = u"How many?"_s)
{
    QuizQuestion question = asking(QuestionKind::Number, title);
    question.number = number;
    question.tolerance = tolerance;
    return question;
}

QuizQuestion accepting(const QStringList& forms)
{
    QuizQuestion question = asking(QuestionKind::Text);
    question.accepted = forms;
    return question;
}

QuizQuestion atLine(int line)
{
    QuizQuestion question = asking(QuestionKind::Line, u"Which line fails?"_s);
    question.answerLine = line;
    return question;
}

QuizQuestion printing(const QString& output)
{
    QuizQuestion question = asking(QuestionKind::Predict);
    question.output = output;
    return question;
}

QuizAnswer chosen(const std::vector<int>& places)
{
    return { places, {}, {}, {} };
}

QuizAnswer typed(const QString& text)
{
    return { {}, {}, {}, text };
}

enum Outcome { Right, Wrong, Unreadable };

Outcome outcomeOf(const Verdict& verdict)
{
    return !verdict.readable ? Unreadable : verdict.right ? Right : Wrong;
}

QString anyText()
{
    static const auto piece = rc::gen::element<std::string>("0", "1", "7", "42", ",", ".", " ", "'", "-", "+", "e", "E", "%", "git ",
        "Word", "`", "$ ", "\n", "\t", "“", "—", "²", "½", "٣", "\u202E", "\u200B", "SELECT ", "NULL", "(", ")", "\"", "é", "é", "😀");
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) {
        text += part;
    }
    QString answer = QString::fromStdString(text);
    if (*rc::gen::inRange(0, 8) == 0) {
        answer += QChar(*rc::gen::inRange<char16_t>(0, 0xFFFF)); // a lone surrogate at times
    }
    return answer;
}

QuizQuestion anyQuestion()
{
    QuizQuestion question = asking(static_cast<QuestionKind>(*rc::gen::inRange(0, 8)), anyText());
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        question.options.push_back({ paragraph(anyText()), *rc::gen::arbitrary<bool>(), {}, 0 });
        question.pairs.emplace_back(words(anyText()), words(anyText()));
        question.accepted.push_back(anyText());
    }
    question.number = *rc::gen::arbitrary<double>();
    question.tolerance = *rc::gen::arbitrary<double>();
    question.answerLine = *rc::gen::arbitrary<int>();
    question.output = anyText();
    return question;
}

QuizAnswer anyAnswer()
{
    const auto places
        = [] { return *rc::gen::container<std::vector<int>>(rc::gen::oneOf(rc::gen::inRange(-2, 8), rc::gen::arbitrary<int>())); };
    return { places(), places(), places(), anyText() };
}

/// The same words as another hand may type them.
QString retyped(const QString& text)
{
    QString other;
    for (const QChar c : text) {
        const int way = *rc::gen::inRange(0, 4);
        if (c == u' ') {
            other += way == 0 ? u"  "_s : way == 1 ? QString(QChar(0x00A0)) : way == 2 ? u"\t"_s : u" "_s;
        } else if (way == 0) {
            other += c.toUpper();
        } else if (way == 1 && c > u' ' && c.unicode() < 0x7F) {
            other += QChar(static_cast<char16_t>(c.unicode() + 0xFEE0)); // the wide form
        } else {
            other += c;
        }
    }
    const int around = *rc::gen::inRange(0, 4);
    return around == 0 ? u" "_s + other : around == 1 ? u"`%1`"_s.arg(other) : around == 2 ? other + u'.' : other;
}

} // namespace

class tst_QuizAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesChoices_data();
    void judgesChoices();
    void judgesAnOrder_data();
    void judgesAnOrder();
    void judgesPairs_data();
    void judgesPairs();
    void judgesNumbers_data();
    void judgesNumbers();
    void judgesWords_data();
    void judgesWords();
    void judgesLines_data();
    void judgesLines();
    void judgesOutputs_data();
    void judgesOutputs();
    void readsNoEndlessAnswer();
    void wordsStayRightInAnotherHand();
    void numbersStayRightInAnotherNotation();
    void judgesAnythingWithoutFail();
    void shufflesAlikeAndNeverInOrder();
    void keysOfTheBundledCourseAreRight();
};

void tst_QuizAnswers::judgesChoices_data()
{
    QTest::addColumn<QuestionKind>("kind");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<std::vector<int>>("places");
    QTest::addColumn<bool>("right");
    QTest::addColumn<Flags>("parts");

    const QStringList one { u"a"_s, u"+b"_s, u"c"_s };
    const QStringList two { u"+a"_s, u"b"_s, u"+c"_s };
    const auto single = QuestionKind::Single;
    const auto several = QuestionKind::ChooseAll;
    QTest::newRow("the right one") << single << one << std::vector { 1 } << true << Flags { true, true, true };
    QTest::newRow("the right one twice") << single << one << std::vector { 1, 1 } << true << Flags { true, true, true };
    QTest::newRow("a wrong one") << single << one << std::vector { 0 } << false << Flags { false, false, true };
    QTest::newRow("the right one and another") << single << one << std::vector { 1, 2 } << false << Flags { true, true, false };
    QTest::newRow("none") << single << one << std::vector<int> {} << false << Flags { true, false, true };
    QTest::newRow("outside") << single << one << std::vector { 1, 3 } << false << Flags { true, true, true };
    QTest::newRow("negative") << single << one << std::vector { -1 } << false << Flags { true, false, true };
    QTest::newRow("the exact set") << several << two << std::vector { 2, 0 } << true << Flags { true, true, true };
    QTest::newRow("one too few") << several << two << std::vector { 0 } << false << Flags { true, true, false };
    QTest::newRow("one too many") << several << two << std::vector { 0, 1, 2 } << false << Flags { true, false, true };
    QTest::newRow("no key, none chosen") << several << QStringList { u"a"_s } << std::vector<int> {} << false << Flags { true };
    QTest::newRow("no options") << several << QStringList {} << std::vector<int> {} << false << Flags {};
}

void tst_QuizAnswers::judgesChoices()
{
    QFETCH(const QuestionKind, kind);
    QFETCH(const QStringList, options);
    QFETCH(const std::vector<int>, places);
    const Verdict verdict = judge(withOptions(kind, options), chosen(places));
    QTEST(verdict.right, "right");
    QTEST(verdict.partRight, "parts");
    QVERIFY(verdict.readable);
    QVERIFY(verdict.read.isEmpty());
}

void tst_QuizAnswers::judgesAnOrder_data()
{
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<std::vector<int>>("places");
    QTest::addColumn<bool>("right");
    QTest::addColumn<Flags>("parts");

    const QStringList three { u"a"_s, u"b"_s, u"c"_s };
    const QStringList twins { u"build"_s, u"test"_s, u"build"_s };
    QTest::newRow("right") << three << std::vector { 0, 1, 2 } << true << Flags { true, true, true };
    QTest::newRow("two swapped") << three << std::vector { 0, 2, 1 } << false << Flags { true, false, false };
    QTest::newRow("too short") << three << std::vector { 0, 1 } << false << Flags { true, true, false };
    QTest::newRow("too long") << three << std::vector { 0, 1, 2, 0 } << false << Flags { true, true, true };
    QTest::newRow("outside") << three << std::vector { 0, 1, 9 } << false << Flags { true, true, false };
    QTest::newRow("entries alike may change places") << twins << std::vector { 2, 1, 0 } << true << Flags { true, true, true };
    QTest::newRow("but not stand twice") << twins << std::vector { 2, 1, 2 } << false << Flags { true, true, true };
    QTest::newRow("nothing to order") << QStringList {} << std::vector<int> {} << false << Flags {};
}

void tst_QuizAnswers::judgesAnOrder()
{
    QFETCH(const QStringList, entries);
    QFETCH(const std::vector<int>, places);
    const Verdict verdict = judge(withOptions(QuestionKind::Order, entries), { {}, places, {}, {} });
    QTEST(verdict.right, "right");
    QTEST(verdict.partRight, "parts");
}

void tst_QuizAnswers::judgesPairs_data()
{
    QTest::addColumn<QStringList>("rights");
    QTest::addColumn<std::vector<int>>("places");
    QTest::addColumn<bool>("right");
    QTest::addColumn<Flags>("parts");

    const QStringList three { u"x"_s, u"y"_s, u"z"_s };
    const QStringList classes { u"safe"_s, u"unsafe"_s, u"safe"_s };
    QTest::newRow("right") << three << std::vector { 0, 1, 2 } << true << Flags { true, true, true };
    QTest::newRow("swapped") << three << std::vector { 1, 0, 2 } << false << Flags { false, false, true };
    QTest::newRow("one left open") << three << std::vector { 0, -1, 2 } << false << Flags { true, false, true };
    QTest::newRow("right sides alike") << classes << std::vector { 2, 1, 0 } << true << Flags { true, true, true };
    QTest::newRow("one right side for both") << classes << std::vector { 0, 1, 0 } << true << Flags { true, true, true };
    QTest::newRow("outside") << three << std::vector { 0, 1, 2147483647 } << false << Flags { true, true, false };
    QTest::newRow("nothing") << three << std::vector<int> {} << false << Flags { false, false, false };
}

void tst_QuizAnswers::judgesPairs()
{
    QFETCH(const QStringList, rights);
    QFETCH(const std::vector<int>, places);
    const Verdict verdict = judge(withPairs(rights), { {}, {}, places, {} });
    QTEST(verdict.right, "right");
    QTEST(verdict.partRight, "parts");
}

void tst_QuizAnswers::judgesNumbers_data()
{
    QTest::addColumn<QuizQuestion>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<AnswerRules>("rules");
    QTest::addColumn<QString>("read");

    const auto row = [](double key, double tolerance, const QString& answer, Outcome outcome, AnswerRules rules = {},
                         const QString& read = {}, const QString& title = u"How many?"_s) {
        QTest::addRow("%d: %s for %g in \"%s\"", static_cast<int>(outcome), qUtf8Printable(withHiddenShown(answer.left(30))), key,
            qUtf8Printable(title))
            << withNumber(key, tolerance, title) << answer << outcome << rules << read;
    };
    using enum AnswerRule;
    row(42, 0, u"42"_s, Right);
    row(42, 0, u"43"_s, Wrong);
    row(42, 0, u"+42"_s, Right, {}, u"42"_s);
    row(42, 0, u" 42 "_s, Right, Spaces, u"42"_s);
    row(42, 0, u"42.0"_s, Right);
    row(42, 0, u"42."_s, Right, Marks, u"42"_s);
    row(42, 0, u"`42`"_s, Right, Marks, u"42"_s);
    row(42, 0, u"042"_s, Right);
    row(-3, 0, u"-3"_s, Right);
    row(-3, 0, u"−3"_s, Right, UnicodeForm, u"-3"_s);
    row(-3, 0, u"– 3"_s, Right, UnicodeForm, u"-3"_s);
    row(-3, 0, u"3"_s, Wrong);

    row(0.5, 0, u"0,5"_s, Right, DecimalComma, u"0.5"_s);
    row(0.5, 0, u".5"_s, Right, {}, u"0.5"_s);
    row(0.5, 0, u"0,500"_s, Right, DecimalComma, u"0.500"_s);
    row(12.8, 0, u"12,8"_s, Right, DecimalComma, u"12.8"_s);
    row(12.8, 0, u"12,9"_s, Wrong, DecimalComma, u"12.9"_s);
    row(1234.567, 0, u"1234,567"_s, Right, DecimalComma, u"1234.567"_s);

    row(1200, 0, u"1,200"_s, Right, Grouping, u"1200"_s);
    row(1200, 0, u"1.200"_s, Unreadable, Ambiguous);
    row(1.2, 0, u"1.200"_s, Right);
    row(1.2, 0, u"1,200"_s, Unreadable, Ambiguous);
    row(7, 0, u"1,200"_s, Wrong, Grouping, u"1200"_s);
    row(28000, 0, u"28 000"_s, Right, Grouping, u"28000"_s);
    row(28000, 0, u"28\u2009000"_s, Right, UnicodeForm | Grouping, u"28000"_s);
    row(28000, 0, u"28\u202F000"_s, Right, UnicodeForm | Grouping, u"28000"_s);
    row(28000, 0, u"28'000"_s, Right, Grouping, u"28000"_s);
    row(28000, 0, u"28’000"_s, Right, UnicodeForm | Grouping, u"28000"_s);
    row(28000, 0, u"28_000"_s, Right, Grouping, u"28000"_s);
    row(1234567, 0, u"1,234,567"_s, Right, Grouping, u"1234567"_s);
    row(1234567, 0, u"1.234.567"_s, Right, Grouping, u"1234567"_s);
    row(1234.5, 0, u"1,234.5"_s, Right, Grouping, u"1234.5"_s);
    row(1234.5, 0, u"1.234,5"_s, Right, Grouping | DecimalComma, u"1234.5"_s);
    row(1234.5, 0, u"1 234,5"_s, Right, Grouping | DecimalComma, u"1234.5"_s);
    row(24, 0, u"2 4"_s, Unreadable);
    row(240, 0, u"2.4.0"_s, Unreadable);
    row(1234, 0, u"12,34,5"_s, Unreadable);
    row(1234, 0, u"1.234,567.8"_s, Unreadable);
    row(1234, 0, u"1'234 567"_s, Unreadable);
    row(12, 0, u"1,2.3"_s, Unreadable);
    row(5, 0, u"5,"_s, Unreadable);

    row(1200, 0, u"1.2e3"_s, Right);
    row(1200, 0, u"1,2E+3"_s, Right, DecimalComma, u"1.2E+3"_s);
    row(0.012, 0, u"12e-3"_s, Right);
    row(300, 0, u"1e999"_s, Wrong);
    row(300, 0, u"-1e999"_s, Wrong);
    row(300, 1e308, u"1e999"_s, Wrong);
    row(300, 0, u"1e-999"_s, Wrong);

    row(3.3, 0.05, u"3.35"_s, Right, Tolerance);
    row(3.3, 0.05, u"3.25"_s, Right, Tolerance);
    row(3.3, 0.05, u"3.351"_s, Wrong);
    row(180, 20, u"200"_s, Right, Tolerance);
    row(180, 20, u"200.1"_s, Wrong);
    row(180, 20, u"180"_s, Right);
    row(1e9, 0, u"1000000000.5"_s, Wrong);

    row(3.3, 0, u"3.3 %"_s, Right, Unit, u"3.3"_s, u"What per cent fails?"_s);
    row(3.3, 0, u"3,3%"_s, Right, Unit | DecimalComma, u"3.3"_s, u"How many percent?"_s);
    row(3.3, 0, u"3.3 percent"_s, Right, Unit, u"3.3"_s, u"How many %?"_s);
    row(3.3, 0, u"3.3 %"_s, Unreadable, UnknownUnit);
    row(15, 0, u"15 minutes"_s, Right, Unit, u"15"_s, u"How many minutes are left?"_s);
    row(15, 0, u"15 min."_s, Right, Unit | Marks, u"15"_s, u"After how many minutes?"_s);
    row(1, 0, u"1 Minute"_s, Right, Unit, u"1"_s, u"After how many minutes?"_s);
    row(14, 0, u"14min"_s, Right, Unit, u"14"_s, u"How many minutes are left?"_s);
    row(1200, 0, u"1.2 s"_s, Unreadable, UnknownUnit, {}, u"What is it in ms?"_s);
    row(1200, 0, u"1,200 ms"_s, Right, Unit | Grouping, u"1200"_s, u"What is it in ms?"_s);
    row(500, 0, u"500 GiB-seconds"_s, Right, Unit, u"500"_s, u"How many GiB-seconds are billed?"_s);
    row(2, 0, u"2 s"_s, Unreadable, UnknownUnit, {}, u"How long is Nia's name?"_s);
    row(12, 0, u"12 apples"_s, Unreadable, UnknownUnit, {}, u"How many pears?"_s);

    row(36, 0, u"٣٦"_s, Right, UnicodeForm, u"36"_s);
    row(3.5, 0, u"٣٫٥"_s, Right, UnicodeForm, u"3.5"_s);
    row(1234, 0, u"١٬٢٣٤"_s, Right, UnicodeForm | Grouping, u"1234"_s);
    row(36, 0, u"३६"_s, Right, UnicodeForm, u"36"_s);
    row(36, 0, u"\uFF13\uFF16"_s, Right, UnicodeForm, u"36"_s);
    row(36, 0, u"𝟛𝟞"_s, Right, UnicodeForm, u"36"_s);
    row(36, 0, u"\u202E36\u202C"_s, Right, UnicodeForm, u"36"_s);
    row(36, 0, u"\u200B36"_s, Right, UnicodeForm, u"36"_s);
    row(36, 0, u"3"_s + QChar(0) + u"6"_s, Right, UnicodeForm, u"36"_s);
    row(102, 0, u"10²"_s, Unreadable);
    row(5, 0, u"5 €"_s, Unreadable, UnknownUnit);
    row(0.5, 0, u"½"_s, Unreadable);

    row(0, 0, {}, Unreadable);
    row(0, 0, u"  \n"_s, Unreadable);
    row(0, 0, u"none"_s, Unreadable);
    row(0, 0, u"NaN"_s, Unreadable);
    row(0, 0, u"nan"_s, Unreadable);
    row(0, 0, u"inf"_s, Unreadable);
    row(0, 0, u"-inf"_s, Unreadable);
    row(16, 0, u"0x10"_s, Unreadable);
    row(0, 0, u"10^400"_s, Unreadable);
    row(0, 0, u"1/2"_s, Unreadable);
    row(5, 0, u"--5"_s, Unreadable);
    row(0, 0, u"1"_s + QString(400, u'0'), Unreadable);
    row(0, 0, u"-"_s, Unreadable);
    row(0, 0, u"."_s, Unreadable);
    row(std::numeric_limits<double>::quiet_NaN(), 0, u"0"_s, Wrong);
    row(std::numeric_limits<double>::infinity(), 0, u"1e999"_s, Wrong);
}

void tst_QuizAnswers::judgesNumbers()
{
    QFETCH(const QuizQuestion, question);
    QFETCH(const QString, answer);
    const Verdict verdict = judge(question, typed(answer));
    const Outcome outcome = outcomeOf(verdict);
    QTEST(outcome, "outcome");
    QTEST(verdict.rules, "rules");
    QTEST(verdict.read, "read");
    QVERIFY(verdict.partRight.empty());
    QVERIFY(verdict.readable || !verdict.right);
}

void tst_QuizAnswers::judgesWords_data()
{
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<AnswerRules>("rules");
    QTest::addColumn<QString>("read");

    const auto row
        = [](const QStringList& forms, const QString& answer, Outcome outcome, AnswerRules rules = {}, const QString& read = {}) {
              QTest::addRow(
                  "%d: %s for %s", static_cast<int>(outcome), qUtf8Printable(withHiddenShown(answer)), qUtf8Printable(forms.join(u" or ")))
                  << forms << answer << outcome << rules << read;
          };
    using enum AnswerRule;
    const QStringList squash { u"squash"_s, u"squash and merge"_s, u"git merge --squash"_s };
    row(squash, u"squash"_s, Right);
    row(squash, u"Squash and merge"_s, Right, Case, u"squash and merge"_s);
    row(squash, u" squash  and merge "_s, Right, Spaces, u"squash and merge"_s);
    row(squash, u"Squash and\u00A0Merge."_s, Right, Case | UnicodeForm | Marks, u"squash and merge"_s);
    row(squash, u"rebase"_s, Wrong);
    row(squash, u"GIT merge --squash"_s, Wrong, CaseMatters);
    row(squash, u"git merge —squash"_s, Right, UnicodeForm, u"git merge --squash"_s);
    row(squash, u"squash merge and"_s, Wrong);
    row(squash, {}, Unreadable);
    row(squash, u" \t"_s, Unreadable);
    row(squash, u"\u200B"_s, Unreadable);
    row({}, u"x"_s, Wrong);
    row({ QString() }, {}, Unreadable);

    const QStringList revert { u"git revert"_s, u"git revert HEAD"_s };
    row(revert, u"git revert"_s, Right);
    row(revert, u"Git revert"_s, Wrong, CaseMatters);
    row(revert, u"git revert head"_s, Wrong, CaseMatters);
    row(revert, u"$ git revert"_s, Right, Marks, u"git revert"_s);
    row(revert, u"`git revert HEAD`"_s, Right, Marks, u"git revert HEAD"_s);
    row(revert, u"``$ git  revert``."_s, Right, Marks | Spaces, u"git revert"_s);
    row(revert, u"git revert\u202E"_s, Right, UnicodeForm, u"git revert"_s);
    row(revert, u"git"_s + QChar(0) + u" revert"_s, Right, UnicodeForm, u"git revert"_s);
    row(revert, u"git reset."_s, Wrong, Marks, u"git reset"_s);
    row({ u"git"_s }, u"Git"_s, Right, Case, u"git"_s);
    row({ u"pwd"_s }, u"PWD"_s, Wrong, CaseMatters);
    row({ u"$ git"_s }, u"$ git"_s, Right);
    row({ u"$ git"_s }, u"git"_s, Wrong);
    row({ u"`"_s }, u"`"_s, Right);
    row({ u"git add ."_s }, u"git add ."_s, Right);
    row({ u"git add ."_s }, u"git add"_s, Wrong);
    row({ u"git add ."_s }, u" git add ."_s, Right, Spaces, u"git add ."_s);
    row({ u"$ git"_s }, u" $ git"_s, Right, Spaces, u"$ git"_s);
    row({ u"`a`"_s }, u" `a`"_s, Right, Spaces, u"`a`"_s);
    row({ u"`a`"_s }, u" a"_s, Wrong, Spaces, u"a"_s);
    row({ u"git add .."_s }, u"git add ..."_s, Wrong);

    row({ u"Allow"_s, u"Allow:"_s }, u"allow"_s, Right, Case, u"Allow"_s);
    row({ u"site.key"_s, u"private key"_s }, u"Site.key"_s, Wrong, CaseMatters);
    row({ u"site.key"_s, u"private key"_s }, u"Private Key"_s, Right, Case, u"private key"_s);
    row({ u"HTTP/2"_s }, u"http/2"_s, Right, Case, u"HTTP/2"_s);
    row({ u"src/Till/Drawer.php"_s }, u"src/till/drawer.php"_s, Wrong, CaseMatters);
    row({ u"/v2/cart/7"_s }, u"/V2/cart/7"_s, Wrong, CaseMatters);
    row({ u"music_stands"_s }, u"Music_stands"_s, Wrong, CaseMatters);
    row({ u"-aG"_s }, u"-Ag"_s, Wrong, CaseMatters);
    row({ u"-aG"_s }, u"‑aG"_s, Right, UnicodeForm, u"-aG"_s);
    row({ u"isdecimal"_s, u"isdecimal()"_s }, u"isDecimal"_s, Wrong, CaseMatters);
    row({ u"replace"_s, u"replace()"_s }, u"Replace"_s, Wrong, CaseMatters);
    row({ u"replace"_s }, u"Replace"_s, Right, Case, u"replace"_s);
    row({ u"s"_s, u"step"_s }, u"S"_s, Wrong, CaseMatters);
    row({ u"B"_s }, u"b"_s, Right, Case, u"B"_s);
    row({ u"blue"_s, u"Blue"_s }, u"Blue"_s, Right);
    row({ u"blue"_s, u"Blue"_s }, u"BLUE"_s, Wrong, CaseMatters);
    row({ u"type -p node"_s, u"type -P node"_s }, u"Type -p node"_s, Wrong, CaseMatters);

    const QStringList having { u"HAVING count(*) > 5"_s, u"having count(*) > 5"_s };
    row(having, u"Having COUNT(*) > 5"_s, Right, Case, u"HAVING count(*) > 5"_s);
    row(having, u"HAVING count(*)>5"_s, Right, Spaces, u"HAVING count(*) > 5"_s);
    row(having, u"Having Count( * )>5"_s, Right, Case | Spaces, u"HAVING count(*) > 5"_s);
    row(having, u"HAVING count(*) > 6"_s, Wrong);
    row(having, u"HAVINGcount(*) > 5"_s, Wrong);
    row({ u"WHERE town = 'Ely'"_s }, u"where town='Ely'"_s, Right, Case | Spaces, u"WHERE town = 'Ely'"_s);
    row({ u"WHERE town = 'Ely'"_s }, u"where town='ely'"_s, Wrong, CaseMatters);
    row({ u"WHERE a = 'x y'"_s }, u"WHERE a = 'xy'"_s, Wrong);
    row({ u"DELETE /cart/7"_s }, u"delete /cart/7"_s, Wrong, CaseMatters);
    row({ u"paid_on IS NULL"_s }, u"Paid_On is null"_s, Right, Case, u"paid_on IS NULL"_s);

    row({ u"\"__main__\""_s }, u"“__main__”"_s, Right, UnicodeForm, u"\"__main__\""_s);
    row({ u"'__main__'"_s }, u"‘__main__’"_s, Right, UnicodeForm, u"'__main__'"_s);
    row({ u"don’t"_s }, u"don't"_s, Right);
    row({ u"café"_s }, u"cafe\u0301"_s, Right, UnicodeForm, u"café"_s);
    row({ u"café"_s }, u"cafe"_s, Wrong);
    row({ u"file"_s }, u"ﬁle"_s, Right, UnicodeForm, u"file"_s);
    row({ u"3.0.0"_s }, u"3.0.0."_s, Right, Marks, u"3.0.0"_s);
    row({ u"2"_s }, u"²"_s, Wrong);
    row({ u"²"_s }, u"2"_s, Wrong);
    row({ u"²"_s }, u"²"_s, Right);
    row({ u"\\d  packet"_s }, u"\\d packet"_s, Right);
}

void tst_QuizAnswers::judgesWords()
{
    QFETCH(const QStringList, forms);
    QFETCH(const QString, answer);
    const Verdict verdict = judge(accepting(forms), typed(answer));
    const Outcome outcome = outcomeOf(verdict);
    QTEST(outcome, "outcome");
    QTEST(verdict.rules, "rules");
    QTEST(verdict.read, "read");
    QVERIFY(verdict.partRight.empty());
}

void tst_QuizAnswers::judgesLines_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<AnswerRules>("rules");

    const auto row = [](const char* name, const QString& answer, Outcome outcome, AnswerRules rules = {}) {
        QTest::newRow(name) << answer << outcome << rules;
    };
    using enum AnswerRule;
    row("right", u"7"_s, Right);
    row("wrong", u"8"_s, Wrong);
    row("the word of the title", u"line 7"_s, Right, Unit);
    row("the word of another language", u"Zeile 7"_s, Right, Unit);
    row("a letter", u"L7"_s, Right, Unit);
    row("two words", u"the line 7"_s, Unreadable);
    row("full stop", u"7."_s, Right, Marks);
    row("other digits", u"٧"_s, Right, UnicodeForm);
    row("between lines", u"7.5"_s, Wrong);
    row("negative", u"-7"_s, Wrong);
    row("two lines", u"7, 8"_s, Unreadable);
    row("words", u"seven"_s, Unreadable);
    row("nothing", {}, Unreadable);
}

void tst_QuizAnswers::judgesLines()
{
    QFETCH(const QString, answer);
    const Verdict verdict = judge(atLine(7), typed(answer));
    const Outcome outcome = outcomeOf(verdict);
    QTEST(outcome, "outcome");
    QTEST(verdict.rules, "rules");
}

void tst_QuizAnswers::judgesOutputs_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<AnswerRules>("rules");
    QTest::addColumn<Flags>("parts");

    const QString key = u"a 1\n  b 2\n"_s;
    const auto row = [](const char* name, const QString& output, const QString& answer, Outcome outcome, AnswerRules rules,
                         const Flags& parts) { QTest::newRow(name) << output << answer << outcome << rules << parts; };
    using enum AnswerRule;
    row("exact", key, key, Right, {}, { true, true });
    row("without the last newline", key, u"a 1\n  b 2"_s, Right, {}, { true, true });
    row("empty lines at the end", key, key + u"\n\n"_s, Right, {}, { true, true });
    row("blanks at the end of lines", key, u"a 1  \n  b 2\t"_s, Right, Spaces, { true, true });
    row("lines of another system", key, u"a 1\r\n  b 2\r\n"_s, Right, Spaces, { true, true });
    row("blanks before a line count", key, u"a 1\nb 2"_s, Wrong, {}, { true, false });
    row("blanks inside count", key, u"a  1\n  b 2"_s, Wrong, {}, { false, true });
    row("case counts", key, u"A 1\n  b 2"_s, Wrong, {}, { false, true });
    row("a line too few", key, u"a 1"_s, Wrong, {}, { true, false });
    row("a line too many", key, key + u"c"_s, Wrong, {}, { true, true });
    row("an empty line before", key, u"\n"_s + key, Wrong, {}, { false, false });
    row("typographic quotes", u"it's \"b\"\n"_s, u"it’s “b”"_s, Right, UnicodeForm, { true });
    row("no-break space", key, u"a\u00A01\n  b 2"_s, Right, UnicodeForm, { true, true });
    row("unseen characters", key, u"a 1\u200B\n  b\u202E 2"_s, Right, UnicodeForm, { true, true });
    row("decomposed", u"naïve\n"_s, u"nai\u0308ve"_s, Right, UnicodeForm, { true });
    row("a superscript is no digit", u"2\n"_s, u"²"_s, Wrong, {}, { false });
    row("key with blanks at the end", u"a \n"_s, u"a"_s, Right, {}, { true });
    row("nothing", key, u" \n\n"_s, Unreadable, Spaces, { false, false });
    row("no key", {}, {}, Unreadable, {}, {});
}

void tst_QuizAnswers::judgesOutputs()
{
    QFETCH(const QString, key);
    QFETCH(const QString, answer);
    const Verdict verdict = judge(printing(key), typed(answer));
    const Outcome outcome = outcomeOf(verdict);
    QTEST(outcome, "outcome");
    QTEST(verdict.rules, "rules");
    QTEST(verdict.partRight, "parts");
}

void tst_QuizAnswers::readsNoEndlessAnswer()
{
    for (const QString& piece :
        { u"a"_s, u" "_s, u"1"_s, u"1,"_s, u"\u0301"_s, u"`"_s, QString(QChar(0xD800)), QString(QChar(0)), u"\n"_s }) {
        const QuizAnswer endless = typed(piece.repeated(1'048'576 / piece.size()));
        for (const QuizQuestion& question : { withNumber(1, 0), accepting({ u"a"_s }), atLine(1) }) {
            QVERIFY(!judge(question, endless).readable);
        }
        QVERIFY(!judge(printing(u"a\n"_s), endless).right);
        const QuizAnswer longest = typed(endless.text.left(answerCharacters));
        for (const QuizQuestion& question : { withNumber(1, 0), accepting({ u"b"_s }), atLine(1) }) {
            QVERIFY(!judge(question, longest).right);
        }
    }
}

void tst_QuizAnswers::wordsStayRightInAnotherHand()
{
    const bool holds = rc::check("words stay right in other capitals, blanks and forms", [] {
        const auto form = QString::fromStdString(*rc::gen::element<std::string>("squash and merge", "private key", "the use line", "UTF-8",
            "a foreign key", "rate limit", "naïve café", "TLS 1.3", "HTTP/2", "dead letter queue"));
        RC_ASSERT(judge(accepting({ u"something else"_s, form }), typed(retyped(form))).right);
    });
    QVERIFY(holds);
}

void tst_QuizAnswers::numbersStayRightInAnotherNotation()
{
    const bool holds = rc::check("numbers stay right in other notations", [] {
        const int whole = *rc::gen::inRange(1, 2'000'000);
        const int tenths = *rc::gen::inRange(0, 10);
        const bool isNegative = *rc::gen::arbitrary<bool>();
        const double key = (whole + tenths / 10.0) * (isNegative ? -1 : 1);
        QString digits = QString::number(whole);
        const QChar point = *rc::gen::element(QChar(u'.'), QChar(u','));
        const QString group = QString(*rc::gen::element(QChar(0x2009), QChar(u'\''), QChar(u' '), QChar(0x202F)));
        for (qsizetype i = digits.size() - 3; *rc::gen::arbitrary<bool>() && i > 0 && digits.size() <= 6; i -= 3) {
            digits.insert(i, group);
        }
        QString text = QString(isNegative ? u"−"_s : u""_s) + digits + point + QString::number(tenths);
        const int script = *rc::gen::element(0x30, 0x660, 0x966, 0xFF10);
        for (QChar& c : text) {
            c = c >= u'0' && c <= u'9' ? QChar(static_cast<char16_t>(c.unicode() - u'0' + script)) : c;
        }
        RC_ASSERT(judge(withNumber(key, 0), typed(text)).right);
        RC_ASSERT(!judge(withNumber(key + 1, 0.5), typed(text)).right);
    });
    QVERIFY(holds);
}

void tst_QuizAnswers::judgesAnythingWithoutFail()
{
    const bool holds = rc::check("any answer to any question has one verdict", [] {
        const QuizQuestion question = anyQuestion();
        const QuizAnswer answer = anyAnswer();
        const Verdict verdict = judge(question, answer);
        RC_ASSERT(verdict.readable || !verdict.right);
        RC_ASSERT(verdict == judge(question, answer));
        const AnswerRules refusals = AnswerRule::CaseMatters | AnswerRule::Ambiguous | AnswerRule::UnknownUnit;
        RC_ASSERT(!verdict.right || !(verdict.rules & refusals));
        const bool isChoice = question.kind == QuestionKind::Single || question.kind == QuestionKind::ChooseAll;
        if (isChoice || question.kind == QuestionKind::Order) {
            RC_ASSERT(verdict.partRight.size() == question.options.size());
        }
        RC_ASSERT(!verdict.right || std::find(verdict.partRight.begin(), verdict.partRight.end(), false) == verdict.partRight.end());
        (void)judge(question, rightAnswer(question));
    });
    QVERIFY(holds);
}

void tst_QuizAnswers::shufflesAlikeAndNeverInOrder()
{
    QCOMPARE(shuffled(-1, u"a"_s), std::vector<int> {});
    QCOMPARE(shuffled(0, u"a"_s), std::vector<int> {});
    QCOMPARE(shuffled(1, u"a"_s), std::vector { 0 });
    QCOMPARE(shuffled(2, u"a"_s), (std::vector { 1, 0 }));
    const bool holds = rc::check("a shuffle is a permutation, never the sorted one, and depends on the seed alone", [] {
        const int count = *rc::gen::inRange(2, 40);
        const QString seed = anyText();
        std::vector<int> order = shuffled(count, seed);
        RC_ASSERT(order == shuffled(count, seed));
        RC_ASSERT(!std::is_sorted(order.begin(), order.end()));
        std::sort(order.begin(), order.end());
        for (int i = 0; i < count; ++i) {
            RC_ASSERT(order[static_cast<std::size_t>(i)] == i);
        }
    });
    QVERIFY(holds);
    QVERIFY(shuffled(9, u"which-comes-first"_s) != shuffled(9, u"which-comes-last"_s));
    std::set<std::vector<int>> orders;
    for (int i = 0; i < 2000; ++i) {
        orders.insert(shuffled(5, u"question-%1"_s.arg(i)));
    }
    QCOMPARE(orders.size(), 119U); // all but the sorted one
}

void tst_QuizAnswers::keysOfTheBundledCourseAreRight()
{
    const auto files = readCourseFolder(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    QVERIFY(files.has_value());
    const CourseSource course = parseCourse(*files);
    std::array<int, 8> count {};
    for (const SkillSource* skill : course.written()) {
        for (const LessonUnit& unit : skill->lesson->units) {
            for (const QuizQuestion& question : unit.quiz) {
                const QByteArray place = u"%1:%2"_s.arg(skill->file).arg(question.line).toUtf8();
                ++count.at(static_cast<std::size_t>(question.kind));
                const Verdict verdict = judge(question, rightAnswer(question));
                QVERIFY2(verdict.right && verdict.rules == AnswerRules {} && verdict.read.isEmpty(), place.constData());
                for (const QString& form : question.accepted) {
                    QVERIFY2(judge(question, typed(form)).right, place.constData());
                    QVERIFY2(judge(question, typed(u" `%1` "_s.arg(form))).right, place.constData());
                }
                for (int i = 0; question.kind == QuestionKind::Single && i < static_cast<int>(question.options.size()); ++i) {
                    QVERIFY2(
                        judge(question, chosen({ i })).right == question.options[static_cast<std::size_t>(i)].right, place.constData());
                }
                const auto places = shuffled(static_cast<int>(question.options.size()), question.id);
                QVERIFY2(question.kind != QuestionKind::Order || !judge(question, { {}, places, {}, {} }).right, place.constData());
                QVERIFY2(!judge(question, {}).right, place.constData());
            }
        }
    }
    QVERIFY2(std::find(count.begin(), count.end(), 0) == count.end(), "the course has no question of some kind");
    qInfo("%d choices, %d choose all, %d orders, %d matches, %d numbers, %d texts, %d lines, %d predictions", count[0], count[1], count[2],
        count[3], count[4], count[5], count[6], count[7]);
}

QTEST_APPLESS_MAIN(tst_QuizAnswers)
#include "tst_QuizAnswers.moc"
