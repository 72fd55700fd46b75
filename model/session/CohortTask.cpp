// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/CohortTask.h>
#include <session/Workers.h>

#include <QPromise>

namespace waymark::session {

CohortTask::CohortTask(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0) {
            Q_EMIT finished(m_watcher.result());
        }
    });
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
        [this](int done) { Q_EMIT progressed(done, m_watcher.progressMaximum()); });
}

CohortTask::~CohortTask()
{
    m_stop.request_stop();
}

void CohortTask::request(const QString& folder)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    auto promise = std::make_shared<QPromise<Reading>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    session::workers().start([promise, folder, stop = m_stop.get_token()] {
        exchange::CohortOptions options;
        options.stop = stop;
        options.progress = [&promise](int done, int all) {
            promise->setProgressRange(0, all);
            promise->setProgressValue(done);
        };
        promise->addResult(exchange::readCohort(folder, options));
        promise->finish();
    });
}

void CohortTask::cancel()
{
    m_stop.request_stop();
}

} // namespace waymark::session
