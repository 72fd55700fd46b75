// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/MapLayoutTask.h>

namespace waymark::session {

void MapLayoutTask::request(domain::MapInput input)
{
    m_task.start([input = std::move(input)](
                     const std::stop_token& stop) { return std::make_shared<const domain::MapLayout>(domain::layoutMap(input, stop)); },
        [this](const Layout& layout) { Q_EMIT finished(layout); });
}

} // namespace waymark::session
