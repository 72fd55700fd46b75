// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Csv.h>
#include <exchange/PlanDocument.h>

namespace waymark::exchange {

/// The plan as a table for spreadsheets. The first row names the columns: area, skill id, title, level, hours, state, item id, item, done,
/// done at, evidence kind, evidence. One row for each piece of evidence, for each item without evidence, and for each skill without items.
[[nodiscard]] CsvRows planTable(const PlanDocument& plan);

[[nodiscard]] QByteArray planToCsv(const PlanDocument& plan);

} // namespace waymark::exchange
