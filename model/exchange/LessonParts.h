// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/LessonDocument.h>

#include <QHash>
#include <QSet>

namespace waymark::exchange {

/// A heading and the blocks below it, as cut out of a section.
struct LessonPart
{
    Inlines heading;
    int line = 0;
    Blocks blocks;
};

/// The ids of one kind that a lesson has given out.
class TakenIds
{
public:
    [[nodiscard]] bool contains(const QString& id) const { return m_ids.contains(id); }
    /// `wanted`, or `wanted` with the least number behind it that makes it new, from 2; takes it.
    QString take(const QString& wanted);

private:
    QSet<QString> m_ids;
    QHash<QString, int> m_next; ///< the numbers below it are taken; a lesson may want one id thousands of times
};

/// The state of reading one lesson: where faults go and which ids are taken. Used by the readers of the four kinds of part below.
struct LessonReading
{
    CourseFaults faults;
    TakenIds itemIds;
    TakenIds questionIds;
    TakenIds cardIds;

    void fault(int line, const char* rule, const QString& message, const QString& mend);
};

/// The parts under the headings of one level; blocks before the first heading are left out.
[[nodiscard]] std::vector<LessonPart> partsAt(const Blocks& blocks, int level);

/// The tasks of "Task", or the steps of "Steps".
[[nodiscard]] std::vector<PracticeTask> readTasks(const LessonSection& section, int headingLevel, LessonReading& reading);
[[nodiscard]] std::vector<LessonHint> readHints(const LessonSection& section, int headingLevel, LessonReading& reading);
[[nodiscard]] std::vector<LessonItem> readChecklist(const LessonSection& section, LessonReading& reading);
[[nodiscard]] std::vector<QuizQuestion> readQuiz(const LessonSection& section, int headingLevel, LessonReading& reading);
[[nodiscard]] std::vector<Flashcard> readCards(const LessonSection& section, LessonReading& reading);

} // namespace waymark::exchange
