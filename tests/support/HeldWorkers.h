// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workers.h>

#include <QSemaphore>
#include <QThread>

#include <memory>

namespace waymark::support {

/// Keeps every worker of the pool busy, so that what is given to them waits until release().
class HeldWorkers
{
public:
    HeldWorkers()
    {
        for (int i = 0; i < QThread::idealThreadCount(); ++i) {
            session::workers().start([gate = m_gate] { gate->acquire(); });
        }
    }
    ~HeldWorkers() { release(); }
    Q_DISABLE_COPY_MOVE(HeldWorkers)

    void release()
    {
        m_gate->release(QThread::idealThreadCount());
        session::workers().waitForDone();
    }

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
};

} // namespace waymark::support
