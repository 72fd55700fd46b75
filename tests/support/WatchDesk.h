// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClockedLibrary.h"

#include <session/StudyWatch.h>

#include <QSignalSpy>
#include <QTest>

namespace waymark::support {

using namespace Qt::StringLiterals;

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;
inline const QString base = u"base"_s;

/// A learner at a watch; the clock goes by the second, and the learner is there or is not.
struct WatchDesk : ClockedLibrary
{
    std::unique_ptr<session::StudyWatch> watch { std::make_unique<session::StudyWatch>(*workspace) };

    /// As after a start of the program.
    void reopen() { watch = std::make_unique<session::StudyWatch>(*workspace); }
    void pass(qint64 milliseconds, bool isThere)
    {
        for (const qint64 end = now + milliseconds; now < end;) {
            now += second;
            if (isThere) {
                watch->noticeActivity();
            }
            watch->tick();
        }
    }
    void study(qint64 milliseconds) { pass(milliseconds, true); }
    void beAway(qint64 milliseconds) { pass(milliseconds, false); }
    [[nodiscard]] const std::optional<domain::RunningTimer>& timer() const { return workspace->progress().timer(); }
    [[nodiscard]] std::size_t edits() const { return workspace->journal(1000)->size(); }
};

} // namespace waymark::support
