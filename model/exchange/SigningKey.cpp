// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/SigningKey.h>

#include <exchange/CleanText.h>
#include <exchange/KeyFile.h>

#include <sodium.h>

namespace waymark::exchange {

using domain::ErrorCode;

namespace {

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

unsigned long long length(const QByteArray& bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

void startSodium()
{
    static const bool isReady = sodium_init() >= 0;
    if (!isReady) {
        qFatal("libsodium cannot be used on this system");
    }
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

/// Bytes that are neither swapped out nor dumped, and wiped at the end.
class SecretBytes
{
public:
    explicit SecretBytes(std::size_t size)
        : m_bytes(static_cast<unsigned char*>(sodium_malloc(size)))
        , m_size(size)
    {
        Q_CHECK_PTR(m_bytes);
    }
    ~SecretBytes() { sodium_free(m_bytes); }
    Q_DISABLE_COPY_MOVE(SecretBytes)

    [[nodiscard]] unsigned char* data() { return m_bytes; }
    [[nodiscard]] const unsigned char* data() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    unsigned char* m_bytes;
    std::size_t m_size;
};

/// What seals the seed: Argon2id of the passphrase. Composed and decomposed spellings of a passphrase are one.
bool derive(SecretBytes& key, const QString& passphrase, const KeyFile& file)
{
    QByteArray words = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const int done = crypto_pwhash(key.data(), key.size(), words.constData(), length(words), in(file.salt),
        static_cast<unsigned long long>(file.cost.operations), static_cast<std::size_t>(file.cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(words.data(), static_cast<std::size_t>(words.size()));
    return done == 0;
}

/// Authenticated with the seed, so that no other public key can be put beside it.
QByteArray besideSeed(const QByteArray& publicKey)
{
    return QByteArrayLiteral("waymark-key-v1\n") + publicKey;
}

static_assert(KeyFile::saltBytes == crypto_pwhash_SALTBYTES);
static_assert(KeyFile::nonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(KeyFile::sealedBytes == crypto_sign_SEEDBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(KeyFile::publicKeyBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(KeyFile::leastMemory == crypto_pwhash_MEMLIMIT_MIN && KeyFile::leastOperations == crypto_pwhash_argon2id_OPSLIMIT_MIN);

} // namespace

struct SigningKey::Pair
{
    QString name;
    QByteArray publicKey;
    SecretBytes secret { crypto_sign_SECRETKEYBYTES }; ///< as libsodium keeps it: the seed, then the public key

    Pair(QString named, const unsigned char* seed)
        : name(std::move(named))
        , publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized)
    {
        crypto_sign_seed_keypair(out(publicKey), secret.data(), seed);
        sodium_mprotect_readonly(secret.data());
    }
};

SigningKey::SigningKey(std::shared_ptr<const Pair> pair)
    : m_pair(std::move(pair))
{
}

SigningKey SigningKey::make(const QString& name)
{
    startSodium();
    SecretBytes seed(crypto_sign_SEEDBYTES);
    randombytes_buf(seed.data(), seed.size());
    return SigningKey(std::make_shared<const Pair>(cleanLine(name), seed.data()));
}

SigningKey SigningKey::fromSeed(const QByteArray& seed, const QString& name)
{
    startSodium();
    if (seed.size() != crypto_sign_SEEDBYTES) {
        qFatal("a seed has 32 bytes, not %d", static_cast<int>(seed.size()));
    }
    return SigningKey(std::make_shared<const Pair>(cleanLine(name), in(seed)));
}

const QString& SigningKey::name() const
{
    return m_pair->name;
}

const QByteArray& SigningKey::publicKey() const
{
    return m_pair->publicKey;
}

QByteArray SigningKey::sign(const QByteArray& bytes) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(out(signature), nullptr, in(bytes), length(bytes), m_pair->secret.data());
    return signature;
}

QByteArray SigningKey::sealed(const QString& passphrase, const SealingCost& cost) const
{
    KeyFile file { { m_pair->name, m_pair->publicKey, !passphrase.isEmpty() }, cost, randomBytes(KeyFile::saltBytes),
        randomBytes(KeyFile::nonceBytes), QByteArray(KeyFile::sealedBytes, Qt::Uninitialized) };
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (!derive(key, passphrase, file)) {
        qFatal("a key cannot be derived with %d passes over %lld bytes", cost.operations, static_cast<long long>(cost.memory));
    }
    const QByteArray beside = besideSeed(file.head.publicKey);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out(file.sealed), nullptr, m_pair->secret.data(), crypto_sign_SEEDBYTES, in(beside),
        length(beside), nullptr, in(file.nonce), key.data());
    return keyFileToJson(file);
}

domain::Result<SigningKey> SigningKey::unsealed(const QByteArray& bytes, const QString& passphrase, const QString& subject)
{
    startSodium();
    const domain::Result<KeyFile> file = readKeyFile(bytes, subject);
    if (!file) {
        return tl::unexpected(file.error());
    }
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (!derive(key, passphrase, *file)) {
        return domain::failure(ErrorCode::Io, subject, QStringLiteral("not enough memory to try the passphrase"));
    }
    SecretBytes seed(crypto_sign_SEEDBYTES);
    const QByteArray beside = besideSeed(file->head.publicKey);
    const bool isOpen = crypto_aead_xchacha20poly1305_ietf_decrypt(seed.data(), nullptr, nullptr, in(file->sealed), length(file->sealed),
                            in(beside), length(beside), in(file->nonce), key.data())
        == 0;
    if (!isOpen) {
        return domain::failure(ErrorCode::WrongPassphrase, subject);
    }
    auto pair = std::make_shared<const Pair>(file->head.name, seed.data());
    if (pair->publicKey != file->head.publicKey) {
        return domain::failure(ErrorCode::InvalidFile, subject, QStringLiteral("the public key is not that of the secret one"));
    }
    return SigningKey(std::move(pair));
}

bool isSignedBy(const QByteArray& publicKey, const QByteArray& bytes, const QByteArray& signature)
{
    startSodium();
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(in(signature), in(bytes), length(bytes), in(publicKey)) == 0;
}

} // namespace waymark::exchange
