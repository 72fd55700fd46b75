// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RandomEdits.h"
#include "SampleCourse.h"

#include <domain/Store.h>

namespace waymark::crash {

/// Command number `number` of the stream with this seed, on whatever store: the same number on the same state does the same, in the
/// writer as in the model that it is compared with. True if it came to its end, which includes having nothing to undo.
inline bool runCommand(domain::Store& store, quint64 seed, quint64 number)
{
    support::RandomEdits random(seed * 1'000'003 + number);
    const auto isDone = [](const domain::Result<domain::Edit>& step, domain::ErrorCode nothing) {
        return step.has_value() || step.error().code == nothing;
    };
    const int what = random.below(100);
    if (what < 15) {
        return isDone(store.undo(), domain::ErrorCode::NothingToUndo);
    }
    if (what < 25) {
        return isDone(store.redo(), domain::ErrorCode::NothingToRedo);
    }
    if (what < 27) {
        domain::CourseContent content = support::sampleCourse();
        content.hash = QString::number(number);
        content.course.moved = { { QStringLiteral("skill-%1").arg(random.below(5)), QStringLiteral("skill-%1").arg(5 + random.below(3)) } };
        return store.installCourse(content).has_value();
    }
    const auto progress = store.progress();
    return progress && store.commit(random.edit(*progress, QStringLiteral("%1-%2").arg(seed).arg(number))).has_value();
}

} // namespace waymark::crash
