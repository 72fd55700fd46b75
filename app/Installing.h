// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <domain/Course.h>
#include <domain/Edit.h>

#include <optional>

namespace waymark::app {

/// Installs a course that was read, unless --dry-run is given, and prints what it does to the skills of the one before. The exit code.
/// Where the library could not be read again afterwards it is installed all the same: that is printed, and the error is of the reading.
[[nodiscard]] int installCourse(const VerbCall& call, const domain::CourseContent& content);

/// The end of an undo or a redo that failed with this error. Of a course it may be `done` all the same, where the library could not be read
/// again afterwards: then `turned`, which was the next step, is printed with that sentence. The exit code.
[[nodiscard]] int failTurn(
    const VerbCall& call, const domain::Error& error, const std::optional<domain::Edit>& turned, const QString& done);

} // namespace waymark::app
