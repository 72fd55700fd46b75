// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Markdown.h>

/// What a text is read as; no blocks where it is refused.
namespace waymark::exchange::fixture {

inline Blocks parsed(const QString& text, int firstLine = 1)
{
    const auto blocks = parseMarkdown(text, firstLine);
    return blocks ? *blocks : Blocks {};
}

/// The block of a text that has one, else one without anything.
inline Block onlyBlock(const QString& text)
{
    const Blocks blocks = parsed(text);
    return blocks.size() == 1 ? blocks.front() : Block {};
}

} // namespace waymark::exchange::fixture
