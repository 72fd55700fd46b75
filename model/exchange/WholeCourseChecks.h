// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseSource.h>

namespace waymark::exchange {

/// What shows only when the lessons are read together or as a whole: stock words, keys of quizzes that give themselves away by place or
/// length, cards that repeat across the course.
void checkWholeCourse(const CourseSource& source, CourseFaults& faults);

/// What the course says twice: a sentence of eight words or more, or two lessons that share more than a twentieth of their runs of eight
/// words.
void checkRepetition(const CourseSource& source, CourseFaults& faults);

/// What the course promises in inventory.tsv and does not teach, and words of terms.tsv that a lesson uses before the skill that teaches
/// them, without a word of explanation.
void checkLists(const CourseSource& source, const CourseFiles& files, CourseFaults& faults);

} // namespace waymark::exchange
