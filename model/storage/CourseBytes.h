// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/Result.h>

#include <QByteArray>

namespace waymark::storage {

/// A whole course as bytes, and back: what a library keeps of one that was replaced. The form is written for ever: whoever adds a field to
/// a course adds it at the end of its part, under a new number of the form.

/// Empty where it has more parts than domain::courseStepParts.
[[nodiscard]] QByteArray toBytes(const domain::CourseContent& content);

/// InvalidCourse for anything else, and beyond those parts. What comes of it is checked where it is installed, as that of any file; it
/// takes no more memory than its parts need, whatever the bytes say of themselves.
[[nodiscard]] domain::Result<domain::CourseContent> contentFrom(const QByteArray& bytes);

} // namespace waymark::storage
