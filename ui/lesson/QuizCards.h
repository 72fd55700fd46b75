// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonWriter.h>

#include <exchange/LessonDocument.h>

#include <optional>

namespace waymark::ui {

/// How far a learner is with a question, as its card shows it.
struct QuestionStage
{
    enum class Shows {
        Question, ///< what is asked, without the answer
        Controls, ///< what is asked, and room for the controls of the answer
        Answer,
    };
    /// What came of the answer that was given last.
    struct Outcome
    {
        bool right = false;
        QString given; ///< in words
        QString reading; ///< how it was read, and by which rule; may be empty
    };

    Shows shows = Shows::Question;
    bool takesAnswer = false; ///< else the card only unfolds
    bool isAlone = false; ///< nothing but this question: without a card around it, and nothing to fold
    QString standing; ///< a sentence on earlier answers; empty: none
    std::optional<Outcome> outcome;
    bool hasNext = false; ///< another question waits
    QString lastWord; ///< a sentence where none does
};

/// A question, a flashcard or a hint as a card of the lesson. What is right stands in the document only when it is unfolded, so that
/// neither an eye nor a screen reader comes upon it before.
class QuizCards
{
    Q_DECLARE_TR_FUNCTIONS(QuizCards)

public:
    /// Which of how many it is; not told of one that stands alone.
    struct Count
    {
        int number = 1;
        int of = 1;
    };

    [[nodiscard]] static QString keyOf(const exchange::QuizQuestion& question); ///< "question/ID"
    [[nodiscard]] static QString keyOf(const exchange::Flashcard& card); ///< "card/ID"
    [[nodiscard]] static QString keyOf(const exchange::LessonHint& hint); ///< "hint/LINE"

    /// `number` is that of the card when it is written again, else 0.
    static void write(
        LessonWriter& writer, const exchange::QuizQuestion& question, Count count, const QuestionStage& stage, int number = 0);
    static void write(LessonWriter& writer, const exchange::Flashcard& card, bool unfolded, int number = 0);
    static void write(LessonWriter& writer, const exchange::LessonHint& hint, bool unfolded, int number = 0);
    /// The answer alone, for the last pages of a print.
    static void writeAnswer(LessonWriter& writer, const exchange::QuizQuestion& question, int number);

private:
    [[nodiscard]] static QString task(exchange::QuestionKind kind);
    static void choices(LessonWriter& writer, const exchange::QuizQuestion& question, bool unfolded, const Nesting& nesting);
    static void steps(LessonWriter& writer, const exchange::QuizQuestion& question, bool unfolded, const Nesting& nesting);
    static void pairs(LessonWriter& writer, const exchange::QuizQuestion& question, bool unfolded, const Nesting& nesting);
    static void solution(LessonWriter& writer, const exchange::QuizQuestion& question, const Nesting& nesting);
    static void outcome(LessonWriter& writer, const QuestionStage::Outcome& outcome, const Nesting& nesting);
    static void actions(LessonWriter& writer, const QuestionStage& stage, const QString& key, const Nesting& nesting);
    static void answers(LessonWriter& writer, const exchange::QuizQuestion& question, bool unfolded, const Nesting& nesting);
};

} // namespace waymark::ui
