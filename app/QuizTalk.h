// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <exchange/QuizAnswers.h>

namespace waymark::app {

/// The questions of one skill on a terminal, one after the other: what is asked, the answer, whether it was right and why. Each answer is
/// an edit. Ends with the questions, with "q", or with the input.
class QuizTalk
{
    Q_DECLARE_TR_FUNCTIONS(QuizTalk)

public:
    QuizTalk(const VerbCall& call, QString skill);

    [[nodiscard]] int run();
    /// For a script: the questions without their keys, and how often each was answered.
    [[nodiscard]] int listed() const;

private:
    [[nodiscard]] std::vector<const exchange::QuizQuestion*> questions(const exchange::LessonDocument& document) const;
    void show(const exchange::QuizQuestion& question) const;
    /// None when the learner ends the talk. Asks again while an answer cannot be read.
    [[nodiscard]] std::optional<exchange::QuizAnswer> ask(const exchange::QuizQuestion& question) const;
    [[nodiscard]] QString prompt(exchange::QuestionKind kind) const;
    [[nodiscard]] exchange::QuizAnswer answerFrom(const exchange::QuizQuestion& question, const QString& typed) const;
    [[nodiscard]] QString whyUnreadable(const exchange::Verdict& verdict) const;
    void explain(const exchange::QuizQuestion& question, const exchange::Verdict& verdict) const;
    void showReading(const exchange::Verdict& verdict) const; ///< how a typed answer was read, and by which rules

    const VerbCall& m_call;
    QString m_skill;
};

} // namespace waymark::app
