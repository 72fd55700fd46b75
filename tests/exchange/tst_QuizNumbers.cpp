// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people write them.
#include <QuizFixture.h>

#include <exchange/CleanText.h>

#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using namespace waymark::exchange::fixture;

class tst_QuizNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesNumbers_data();
    void judgesNumbers();
    void numbersStayRightInAnotherNotation();
};

void tst_QuizNumbers::judgesNumbers_data()
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

void tst_QuizNumbers::judgesNumbers()
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

void tst_QuizNumbers::numbersStayRightInAnotherNotation()
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

QTEST_APPLESS_MAIN(tst_QuizNumbers)
#include "tst_QuizNumbers.moc"
