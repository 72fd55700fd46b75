// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFiles.h>
#include <exchange/CourseSource.h>

namespace waymark::exchange {

/// How many of something are asked for.
struct Bounds
{
    int least;
    int most;

    [[nodiscard]] bool holds(int value) const { return value >= least && value <= most; }
};

/// What the checks of one written lesson or project share: its text and where its faults go.
struct LessonCheck
{
    const SkillSource& skill;
    const LessonDocument& lesson;
    const CourseFiles& files;
    CourseFaults& faults;

    void fault(int line, const char* rule, const QString& message, const QString& mend) const
    {
        faults.push_back({ skill.file, line, QString::fromLatin1(rule), message, mend });
    }
    /// A fault if `value` is not within the bounds.
    void require(int line, const char* rule, const QString& what, int value, Bounds bounds) const;
};

/// Every section of a lesson, the closing one too.
template <class Visit> void eachSection(const LessonDocument& lesson, Visit visit)
{
    for (const LessonUnit& unit : lesson.units) {
        for (const LessonSection& section : unit.sections) {
            visit(section);
        }
    }
    if (lesson.closing) {
        visit(*lesson.closing);
    }
}

[[nodiscard]] int entriesIn(const Blocks& blocks); ///< of the first table or list
void checkMissing(const LessonCheck& check, const LessonUnit& unit); ///< sections that are not there, or empty
void checkMinutes(const LessonCheck& check, const LessonUnit& unit, double hours); ///< of tasks or steps, against the hours
void checkFurther(const LessonCheck& check); ///< sources of "Go further"

void checkStructure(const LessonCheck& check); ///< of a lesson: sections, units, counts, sizes, minutes
void checkProject(const LessonCheck& check); ///< of a project: sections, counts, sizes, minutes, rubric
void checkVagueText(const LessonCheck& check); ///< numbers, names and code to the words
void checkProse(const LessonCheck& check); ///< sentences and the verbs of the checklist
void checkQuestions(const LessonCheck& check); ///< quiz and cards
void checkBlocks(const LessonCheck& check); ///< fences, data in them, pictures

} // namespace waymark::exchange
