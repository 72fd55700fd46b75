// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapLayout.h>

#include <session/Task.h>

#include <QObject>

#include <memory>

namespace waymark::session {

/// Lays out a map on a worker thread. A later request, or the end of this object, stops an earlier one; only the newest result arrives.
class MapLayoutTask : public QObject
{
    Q_OBJECT

public:
    using Layout = std::shared_ptr<const domain::MapLayout>;

    using QObject::QObject;

    void request(domain::MapInput input);

Q_SIGNALS:
    void finished(const waymark::session::MapLayoutTask::Layout& layout);

private:
    Task<Layout> m_task;
};

} // namespace waymark::session
