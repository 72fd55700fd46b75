// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <session/Workers.h>
#include <session/Workspace.h>
#include <QPromise>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace waymark::session {

/// Work on a worker whose result comes back to the thread that owns this. A later start, cancel(), or the end of this object drops what an
/// earlier one brings; the work is told by its token and may go on for a while, so it holds values alone. What leads to a change, or asks
/// the person something, is a task of the workspace: its result does not arrive in the middle of a change.
template <class T> class Task
{
public:
    using Work = std::function<T(const std::stop_token&)>;
    using Done = std::function<void(T)>;

    Task()
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { arrive(); });
    }
    explicit Task(Workspace& workspace)
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher,
            [this, &workspace] { workspace.whenStill(&m_watcher, [this] { arrive(); }); });
    }
    ~Task() { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(Task)

    void start(Work work, Done done)
    {
        m_stop.request_stop();
        m_stop = std::stop_source();
        m_done = std::move(done);
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        m_watcher.setFuture(promise->future());
        session::workers().start([promise, work = std::move(work), stop = m_stop.get_token()] {
            promise->addResult(work(stop));
            promise->finish();
        });
    }
    void cancel()
    {
        m_stop.request_stop();
        m_done = {};
        m_watcher.setFuture({});
    }
    [[nodiscard]] bool isRunning() const { return m_done != nullptr; }

private:
    void arrive()
    {
        if (m_done && m_watcher.future().resultCount() > 0) { // the word of an earlier future may still be under way
            std::exchange(m_done, {})(m_watcher.future().takeResult());
        }
    }

    QFutureWatcher<T> m_watcher;
    std::stop_source m_stop;
    Done m_done; ///< null where no result is waited for
};

} // namespace waymark::session
