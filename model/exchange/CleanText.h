// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::exchange {

/// A text of one line from a file, fit to be shown: NFC, without controls, bidi overrides and zero-width characters, at most
/// limits::marksPerBase combining marks on a character and limits::lineCharacters characters.
[[nodiscard]] QString cleanLine(const QString& text);

/// A text for messages: what cleanLine() would take away stands as \u{...}, so that a hidden character cannot reorder a terminal.
[[nodiscard]] QString withHiddenShown(const QString& text);

/// A name from a file for messages: everything outside printable ASCII as \u{...}.
[[nodiscard]] QString escapedName(const QString& name);

/// True if the bytes are UTF-8 without surrogates and overlong forms.
[[nodiscard]] bool isUtf8(const QByteArray& bytes);

} // namespace waymark::exchange
