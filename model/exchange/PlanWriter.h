// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>

namespace waymark::exchange {

/// The format that is written; a later one is another number.
inline constexpr QLatin1StringView planSchema { "urn:waymark:plan:1" };

/// The plan as JSON (resources/schemas/plan.schema.json): keys in the order of the schema, unknown ones after them by name, two spaces
/// of indent, UTF-8, a newline at the end. The same plan gives the same bytes.
[[nodiscard]] QByteArray planToJson(const PlanDocument& plan);

/// SHA-256, hexadecimal, over the plan's JSON in canonical form (see canonicalJson()) without `revision`, `parent` and
/// `created`, and without `schedule` and `forecast`, which each day makes anew: two exports have the same revision exactly when they say
/// the same of the learner.
[[nodiscard]] QString revisionOf(const PlanDocument& plan);

} // namespace waymark::exchange
