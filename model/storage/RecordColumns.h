// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>

#include <domain/Records.h>

namespace waymark::storage {

/// A record as the columns of its table, in the order in which LearnerTables.cpp names them.

[[nodiscard]] QVariantList columnsOf(const domain::Record& record); ///< those after the key
/// The record whose first column after the key is `at`.
[[nodiscard]] domain::Record recordFrom(domain::RecordKind kind, const Row& row, int at);

} // namespace waymark::storage
