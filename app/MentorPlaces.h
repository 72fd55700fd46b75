// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::app {

/// The file of the key with which this person signs: WAYMARK_KEY, else one in the user's data folder. It need not exist.
[[nodiscard]] QString signingKeyPath();

/// The folder in which answers to plans lie while they are written.
[[nodiscard]] QString reviewDraftsPath();

} // namespace waymark::app
