// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace waymark::exchange::platform {

/// What the child of a run is held to. Sizes are bytes; 0 is no limit.
struct ChildLimits
{
    qint64 cpuSeconds = 0;
    qint64 fileBytes = 0;
    qint64 memoryBytes = 0;
    qint64 processes = 0;
    bool withoutNetwork = false; ///< a network of its own with nothing but loopback; the child ends at once where that fails
};

/// To be called in the child between fork and exec: a process group of its own, the limits, and the end of the child with its parent.
[[nodiscard]] std::function<void()> childSetup(const ChildLimits& limits);

/// Ends a process started with childSetup and all that it started in its group.
void endGroup(qint64 process);

/// Whether this user may give a child a network of its own.
[[nodiscard]] bool canIsolateNetwork();

[[nodiscard]] bool isRoot();
[[nodiscard]] bool isErrorTerminal(); ///< whether a person sees standard error

/// While one lives, Ctrl+C and the wish of the system to end are noted instead of ending the program.
class InterruptWatch
{
public:
    InterruptWatch();
    ~InterruptWatch();
    Q_DISABLE_COPY_MOVE(InterruptWatch)

    [[nodiscard]] static bool isInterrupted();
    /// Ends the program by the signal that was noted, if any; to be called after clearing up, with no watch alive.
    static void passOn();
};

} // namespace waymark::exchange::platform
