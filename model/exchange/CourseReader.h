// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/CourseFiles.h>

#include <domain/Course.h>

namespace waymark::exchange {

/// Whether the files come with the program or with the author's own folder, or from a stranger's package.
enum class CourseOrigin { Own, Stranger };

/// A course as read, and what was left out of it: edges to skills that do not exist, pictures that are none. Skills stand in the order of
/// their areas, within an area after their prerequisites, and by id where neither decides; projects by the hours of all that they rest on.
struct CourseReading
{
    domain::CourseContent content;
    CourseFaults notes;
};

/// Errors: InvalidCourse with the file as subject and "line N: what" as detail; TooLarge. From a stranger, SVG is left out.
[[nodiscard]] domain::Result<CourseReading> readCourse(const CourseFiles& files, CourseOrigin origin);

/// Reads a course folder, a resource (":/courses/backend") or a .waycourse file. Also the errors of readCourseFolder and readPackage.
[[nodiscard]] domain::Result<CourseReading> readCourse(const QString& path);

} // namespace waymark::exchange
