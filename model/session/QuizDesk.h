// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>
#include <learning/QuestionsAgain.h>
#include <session/Workspace.h>

namespace waymark::session {

/// How a question was answered so far, placement aside.
struct QuestionStanding
{
    int answers = 0;
    bool lastRight = false;
    qint64 lastAt = 0; ///< UTC milliseconds; 0: never
    std::optional<QDate> again; ///< the learning day from which it is asked again; none where nothing is to be made good

    bool operator==(const QuestionStanding&) const = default;
};

/// The questions of skills over a Workspace: how each stands, which are to be asked again, and what an answer makes. Holds no state of its
/// own: everything is in the records.
class QuizDesk
{
public:
    explicit QuizDesk(const Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    [[nodiscard]] QuestionStanding standing(const QString& skill, const QString& question) const;
    /// Wrong answers of earlier days, mixed with questions of skills that one takes for theirs. Those whose text has left the lesson are
    /// not among them.
    [[nodiscard]] std::vector<learning::QuestionAgain> again() const;
    /// UnknownItem for a question that the lesson does not have.
    [[nodiscard]] domain::Result<exchange::QuizQuestion> question(const QString& skill, const QString& question) const;
    /// The edit of an answer now. `milliseconds` from the question on the screen to the answer.
    [[nodiscard]] domain::Result<domain::Edit> answered(const QString& skill, const exchange::QuizQuestion& question,
        const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds) const;

private:
    const Workspace& m_workspace;
};

} // namespace waymark::session
