// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace waymark::exchange {

class SigningKey;

/// The name of a key as a decentralised identifier that needs no registry: "did:key:z" and base58btc over 0xED 0x01 and the 32 bytes of an
/// Ed25519 public key (W3C CCG, The did:key Method v0.7).
[[nodiscard]] QString didOf(const QByteArray& publicKey);

/// Base58 with the alphabet of Bitcoin (IETF draft-msporny-base58).
[[nodiscard]] QString base58(const QByteArray& bytes);

/// The payload as a compact JWS (RFC 7515) signed with EdDSA (RFC 8037); the header carries the public key as a JWK, so that it is
/// checked without asking anybody.
[[nodiscard]] QString compactJws(const QByteArray& payload, const SigningKey& key);

/// Whether a text is a compact JWS that compactJws() could have written with this key: EdDSA, the key in its header, its signature.
[[nodiscard]] bool isJwsOf(const QByteArray& publicKey, const QString& jws);

} // namespace waymark::exchange
