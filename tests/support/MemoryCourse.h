// SPDX-License-Identifier: GPL-3.0-or-later
// What a library in memory answers about its course, if it has one.
#pragma once

#include <domain/Course.h>
#include <domain/Result.h>

#include <optional>

namespace waymark::support {

using HeldCourse = std::optional<domain::CourseContent>;

/// An empty lesson for a skill that has none.
[[nodiscard]] domain::Result<domain::Lesson> lessonOf(const HeldCourse& held, const QString& skill);
[[nodiscard]] domain::Result<domain::CourseAsset> assetOf(const HeldCourse& held, const QString& name);
/// Ids stand once, and each lesson belongs to one of them.
[[nodiscard]] domain::Result<void> checkContent(const domain::CourseContent& content);

} // namespace waymark::support
