// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanReviews.h>

#include <exchange/OrderedJson.h>
#include <exchange/PlanLimits.h>
#include <exchange/ReviewReader.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace waymark::exchange {

using nlohmann::json;

namespace {

/// What a piece of JSON takes of the limits of its file.
struct Size
{
    qint64 bytes = 0; ///< as a plan writes it, and where it stands in a page <, > and & by their numbers
    int nodes = 0; ///< objects and arrays
    int values = 0; ///< texts, numbers and words
    int nesting = 0;

    void add(const Size& other)
    {
        bytes += other.bytes;
        nodes += other.nodes;
        values += other.values;
        nesting = std::max(nesting, other.nesting);
    }
};

constexpr int byNumber = 5; ///< bytes more for a sign that is written by its number
constexpr int around = 2; ///< a review stands in the list of reviews, and that in the plan
constexpr Size most { limits::jsonBytes / 2, limits::jsonNodes / 2, limits::jsonValues / 2, limits::jsonNesting - around };

bool fits(const Size& size)
{
    return size.bytes <= most.bytes && size.nodes <= most.nodes && size.values <= most.values && size.nesting <= most.nesting;
}

/// Without its bytes.
Size countOf(const json& value)
{
    if (!value.is_structured()) {
        return { 0, 0, 1, 0 };
    }
    Size size { 0, 1, 0, 0 };
    for (const json& each : value) {
        size.add(countOf(each));
    }
    ++size.nesting;
    return size;
}

Size sizeOf(const json& review)
{
    Size size = countOf(review);
    const QByteArray written = jsonInOrder(json::array({ json::array({ review }) }), {});
    const auto escaped = std::ranges::count_if(written, [](char c) { return c == '<' || c == '>' || c == '&'; });
    size.bytes = written.size() + escaped * byNumber;
    return size;
}

} // namespace

QByteArray carriedReviews(const QByteArrayList& reviews)
{
    QByteArrayList carried;
    Size size;
    for (auto review = reviews.crbegin(); review != reviews.crend(); ++review) {
        const json value = json::parse(review->cbegin(), review->cend(), nullptr, false);
        const Size own = sizeOf(value);
        if (!fits(own)) {
            continue;
        }
        size.add(own);
        if (!fits(size)) {
            break;
        }
        carried.prepend(*review);
    }
    return '[' + carried.join(',') + ']';
}

std::vector<ReviewDocument> reviewsOf(const PlanDocument& plan)
{
    std::vector<ReviewDocument> reviews;
    const auto all = json::parse(plan.reviews.cbegin(), plan.reviews.cend(), nullptr, false);
    for (const json& each : all) {
        if (domain::Result<ReviewDocument> review = readReview(QByteArray::fromStdString(each.dump()))) {
            reviews.push_back(std::move(*review));
        }
    }
    std::ranges::stable_sort(reviews, {}, &ReviewDocument::created);
    return reviews;
}

} // namespace waymark::exchange
