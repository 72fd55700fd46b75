// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapLayout.h>

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>

namespace waymark::session {

/// Lays out a map on a worker thread. A later request, or the end of this object, stops an earlier one; only the newest result arrives.
class MapLayoutTask : public QObject
{
    Q_OBJECT

public:
    using Layout = std::shared_ptr<const domain::MapLayout>;

    explicit MapLayoutTask(QObject* parent = nullptr);
    ~MapLayoutTask() override;

    void request(domain::MapInput input);

Q_SIGNALS:
    void finished(const waymark::session::MapLayoutTask::Layout& layout);

private:
    QFutureWatcher<Layout> m_watcher;
    std::stop_source m_stop;
};

} // namespace waymark::session
