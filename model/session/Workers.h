// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <atomic>
#include <functional>

namespace waymark::session {

/// Threads that work runs on; those of workers(), as many as there are cores, for all that takes long. They are none of Qt's own pool:
/// Qt 6.4 paints large pictures on that one and waits for it, so the window would stand still while all of its threads are at work. Any
/// thread may call.
class Workers
{
public:
    Workers() = default;
    /// The other: all work runs on one thread, one piece after the other, for as long as this lives.
    enum class Kind { OneThread };
    explicit Workers(Kind);

    /// What is thrown in there ends the program.
    void start(std::function<void()> work);
    void waitForDone() { m_pool.waitForDone(); } ///< ends the threads as well

    /// What each thread does before its first work; of those that begin from now on.
    void setBeginning(void (*first)()) { m_beginning = first; }
    [[nodiscard]] auto firstWork() const { return m_beginning.load(); }

private:
    QThreadPool m_pool;
    std::atomic<void (*)()> m_beginning { nullptr };
};

[[nodiscard]] Workers& workers();

} // namespace waymark::session
