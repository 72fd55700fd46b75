// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace waymark::exchange {

/// What it takes to try one passphrase on a key file (Argon2id, RFC 9106): the interactive limits of libsodium.
struct SealingCost
{
    int operations = 2; ///< passes over the memory
    qint64 memory = qint64 { 64 } * 1024 * 1024; ///< bytes
};

/// An Ed25519 key pair of a person, unlocked. The secret half lies in memory that is not swapped out, and is wiped when the last copy goes.
class SigningKey
{
public:
    /// A new pair from the system's random numbers.
    [[nodiscard]] static SigningKey make(const QString& name);
    /// The pair of a seed of 32 bytes (RFC 8032, section 5.1.5), for test vectors.
    [[nodiscard]] static SigningKey fromSeed(const QByteArray& seed, const QString& name);

    [[nodiscard]] const QString& name() const;
    [[nodiscard]] const QByteArray& publicKey() const; ///< 32 bytes
    [[nodiscard]] QByteArray sign(const QByteArray& bytes) const; ///< 64 bytes

    /// The key as a file (resources/schemas/key.schema.json): the secret sealed with XChaCha20-Poly1305 under a key that Argon2id derives
    /// from the passphrase. An empty passphrase is allowed; the file then rests on its permissions alone.
    [[nodiscard]] QByteArray sealed(const QString& passphrase, const SealingCost& cost = {}) const;
    /// InvalidFile for what is no key file, or asks for more than limits::keyMemory and keyOperations; FormatNewer for a later one;
    /// WrongPassphrase also where the sealed part or the public key was changed.
    [[nodiscard]] static domain::Result<SigningKey> unsealed(
        const QByteArray& file, const QString& passphrase, const QString& subject = {});

private:
    struct Pair;
    explicit SigningKey(std::shared_ptr<const Pair> pair);
    std::shared_ptr<const Pair> m_pair;
};

/// What a key file says without its passphrase.
struct KeyFileHead
{
    QString name;
    QByteArray publicKey;
    bool hasPassphrase = false;
};
[[nodiscard]] domain::Result<KeyFileHead> keyFileHead(const QByteArray& file, const QString& subject = {});

/// The public half as a file to hand over: JSON with name, key and fingerprint. Read back with readPublicKey(); InvalidFile, also for a
/// file with the secret half, which is not to be handed over.
[[nodiscard]] QByteArray publicKeyFile(const QString& name, const QByteArray& publicKey);
[[nodiscard]] domain::Result<KeyFileHead> readPublicKey(const QByteArray& file, const QString& subject = {});

/// True if the signature (64 bytes) is one of these bytes by the key (32 bytes); false for whatever is no key or no signature.
[[nodiscard]] bool isSignedBy(const QByteArray& publicKey, const QByteArray& bytes, const QByteArray& signature);

/// SHA-256 of the 32 bytes of the public key, hexadecimal: `openssl` and `sha256sum` give the same.
[[nodiscard]] QString fingerprintOf(const QByteArray& publicKey);
/// Its first 10 bytes as words, one of 256 for each byte: 80 bits to be read aloud. Empty for what is no fingerprint.
[[nodiscard]] QStringList fingerprintWords(const QString& fingerprint);

} // namespace waymark::exchange
