// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson: its sections, questions, cards and checklist.
#include <Promise.h>
#include <Targets.h>

#include <exchange/LessonDocument.h>
#include <exchange/QuizAnswers.h>

#include <set>

namespace waymark::fuzz {

void lesson(const QByteArray& bytes)
{
    using namespace exchange;
    const QString body = QString::fromUtf8(bytes);
    for (const LessonForm form : { LessonForm::Skill, LessonForm::Project }) {
        const auto read = readLesson(body, 1, form);
        if (!read) {
            requireRefusal(read.error(), { domain::ErrorCode::TooLarge });
            continue;
        }
        require(!read->units.empty(), "a lesson has a unit");
        std::set<QString> ids;
        for (const LessonUnit& unit : read->units) {
            for (const QuizQuestion& question : unit.quiz) {
                require(ids.insert(QStringLiteral("q ") + question.id).second, "each question has an id of its own", question.id);
                const QuizAnswer right = rightAnswer(question);
                const bool isRight = judge(question, right).right;
                require(isRight || !read->faults.empty() || question.kind == QuestionKind::Text || question.kind == QuestionKind::Predict
                        || question.kind == QuestionKind::Number,
                    "the answer of the course is right", question.id);
                (void)textOf(question, right);
            }
            for (const Flashcard& card : unit.cards) {
                require(ids.insert(QStringLiteral("c ") + card.id).second, "each card has an id of its own", card.id);
            }
            for (const LessonItem& item : unit.checklist) {
                require(ids.insert(QStringLiteral("i ") + item.item.id).second, "each item has an id of its own", item.item.id);
            }
        }
    }
}

} // namespace waymark::fuzz
