// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Forecast.h>
#include <learning/Schedule.h>

namespace waymark::exchange {

/// What a plan says of the days to come. It follows from the rest and from the day on which it is made, so it is no part of the revision.
struct PlanOutlook
{
    learning::Schedule schedule;
    learning::Forecast forecast;

    bool operator==(const PlanOutlook&) const = default;
};

/// The member `schedule` of a plan as compact JSON: [{skill, from, to}] in the order of study, the days as ISO 8601.
[[nodiscard]] QByteArray scheduleJson(const domain::Roadmap& roadmap, const learning::Schedule& schedule);

/// The member `forecast`: {p50, p85, chance, hoursLeft}, each null where there is none; null as a whole without any date.
[[nodiscard]] QByteArray forecastJson(const learning::Forecast& forecast);

} // namespace waymark::exchange
