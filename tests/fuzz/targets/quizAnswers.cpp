// SPDX-License-Identifier: GPL-3.0-or-later
// Typed answers, and the answers that a course accepts. The first line is the title of a question, the second an accepted answer, the
// third another, the rest what is typed.
#include <Promise.h>
#include <Targets.h>

#include <exchange/QuizAnswers.h>
#include <exchange/WrittenNumber.h>

namespace waymark::fuzz {

void quizAnswers(const QByteArray& bytes)
{
    using namespace exchange;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    Inline title;
    title.text = lines.value(0);
    QuizQuestion question;
    question.title = { title };
    question.accepted = { lines.value(1), lines.value(2) };
    question.output = lines.value(1);
    question.number = lines.value(1).toDouble();
    question.tolerance = qAbs(lines.value(2).toDouble());
    question.answerLine = lines.value(2).toInt();
    const QuizAnswer typed { {}, {}, {}, lines.mid(3).join(u'\n') };
    for (const QuestionKind kind : { QuestionKind::Number, QuestionKind::Text, QuestionKind::Line, QuestionKind::Predict }) {
        question.kind = kind;
        const Verdict verdict = judge(question, typed);
        require(judge(question, typed) == verdict, "an answer is judged as it was before");
        require(!(verdict.right && !verdict.readable), "what is right could be read");
        require(textOf(question, typed).size() <= typed.text.size() + 1'000, "an answer in words does not grow");
    }
    (void)readNumber(typed.text.left(answerCharacters));
    require(asciiDigits(typed.text).size() <= typed.text.size(), "digits stay one for one");
}

} // namespace waymark::fuzz
