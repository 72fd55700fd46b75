// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanOutlook.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace waymark::exchange {

namespace {

using json = nlohmann::ordered_json;

constexpr double permille = 1000; // a chance to three places
constexpr double hundredths = 100; // hours to two places

json dayOrNull(QDate day)
{
    return day.isValid() ? json(day.toString(Qt::ISODate).toStdString()) : json();
}

} // namespace

QByteArray scheduleJson(const domain::Roadmap& roadmap, const learning::Schedule& schedule)
{
    json list = json::array();
    for (const learning::ScheduledSkill& each : schedule.skills) {
        list.push_back(
            { { "skill", roadmap.skill(each.skill).id.toStdString() }, { "from", dayOrNull(each.from) }, { "to", dayOrNull(each.to) } });
    }
    return QByteArray::fromStdString(list.dump());
}

QByteArray forecastJson(const learning::Forecast& forecast)
{
    if (forecast.state != learning::ForecastState::Dated) {
        return "null";
    }
    json object;
    object["p50"] = dayOrNull(forecast.p50);
    object["p85"] = dayOrNull(forecast.p85);
    object["chance"] = forecast.chance ? json(std::round(*forecast.chance * permille) / permille) : json();
    object["hoursLeft"] = std::round(forecast.hoursLeft * hundredths) / hundredths;
    return QByteArray::fromStdString(object.dump());
}

} // namespace waymark::exchange
