// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFiles.h>

namespace waymark::exchange {

/// Zips a course folder. The same files give the same bytes on every machine: names sorted, one fixed time, deflate. Errors: those of
/// readCourseFolder and of domain::writeFileAtomically.
[[nodiscard]] domain::Result<void> buildPackage(const QString& folder, const QString& outFile);

[[nodiscard]] domain::Result<QByteArray> packageOf(const CourseFiles& files);

/// Unpacks a package in memory, behind the gate for strangers' files: nothing is ever written under a name from the file, and one bad
/// entry refuses the whole package. Errors: FileMissing, Io; InvalidFile with the entry named in the detail; TooLarge.
[[nodiscard]] domain::Result<CourseFiles> readPackage(const QString& file);

[[nodiscard]] domain::Result<CourseFiles> filesOfPackage(const QByteArray& zip);

} // namespace waymark::exchange
