// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace waymark::exchange {

/// Text as Markdown that shows it unchanged: signs with a meaning escaped, spaces at the ends as &#32;, a newline as a backslash at the
/// end of the line and `indent` spaces on the next.
[[nodiscard]] QString escapedMarkdown(const QString& text, int indent);
/// The same on one line, for titles and items.
[[nodiscard]] QString escapedLine(const QString& text);
/// The text of what escapedMarkdown() has written, given the lines without their final line breaks. Other Markdown stays as it is written.
[[nodiscard]] QString unescapedMarkdown(const QStringList& lines);
/// True if the text of a line goes on in the next one.
[[nodiscard]] bool goesOn(const QString& line);

} // namespace waymark::exchange
