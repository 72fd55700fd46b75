// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <exchange/QuizAnswers.h>

namespace waymark::app {

/// A question of a skill.
struct SkillQuestion
{
    QString skill;
    exchange::QuizQuestion question;
};

/// Those of one skill: never answered ones first, then those whose last answer was wrong.
[[nodiscard]] domain::Result<std::vector<SkillQuestion>> questionsOf(const session::Workspace& workspace, const QString& skill);
/// Those to try again now, mixed across skills.
[[nodiscard]] std::vector<SkillQuestion> questionsAgain(const session::Workspace& workspace);

/// Questions on a terminal, one after the other: what is asked, the answer, whether it was right and why. Each answer is an edit. Ends with
/// the questions, with "q", or with the input; "?" is a wrong answer.
class QuizTalk
{
    Q_DECLARE_TR_FUNCTIONS(QuizTalk)

public:
    QuizTalk(const VerbCall& call, std::vector<SkillQuestion> questions);

    [[nodiscard]] int run();
    /// For a script: the questions without their keys, and how often each was answered.
    [[nodiscard]] int listed() const;

private:
    void explain(const exchange::QuizQuestion& question, const exchange::Verdict& verdict) const;

    const VerbCall& m_call;
    std::vector<SkillQuestion> m_questions;
};

} // namespace waymark::app
