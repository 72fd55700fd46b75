// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/LessonDocument.h>

#include <QSet>

namespace waymark::exchange {

/// A heading and the blocks below it, as cut out of a section.
struct LessonPart
{
    Inlines heading;
    int line = 0;
    Blocks blocks;
};

/// The state of reading one lesson: where faults go and which ids are taken. Used by the readers of the four kinds of part below.
struct LessonReading
{
    CourseFaults faults;
    QSet<QString> itemIds;
    QSet<QString> questionIds;
    QSet<QString> cardIds;

    void fault(int line, const char* rule, const QString& message, const QString& mend);
};

/// The parts under the headings of one level; blocks before the first heading are left out.
[[nodiscard]] std::vector<LessonPart> partsAt(const Blocks& blocks, int level);

/// `wanted`, or `wanted` with a number behind it if it is taken; takes it.
[[nodiscard]] QString uniqueId(const QString& wanted, QSet<QString>& taken);

/// The tasks of "Task", or the steps of "Steps".
[[nodiscard]] std::vector<PracticeTask> readTasks(const LessonSection& section, int headingLevel, LessonReading& reading);
[[nodiscard]] std::vector<LessonHint> readHints(const LessonSection& section, int headingLevel, LessonReading& reading);
[[nodiscard]] std::vector<LessonItem> readChecklist(const LessonSection& section, LessonReading& reading);
[[nodiscard]] std::vector<QuizQuestion> readQuiz(const LessonSection& section, int headingLevel, LessonReading& reading);
[[nodiscard]] std::vector<Flashcard> readCards(const LessonSection& section, LessonReading& reading);

} // namespace waymark::exchange
