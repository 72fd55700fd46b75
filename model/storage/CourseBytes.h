// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/Result.h>

#include <QByteArray>

namespace waymark::storage {

/// A whole course as bytes, and back: what a library keeps of one that was replaced. The form is written for ever: whoever adds a field to
/// a course adds it at the end of its part, under a new number of the form.

[[nodiscard]] QByteArray toBytes(const domain::CourseContent& content);

/// InvalidCourse for anything else. What comes of it is checked where it is installed, as that of any file.
[[nodiscard]] domain::Result<domain::CourseContent> contentFrom(const QByteArray& bytes);

} // namespace waymark::storage
