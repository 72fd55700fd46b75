// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>

#include <domain/Edit.h>
#include <domain/Progress.h>

#include <optional>
#include <vector>

namespace waymark::storage {

class WatchedSteps;

/// The records of the learner, one table a kind. What writes here runs inside a transaction of the caller.

[[nodiscard]] const QString& tableName(domain::RecordKind kind);

[[nodiscard]] Result<std::optional<domain::Record>> readRecord(Connection& library, const domain::RecordKey& key);
/// Nothing as record removes the row. The search index of the notes is kept in step.
[[nodiscard]] Result<void> writeRecord(Connection& library, const domain::RecordKey& key, const std::optional<domain::Record>& record);

/// StaleEdit if a row is not what its change says it was before; Cancelled.
[[nodiscard]] Result<void> applyChanges(Connection& library, const std::vector<domain::RecordChange>& changes, WatchedSteps& steps);

[[nodiscard]] Result<domain::Progress> readProgress(Connection& library);

} // namespace waymark::storage
