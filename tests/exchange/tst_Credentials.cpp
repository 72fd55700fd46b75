// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Credentials.h>
#include <exchange/DidKey.h>
#include <exchange/JsonReading.h>
#include <exchange/PlanOrigin.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>

#include <PlanFixture.h>
#include <ReviewFixture.h>

#include <QTest>

using namespace waymark;
using namespace waymark::domain;
using namespace waymark::exchange;
using namespace Qt::StringLiterals;
using nlohmann::json;

namespace {

constexpr qint64 now = fixture::november;

SigningKey learnerKey()
{
    return SigningKey::fromSeed(QByteArray(32, '\3'), u"Ada Example"_s);
}

SigningKey mentorKey()
{
    return SigningKey::fromSeed(QByteArray(32, '\4'), u"Grace Example"_s);
}

json payload(const QString& jws)
{
    const QByteArray bytes = payloadOf(jws);
    return json::parse(bytes.cbegin(), bytes.cend());
}

/// The signature is that of the two first parts, by the key of the header. An independent implementation checks it in tests/browser.
bool holds(const QString& jws)
{
    const QStringList parts = jws.split(u'.');
    const QByteArray head = QByteArray::fromBase64(parts[0].toLatin1(), QByteArray::Base64UrlEncoding);
    const json header = json::parse(head.cbegin(), head.cend());
    const auto key = fromBase64url(QString::fromStdString(header["jwk"]["x"].get<std::string>()), 32);
    const auto signature = fromBase64url(parts[2], 64);
    return key && signature && isSignedBy(*key, (parts[0] + u'.' + parts[1]).toLatin1(), *signature);
}

/// A plan whose skill base-a was approved in a review that carries the mentor's endorsement.
PlanDocument approvedPlan()
{
    const Roadmap roadmap(fixture::course());
    const Progress progress = fixture::progress();
    PlanDocument plan
        = planOf(roadmap, progress, learning::skillStates(roadmap, progress), { now, u"33333333-3333-4333-8333-333333333333"_s });
    ReviewDocument review = endorsed(fixture::review(plan.plan, plan.revision), mentorKey());
    review = signedReview(review, mentorKey()).value();
    plan.reviews = '[' + canonicalReview(review) + ']';
    PlanSignOff signOff;
    signOff.review = review.review;
    signOff.signOff.decision = Decision::ApproveWithNotes;
    signOff.signOff.reviewer = review.reviewer.name;
    plan.skills.front().signOff = signOff;
    return plan;
}

} // namespace

class tst_Credentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysHaveTheNamesOfTheDidMethod_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QString>("did");
        // Examples of the method's specification.
        QTest::newRow("first") << QByteArray("2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6")
                               << u"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"_s;
    }
    void keysHaveTheNamesOfTheDidMethod()
    {
        QFETCH(QByteArray, hex);
        QFETCH(QString, did);
        QCOMPARE(didOf(QByteArray::fromHex(hex)), did);
    }

    void base58WritesLeadingZeros()
    {
        QCOMPARE(base58(QByteArray("\0\0\x28\x7f\xb4\xcd", 6)), u"11233QC4"_s); // of the draft's test vectors
        QCOMPARE(base58("Hello World!"), u"2NEpo7TZRRrLZSi2U"_s);
        QCOMPARE(base58({}), QString());
    }

    void aBadgeSaysWhatWasProvedAndIsSigned()
    {
        const PlanDocument plan = approvedPlan();
        const auto jws = badgeOf(plan, u"base-a"_s, learnerKey(), now);
        QVERIFY(jws && holds(*jws));
        const json badge = payload(*jws);
        QVERIFY(badge["type"] == json::array({ "VerifiableCredential", "OpenBadgeCredential" }));
        QVERIFY(badge["@context"][0] == json("https://www.w3.org/ns/credentials/v2"));
        QVERIFY(badge["jti"] == badge["id"]);
        QVERIFY(badge["iss"] == badge["issuer"]["id"]);
        QVERIFY(badge["sub"] == badge["credentialSubject"]["id"]);
        QCOMPARE(badge["nbf"].get<qint64>(), now / 1000);
        QVERIFY(badge["credentialSubject"]["achievement"]["name"] == json("The skill base-a"));
        QCOMPARE(badge["evidence"].size(), std::size_t(1));
        QVERIFY(badge["evidence"][0]["narrative"] == json("=SUM(A1)\n  second line, with \"quotes\"\n\n* end *"));
    }

    void theMentorsWordStandsInTheBadge()
    {
        const PlanDocument plan = approvedPlan();
        const json badge = payload(*badgeOf(plan, u"base-a"_s, learnerKey(), now));
        QCOMPARE(badge["endorsementJwt"].size(), std::size_t(1));
        const QString word = QString::fromStdString(badge["endorsementJwt"][0].get<std::string>());
        QVERIFY(holds(word));
        const json endorsement = payload(word);
        QVERIFY(endorsement["type"][1] == json("EndorsementCredential"));
        QVERIFY(endorsement["credentialSubject"]["id"] == badge["id"]);
        QVERIFY(endorsement["issuer"]["id"] == json(didOf(mentorKey().publicKey()).toStdString()));
        QCOMPARE(endorsement["evidence"].size(), std::size_t(2)); // what was seen
    }

    void aBadgeRepeatsNoWordItCannotAnswerFor_data()
    {
        QTest::addColumn<ReviewDocument>("review");
        const ReviewDocument good = fixture::review(u"33333333-3333-4333-8333-333333333333"_s, QString(64, u'a'));
        QTest::newRow("not signed") << endorsed(good, mentorKey());
        QTest::newRow("signed by another key") << *signedReview(endorsed(good, mentorKey()), learnerKey());
        ReviewDocument other = endorsed(good, mentorKey());
        other.decisions.front().skill = u"base-b"_s;
        other.decisions.back().skill = u"base-a"_s;
        std::swap(other.decisions.front().endorsement, other.decisions.back().endorsement);
        other.decisions.back().endorsement = endorsed(other, mentorKey()).decisions.front().endorsement; // of base-b
        QTest::newRow("about another skill") << *signedReview(other, mentorKey());
        ReviewDocument changed = endorsed(good, mentorKey());
        QStringList parts = changed.decisions.front().endorsement.split(u'.');
        parts[1] = base64url(payloadOf(changed.decisions.front().endorsement).replace("Grace", "Greta"));
        changed.decisions.front().endorsement = parts.join(u'.');
        QTest::newRow("changed") << *signedReview(changed, mentorKey());
        for (const char* subject : { "[]", "[{\"id\":\"x\"}]", "7", "null" }) { // Verifiable Credentials take a list as well
            changed.decisions.front().endorsement = compactJws(QByteArray("{\"credentialSubject\":") + subject + '}', mentorKey());
            QTest::addRow("its subject is %s", subject) << *signedReview(changed, mentorKey());
        }
        changed.decisions.front().endorsement = u"e30.e30.c2ln"_s;
        QTest::newRow("nothing") << *signedReview(changed, mentorKey());
        ReviewDocument late = *signedReview(endorsed(good, mentorKey()), mentorKey());
        late.source.clear();
        late.decisions.front().text = u"It is perfect."_s;
        QTest::newRow("in a changed review") << late;
    }
    void aBadgeRepeatsNoWordItCannotAnswerFor()
    {
        QFETCH(ReviewDocument, review);
        PlanDocument plan = approvedPlan();
        plan.reviews = '[' + canonicalReview(review) + ']';
        const auto jws = badgeOf(plan, u"base-a"_s, learnerKey(), now);
        QVERIFY(jws && holds(*jws));
        QVERIFY(!payload(*jws).contains("endorsementJwt"));
    }

    void onlyApprovalsAreEndorsed()
    {
        const ReviewDocument review = endorsed(fixture::review(), mentorKey());
        QVERIFY(!review.decisions[0].endorsement.isEmpty());
        QVERIFY(review.decisions[1].endorsement.isEmpty()); // asks for changes
    }

    void withoutAValidSignOffThereIsNoBadge()
    {
        PlanDocument plan = approvedPlan();
        QCOMPARE(badgeOf(plan, u"base-b"_s, learnerKey(), now).error().code, ErrorCode::Refused);
        QCOMPARE(badgeOf(plan, u"no-such"_s, learnerKey(), now).error().code, ErrorCode::UnknownSkill);
        plan.skills.front().signOff->isVoid = true;
        QCOMPARE(badgeOf(plan, u"base-a"_s, learnerKey(), now).error().code, ErrorCode::Refused);
        plan.skills.front().signOff->isVoid = false;
        plan.skills.front().signOff->signOff.decision = Decision::RequestChanges;
        QCOMPARE(badgeOf(plan, u"base-a"_s, learnerKey(), now).error().code, ErrorCode::Refused);
    }

    void theRecordHoldsEverySkillAndWhatComesBeforeIt()
    {
        const PlanDocument plan = approvedPlan();
        const auto jws = learnerRecordOf(plan, learnerKey(), now);
        QVERIFY(jws && holds(*jws));
        const json record = payload(*jws);
        QVERIFY(record["type"][1] == json("ClrCredential"));
        const json& about = record["credentialSubject"];
        QCOMPARE(about["achievement"].size(), plan.skills.size());
        QCOMPARE(about["verifiableCredential"].size(), std::size_t(1));
        const json before = { { "type", json::array({ "Association" }) }, { "associationType", "precedes" },
            { "sourceId", "urn:waymark:achievement:demo:base-a" }, { "targetId", "urn:waymark:achievement:demo:base-b" } };
        QVERIFY(std::ranges::find(about["association"], before) != about["association"].end());
    }

    void aCredentialHasOneIdForEver()
    {
        QCOMPARE(credentialId(u"p"_s, u"s"_s), credentialId(u"p"_s, u"s"_s));
        QVERIFY(credentialId(u"p"_s, u"s"_s) != credentialId(u"p"_s, u"t"_s));
        QVERIFY(credentialId(u"p"_s, u"s"_s).startsWith(u"urn:uuid:"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Credentials)
#include "tst_Credentials.moc"
