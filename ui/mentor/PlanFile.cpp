// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlanFile.h>

#include <domain/AtomicFile.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanPageText.h>
#include <exchange/PlanReader.h>

namespace waymark::ui {

domain::Result<exchange::PlanDocument> readPlanAt(const QString& file)
{
    return domain::readFile(file, exchange::limits::jsonBytes)
        .and_then([&file](const QByteArray& bytes) { return exchange::planJsonOf(bytes, file); })
        .and_then([&file](const QByteArray& json) { return exchange::readPlan(json, file); });
}

} // namespace waymark::ui
