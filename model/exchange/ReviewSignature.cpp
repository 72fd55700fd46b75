// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewSignature.h>

#include <exchange/CleanText.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>
#include <exchange/StrictJson.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::SignatureState;

namespace {

constexpr qsizetype minisignIdBytes = 8;

/// "Ed" and the id of the key, for which minisign takes any 8 bytes: the first of the fingerprint.
QByteArray minisignHead(const QByteArray& publicKey)
{
    return QByteArrayLiteral("Ed") + QByteArray::fromHex(fingerprintOf(publicKey).toLatin1()).left(minisignIdBytes);
}

} // namespace

QByteArray signedBytes(const ReviewDocument& review)
{
    const QByteArray whole = canonicalReview(review);
    nlohmann::json object = nlohmann::json::parse(whole.cbegin(), whole.cend(), nullptr, false);
    object.erase("signature");
    return QByteArrayLiteral("waymark-review-v1\n") + canonicalJson(object);
}

domain::Result<ReviewDocument> signedReview(ReviewDocument review, const SigningKey& key)
{
    review.source.clear();
    review.signature.reset();
    review.reviewer.fingerprint = fingerprintOf(key.publicKey());
    // What is signed is what its reader will see: cleaned, and within the limits.
    domain::Result<ReviewDocument> read = readReview(reviewToJson(review));
    if (!read) {
        return read;
    }
    read->source.clear();
    read->signature = ReviewSignature { key.publicKey(), key.sign(signedBytes(*read)) };
    return read;
}

SignatureState signatureOf(const ReviewDocument& review, bool isKnown)
{
    if (!review.signature) {
        return SignatureState::None;
    }
    const auto& [key, value] = *review.signature;
    const QString& named = review.reviewer.fingerprint;
    if ((!named.isEmpty() && named != fingerprintOf(key)) || !isSignedBy(key, signedBytes(review), value)) {
        return SignatureState::Bad;
    }
    return isKnown ? SignatureState::Verified : SignatureState::Unknown;
}

domain::Result<QByteArray> minisignature(const QByteArray& file, const SigningKey& key, const QString& trustedComment)
{
    if (cleanLine(trustedComment) != trustedComment) {
        return domain::failure(domain::ErrorCode::InvalidText, trustedComment, u"is not one plain line"_s);
    }
    const QByteArray signature = key.sign(file);
    const QByteArray comment = trustedComment.toUtf8();
    return QByteArrayLiteral("untrusted comment: signature by a Waymark key\n") + (minisignHead(key.publicKey()) + signature).toBase64()
        + "\ntrusted comment: " + comment + '\n' + key.sign(signature + comment).toBase64() + '\n';
}

QByteArray minisignPublicKey(const QByteArray& publicKey)
{
    return QByteArrayLiteral("untrusted comment: public key of Waymark\n") + (minisignHead(publicKey) + publicKey).toBase64() + '\n';
}

} // namespace waymark::exchange
