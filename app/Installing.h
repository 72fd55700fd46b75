// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <domain/Course.h>

namespace waymark::app {

/// Installs a course that was read, unless --dry-run is given, and prints what it does to the skills of the one before. The exit code.
/// Where the library could not be read again afterwards it is installed all the same: that is said, and the code is that of the reading.
[[nodiscard]] int installCourse(const VerbCall& call, const domain::CourseContent& content);

/// The end of an undo or a redo that failed with this error, or that is `done`, of a course, and could not be read again.
[[nodiscard]] int failTurn(const VerbCall& call, const domain::Error& error, const QString& done);

} // namespace waymark::app
