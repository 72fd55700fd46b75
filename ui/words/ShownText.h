// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

/// A stranger's text of many lines, to be shown: what is hidden in it stands as \u{...}, so that nothing reorders a line or steers a
/// terminal. Line breaks stay.
[[nodiscard]] QString shownText(const QString& text);

/// The same where one line is meant: white space is one space, and what goes beyond `most` characters is cut off.
[[nodiscard]] QString shownLine(const QString& text, qsizetype most = 120);

} // namespace waymark::ui
