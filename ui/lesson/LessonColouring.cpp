// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonColouring.h>

#include <ui/lesson/LessonMarks.h>

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace waymark::ui {

namespace {

/// What has changed, from the first position to the one behind the last; -1 where nothing has.
struct Changed
{
    int from = -1;
    int to = -1;
};

void colourCodeBlock(
    const QTextBlock& first, const LessonCodes& codes, const SyntaxReading& runsOf, const Palette& palette, Changed& changed)
{
    const int number = first.blockFormat().intProperty(mark::Code);
    const LessonCodes::Code* code = codes.find(number);
    if (code == nullptr) {
        return;
    }
    const std::vector<SyntaxRun> runs = runsOf(code->language, code->text);
    auto run = runs.begin();
    int lineStart = 0;
    for (QTextBlock block = first; block.isValid() && block.blockFormat().intProperty(mark::Code) == number; block = block.next()) {
        if (block.blockFormat().intProperty(mark::Part) != static_cast<int>(mark::CodePart::Code)) {
            continue;
        }
        const int lineEnd = lineStart + block.length() - 1;
        QList<QTextLayout::FormatRange> formats;
        while (run != runs.end() && run->start < lineEnd) {
            const int from = std::max(run->start, lineStart);
            const int to = std::min(run->start + run->length, lineEnd);
            QTextLayout::FormatRange range { from - lineStart, to - from, {} };
            range.format.setForeground(colourOf(run->role, palette));
            formats.append(range);
            if (run->start + run->length > lineEnd) {
                break; // it goes on in the next line
            }
            ++run;
        }
        if (!formats.isEmpty()) {
            block.layout()->setFormats(formats);
            changed.from = changed.from < 0 ? block.position() : changed.from;
            changed.to = block.position() + block.length();
        }
        const bool goesOn = block.next().isValid() && block.next().blockFormat().boolProperty(mark::Continues);
        lineStart = goesOn ? lineEnd : lineEnd + 1;
    }
}

} // namespace

void colourCodeBlocks(QTextDocument& document, const std::vector<QTextBlock>& firsts, const LessonCodes& codes, const SyntaxReading& runsOf,
    const Palette& palette)
{
    Changed changed;
    for (const QTextBlock& first : firsts) {
        colourCodeBlock(first, codes, runsOf, palette, changed);
    }
    if (changed.from >= 0) {
        document.markContentsDirty(changed.from, changed.to - changed.from);
    }
}

} // namespace waymark::ui
