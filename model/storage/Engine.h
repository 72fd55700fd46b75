// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::storage {

/// The version of the SQLite that is linked, such as "3.40.1".
[[nodiscard]] QString engineVersion();

} // namespace waymark::storage
