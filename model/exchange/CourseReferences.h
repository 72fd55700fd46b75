// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseSource.h>

namespace waymark::exchange {

/// Names what the files of a course refer to and do not find, and prerequisites that lead in a circle: what a reader leaves out and an
/// author mends.
void checkReferences(const CourseSource& source, CourseFaults& faults);

/// Prerequisites that other prerequisites already imply, and skills that need a skill of a higher level.
void checkEdges(const CourseSource& source, CourseFaults& faults);

} // namespace waymark::exchange
