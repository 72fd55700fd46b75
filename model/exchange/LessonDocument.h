// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/Markdown.h>

#include <domain/Course.h>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace waymark::exchange {

/// What a file of the course teaches: one skill, or a guided project that uses several.
enum class LessonForm { Skill, Project };

/// The sections of a lesson and those of a project, each in the order in which they stand; both end with GoFurther.
enum class SectionKind {
    WhyItMatters,
    MentalModel,
    KeyIdeas,
    WorkedExample,
    Variation,
    CommonMistakes,
    Task,
    Checklist,
    Quiz,
    Flashcards,
    GoFurther,
    Brief,
    Steps,
    Acceptance,
    Rubric,
    WhenStuck,
};

[[nodiscard]] std::span<const SectionKind> sectionsOf(LessonForm form);
[[nodiscard]] QString headingOf(SectionKind kind);
[[nodiscard]] std::optional<SectionKind> sectionKindFrom(const QString& heading, LessonForm form = LessonForm::Skill);
[[nodiscard]] bool isBody(SectionKind kind); ///< from "Why it matters" to "Task"; of a project its brief and its steps

struct LessonSection
{
    SectionKind kind = SectionKind::WhyItMatters;
    int line = 0;
    Blocks blocks; ///< without the heading of the section
    int words = 0; ///< without code
};

/// A task of a lesson, or a step of a project.
struct PracticeTask
{
    QString title;
    int minutes = 0; ///< 0 if the heading does not state them
    int line = 0;
    Blocks blocks;
};

/// Help of a project, to be unfolded when it is wanted.
struct LessonHint
{
    QString title;
    int line = 0;
    Blocks blocks;
};

struct LessonItem
{
    domain::ChecklistItem item;
    bool hasEvidence = false; ///< a known kind of evidence is written; otherwise the item's is Note
    bool hasWrittenId = false;
    int line = 0;
};

enum class QuestionKind { Single, ChooseAll, Order, Match, Number, Text, Line, Predict };

struct QuizOption
{
    Blocks text; ///< one paragraph
    bool right = false;
    Blocks explanation;
    int line = 0;
};

/// One question. `options` of Order stand in the right order; the screen shuffles them.
struct QuizQuestion
{
    QString id; ///< made of the words of the question, unique in the lesson
    QuestionKind kind = QuestionKind::Single;
    Inlines title;
    Blocks prompt; ///< what stands between the heading and the answers; the code of Line and Predict
    int line = 0;

    std::vector<QuizOption> options; ///< Single, ChooseAll, Order
    std::vector<std::pair<Inlines, Inlines>> pairs; ///< Match
    double number = 0; ///< Number
    double tolerance = 0;
    QStringList accepted; ///< Text
    int answerLine = 0; ///< Line: from 1, inside the block of code
    QString output; ///< Predict
    Blocks explanation; ///< every kind but Single and ChooseAll, whose options explain themselves
};

struct Flashcard
{
    QString id; ///< made of the words of the front, unique in the lesson
    Inlines front;
    Inlines back;
    int line = 0;
};

/// A part of at most 6 hours. A lesson that is not split is one unit without title.
struct LessonUnit
{
    QString title;
    double hours = 0; ///< as stated in the heading; 0 if the lesson is not split
    int line = 0;
    std::vector<LessonSection> sections; ///< in file order
    std::vector<PracticeTask> tasks; ///< of a project its steps
    std::vector<LessonItem> checklist; ///< of a project its acceptance
    std::vector<QuizQuestion> quiz;
    std::vector<Flashcard> cards;
    std::vector<LessonHint> hints;

    [[nodiscard]] const LessonSection* section(SectionKind kind) const; ///< the first of that kind, or null
    [[nodiscard]] int taskMinutes() const;
};

/// A lesson as structure. What does not follow the format is left out of the structure or kept as far as it is clear, and named in
/// `faults`; their `file` is empty.
struct LessonDocument
{
    LessonForm form = LessonForm::Skill;
    std::vector<LessonUnit> units; ///< never empty; a project is one
    bool isSplit = false;
    std::optional<LessonSection> closing; ///< "Go further" after the last unit of a split lesson
    CourseFaults faults;

    [[nodiscard]] int words() const; ///< of all sections, without code
    [[nodiscard]] std::vector<domain::ChecklistItem> checklist() const;
    [[nodiscard]] QStringList questionIds() const;
    [[nodiscard]] QStringList cardIds() const;
    [[nodiscard]] std::vector<domain::Lesson::Section> searchSections() const;
};

/// Reads the body of a skill or project file. `firstLine` is the line of the file on which the body begins. The only error is that of
/// parseMarkdown.
[[nodiscard]] domain::Result<LessonDocument> readLesson(const QString& body, int firstLine = 1, LessonForm form = LessonForm::Skill);

/// Lower-case words joined by hyphens, at most 60 characters; a leading "I" is left out. The rule by which ids are made from a text.
[[nodiscard]] QString idFromWords(const QString& text);
[[nodiscard]] bool isId(const QString& text); ///< "lower-case words joined by -"

} // namespace waymark::exchange
