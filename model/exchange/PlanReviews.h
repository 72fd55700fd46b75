// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <exchange/ReviewDocument.h>

namespace waymark::exchange {

/// The reviews that a plan carries, oldest first. Those that cannot be read are left out.
[[nodiscard]] std::vector<ReviewDocument> reviewsOf(const PlanDocument& plan);

/// The member `reviews` of a plan, of reviews as ReceivedReview keeps them, oldest first: at most half of what a plan may hold by
/// PlanLimits.h, so that the learner's own work always fits and the plan can be read again. What goes beyond it, of the oldest, stays out,
/// and so does a review that is nested too deep to stand in a plan.
[[nodiscard]] QByteArray carriedReviews(const QByteArrayList& reviews);

} // namespace waymark::exchange
