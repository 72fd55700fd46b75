// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewWriter.h>

#include <exchange/JsonReading.h>
#include <exchange/JsonWriting.h>
#include <exchange/OrderedJson.h>
#include <exchange/StrictJson.h>

namespace waymark::exchange {

using nlohmann::json;

namespace {

/// Of the schema, all objects in one: no two of them want another order.
constexpr std::array<std::string_view, 28> keyOrder { "schema", "review", "plan", "revision", "reviewer", "created", "comments",
    "decisions", "overall", "signature", "name", "role", "fingerprint", "id", "skill", "item", "kind", "decision", "text", "resolved",
    "rubric", "seen", "endorsement", "criterion", "level", "algorithm", "key", "value" };

json jsonOf(const Reviewer& reviewer)
{
    json object;
    object["name"] = utf8(reviewer.name);
    object["role"] = utf8(domain::toString(reviewer.role));
    object["fingerprint"] = textOrNull(reviewer.fingerprint);
    addExtra(object, reviewer.extra);
    return object;
}

json jsonOf(const ReviewComment& comment)
{
    json object;
    object["id"] = utf8(comment.id);
    object["skill"] = utf8(comment.skill);
    object["item"] = textOrNull(comment.item);
    object["kind"] = utf8(toString(comment.kind));
    object["text"] = utf8(comment.text);
    object["resolved"] = comment.resolved;
    addExtra(object, comment.extra);
    return object;
}

json jsonOf(const RubricScore& score)
{
    json object;
    object["criterion"] = utf8(score.criterion);
    object["level"] = score.level;
    addExtra(object, score.extra);
    return object;
}

// write() sees in an unnamed namespace only what was declared before it.
json jsonOf(const ReviewDecision& decision);
constexpr auto write = [](const auto& value) { return jsonOf(value); };

json jsonOf(const ReviewDecision& decision)
{
    json object;
    object["skill"] = utf8(decision.skill);
    object["decision"] = utf8(domain::toString(decision.decision));
    object["text"] = utf8(decision.text);
    object["rubric"] = listOf<json>(decision.rubric, write);
    object["seen"] = wordsOf(decision.seen);
    object["endorsement"] = textOrNull(decision.endorsement);
    addExtra(object, decision.extra);
    return object;
}

json jsonOf(const ReviewOverall& overall)
{
    json object;
    object["decision"] = overall.decision ? json(utf8(domain::toString(*overall.decision))) : json(nullptr);
    object["text"] = utf8(overall.text);
    addExtra(object, overall.extra);
    return object;
}

json jsonOf(const std::optional<ReviewSignature>& signature)
{
    if (!signature) {
        return nullptr;
    }
    json object;
    object["algorithm"] = "ed25519";
    object["key"] = utf8(base64url(signature->key));
    object["value"] = utf8(base64url(signature->value));
    return object;
}

json jsonOf(const ReviewDocument& review)
{
    json object;
    object["schema"] = utf8(reviewSchema);
    object["review"] = utf8(review.review);
    object["plan"] = utf8(review.plan);
    object["revision"] = utf8(review.revision);
    object["reviewer"] = jsonOf(review.reviewer);
    object["created"] = utf8(isoMoment(review.created));
    object["comments"] = listOf<json>(review.comments, write);
    object["decisions"] = listOf<json>(review.decisions, write);
    object["overall"] = jsonOf(review.overall);
    object["signature"] = jsonOf(review.signature);
    addExtra(object, review.extra);
    return object;
}

} // namespace

QByteArray reviewToJson(const ReviewDocument& review)
{
    return jsonInOrder(review.source.isEmpty() ? jsonOf(review) : parsed<json>(review.source), keyOrder);
}

QByteArray canonicalReview(const ReviewDocument& review)
{
    return review.source.isEmpty() ? canonicalJson(jsonOf(review)) : review.source;
}

} // namespace waymark::exchange
