// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Cohort.h>

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

namespace waymark::session {

/// Reads a folder of plans on a worker. A later request, cancel(), or the end of this object stops an earlier one; only the newest result
/// arrives.
class CohortTask : public QObject
{
    Q_OBJECT

public:
    using Reading = domain::Result<exchange::Cohort>;

    explicit CohortTask(QObject* parent = nullptr);
    ~CohortTask() override;

    void request(const QString& folder);
    void cancel(); ///< finished() then brings Cancelled
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(const waymark::session::CohortTask::Reading& reading);

private:
    QFutureWatcher<Reading> m_watcher;
    std::stop_source m_stop;
};

} // namespace waymark::session
