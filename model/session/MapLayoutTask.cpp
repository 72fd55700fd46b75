// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/MapLayoutTask.h>

#include <QPromise>
#include <QThreadPool>

namespace waymark::session {

MapLayoutTask::MapLayoutTask(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0) {
            Q_EMIT finished(m_watcher.result());
        }
    });
}

MapLayoutTask::~MapLayoutTask()
{
    m_stop.request_stop();
}

void MapLayoutTask::request(domain::MapInput input)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    auto promise = std::make_shared<QPromise<Layout>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, stop = m_stop.get_token(), input = std::move(input)] {
        auto layout = std::make_shared<const domain::MapLayout>(domain::layoutMap(input, stop));
        if (!stop.stop_requested()) {
            promise->addResult(std::move(layout));
        }
        promise->finish();
    });
}

} // namespace waymark::session
