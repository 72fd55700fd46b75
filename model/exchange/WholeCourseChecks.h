// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseSource.h>

namespace waymark::exchange {

/// What shows only when the lessons are read together or as a whole: stock words, keys of quizzes that give themselves away by place or
/// length, cards that repeat across the course.
void checkWholeCourse(const CourseSource& source, CourseFaults& faults);

} // namespace waymark::exchange
