// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GraphCourse.h"

#include <domain/StudyEdits.h>

/// What the tests of the edits of plan and time are written with.
namespace waymark::support {

using namespace Qt::StringLiterals;

inline constexpr qint64 minute = 60'000;
inline const QString base = u"base"_s;
inline const QString side = u"side"_s;
inline const QString unknown = u"moon"_s;

/// A learner with a clock, one edit a call.
struct Learner
{
    domain::Roadmap roadmap { support::graphCourse() };
    domain::Progress progress;
    qint64 now = 1'790'000'000'000;
    int edits = 0;
    QTimeZone zone = QTimeZone::utc();
    qint64 dayStart = 0;

    [[nodiscard]] domain::EditContext context() const { return { roadmap, progress, now, u"id-%1"_s.arg(edits), zone, dayStart }; }
    domain::Edit apply(const domain::Result<domain::Edit>& edit)
    {
        if (!edit || !domain::applyTo(progress, *edit)) {
            qFatal("the edit cannot be applied");
        }
        ++edits;
        return *edit;
    }
    [[nodiscard]] QString id() const { return u"id-%1"_s.arg(edits - 1); } ///< of what was added last
    /// What a watch on `base` has left that was started then.
    [[nodiscard]] domain::TimeEntry leftBy(qint64 start) const
    {
        return progress.time().value(domain::entryId({ base, start, 0, 0, 0, 0 }));
    }
};

inline domain::ErrorCode codeOf(const domain::Result<domain::Edit>& edit)
{
    return edit ? domain::ErrorCode::Cancelled : edit.error().code;
}

inline bool changesNothing(const domain::Result<domain::Edit>& edit)
{
    return edit && edit->changes.empty();
}

} // namespace waymark::support
