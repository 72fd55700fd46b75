// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Journal.h>

#include <domain/CourseStep.h>

#include <QByteArray>

#include <functional>
#include <vector>

namespace waymark::storage {

/// What a turn of an installation brings.
struct CourseStep
{
    domain::CourseContent content; ///< the course
    std::vector<domain::RecordChange> changes; ///< as CourseSwap has them
    std::vector<EntryText> entries; ///< as a turn leaves them, to the byte
};

/// Asked between two pieces of work whether it goes on, else it ends with Cancelled; null for always.
using GoesOn = std::function<bool()>;

/// As it lies in the library; nothing beyond domain::courseStepBytes, courseStepUnpacked and courseStepParts. Cancelled.
[[nodiscard]] Result<QByteArray> keptFrom(const CourseStep& step, const GoesOn& goesOn = {});

/// InvalidCourse for anything else; Cancelled. A library may be a stranger's: whatever the bytes say of themselves, no more memory is taken
/// than those bounds need. The course is checked where it is installed, the rest where it is written.
[[nodiscard]] Result<CourseStep> stepFrom(const QByteArray& kept, const GoesOn& goesOn = {});

} // namespace waymark::storage
