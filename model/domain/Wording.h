// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace waymark::domain {

/// The words of an enum in files and tables, in the order of its values, and back.

template <class E, std::size_t N> [[nodiscard]] QString wordOf(const std::array<const char*, N>& words, E value)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}

template <class E, std::size_t N> [[nodiscard]] std::optional<E> valueOf(const std::array<const char*, N>& words, const QString& word)
{
    const auto found = std::find_if(words.begin(), words.end(), [&word](const char* each) { return word == QLatin1StringView(each); });
    return found == words.end() ? std::nullopt : std::optional(static_cast<E>(found - words.begin()));
}

} // namespace waymark::domain
