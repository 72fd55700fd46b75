// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/WatchedSteps.h>

namespace waymark::storage {

/// All of an open library of the present schema, some edits at a time; the steps go from `from` thousandths to the end. The caller watches
/// over the connection and holds a snapshot where others may write. Cancelled, and the errors of reading.
[[nodiscard]] Result<domain::LibraryContents> readContents(Connection& library, WatchedSteps& steps, int from);

/// All of a library that a store works on, here or in another process, as it is at one moment: through a connection of its own that only
/// reads, in any thread. Cancelled, and the errors of reading.
[[nodiscard]] Result<domain::LibraryContents> readBeside(const QString& library, const domain::ReadingWatch& watch);

} // namespace waymark::storage
