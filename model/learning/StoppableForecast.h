// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Forecast.h>

#include <stop_token>

namespace waymark::learning {

/// forecast() where somebody may lose interest meanwhile: once `stop` is requested it ends before the next run, with an empty forecast.
[[nodiscard]] Forecast forecast(const ForecastInput& input, const ForecastSettings& settings, const std::stop_token& stop);

} // namespace waymark::learning
