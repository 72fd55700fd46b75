// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

namespace waymark::support {

/// Three skills, one of them an outline, and a project, with everything that a course can hold.
[[nodiscard]] domain::CourseContent sampleCourse();

} // namespace waymark::support
