// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Engine.h>

#include <sqlite3.h>

namespace waymark::storage {

QString engineVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

} // namespace waymark::storage
