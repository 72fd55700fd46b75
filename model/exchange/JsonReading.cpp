// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/JsonReading.h>

#include <exchange/CleanText.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;

domain::Error otherSchema(QLatin1StringView ours, const QString& written, const QString& subject)
{
    static const QRegularExpression form(u"\\A(.*:)([1-9][0-9]{0,8})\\z"_s);
    const QRegularExpressionMatch own = form.match(ours);
    const QRegularExpressionMatch other = form.match(written);
    const bool isLater = other.hasMatch() && other.captured(1) == own.captured(1) && other.captured(2).toInt() > own.captured(2).toInt();
    return { isLater ? ErrorCode::FormatNewer : ErrorCode::UnknownFormat, subject,
        u"schema is \"%1\", not \"%2\""_s.arg(cleanLine(written), ours) };
}

domain::Result<json> readJsonOf(
    QLatin1StringView schema, const QByteArray& bytes, ErrorCode invalid, const QString& subject, std::span<const ListLimit> lists)
{
    domain::Result<json> root = readStrictJson(bytes, invalid, subject, lists);
    if (!root) {
        return root;
    }
    const auto found = root->is_object() ? root->find("schema") : root->end();
    if (!root->is_object() || found == root->end() || !found->is_string()) {
        return domain::failure(invalid, subject, u"schema is missing"_s);
    }
    const QString written = QString::fromStdString(found->get<std::string>());
    if (written != schema) {
        return tl::unexpected(otherSchema(schema, written, subject));
    }
    return root;
}

void UniqueIds::add(JsonFields& fields, const char* key, const QString& id, std::size_t index)
{
    if (const auto first = m_first.constFind(id); first != m_first.cend() && !id.isEmpty()) {
        fields.refuse(key, u"is \"%1\", as in [%2]"_s.arg(id.left(80)).arg(*first));
        return;
    }
    m_first.insert(id, index);
}

const nlohmann::json& memberOf(const nlohmann::json& object, const char* key)
{
    static const nlohmann::json none;
    if (!object.is_object()) {
        return none;
    }
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

bool isSha256(const QString& text)
{
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(text).hasMatch();
}

bool isUuid(const QString& text)
{
    static const QRegularExpression form(u"\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    return form.match(text).hasMatch();
}

QByteArray bytesOf(JsonFields& fields, const char* key, qsizetype size)
{
    const std::optional<QByteArray> bytes = fromBase64url(fields.word(key), size);
    if (!bytes) {
        fields.refuse(key, u"is not %1 bytes in base64url"_s.arg(size));
    }
    return bytes.value_or(QByteArray(size, '\0'));
}

QString base64url(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QByteArray> fromBase64url(const QString& text, qsizetype size)
{
    const QByteArray bytes = QByteArray::fromBase64(text.toUtf8(), QByteArray::Base64UrlEncoding);
    if (bytes.size() != size || base64url(bytes) != text) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace waymark::exchange
