// SPDX-License-Identifier: GPL-3.0-or-later
// A review and its signature.
#include <Promise.h>
#include <Targets.h>

#include <exchange/ReviewLimits.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>

namespace waymark::fuzz {

void reviewJson(const QByteArray& bytes)
{
    using domain::ErrorCode;
    const auto codes = { ErrorCode::InvalidReview, ErrorCode::TooLarge, ErrorCode::FormatNewer, ErrorCode::UnknownFormat };
    const auto review = exchange::readReview(bytes);
    const auto draft = exchange::readReviewDraft(bytes);
    if (!draft) {
        requireRefusal(draft.error(), codes);
    }
    if (!review) {
        requireRefusal(review.error(), codes);
        return;
    }
    require(draft.has_value(), "a review is a draft of itself");
    require(review->comments.size() <= std::size_t { exchange::limits::reviewComments }, "a review has not too many comments");
    const QByteArray written = exchange::reviewToJson(*review);
    const auto again = exchange::readReview(written);
    require(again.has_value(), "a review that was read can be written and read", again ? QString() : again.error().detail);
    require(*again == *review, "a review comes back as it was");
    require(exchange::signatureOf(*again, true) == exchange::signatureOf(*review, true), "a review keeps the state of its signature");
    require(exchange::canonicalReview(*again) == exchange::canonicalReview(*review), "a review is signed over the same bytes");
}

} // namespace waymark::fuzz
