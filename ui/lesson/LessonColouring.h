// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonCodes.h>

class QTextBlock;
class QTextDocument;

namespace waymark::ui {

class CodeColours;
struct Palette;

/// Lays the colours of its language over a code block of a lesson; the text stays as it is. `first` is the block's first line or caption.
void colourCodeBlock(
    QTextDocument& document, const QTextBlock& first, const LessonCodes& codes, CodeColours& colours, const Palette& palette);

} // namespace waymark::ui
