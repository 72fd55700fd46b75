// SPDX-License-Identifier: GPL-3.0-or-later
// A plan, its summary and its table.
#include <Promise.h>
#include <Targets.h>

#include <exchange/PlanCsv.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanReviews.h>
#include <exchange/PlanSummary.h>
#include <exchange/PlanWriter.h>

namespace waymark::fuzz {

void planJson(const QByteArray& bytes)
{
    using domain::ErrorCode;
    const auto codes = { ErrorCode::InvalidPlan, ErrorCode::TooLarge, ErrorCode::FormatNewer, ErrorCode::UnknownFormat };
    const auto plan = exchange::readPlan(bytes);
    const auto summary = exchange::readPlanSummary(bytes);
    if (!summary) {
        requireRefusal(summary.error(), codes);
    }
    if (!plan) {
        requireRefusal(plan.error(), codes);
        return;
    }
    require(summary.has_value(), "a plan that can be read has a summary", summary ? QString() : summary.error().detail);
    require(summary->plan == plan->plan && summary->revision == plan->revision, "a summary is of its plan");
    const QByteArray written = exchange::planToJson(*plan);
    const auto again = exchange::readPlan(written);
    require(again.has_value(), "a plan that was read can be written and read", again ? QString() : again.error().detail);
    require(exchange::planToJson(*again) == written, "a plan is written as it was written before");
    require(exchange::revisionOf(*again) == exchange::revisionOf(*plan), "a plan keeps its revision");
    (void)exchange::reviewsOf(*plan);
    const auto table = exchange::readCsv(exchange::planToCsv(*plan));
    require(table && *table == exchange::planTable(*plan), "the table of a plan comes back from its file");
}

} // namespace waymark::fuzz
