// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanDocument.h>

#include <exchange/ReviewReader.h>

#include <algorithm>

namespace waymark::exchange {

std::vector<ReviewDocument> reviewsOf(const PlanDocument& plan)
{
    std::vector<ReviewDocument> reviews;
    const nlohmann::json carried = nlohmann::json::parse(plan.reviews.cbegin(), plan.reviews.cend(), nullptr, false);
    if (!carried.is_array()) {
        return reviews;
    }
    for (const nlohmann::json& each : carried) {
        const std::string bytes = each.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        if (domain::Result<ReviewDocument> review = readReview(QByteArray::fromStdString(bytes))) {
            reviews.push_back(std::move(*review));
        }
    }
    std::ranges::stable_sort(reviews, {}, &ReviewDocument::created);
    return reviews;
}

} // namespace waymark::exchange
