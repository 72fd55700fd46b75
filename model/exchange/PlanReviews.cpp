// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanDocument.h>

#include <exchange/ReviewReader.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace waymark::exchange {

std::vector<ReviewDocument> reviewsOf(const PlanDocument& plan)
{
    std::vector<ReviewDocument> reviews;
    const auto all = nlohmann::json::parse(plan.reviews.cbegin(), plan.reviews.cend(), nullptr, false);
    for (const nlohmann::json& each : all) {
        if (domain::Result<ReviewDocument> review = readReview(QByteArray::fromStdString(each.dump()))) {
            reviews.push_back(std::move(*review));
        }
    }
    std::ranges::stable_sort(reviews, {}, &ReviewDocument::created);
    return reviews;
}

} // namespace waymark::exchange
