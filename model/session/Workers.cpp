// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Workers.h>

#include <utility>

namespace waymark::session {

Workers::Workers(Kind)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

void Workers::start(std::function<void()> work)
{
    m_pool.start([this, work = std::move(work)] {
        static thread_local const bool hasBegun = [](void (*beginning)()) {
            if (beginning != nullptr) {
                beginning();
            }
            return true;
        }(m_beginning);
        Q_UNUSED(hasBegun)
        work();
    });
}

Workers& workers()
{
    static Workers all;
    return all;
}

} // namespace waymark::session
