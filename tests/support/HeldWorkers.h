// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <memory>

namespace waymark::support {

/// Keeps every worker of the pool busy, so that what is given to them waits until release().
class HeldWorkers
{
public:
    HeldWorkers()
    {
        auto* pool = QThreadPool::globalInstance();
        for (int i = 0; i < pool->maxThreadCount(); ++i) {
            pool->start([gate = m_gate] { gate->acquire(); });
        }
    }
    ~HeldWorkers() { release(); }
    Q_DISABLE_COPY_MOVE(HeldWorkers)

    void release()
    {
        m_gate->release(QThreadPool::globalInstance()->maxThreadCount());
        QThreadPool::globalInstance()->waitForDone();
    }

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
};

} // namespace waymark::support
