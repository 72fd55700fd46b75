// SPDX-License-Identifier: GPL-3.0-or-later
// What a library keeps of a course that another one has replaced, small and not.
#include <Promise.h>
#include <Targets.h>

#include <storage/CourseBytes.h>
#include <storage/KeptCourse.h>

namespace waymark::fuzz {

namespace {

using domain::ErrorCode;

void readContent(const QByteArray& bytes)
{
    const auto content = storage::contentFrom(bytes);
    if (!content) {
        requireRefusal(content.error(), { ErrorCode::InvalidCourse });
        return;
    }
    const QByteArray written = storage::toBytes(*content);
    const auto again = storage::contentFrom(written);
    require(again && again->course == content->course && storage::toBytes(*again) == written, "a course comes back as it was kept");
}

void readStep(const QByteArray& kept)
{
    const auto step = storage::stepFrom(kept);
    if (!step) {
        requireRefusal(step.error(), { ErrorCode::InvalidCourse });
        return;
    }
    const QByteArray written = storage::keptFrom(*step).value();
    const auto again = storage::stepFrom(written);
    require(again && storage::keptFrom(*again).value() == written, "what is kept for a turn comes back as it was");
}

} // namespace

void keptCourse(const QByteArray& bytes)
{
    readContent(bytes);
    readStep(bytes);
    readStep(qCompress(bytes)); // which no fuzzer writes by itself
}

} // namespace waymark::fuzz
