// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/JsonFields.h>
#include <exchange/StrictJson.h>

#include <QHash>

/// What the readers of strangers' JSON share beside the fields: the schema of a file, ids that stand once, bytes as text.
namespace waymark::exchange {

/// What is wrong with a `schema` that is not `ours`, such as "urn:waymark:plan:1": FormatNewer for the same with a higher number, else
/// UnknownFormat.
[[nodiscard]] domain::Error otherSchema(QLatin1StringView ours, const QString& written, const QString& subject);

/// The file through the structure gate (see readStrictJson()), if its `schema` is the one named; see otherSchema() for the others.
[[nodiscard]] domain::Result<nlohmann::json> readJsonOf(QLatin1StringView schema, const QByteArray& bytes, domain::ErrorCode invalid,
    const QString& subject, std::span<const ListLimit> lists = {});

/// Refuses an id that stands in its list a second time, and names both places.
class UniqueIds
{
public:
    void add(JsonFields& fields, const char* key, const QString& id, std::size_t index);

private:
    QHash<QString, std::size_t> m_first;
};

/// A member of an object; null where it has none, and for what is no object.
[[nodiscard]] const nlohmann::json& memberOf(const nlohmann::json& object, const char* key);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] bool isSha256(const QString& text);
/// A UUID as we write it: lower case, with hyphens and without braces, so that one id has one spelling.
[[nodiscard]] bool isUuid(const QString& text);

/// Bytes as base64url() writes them, `size` of them; zeroes after a fault.
[[nodiscard]] QByteArray bytesOf(JsonFields& fields, const char* key, qsizetype size);

/// Base64url without padding (RFC 4648, section 5).
[[nodiscard]] QString base64url(const QByteArray& bytes);
/// The bytes of a text that base64url() gives, `size` of them; none for any other spelling or size.
[[nodiscard]] std::optional<QByteArray> fromBase64url(const QString& text, qsizetype size);

} // namespace waymark::exchange
