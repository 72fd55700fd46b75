// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>
#include <exchange/ReviewDocument.h>

namespace waymark::exchange {

class SigningKey;

/// What is signed: the line "waymark-review-v1" and a newline, then the canonical JSON of the review without its member `signature`.
/// Of a review that was read, these are its own bytes, unknown keys and all.
[[nodiscard]] QByteArray signedBytes(const ReviewDocument& review);

/// The review with the key's fingerprint and its Ed25519 signature (RFC 8032), texts cleaned as its reader will see them. What stood there
/// as a signature before is replaced. Errors as those of readReview(): what could not be read back is not signed.
[[nodiscard]] domain::Result<ReviewDocument> signedReview(ReviewDocument review, const SigningKey& key);

/// None without a signature; Bad where it does not belong to these bytes, or the fingerprint that the review names is not that of its key;
/// else Verified where `isKnown`, and Unknown.
[[nodiscard]] domain::SignatureState signatureOf(const ReviewDocument& review, bool isKnown);

/// A detached signature of a file in the form of minisign (algorithm "Ed", so that `minisign -V` and signify read it), and the matching
/// public key file. InvalidText for a comment that is not one plain line.
[[nodiscard]] domain::Result<QByteArray> minisignature(const QByteArray& file, const SigningKey& key, const QString& trustedComment);
[[nodiscard]] QByteArray minisignPublicKey(const QByteArray& publicKey);

} // namespace waymark::exchange
