// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/PlanShift.h>

#include <QVariantMap>

namespace waymark::ui {

/// The dates of a plan as the settings keep them: "made", "milestone", "finish" and by skill "ends", days in ISO form. Settings belong to a
/// person, who may open one library after the other, so "library" names the one that the dates are of.
[[nodiscard]] QVariantMap viewOf(const learning::PlanDates& dates, const QString& library);

/// Without a day on which they were made there are none, nor where they are of another library; an end that is no day is left out.
[[nodiscard]] learning::PlanDates datesInView(const QVariantMap& view, const QString& library);

} // namespace waymark::ui
