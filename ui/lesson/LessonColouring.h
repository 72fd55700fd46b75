// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonCodes.h>

#include <QTextBlock>

#include <functional>
#include <vector>

class QTextDocument;

namespace waymark::ui {

struct Palette;

/// As CodeColours::runs().
using SyntaxReading = std::function<std::vector<SyntaxRun>(const QString& language, const QString& code)>;

/// Lays the colours of their languages over code blocks of a lesson; the text stays as it is. `firsts` are their first lines or captions,
/// in the order of the document, which is told once what has changed: each time it walks all of its blocks.
void colourCodeBlocks(QTextDocument& document, const std::vector<QTextBlock>& firsts, const LessonCodes& codes, const SyntaxReading& runsOf,
    const Palette& palette);

} // namespace waymark::ui
