// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/DidKey.h>

#include <exchange/JsonReading.h>
#include <exchange/SigningKey.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace waymark::exchange {

namespace {

constexpr qsizetype signatureSize = 64; ///< bytes, Ed25519

}

QString base58(const QByteArray& bytes)
{
    constexpr QLatin1StringView alphabet("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
    constexpr int base = 58;
    std::vector<int> digits; // of the number that the bytes are, lowest first
    for (const char byte : bytes) {
        int carry = static_cast<unsigned char>(byte);
        for (int& digit : digits) {
            carry += digit * 256;
            digit = carry % base;
            carry /= base;
        }
        for (; carry > 0; carry /= base) {
            digits.push_back(carry % base);
        }
    }
    const auto zeros = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return byte != 0; }) - bytes.begin();
    QString text(zeros, alphabet.front());
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        text += alphabet[*digit];
    }
    return text;
}

QString didOf(const QByteArray& publicKey)
{
    static const QByteArray ed25519("\xED\x01", 2); // multicodec ed25519-pub
    return QStringLiteral("did:key:z") + base58(ed25519 + publicKey);
}

QString compactJws(const QByteArray& payload, const SigningKey& key)
{
    const QString did = didOf(key.publicKey());
    nlohmann::ordered_json header;
    header["alg"] = "EdDSA";
    header["typ"] = "JWT";
    header["kid"] = (did + u'#' + did.section(u':', 2)).toStdString();
    header["jwk"] = { { "kty", "OKP" }, { "crv", "Ed25519" }, { "x", base64url(key.publicKey()).toStdString() } };
    const QString input = base64url(QByteArray::fromStdString(header.dump())) + u'.' + base64url(payload);
    return input + u'.' + base64url(key.sign(input.toLatin1()));
}

bool isJwsOf(const QByteArray& publicKey, const QString& jws)
{
    const QStringList parts = jws.split(u'.');
    if (parts.size() != 3) {
        return false;
    }
    const QByteArray head = QByteArray::fromBase64(parts[0].toLatin1(), QByteArray::Base64UrlEncoding);
    const auto header = nlohmann::json::parse(head.cbegin(), head.cend(), nullptr, false);
    if (memberOf(header, "alg") != "EdDSA" || memberOf(memberOf(header, "jwk"), "x") != base64url(publicKey).toStdString()) {
        return false;
    }
    const std::optional<QByteArray> signature = fromBase64url(parts[2], signatureSize);
    return signature && isSignedBy(publicKey, (parts[0] + u'.' + parts[1]).toLatin1(), *signature);
}

} // namespace waymark::exchange
