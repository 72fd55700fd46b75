// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonCodes.h>

#include <QTextBlock>

#include <vector>

class QTextDocument;

namespace waymark::ui {

class CodeColours;
struct Palette;

/// Lays the colours of their languages over code blocks of a lesson; the text stays as it is. `firsts` are their first lines or captions,
/// in the order of the document, which is told once what has changed: each time it walks all of its blocks.
void colourCodeBlocks(
    QTextDocument& document, const std::vector<QTextBlock>& firsts, const LessonCodes& codes, CodeColours& colours, const Palette& palette);

} // namespace waymark::ui
