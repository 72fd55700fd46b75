// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <domain/Course.h>

namespace waymark::app {

/// Installs a course that was read, unless --dry-run is given, and prints what it does to the skills of the one before. The exit code.
[[nodiscard]] int installCourse(const VerbCall& call, const domain::CourseContent& content);

} // namespace waymark::app
