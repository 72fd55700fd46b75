// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

class PageWriter;

/// A stranger's text of many lines as running text: lines and spaces as they are, signs that reorder or hide text shown by their code
/// point, addresses of http, https and mailto as links that show the whole address. Everything else is text.
void writeBody(PageWriter& page, const QString& text);

/// The address of a link, or empty for what is shown as text: other schemes, addresses outside of ASCII, and those with a user name, which
/// look like another host.
[[nodiscard]] QString linkTarget(const QString& word);

} // namespace waymark::ui
