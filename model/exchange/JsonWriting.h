// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ExtraFields.h>
#include <exchange/IsoMoment.h>

#include <nlohmann/json.hpp>

#include <QStringList>

#include <string>
#include <vector>

/// What the writers of plans, reviews, keys and credentials share. `Json` is nlohmann's json, or ordered_json where a writer fixes the
/// order of keys as it goes.
namespace waymark::exchange {

[[nodiscard]] inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

[[nodiscard]] inline std::string utf8(QLatin1StringView ascii)
{
    return { ascii.data(), static_cast<std::size_t>(ascii.size()) };
}

/// Null for an empty text.
[[nodiscard]] inline nlohmann::json textOrNull(const QString& text)
{
    return text.isEmpty() ? nlohmann::json(nullptr) : nlohmann::json(utf8(text));
}

[[nodiscard]] inline nlohmann::json momentOrNull(std::optional<qint64> at)
{
    return at ? nlohmann::json(utf8(isoMoment(*at))) : nlohmann::json(nullptr);
}

[[nodiscard]] inline nlohmann::json wordsOf(const QStringList& words)
{
    nlohmann::json list = nlohmann::json::array();
    for (const QString& word : words) {
        list.push_back(utf8(word));
    }
    return list;
}

/// The value that JsonFields::raw() or rest() has kept; its keys stay in their order where Json keeps one.
template <class Json> [[nodiscard]] Json parsed(const QByteArray& compact)
{
    return Json::parse(compact.cbegin(), compact.cend(), nullptr, false);
}

/// The members that were not understood when the object was read; never in place of one that is there.
template <class Json> void addExtra(Json& object, const ExtraFields& extra)
{
    for (auto field = extra.cbegin(); field != extra.cend(); ++field) {
        if (!object.contains(utf8(field.key()))) {
            object[utf8(field.key())] = parsed<Json>(*field);
        }
    }
}

/// Each value as `write` gives it.
template <class Json, class T, class Write> [[nodiscard]] Json listOf(const std::vector<T>& values, const Write& write)
{
    Json list = Json::array();
    for (const T& value : values) {
        list.push_back(write(value));
    }
    return list;
}

/// A file of its own: two spaces of indent, UTF-8, a newline at the end.
template <class Json> [[nodiscard]] QByteArray indented(const Json& value)
{
    return QByteArray::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace waymark::exchange
