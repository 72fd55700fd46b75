// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ReviewWriter.h>

#include <JsonSpoiler.h>
#include <ReviewFixture.h>

namespace waymark::fixture {

/// A review from a stranger.
using HostileReview = HostileFile;

/// Makes reviews from a good one by changing one place.
class ReviewSpoiler : public JsonSpoiler
{
public:
    explicit ReviewSpoiler(const exchange::ReviewDocument& good)
        : JsonSpoiler(exchange::reviewToJson(good), "created")
    {
    }
};

} // namespace waymark::fixture
