// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/PlanShift.h>

#include <QVariantMap>

namespace waymark::ui {

/// The dates of a plan as the settings keep them: "made", "milestone", "finish" and by skill "ends", days in ISO form.
[[nodiscard]] QVariantMap viewOf(const learning::PlanDates& dates);

/// Without a day on which they were made there are none; an end that is no day is left out.
[[nodiscard]] learning::PlanDates datesInView(const QVariantMap& view);

} // namespace waymark::ui
