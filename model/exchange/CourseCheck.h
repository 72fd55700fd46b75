// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/CourseFiles.h>

#include <span>

namespace waymark::exchange {

/// One rule of the course format or of its quality bar, by the name that faults carry.
struct CourseRule
{
    const char* name;
    const char* asks; ///< one sentence
};

[[nodiscard]] std::span<const CourseRule> ruleNames();

/// Holds a course against every rule, in the order of files and lines. A file that ends after its front matter is an outline and only its
/// front matter is checked. Code is not run here. Errors: those of readCourseFolder.
[[nodiscard]] domain::Result<CourseFaults> checkCourse(const QString& folder);
[[nodiscard]] CourseFaults checkCourse(const CourseFiles& files);

} // namespace waymark::exchange
