// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QString>

#include <map>

namespace waymark::exchange {

/// The files of a course by their names inside it ("skills/db/db-joins.md"), in the order of their names.
using CourseFiles = std::map<QString, QByteArray>;

/// The files of a course folder, which may be a resource (":/courses/backend"): course.yaml, the texts beside it, and what lies in
/// skills, images, fixtures and labs. Hidden files are left out. Errors: FileMissing, InvalidFile for a link or a name that no package
/// may hold, TooLarge, Io.
[[nodiscard]] domain::Result<CourseFiles> readCourseFolder(const QString& folder);

/// SHA-256 over names and bytes, hexadecimal: equal for a folder and the package built from it.
[[nodiscard]] QString hashOf(const CourseFiles& files);

/// Why a name may not stand in a course, or nothing: it must be relative, without "..", and mean the same file on every system.
[[nodiscard]] QString refusalOfName(const QString& name);

/// The form under which two names would be one file on some system.
[[nodiscard]] QString foldedName(const QString& name);

} // namespace waymark::exchange
