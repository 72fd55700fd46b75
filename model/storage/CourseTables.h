// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>

#include <domain/Course.h>

#include <optional>

namespace waymark::storage {

class WatchedSteps;

/// The installed course. It holds nothing of the learner's and can be made again from the course files.

[[nodiscard]] Result<std::optional<domain::Course>> readCourse(Connection& library);
[[nodiscard]] Result<QString> readCourseHash(Connection& library);
[[nodiscard]] Result<qint64> readCourseSize(Connection& library); ///< as domain::sizeOf(), but for rare letters
[[nodiscard]] Result<domain::Lesson> readLesson(Connection& library, const QString& skill);
[[nodiscard]] Result<domain::CourseAsset> readAsset(Connection& library, const QString& name);

/// All of it, as replaceCourse() takes it; none in a new library.
[[nodiscard]] Result<std::optional<domain::CourseContent>> readContent(Connection& library);

/// In a transaction of the caller: one course goes, the other comes, the search index with it.
/// InvalidCourse for two areas, skills, milestones or choice groups with one id; Cancelled.
[[nodiscard]] Result<void> replaceCourse(Connection& library, const domain::CourseContent& content, WatchedSteps& steps);

} // namespace waymark::storage
