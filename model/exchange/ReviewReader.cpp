// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewReader.h>

#include <exchange/JsonLists.h>
#include <exchange/PlanLimits.h>
#include <exchange/ReviewLimits.h>
#include <exchange/ReviewWriter.h>
#include <exchange/StrictJson.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;
using Need = JsonFields::Need;

namespace {

constexpr qsizetype publicKeyBytes = 32;
constexpr qsizetype signatureBytes = 64;
constexpr std::array<ListLimit, 2> lists { { { "comments", limits::reviewComments }, { "decisions", limits::reviewDecisions } } };

class Reading
{
public:
    explicit Reading(bool isDraft)
        : m_isDraft(isDraft)
    {
    }

    [[nodiscard]] const QString& fault() const { return m_fault; }
    [[nodiscard]] ErrorCode code() const { return m_isTooLarge ? ErrorCode::TooLarge : ErrorCode::InvalidReview; }
    [[nodiscard]] ReviewDocument review(const json& root);

private:
    void head(JsonFields& fields, ReviewDocument& review);
    [[nodiscard]] Reviewer reviewer(const json& value, const QString& place);
    [[nodiscard]] ReviewComment comment(const json& value, const QString& place);
    [[nodiscard]] ReviewDecision decision(const json& value, const QString& place);
    [[nodiscard]] RubricScore score(const json& value, const QString& place);
    [[nodiscard]] ReviewOverall overall(const json& value, const QString& place);
    [[nodiscard]] ReviewSignature signature(const json& value, const QString& place);

    [[nodiscard]] QString uuid(JsonFields& fields, const char* key);
    [[nodiscard]] QString hash(JsonFields& fields, const char* key, Need need = Need::Required);
    [[nodiscard]] domain::Decision decided(JsonFields& fields);
    [[nodiscard]] QString text(JsonFields& fields, const json& object, qint64 mostBytes);
    [[nodiscard]] QStringList seen(JsonFields& fields);
    [[nodiscard]] QString endorsement(JsonFields& fields, const json& object);
    [[nodiscard]] const json& object(JsonFields& fields, const char* key);
    void limit(JsonFields& fields, const char* key, int most);
    void tooLarge(JsonFields& fields, const char* key, const QString& why);

    bool m_isDraft = false; ///< texts may be longer than a review file takes
    QString m_fault;
    bool m_isTooLarge = false; ///< tells what kind of fault it is
};

ReviewDocument Reading::review(const json& root)
{
    ReviewDocument review;
    JsonFields fields(root, {}, m_fault);
    head(fields, review);
    review.comments = readList(fields, "comments", "id", &ReviewComment::id, std::bind_front(&Reading::comment, this));
    review.decisions = readList(fields, "decisions", "skill", &ReviewDecision::skill, std::bind_front(&Reading::decision, this));
    review.overall = overall(object(fields, "overall"), fields.placeOf("overall"));
    if (const json* value = fields.object("signature"); value != nullptr) {
        review.signature = signature(*value, fields.placeOf("signature"));
    }
    review.extra = fields.rest();
    return review;
}

void Reading::head(JsonFields& fields, ReviewDocument& review)
{
    (void)fields.word("schema");
    review.review = uuid(fields, "review");
    review.plan = uuid(fields, "plan");
    review.revision = hash(fields, "revision");
    review.reviewer = reviewer(object(fields, "reviewer"), fields.placeOf("reviewer"));
    review.created = fields.requiredMoment("created");
}

Reviewer Reading::reviewer(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    Reviewer reviewer;
    if (const json& name = memberOf(value, "name"); !m_isDraft && name.is_string()
        && QString::fromStdString(name.get_ref<const std::string&>()).toUcs4().size() > limits::reviewerCharacters) {
        tooLarge(fields, "name", u"is longer than %1 characters"_s.arg(limits::reviewerCharacters));
    }
    reviewer.name = fields.line("name");
    const auto role = domain::reviewerRoleFrom(fields.word("role"));
    if (!role) {
        fields.refuse("role", u"is none of mentor, peer"_s);
    }
    reviewer.role = role.value_or(domain::ReviewerRole::Peer);
    reviewer.fingerprint = hash(fields, "fingerprint", Need::Optional);
    reviewer.extra = fields.rest();
    return reviewer;
}

ReviewComment Reading::comment(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    ReviewComment comment;
    comment.id = fields.id("id");
    if (comment.id == domain::overallEntry || domain::decidedSkill(comment.id)) {
        fields.refuse("id", u"is the name of another entry"_s); // an answer to it would be taken for one to that entry
    }
    comment.skill = memberOf(value, "skill") == "" ? fields.word("skill") : fields.id("skill");
    comment.item = memberOf(value, "item").is_null() ? fields.word("item", Need::Optional) : fields.id("item");
    if (comment.skill.isEmpty() && !comment.item.isEmpty()) {
        fields.refuse("item", u"stands without a skill"_s);
    }
    const auto kind = commentKindFrom(fields.word("kind"));
    if (!kind) {
        fields.refuse("kind", u"is none of blocker, improvement, praise"_s);
    }
    comment.kind = kind.value_or(CommentKind::Improvement);
    comment.text = text(fields, value, limits::commentBytes);
    comment.resolved = fields.flag("resolved");
    comment.extra = fields.rest();
    return comment;
}

ReviewDecision Reading::decision(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    ReviewDecision decision;
    decision.skill = fields.id("skill");
    decision.decision = decided(fields);
    decision.text = text(fields, value, limits::decisionBytes);
    limit(fields, "rubric", limits::rubricScores);
    decision.rubric = readList(fields, "rubric", "criterion", &RubricScore::criterion, std::bind_front(&Reading::score, this));
    decision.seen = seen(fields);
    decision.endorsement = endorsement(fields, value);
    decision.extra = fields.rest();
    return decision;
}

RubricScore Reading::score(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    RubricScore score;
    score.criterion = fields.id("criterion");
    const double level = fields.number("level", 0, 3);
    if (memberOf(value, "level").is_number_float()) {
        fields.refuse("level", u"is not a whole number"_s);
    }
    score.level = static_cast<int>(level);
    score.extra = fields.rest();
    return score;
}

ReviewOverall Reading::overall(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    ReviewOverall overall;
    if (value.contains("decision") && value["decision"].is_null()) {
        (void)fields.word("decision");
    } else {
        overall.decision = decided(fields);
    }
    overall.text = text(fields, value, limits::decisionBytes);
    overall.extra = fields.rest();
    return overall;
}

ReviewSignature Reading::signature(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    if (fields.word("algorithm") != u"ed25519"_s) {
        fields.refuse("algorithm", u"is not ed25519"_s);
    }
    return { bytesOf(fields, "key", publicKeyBytes), bytesOf(fields, "value", signatureBytes) };
}

QString Reading::uuid(JsonFields& fields, const char* key)
{
    QString id = fields.id(key);
    if (!isUuid(id)) {
        fields.refuse(key, u"is not a UUID in lower case"_s);
    }
    return id;
}

QString Reading::hash(JsonFields& fields, const char* key, Need need)
{
    QString hash = fields.word(key, need);
    if (!isSha256(hash) && !(need == Need::Optional && hash.isNull())) {
        fields.refuse(key, u"is not a SHA-256 in hexadecimal"_s);
    }
    return hash;
}

domain::Decision Reading::decided(JsonFields& fields)
{
    const auto decision = domain::decisionFrom(fields.word("decision"));
    if (!decision) {
        fields.refuse("decision", u"is none of approve, approve-with-notes, request-changes, reject"_s);
    }
    return decision.value_or(domain::Decision::RequestChanges);
}

QString Reading::text(JsonFields& fields, const json& object, qint64 mostBytes)
{
    if (m_isDraft) {
        return fields.body("text", static_cast<int>(limits::jsonBytes));
    }
    if (const json& written = memberOf(object, "text");
        written.is_string() && written.get_ref<const std::string&>().size() > static_cast<std::size_t>(mostBytes)) {
        tooLarge(fields, "text", u"is longer than %1 bytes"_s.arg(mostBytes));
    }
    return fields.body("text", static_cast<int>(mostBytes));
}

QStringList Reading::seen(JsonFields& fields)
{
    QStringList hashes;
    if (!m_isDraft) {
        limit(fields, "seen", limits::seenHashes);
    }
    const json& each = fields.array("seen");
    for (std::size_t i = 0; i < each.size() && m_fault.isEmpty(); ++i) {
        hashes.append(each[i].is_string() ? QString::fromStdString(each[i].get_ref<const std::string&>()) : QString());
        if (!isSha256(hashes.last())) {
            fields.refuse("seen", u"holds at [%1] what is not a SHA-256 in hexadecimal"_s.arg(i));
        }
    }
    return hashes;
}

QString Reading::endorsement(JsonFields& fields, const json& object)
{
    const json& written = memberOf(object, "endorsement");
    if (!written.is_string()) {
        return fields.word("endorsement", Need::Optional);
    }
    (void)fields.word("endorsement");
    if (written.get_ref<const std::string&>().size() > static_cast<std::size_t>(limits::endorsementBytes)) {
        tooLarge(fields, "endorsement", u"is longer than %1 bytes"_s.arg(limits::endorsementBytes));
        return {};
    }
    static const QRegularExpression compact(u"\\A[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\z"_s);
    QString token = QString::fromStdString(written.get_ref<const std::string&>());
    if (!compact.match(token).hasMatch()) {
        fields.refuse("endorsement", u"is not a JWS in compact form"_s);
    }
    return token;
}

const json& Reading::object(JsonFields& fields, const char* key)
{
    static const json none = json::object();
    const json* value = fields.object(key);
    if (value == nullptr) {
        fields.refuse(key, u"is not an object"_s);
        return none;
    }
    return *value;
}

/// Refuses a list of more entries.
void Reading::limit(JsonFields& fields, const char* key, int most)
{
    if (fields.array(key).size() > static_cast<std::size_t>(most)) {
        tooLarge(fields, key, u"holds more than %1 entries"_s.arg(most));
    }
}

void Reading::tooLarge(JsonFields& fields, const char* key, const QString& why)
{
    m_isTooLarge = m_isTooLarge || m_fault.isEmpty();
    fields.refuse(key, why);
}

domain::Result<ReviewDocument> readFrom(const QByteArray& bytes, const QString& name, bool isDraft)
{
    const domain::Result<json> root = readJsonOf(
        reviewSchema, bytes, ErrorCode::InvalidReview, name, isDraft ? std::span<const ListLimit>() : std::span<const ListLimit>(lists));
    if (!root) {
        return tl::unexpected(root.error());
    }
    Reading reading(isDraft);
    ReviewDocument review = reading.review(*root);
    if (!reading.fault().isEmpty()) {
        return domain::failure(reading.code(), name, reading.fault());
    }
    review.source = canonicalJson(*root);
    return review;
}

} // namespace

domain::Result<ReviewDocument> readReview(const QByteArray& bytes, const QString& name)
{
    if (bytes.size() > limits::reviewBytes) {
        return domain::failure(ErrorCode::TooLarge, name, u"more than %1 MiB"_s.arg(limits::reviewBytes / limits::mebibyte));
    }
    return readFrom(bytes, name, false);
}

domain::Result<ReviewDocument> readReviewDraft(const QByteArray& bytes, const QString& name)
{
    return readFrom(bytes, name, true);
}

} // namespace waymark::exchange
