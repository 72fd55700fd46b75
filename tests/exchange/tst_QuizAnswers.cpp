// SPDX-License-Identifier: GPL-3.0-or-later
#include <QuizFixture.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using namespace waymark::exchange::fixture;

namespace {

using Flags = std::vector<bool>;

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
    void judgesLines_data();
    void judgesLines();
    void judgesOutputs_data();
    void judgesOutputs();
    void readsNoEndlessAnswer();
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

QTEST_APPLESS_MAIN(tst_QuizAnswers)
#include "tst_QuizAnswers.moc"
