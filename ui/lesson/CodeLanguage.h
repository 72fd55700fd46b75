// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

/// The name of a language as its people write it: "bash" is "Bash", "sql" is "SQL". An unknown word comes back as it is written.
[[nodiscard]] QString languageName(const QString& word);

} // namespace waymark::ui
