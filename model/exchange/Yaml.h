// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace waymark::exchange {

struct YamlEntry;

/// A YAML document as a value. Scalars keep their text; what they mean is for the reader of the key to say.
struct YamlValue
{
    enum class Kind { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    QString text; ///< Scalar
    std::vector<YamlValue> items; ///< List
    std::vector<YamlEntry> entries; ///< Map, in file order
    int line = 0;

    [[nodiscard]] const YamlValue* find(QLatin1StringView key) const; ///< of a map; null if the key is missing
};

/// Of a map.
struct YamlEntry
{
    YamlValue key;
    YamlValue value;
};

struct YamlFault
{
    int line = 0;
    QString message;
};

/// Reads one document. Anchors, aliases, tags, duplicate keys, more than limits::yamlNodes values, deeper nesting than
/// limits::yamlNesting and a second document are faults. `firstLine` is the line of the file on which the text begins.
[[nodiscard]] tl::expected<YamlValue, YamlFault> parseYaml(const QByteArray& text, int firstLine = 1);

/// The first fault of syntax, for examples in lessons: every feature of YAML is allowed there.
[[nodiscard]] std::optional<YamlFault> yamlSyntaxFault(const QByteArray& text, int firstLine = 1);

} // namespace waymark::exchange
