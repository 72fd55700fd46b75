// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ExtraFields.h>

#include <domain/Result.h>

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

#include <optional>

namespace waymark::exchange {

/// Reads the members of one JSON object by name and type. The first fault of a whole file is kept in the `fault` that all readers of
/// that file share, with the place; after it, reading goes on with empty values, and the caller asks `fault` once at the end.
class JsonFields
{
public:
    enum class Need { Required, Optional };

    /// `place` is the path of the object in its file, empty for the root. The value outlives the reader.
    JsonFields(const nlohmann::json& value, QString place, QString& fault);

    [[nodiscard]] QString id(const char* key); ///< printable ASCII without spaces; a number is refused
    [[nodiscard]] QString line(const char* key); ///< one line, cleaned for the screen
    [[nodiscard]] QString body(const char* key, int longest); ///< lines of text; controls other than tab and newline are dropped
    [[nodiscard]] QString word(const char* key, Need need = Need::Required); ///< as written; empty for null
    [[nodiscard]] double number(const char* key, double least, double most);
    [[nodiscard]] bool flag(const char* key);
    [[nodiscard]] std::optional<qint64> moment(const char* key); ///< UTC milliseconds of an ISO 8601 time; none for null
    [[nodiscard]] qint64 requiredMoment(const char* key);
    [[nodiscard]] const nlohmann::json& array(const char* key); ///< an empty array after a fault
    [[nodiscard]] const nlohmann::json* object(const char* key, Need need = Need::Required); ///< null for JSON null
    [[nodiscard]] QByteArray raw(const char* key); ///< any value, as compact JSON

    [[nodiscard]] bool has(const char* key) const; ///< there, and not null
    [[nodiscard]] QString placeOf(const char* key) const;
    [[nodiscard]] QString placeOf(const char* key, std::size_t index) const;
    void refuse(const char* key, const QString& why);
    [[nodiscard]] QString& fault() { return m_fault; } ///< that of the whole file, for who reads a part of it
    [[nodiscard]] ExtraFields rest() const; ///< the members that nobody has asked for

private:
    [[nodiscard]] const nlohmann::json* find(const char* key, Need need);
    [[nodiscard]] const nlohmann::json* text(const char* key);

    const nlohmann::json& m_value;
    const QString m_place;
    QString& m_fault;
    QSet<QByteArray> m_known;
};

/// A text of many lines, as JsonFields::body() gives it: newlines as U+000A, no controls but tab, few combining marks on one character.
[[nodiscard]] QString cleanBody(const QString& text);

} // namespace waymark::exchange
