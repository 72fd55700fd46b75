// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <exchange/QuizAnswers.h>

namespace waymark::app {

/// What a person said to a question.
struct QuestionReply
{
    enum class What { Answer, Unknown, End };

    What what = What::End;
    exchange::QuizAnswer answer; ///< only for Answer; it can be read
    int milliseconds = 0; ///< from the question to the reply
};

/// One question of a quiz on a terminal: shows it and reads the answer. "?" stands for "I do not know", "q" and the end of the input for
/// the end; either is an answer where it is the right one.
class QuestionPrompt
{
    Q_DECLARE_TR_FUNCTIONS(QuestionPrompt)

public:
    QuestionPrompt(Console& console, const exchange::QuizQuestion& question)
        : m_console(console)
        , m_question(question)
    {
    }

    /// Asks again while an answer cannot be read.
    [[nodiscard]] QuestionReply ask() const;

private:
    void show() const;
    [[nodiscard]] QString prompt() const;
    [[nodiscard]] QuestionReply replyFrom(const QString& typed) const;
    [[nodiscard]] QString withFurtherLines(QString typed) const;
    [[nodiscard]] exchange::QuizAnswer answerFrom(const QString& typed) const;

    Console& m_console;
    const exchange::QuizQuestion& m_question;
};

/// Texts of a lesson as a terminal shows them.
[[nodiscard]] QString plain(const exchange::Blocks& blocks);
[[nodiscard]] QString plain(const exchange::Inlines& inlines);

/// By which an option is named: a, b, c.
[[nodiscard]] QChar letterOf(std::size_t place);

} // namespace waymark::app
