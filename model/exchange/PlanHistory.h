// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>

namespace waymark::exchange {

/// When the newest review was written (UTC milliseconds); when it arrived, where it claims to be from later than that; 0 for none.
[[nodiscard]] qint64 lastReviewOf(const domain::Progress& progress);

/// What was begun, finished, ticked and proved after `since`, by learning day and skill: newest day first, skills by id. What was taken
/// back meanwhile leaves no trace.
[[nodiscard]] std::vector<PlanEvent> historySince(const domain::Progress& progress, qint64 since, const QTimeZone& zone);

} // namespace waymark::exchange
