// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>
#include <exchange/PlanDocument.h>

namespace waymark::exchange {

/// Reads a stranger's plan through the gate: size, structure, schema, meaning. Nothing is written and nothing else is read. Texts come
/// out cleaned; derived values (hashes, spent minutes) are not trusted by anything that follows. Unknown keys are kept.
/// Errors: InvalidPlan and TooLarge with `name` as the subject and the place in the detail; FormatNewer and UnknownFormat for another
/// schema.
[[nodiscard]] domain::Result<PlanDocument> readPlan(const QByteArray& json, const QString& name = {});

} // namespace waymark::exchange
