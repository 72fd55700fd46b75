// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/KeyFile.h>

#include <exchange/JsonReading.h>
#include <exchange/JsonWriting.h>
#include <exchange/ReviewLimits.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

constexpr auto algorithm = "ed25519";
constexpr auto derivation = "argon2id";
constexpr auto cipher = "xchacha20-poly1305";

std::string encoded(const QByteArray& bytes)
{
    return utf8(base64url(bytes));
}

ordered_json publicPart(const QString& name, const QByteArray& publicKey)
{
    ordered_json object;
    object["schema"] = utf8(keySchema);
    object["name"] = utf8(name);
    object["algorithm"] = algorithm;
    object["key"] = encoded(publicKey);
    object["fingerprint"] = utf8(fingerprintOf(publicKey));
    return object;
}

class Reading
{
public:
    [[nodiscard]] const QString& fault() const { return m_fault; }
    [[nodiscard]] KeyFileHead head(const json& root);
    [[nodiscard]] KeyFile file(const json& root);

private:
    void expect(JsonFields& fields, const char* key, const char* word);
    [[nodiscard]] qint64 whole(JsonFields& fields, const char* key, qint64 least, qint64 most);

    QString m_fault;
};

KeyFileHead Reading::head(const json& root)
{
    JsonFields fields(root, {}, m_fault);
    KeyFileHead head;
    head.name = fields.line("name");
    expect(fields, "algorithm", algorithm);
    head.publicKey = bytesOf(fields, "key", KeyFile::publicKeyBytes);
    if (fields.word("fingerprint") != fingerprintOf(head.publicKey)) {
        fields.refuse("fingerprint", u"is not that of the key"_s);
    }
    return head;
}

KeyFile Reading::file(const json& root)
{
    KeyFile file;
    file.head = head(root);
    JsonFields fields(root, {}, m_fault);
    file.head.hasPassphrase = fields.flag("passphrase");
    const json* secret = fields.object("secret");
    if (secret == nullptr) {
        fields.refuse("secret", u"is not an object"_s);
        return file;
    }
    JsonFields sealed(*secret, fields.placeOf("secret"), m_fault);
    expect(sealed, "derivation", derivation);
    file.cost.operations = static_cast<int>(whole(sealed, "operations", KeyFile::leastOperations, limits::keyOperations));
    file.cost.memory = whole(sealed, "memory", KeyFile::leastMemory, limits::keyMemory);
    file.salt = bytesOf(sealed, "salt", KeyFile::saltBytes);
    expect(sealed, "cipher", cipher);
    file.nonce = bytesOf(sealed, "nonce", KeyFile::nonceBytes);
    file.sealed = bytesOf(sealed, "sealed", KeyFile::sealedBytes);
    return file;
}

void Reading::expect(JsonFields& fields, const char* key, const char* word)
{
    if (fields.word(key) != QLatin1StringView(word)) {
        fields.refuse(key, u"is not %1"_s.arg(QLatin1StringView(word)));
    }
}

qint64 Reading::whole(JsonFields& fields, const char* key, qint64 least, qint64 most)
{
    return static_cast<qint64>(fields.number(key, static_cast<double>(least), static_cast<double>(most)));
}

domain::Result<json> rootOf(const QByteArray& bytes, const QString& subject)
{
    if (bytes.size() > limits::keyFileBytes) {
        return domain::failure(ErrorCode::InvalidFile, subject, u"not a key: more than %1 bytes"_s.arg(limits::keyFileBytes));
    }
    return readJsonOf(keySchema, bytes, ErrorCode::InvalidFile, subject);
}

} // namespace

QByteArray keyFileToJson(const KeyFile& file)
{
    ordered_json object = publicPart(file.head.name, file.head.publicKey);
    object["passphrase"] = file.head.hasPassphrase;
    ordered_json& secret = object["secret"];
    secret["derivation"] = derivation;
    secret["operations"] = file.cost.operations;
    secret["memory"] = static_cast<std::int64_t>(file.cost.memory);
    secret["salt"] = encoded(file.salt);
    secret["cipher"] = cipher;
    secret["nonce"] = encoded(file.nonce);
    secret["sealed"] = encoded(file.sealed);
    return indented(object);
}

domain::Result<KeyFile> readKeyFile(const QByteArray& bytes, const QString& subject)
{
    const domain::Result<json> root = rootOf(bytes, subject);
    if (!root) {
        return tl::unexpected(root.error());
    }
    Reading reading;
    KeyFile file = reading.file(*root);
    if (!reading.fault().isEmpty()) {
        return domain::failure(ErrorCode::InvalidFile, subject, reading.fault());
    }
    return file;
}

domain::Result<KeyFileHead> keyFileHead(const QByteArray& bytes, const QString& subject)
{
    return readKeyFile(bytes, subject).map([](const KeyFile& file) { return file.head; });
}

QByteArray publicKeyFile(const QString& name, const QByteArray& publicKey)
{
    return indented(publicPart(name, publicKey));
}

domain::Result<KeyFileHead> readPublicKey(const QByteArray& bytes, const QString& subject)
{
    const domain::Result<json> root = rootOf(bytes, subject);
    if (!root) {
        return tl::unexpected(root.error());
    }
    Reading reading;
    const KeyFileHead head = reading.head(*root);
    if (!reading.fault().isEmpty()) {
        return domain::failure(ErrorCode::InvalidFile, subject, reading.fault());
    }
    if (root->contains("secret")) {
        return domain::failure(ErrorCode::InvalidFile, subject, u"it holds the secret half of a key: hand over the public one"_s);
    }
    return head;
}

} // namespace waymark::exchange
