// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::domain {

inline constexpr int marksPerBase = 8; ///< combining marks on one character

/// A text of many lines without what cannot be seen: newlines as U+000A, no escape sequences of a terminal (ECMA-48), no controls but tab,
/// at most marksPerBase combining marks on one character. What is clean stays as it is.
[[nodiscard]] QString cleanText(const QString& text);

} // namespace waymark::domain
