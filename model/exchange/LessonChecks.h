// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFiles.h>
#include <exchange/CourseSource.h>

namespace waymark::exchange {

/// What the checks of one written lesson share: the lesson and where its faults go.
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

void checkStructure(const LessonCheck& check); ///< sections, units, counts, sizes, minutes
void checkVagueText(const LessonCheck& check); ///< numbers, names and code to the words
void checkProse(const LessonCheck& check); ///< sentences and the verbs of the checklist
void checkQuestions(const LessonCheck& check); ///< quiz and cards
void checkBlocks(const LessonCheck& check); ///< fences, data in them, pictures

} // namespace waymark::exchange
