// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonWriter.h>

#include <exchange/LessonDocument.h>

namespace waymark::ui {

/// A question, a flashcard or a hint as a card of the lesson. What is right stands in the document only when it is unfolded, so that
/// neither an eye nor a screen reader comes upon it before.
class QuizCards
{
    Q_DECLARE_TR_FUNCTIONS(QuizCards)

public:
    /// Which of how many it is.
    struct Count
    {
        int number = 1;
        int of = 1;
    };

    [[nodiscard]] static QString keyOf(const exchange::QuizQuestion& question); ///< "question/ID"
    [[nodiscard]] static QString keyOf(const exchange::Flashcard& card); ///< "card/ID"
    [[nodiscard]] static QString keyOf(const exchange::LessonHint& hint); ///< "hint/LINE"

    /// `number` is that of the card when it is written again, else 0.
    static void write(LessonWriter& writer, const exchange::QuizQuestion& question, Count count, bool unfolded, int number = 0);
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
    static void answers(LessonWriter& writer, const exchange::QuizQuestion& question, bool unfolded, const Nesting& nesting);
};

} // namespace waymark::ui
