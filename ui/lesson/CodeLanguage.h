// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

/// The name of a language as its people write it: "bash" is "Bash", "sql" is "SQL". An unknown word comes back as it is written.
[[nodiscard]] QString languageName(const QString& word);

/// What runs code of a language, as lessons name it in their versions: "Node.js" for "javascript". For "sql" the engine of the block
/// decides
/// ("postgresql", "mariadb", else SQLite). Empty for a language that has no such tool.
[[nodiscard]] QString toolName(const QString& language, const QString& engine = {});

} // namespace waymark::ui
