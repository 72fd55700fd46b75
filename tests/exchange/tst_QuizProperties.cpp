// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for any answer to any question, and for every question of the bundled course.
#include <QuizFixture.h>

#include <exchange/CourseSource.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using namespace waymark::exchange::fixture;

namespace {

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

} // namespace

class tst_QuizProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesAnythingWithoutFail();
    void shufflesAlikeAndNeverInOrder();
    void keysOfTheBundledCourseAreRight();
};

void tst_QuizProperties::judgesAnythingWithoutFail()
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

void tst_QuizProperties::shufflesAlikeAndNeverInOrder()
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

void tst_QuizProperties::keysOfTheBundledCourseAreRight()
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

QTEST_APPLESS_MAIN(tst_QuizProperties)
#include "tst_QuizProperties.moc"
