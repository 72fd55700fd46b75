// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/JsonFields.h>
#include <exchange/PlanDocument.h>

namespace waymark::exchange {

/// Reads one skill of a plan. Keys that older plans do not have are optional. The first fault is kept with its place.
[[nodiscard]] PlanSkill readPlanSkill(const nlohmann::json& value, const QString& place, QString& fault);

/// The texts of a list, cleaned for one line; what is no text, or empty, is a fault.
[[nodiscard]] QStringList readWords(JsonFields& fields, const char* key);

} // namespace waymark::exchange
