// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Credentials.h>

#include <exchange/DidKey.h>
#include <exchange/IsoMoment.h>
#include <exchange/JsonReading.h>
#include <exchange/JsonWriting.h>
#include <exchange/PlanReviews.h>
#include <exchange/ReviewSignature.h>
#include <exchange/SigningKey.h>

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using domain::Result;
using json = nlohmann::ordered_json;

namespace {

constexpr const char* credentialsContext = "https://www.w3.org/ns/credentials/v2";
constexpr const char* badgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
constexpr const char* recordContext = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

/// Whole seconds, as the registered claims of a JWT and many checkers want them.
QString second(qint64 at)
{
    return isoMoment(at / 1000 * 1000).replace(u".000Z"_s, u"Z"_s);
}

QString uuidUrn(const QString& of)
{
    static const QUuid credentials = QUuid::createUuidV5(QUuid(), u"urn:waymark:credential"_s);
    return u"urn:uuid:"_s + QUuid::createUuidV5(credentials, of).toString(QUuid::WithoutBraces);
}

QString achievementId(const PlanDocument& plan, const QString& skill)
{
    return u"urn:waymark:achievement:"_s + plan.courseId + u':' + skill;
}

json profile(const QString& name, const SigningKey& key)
{
    json issuer;
    issuer["id"] = utf8(didOf(key.publicKey()));
    issuer["type"] = json::array({ "Profile" });
    if (!name.isEmpty()) {
        issuer["name"] = utf8(name);
    }
    return issuer;
}

/// What every credential begins with.
json credential(const QString& id, const char* type, const std::vector<const char*>& contexts, const json& issuer, qint64 at)
{
    json made;
    made["@context"] = json::array({ credentialsContext });
    for (const char* context : contexts) {
        made["@context"].push_back(context);
    }
    made["id"] = utf8(id);
    made["type"] = json::array({ "VerifiableCredential", type });
    made["issuer"] = issuer;
    made["validFrom"] = utf8(second(at));
    return made;
}

json achievement(const PlanDocument& plan, const PlanSkill& skill)
{
    QString criteria;
    for (const PlanItem& item : skill.checklist) {
        criteria += u"- "_s + item.text + u'\n';
    }
    json made;
    made["id"] = utf8(achievementId(plan, skill.id));
    made["type"] = json::array({ "Achievement" });
    made["achievementType"] = "Competency";
    made["name"] = utf8(skill.title.isEmpty() ? skill.id : skill.title);
    made["description"] = utf8(skill.outcome.isEmpty() ? skill.id : skill.outcome);
    made["criteria"]["narrative"] = utf8(criteria.isEmpty() ? skill.outcome : criteria);
    return made;
}

/// The learner, by the name as it was chosen. A plan without a name stands for the holder of the key.
json subject(const PlanDocument& plan, const char* type, const SigningKey& key)
{
    json made;
    made["id"] = utf8(didOf(key.publicKey()));
    made["type"] = json::array({ type });
    if (!plan.learner.isEmpty()) {
        json identity;
        identity["type"] = "IdentityObject";
        identity["identityHash"] = utf8(plan.learner);
        identity["identityType"] = "name";
        identity["hashed"] = false;
        made["identifier"] = json::array({ identity });
    }
    return made;
}

json evidenceOf(const PlanSkill& skill)
{
    json all = json::array();
    for (const PlanItem& item : skill.checklist) {
        for (const PlanEvidence& proof : item.evidence) {
            json piece;
            piece["id"] = utf8(u"urn:sha256:"_s + domain::hashOf(proof.evidence));
            piece["type"] = json::array({ "Evidence" });
            piece["name"] = utf8(item.text.isEmpty() ? item.id : item.text);
            piece["narrative"] = utf8(proof.evidence.text);
            piece["genre"] = utf8(domain::toString(proof.evidence.kind));
            all.push_back(piece);
        }
    }
    return all;
}

/// Whether the key that signed a review says in an endorsement what the review does, of this skill of this plan.
bool isEndorsement(const QString& jws, const PlanDocument& plan, const PlanSkill& skill, const QByteArray& publicKey)
{
    if (!isJwsOf(publicKey, jws)) {
        return false;
    }
    const QByteArray payload = payloadOf(jws);
    const auto said = nlohmann::json::parse(payload.cbegin(), payload.cend(), nullptr, false);
    return memberOf(memberOf(said, "credentialSubject"), "id") == utf8(credentialId(plan.plan, skill.id));
}

/// The endorsements of the skill in the review that signed it off: a badge repeats none that it could not answer for.
json endorsementsOf(const PlanDocument& plan, const PlanSkill& skill, const std::vector<ReviewDocument>& reviews)
{
    json all = json::array();
    for (const ReviewDocument& review : reviews) {
        if (review.review != skill.signOff->review || signatureOf(review, true) != domain::SignatureState::Verified) {
            continue;
        }
        for (const ReviewDecision& decision : review.decisions) {
            if (decision.skill == skill.id && isEndorsement(decision.endorsement, plan, skill, review.signature->key)) {
                all.push_back(utf8(decision.endorsement));
            }
        }
    }
    return all;
}

const PlanSkill* skillIn(const PlanDocument& plan, const QString& id)
{
    const auto found = std::ranges::find_if(plan.skills, [&id](const PlanSkill& skill) { return skill.id == id; });
    return found == plan.skills.end() ? nullptr : &*found;
}

bool isApproved(const PlanSkill& skill)
{
    return skill.signOff && !skill.signOff->isVoid && domain::approves(skill.signOff->signOff.decision);
}

json badge(const PlanDocument& plan, const PlanSkill& skill, const std::vector<ReviewDocument>& reviews, const SigningKey& key, qint64 now)
{
    const QString id = credentialId(plan.plan, skill.id);
    json made = credential(id, "OpenBadgeCredential", { badgesContext }, profile(plan.learner, key), now);
    made["name"] = utf8(skill.title.isEmpty() ? skill.id : skill.title);
    made["credentialSubject"] = subject(plan, "AchievementSubject", key);
    made["credentialSubject"]["achievement"] = achievement(plan, skill);
    if (const json evidence = evidenceOf(skill); !evidence.empty()) {
        made["evidence"] = evidence;
    }
    if (const json endorsements = endorsementsOf(plan, skill, reviews); !endorsements.empty()) {
        made["endorsementJwt"] = endorsements;
    }
    return made;
}

json associations(const PlanDocument& plan)
{
    json all = json::array();
    for (const PlanSkill& skill : plan.skills) {
        for (const QString& before : skill.after) {
            json association;
            association["type"] = json::array({ "Association" });
            association["associationType"] = "precedes";
            association["sourceId"] = utf8(achievementId(plan, before));
            association["targetId"] = utf8(achievementId(plan, skill.id));
            all.push_back(association);
        }
    }
    return all;
}

/// Signed, with the registered claims in which a JWT's reader looks for what the credential says (Open Badges 3.0, section 8.2).
QString sealed(json made, qint64 at, const SigningKey& key)
{
    made["iss"] = made["issuer"]["id"];
    made["jti"] = made["id"];
    made["nbf"] = at / 1000;
    made["sub"] = made["credentialSubject"]["id"];
    return compactJws(QByteArray::fromStdString(made.dump()), key);
}

QString endorsement(const ReviewDocument& review, const ReviewDecision& decision, const SigningKey& key)
{
    const QString id = uuidUrn(review.review + u'/' + decision.skill);
    json made = credential(id, "EndorsementCredential", { badgesContext }, profile(review.reviewer.name, key), review.created);
    made["name"] = "Endorsement";
    made["credentialSubject"]["id"] = utf8(credentialId(review.plan, decision.skill));
    made["credentialSubject"]["type"] = json::array({ "EndorsementSubject" });
    const QString word = domain::toString(decision.decision);
    made["credentialSubject"]["endorsementComment"] = utf8(decision.text.isEmpty() ? word : word + u": "_s + decision.text);
    for (const QString& hash : decision.seen) {
        json piece;
        piece["id"] = utf8(u"urn:sha256:"_s + hash);
        piece["type"] = json::array({ "Evidence" });
        made["evidence"].push_back(piece);
    }
    return sealed(std::move(made), review.created, key);
}

} // namespace

QString credentialId(const QString& plan, const QString& skill)
{
    return uuidUrn(plan + u'/' + skill);
}

ReviewDocument endorsed(ReviewDocument review, const SigningKey& key)
{
    for (ReviewDecision& decision : review.decisions) {
        decision.endorsement = domain::approves(decision.decision) ? endorsement(review, decision, key) : QString();
    }
    return review;
}

Result<QString> badgeOf(const PlanDocument& plan, const QString& id, const SigningKey& key, qint64 now)
{
    const PlanSkill* skill = skillIn(plan, id);
    if (skill == nullptr) {
        return domain::failure(ErrorCode::UnknownSkill, id);
    }
    if (!isApproved(*skill)) {
        return domain::failure(
            ErrorCode::Refused, id, skill->signOff && skill->signOff->isVoid ? u"its sign-off is void"_s : u"nobody has signed it off"_s);
    }
    return sealed(badge(plan, *skill, reviewsOf(plan), key, now), now, key);
}

Result<QString> learnerRecordOf(const PlanDocument& plan, const SigningKey& key, qint64 now)
{
    json made = credential(
        uuidUrn(plan.plan + u'/' + plan.revision), "ClrCredential", { badgesContext, recordContext }, profile(plan.learner, key), now);
    made["name"] = utf8(plan.courseTitle.isEmpty() ? plan.courseId : plan.courseTitle);
    json about = subject(plan, "ClrSubject", key);
    about["achievement"] = json::array();
    about["verifiableCredential"] = json::array();
    const std::vector<ReviewDocument> reviews = reviewsOf(plan);
    for (const PlanSkill& skill : plan.skills) {
        about["achievement"].push_back(achievement(plan, skill));
        if (isApproved(skill)) {
            about["verifiableCredential"].push_back(badge(plan, skill, reviews, key, now));
        }
    }
    about["association"] = associations(plan);
    made["credentialSubject"] = std::move(about);
    return sealed(std::move(made), now, key);
}

QByteArray payloadOf(const QString& jws)
{
    const QStringList parts = jws.split(u'.');
    return parts.size() == 3 ? QByteArray::fromBase64(parts[1].toLatin1(), QByteArray::Base64UrlEncoding) : QByteArray();
}

} // namespace waymark::exchange
