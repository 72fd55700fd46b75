// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <span>
#include <string_view>

namespace waymark::exchange {

/// How many entries a list may have that is a member of the root.
struct ListLimit
{
    std::string_view key;
    std::size_t most = 0;
};

/// The structure gate for a stranger's JSON: one streaming pass that stops at the first fault. Refused as `invalid`: bad UTF-8, lone
/// surrogates, U+0000, duplicate keys, numbers out of range, bytes after the end. Refused as TooLarge: whatever is over the limits
/// of PlanLimits.h, and a list at the first entry over its own limit. The detail of the error names the place, such as
/// "skills[3].checklist[1].id".
[[nodiscard]] domain::Result<nlohmann::json> readStrictJson(
    const QByteArray& bytes, domain::ErrorCode invalid, const QString& subject, std::span<const ListLimit> lists = {});

/// The member `schema` of a stranger's JSON, by which files are told apart before one of them is read; empty for what is no such file.
[[nodiscard]] QString schemaOf(const QByteArray& bytes);

/// Canonical bytes: keys sorted by code point, no white space, UTF-8, as `json.dumps(o, sort_keys=True, separators=(",", ":"),
/// ensure_ascii=False)` writes them in Python.
[[nodiscard]] QByteArray canonicalJson(const nlohmann::json& value);

/// SHA-256, hexadecimal, over the canonical bytes of an object without its members `revision`, `parent` and `created`.
[[nodiscard]] QString contentRevision(nlohmann::json object);

} // namespace waymark::exchange
