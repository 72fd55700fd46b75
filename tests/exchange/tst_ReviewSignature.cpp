// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>

#include <ForgedReviews.h>

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::SignatureState;

namespace {

SigningKey mentor()
{
    return SigningKey::fromSeed(QByteArray(32, '\1'), u"Grace Example"_s);
}

ReviewDocument again(const ReviewDocument& review)
{
    return readReview(reviewToJson(review)).value();
}

} // namespace

class tst_ReviewSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNoneUnknownOrVerified();
    void holdsAfterEveryRoad();
    void isBadForEveryForgery_data();
    void isBadForEveryForgery();
    void isBadWhenAnyByteIsChanged();
    void coversUnknownKeys();
    void aReviewIsBoundToTheFingerprintItNames();
    void signingAgainReplacesTheSignature();
    void whatCannotBeReadBackIsNotSigned();
    void agreesWithTheVectors_data();
    void agreesWithTheVectors();
    void minisignatureCoversFileAndComment();
    void minisignCommentIsOneLine();
};

void tst_ReviewSignature::isNoneUnknownOrVerified()
{
    QVERIFY(signatureOf(fixture::review(), false) == SignatureState::None);
    QVERIFY(signatureOf(fixture::review(), true) == SignatureState::None);
    const ReviewDocument made = signedReview(fixture::review(), mentor()).value();
    QCOMPARE(made.reviewer.fingerprint, fingerprintOf(mentor().publicKey()));
    QVERIFY(signatureOf(made, false) == SignatureState::Unknown);
    QVERIFY(signatureOf(made, true) == SignatureState::Verified);
    QVERIFY(signatureOf(again(made), false) == SignatureState::Unknown);
    QVERIFY(signatureOf(again(made), true) == SignatureState::Verified);
}

void tst_ReviewSignature::holdsAfterEveryRoad()
{
    const SigningKey key = mentor();
    QVERIFY(rc::check("read, written, canonical or within a plan: the signature holds", [&key] {
        const ReviewDocument made = signedReview(fixture::anyReview(), key).value();
        RC_ASSERT(signatureOf(made, true) == SignatureState::Verified);
        RC_ASSERT(signatureOf(again(again(made)), true) == SignatureState::Verified);
        RC_ASSERT(signatureOf(readReview(canonicalReview(made)).value(), true) == SignatureState::Verified);
        RC_ASSERT(signedBytes(again(made)) == signedBytes(made));
    }));
}

void tst_ReviewSignature::isBadForEveryForgery_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const fixture::HostileReview& review : fixture::forgedReviews()) {
        QTest::newRow(review.name) << review.bytes;
    }
}

void tst_ReviewSignature::isBadForEveryForgery()
{
    QFETCH(QByteArray, json);
    const auto read = readReview(json);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QVERIFY(signatureOf(*read, false) == SignatureState::Bad);
    QVERIFY(signatureOf(*read, true) == SignatureState::Bad);
}

void tst_ReviewSignature::isBadWhenAnyByteIsChanged()
{
    const SigningKey key = mentor();
    int judged = 0;
    QVERIFY(rc::check("one byte of a signed review changed: not readable, or bad", [&] {
        const QByteArray whole = canonicalReview(signedReview(fixture::anyReview(), key).value());
        for (int i = 0; i < 20; ++i) {
            QByteArray changed = whole;
            changed[*rc::gen::inRange<qsizetype>(0, whole.size())] = *rc::gen::inRange<char>(' ', '\x7f');
            const auto read = readReview(changed);
            if (read && read->source != whole) {
                RC_ASSERT(signatureOf(*read, true) == SignatureState::Bad);
                ++judged;
            }
        }
    }));
    QVERIFY2(judged > 100, qPrintable(QString::number(judged)));

    // And every place of one review, so that none is missed by chance.
    const QByteArray whole = canonicalReview(signedReview(fixture::review(), key).value());
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto read = readReview(changed);
        QVERIFY2(!read || signatureOf(*read, true) == SignatureState::Bad, changed.mid(std::max<qsizetype>(0, i - 20), 40).constData());
    }
}

void tst_ReviewSignature::coversUnknownKeys()
{
    ReviewDocument review = fixture::review();
    review.extra.insert(u"x-later"_s, "{\"b\":[1,2]}");
    review.decisions.front().extra.insert(u"x-near"_s, "true");
    const ReviewDocument made = signedReview(review, mentor()).value();
    QVERIFY(signedBytes(made).contains("\"x-later\":{\"b\":[1,2]}"));
    ReviewDocument changed = again(made);
    QVERIFY(signatureOf(changed, true) == SignatureState::Verified);
    changed.source.clear();
    QVERIFY(signatureOf(changed, true) == SignatureState::Verified);
    changed.decisions.front().extra.insert(u"x-near"_s, "false");
    QVERIFY(signatureOf(changed, true) == SignatureState::Bad);
}

void tst_ReviewSignature::aReviewIsBoundToTheFingerprintItNames()
{
    const SigningKey key = mentor();
    ReviewDocument review = fixture::review();
    review.reviewer.fingerprint = QString(64, u'f');
    review.signature = ReviewSignature { key.publicKey(), key.sign(signedBytes(review)) };
    QVERIFY(signatureOf(review, true) == SignatureState::Bad);
    review.reviewer.fingerprint.clear(); // names none: the signature speaks for itself
    review.signature = ReviewSignature { key.publicKey(), key.sign(signedBytes(review)) };
    QVERIFY(signatureOf(review, true) == SignatureState::Verified);
}

void tst_ReviewSignature::signingAgainReplacesTheSignature()
{
    const SigningKey other = SigningKey::make(u"Other"_s);
    const ReviewDocument first = again(signedReview(fixture::review(), mentor()).value());
    const ReviewDocument second = signedReview(first, other).value();
    QCOMPARE(second.signature->key, other.publicKey());
    QVERIFY(signatureOf(again(second), true) == SignatureState::Verified);
    QCOMPARE(signedReview(second, mentor()).value(), signedReview(fixture::review(), mentor()).value());
}

void tst_ReviewSignature::whatCannotBeReadBackIsNotSigned()
{
    ReviewDocument review = fixture::review();
    review.decisions.push_back(review.decisions.front());
    const auto made = signedReview(review, mentor());
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == domain::ErrorCode::InvalidReview);
}

void tst_ReviewSignature::agreesWithTheVectors_data()
{
    QTest::addColumn<QByteArray>("vector");
    QFile file(QStringLiteral(WAYMARK_TEST_DATA "/exchange/vectors/review-signature.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const nlohmann::json root = nlohmann::json::parse(file.readAll().toStdString());
    QCOMPARE(root.at("vectors").size(), std::size_t(3));
    for (const nlohmann::json& vector : root.at("vectors")) {
        QTest::newRow(vector.at("name").get<std::string>().c_str()) << QByteArray::fromStdString(vector.dump());
    }
}

void tst_ReviewSignature::agreesWithTheVectors()
{
    QFETCH(QByteArray, vector);
    const nlohmann::json expected = nlohmann::json::parse(vector.toStdString());
    const auto text = [&expected](const char* key) { return QByteArray::fromStdString(expected.at(key).get<std::string>()); };
    const SigningKey key = SigningKey::fromSeed(QByteArray::fromHex(text("seed")), u"Vector"_s);
    QCOMPARE(key.publicKey().toHex(), text("publicKey"));
    QCOMPARE(fingerprintOf(key.publicKey()).toLatin1(), text("fingerprint"));
    const QStringList words = fingerprintWords(fingerprintOf(key.publicKey()));
    QCOMPARE(words.join(u' '), QString::fromStdString([&] {
        std::string joined;
        for (const nlohmann::json& word : expected.at("words")) {
            joined += (joined.empty() ? "" : " ") + word.get<std::string>();
        }
        return joined;
    }()));

    const auto review = readReview(QByteArray::fromStdString(expected.at("review").dump()));
    QVERIFY2(review.has_value(), review ? "" : qPrintable(review.error().detail));
    QCOMPARE(signedBytes(*review), text("signedBytes"));
    const ReviewDocument made = signedReview(*review, key).value();
    QCOMPARE(signedBytes(made), text("signedBytes"));
    QCOMPARE(made.signature->value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals), text("signature"));
    QVERIFY(signatureOf(again(made), false) == SignatureState::Unknown);
}

void tst_ReviewSignature::minisignatureCoversFileAndComment()
{
    const QByteArray file = reviewToJson(fixture::review());
    const QList<QByteArray> lines = minisignature(file, mentor(), u"revision 7"_s).value().split('\n');
    QCOMPARE(lines.size(), qsizetype(5)); // the last one is empty
    QVERIFY(lines.at(0).startsWith("untrusted comment: "));
    QCOMPARE(lines.at(2), QByteArray("trusted comment: revision 7"));
    const QByteArray head = QByteArray::fromBase64(lines.at(1));
    QCOMPARE(head.size(), qsizetype(2 + 8 + 64));
    QVERIFY(isSignedBy(mentor().publicKey(), file, head.mid(10)));
    QVERIFY(isSignedBy(mentor().publicKey(), head.mid(10) + "revision 7", QByteArray::fromBase64(lines.at(3))));
    const QByteArray publicKey = QByteArray::fromBase64(minisignPublicKey(mentor().publicKey()).split('\n').at(1));
    QCOMPARE(publicKey.left(10), head.left(10));
    QCOMPARE(publicKey.mid(10), mentor().publicKey());
}

void tst_ReviewSignature::minisignCommentIsOneLine()
{
    const auto made = minisignature("x", mentor(), u"one\ntwo"_s);
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == domain::ErrorCode::InvalidText);
}

QTEST_APPLESS_MAIN(tst_ReviewSignature)
#include "tst_ReviewSignature.moc"
