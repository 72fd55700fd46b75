// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ReviewDocument.h>

namespace waymark::exchange {

/// The format that is written; a later one is another number.
inline constexpr QLatin1StringView reviewSchema { "urn:waymark:review:1" };

/// The review as JSON (resources/schemas/review.schema.json): keys in the order of the schema, unknown ones after them by name, two spaces
/// of indent, UTF-8, a newline at the end. The same review gives the same bytes. Of a review that was read, these are the values of its
/// source, so that its signature still holds; who changes such a review clears its source.
[[nodiscard]] QByteArray reviewToJson(const ReviewDocument& review);

/// Canonical JSON of the whole review (see canonicalJson()), as ReceivedReview keeps it; of a review that was read, its source.
[[nodiscard]] QByteArray canonicalReview(const ReviewDocument& review);

} // namespace waymark::exchange
