// SPDX-License-Identifier: GPL-3.0-or-later
// The plan inside a page.
#include <Promise.h>
#include <Targets.h>

#include <exchange/PlanPageText.h>
#include <exchange/PlanReader.h>

namespace waymark::fuzz {

void planPage(const QByteArray& bytes)
{
    using domain::ErrorCode;
    const QString name = QStringLiteral("plan.html");
    const auto json = exchange::planJsonOf(bytes, name);
    const auto view = exchange::planJsonIn(bytes, name);
    require(json.has_value() == view.has_value(), "a page is read the same with and without a copy");
    if (!json) {
        requireRefusal(json.error(), { ErrorCode::InvalidPlan, ErrorCode::TooLarge });
        return;
    }
    require(*view == *json && json->size() <= bytes.size(), "a plan is a part of its page");
    if (const auto plan = exchange::readPlan(*json, name); !plan) {
        requireRefusal(plan.error(), { ErrorCode::InvalidPlan, ErrorCode::TooLarge, ErrorCode::FormatNewer, ErrorCode::UnknownFormat });
    }
}

} // namespace waymark::fuzz
