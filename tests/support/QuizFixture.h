// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>

#include <QStringList>

/// Questions of every kind and answers to them, for the tests of judging.
namespace waymark::exchange::fixture {

using namespace Qt::StringLiterals;

inline Inlines words(const QString& text)
{
    Inline run;
    run.text = text;
    return { run };
}

inline Blocks paragraph(const QString& text)
{
    Block block;
    block.inlines = words(text);
    return { block };
}

inline QuizQuestion asking(QuestionKind kind, const QString& title = u"How many?"_s)
{
    QuizQuestion question;
    question.kind = kind;
    question.title = words(title);
    return question;
}

/// Options by their words; those that begin with "+" are right.
inline QuizQuestion withOptions(QuestionKind kind, const QStringList& options)
{
    QuizQuestion question = asking(kind);
    for (const QString& option : options) {
        question.options.push_back({ paragraph(option), option.startsWith(u'+'), {}, 0 });
    }
    return question;
}

inline QuizQuestion withPairs(const QStringList& rights)
{
    QuizQuestion question = asking(QuestionKind::Match);
    for (const QString& right : rights) {
        question.pairs.emplace_back(words(QString::number(question.pairs.size())), words(right));
    }
    return question;
}

inline QuizQuestion withNumber(double number, double tolerance, const QString& title = u"How many?"_s)
{
    QuizQuestion question = asking(QuestionKind::Number, title);
    question.number = number;
    question.tolerance = tolerance;
    return question;
}

inline QuizQuestion accepting(const QStringList& forms)
{
    QuizQuestion question = asking(QuestionKind::Text);
    question.accepted = forms;
    return question;
}

inline QuizQuestion atLine(int line)
{
    QuizQuestion question = asking(QuestionKind::Line, u"Which line fails?"_s);
    question.answerLine = line;
    return question;
}

inline QuizQuestion printing(const QString& output)
{
    QuizQuestion question = asking(QuestionKind::Predict);
    question.output = output;
    return question;
}

inline QuizAnswer chosen(const std::vector<int>& places)
{
    return { places, {}, {}, {} };
}

inline QuizAnswer typed(const QString& text)
{
    return { {}, {}, {}, text };
}

enum Outcome { Right, Wrong, Unreadable };

inline Outcome outcomeOf(const Verdict& verdict)
{
    return !verdict.readable ? Unreadable : verdict.right ? Right : Wrong;
}

} // namespace waymark::exchange::fixture
