// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <atomic>
#include <functional>

namespace waymark::session {

/// The threads that long work runs on, as many as there are cores. They are none of Qt's own pool: Qt 6.4 paints large pictures on that one
/// and waits for it, so the window would stand still while all of its threads are at work. Any thread may call.
class Workers
{
public:
    /// What is thrown in there ends the program.
    void start(std::function<void()> work);
    void waitForDone() { m_pool.waitForDone(); }

    /// What each thread does before its first work; of those that begin from now on.
    void setBeginning(void (*beginning)()) { m_beginning = beginning; }

private:
    QThreadPool m_pool;
    std::atomic<void (*)()> m_beginning { nullptr };
};

[[nodiscard]] Workers& workers();

} // namespace waymark::session
