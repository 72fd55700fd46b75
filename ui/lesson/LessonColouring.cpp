// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonColouring.h>

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonMarks.h>

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace waymark::ui {

void colourCodeBlock(
    QTextDocument& document, const QTextBlock& first, const LessonCodes& codes, CodeColours& colours, const Palette& palette)
{
    const int number = first.blockFormat().intProperty(mark::Code);
    const LessonCodes::Code* code = codes.find(number);
    if (code == nullptr) {
        return;
    }
    const std::vector<SyntaxRun>& runs = colours.runs(code->language, code->text);
    auto run = runs.begin();
    int lineStart = 0;
    int changedFrom = -1;
    int changedTo = -1;
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
            changedFrom = changedFrom < 0 ? block.position() : changedFrom;
            changedTo = block.position() + block.length();
        }
        lineStart = lineEnd + 1;
    }
    if (changedFrom >= 0) {
        document.markContentsDirty(changedFrom, changedTo - changedFrom);
    }
}

} // namespace waymark::ui
