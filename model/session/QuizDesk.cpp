// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/QuizDesk.h>

#include <algorithm>

namespace waymark::session {

using domain::Attempt;
using exchange::QuizQuestion;

namespace {

constexpr qsizetype longestKept = 1000; ///< characters of an answer that the journal keeps

} // namespace

QuestionStanding QuizDesk::standing(const QString& skill, const QString& question) const
{
    const QMap<QString, Attempt> attempts = m_workspace.progress().skill(skill).attempts.value(question);
    const qint64 now = m_workspace.now();
    QuestionStanding standing;
    std::optional<qint64> last;
    for (const Attempt& attempt : attempts) {
        if (attempt.source == Attempt::Source::Placement) {
            continue;
        }
        ++standing.answers;
        if (const qint64 place = learning::placeInTime(attempt.at, now); !last || place >= *last) {
            last = place;
            standing.lastAt = attempt.at;
            standing.lastRight = attempt.right;
        }
    }
    standing.again = learning::askedAgainFrom(attempts, now);
    return standing;
}

std::vector<learning::QuestionAgain> QuizDesk::again() const
{
    return learning::questionsAgain(m_workspace.roadmap(), m_workspace.progress(), m_workspace.moment());
}

domain::Result<QuizQuestion> QuizDesk::question(const QString& skill, const QString& question) const
{
    const auto document = m_workspace.document(skill);
    if (!document) {
        return tl::unexpected(document.error());
    }
    for (const exchange::LessonUnit& unit : (*document)->units) {
        const auto found
            = std::find_if(unit.quiz.begin(), unit.quiz.end(), [&question](const QuizQuestion& each) { return each.id == question; });
        if (found != unit.quiz.end()) {
            return *found;
        }
    }
    return domain::failure(domain::ErrorCode::UnknownItem, skill + u'/' + question);
}

domain::Result<domain::Edit> QuizDesk::answered(const QString& skill, const QuizQuestion& question, const exchange::QuizAnswer& answer,
    const exchange::Verdict& verdict, int milliseconds) const
{
    const domain::EditContext context = m_workspace.context();
    Attempt attempt;
    attempt.right = verdict.right;
    attempt.milliseconds = milliseconds;
    attempt.answer = exchange::textOf(question, answer).left(longestKept);
    attempt.offset = domain::offsetMinutes(context.now, context.zone);
    return domain::answerQuestion(context, skill, question.id, attempt);
}

} // namespace waymark::session
