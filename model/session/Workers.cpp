// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Workers.h>

namespace waymark::session {

QThreadPool& workers()
{
    static QThreadPool pool;
    return pool;
}

} // namespace waymark::session
