// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Migrations.h>

namespace waymark::storage {

/// Whether the library has exactly the schema that `migrations` make up to `version`. Refused for a trigger, view, table or index
/// that is not ours, or one of ours that differs; LibraryCorrupt for one that is missing. The detail names the first of them.
[[nodiscard]] Result<void> checkSchema(Connection& library, const Migrations& migrations, int version);

} // namespace waymark::storage
