// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <span>
#include <string_view>

namespace waymark::exchange {

/// JSON for people: two spaces of indent, UTF-8, a newline at the end; in each object the keys of `order` first and as they stand there,
/// the others after them by name. The time grows with the size alone, whatever a stranger's object holds (nlohmann's ordered_json asks
/// each key of all before it).
[[nodiscard]] QByteArray jsonInOrder(const nlohmann::json& value, std::span<const std::string_view> order);

} // namespace waymark::exchange
