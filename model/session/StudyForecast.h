// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/StoppableForecast.h>
#include <session/StudyPlan.h>
#include <session/Task.h>

namespace waymark::session {

/// Works a forecast out on a worker. One that a later start, or the end of the task, has overtaken stops between two runs, so that it does
/// not keep the next one waiting. `arrived` is called on the thread of the task.
inline void startForecast(
    Task<learning::Forecast>& task, const learning::ForecastInput& input, std::function<void(const learning::Forecast&)> arrived)
{
    task.start([input](const std::stop_token& stop) { return learning::forecast(input, {}, stop); }, std::move(arrived));
}

} // namespace waymark::session
