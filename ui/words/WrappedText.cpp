// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/WrappedText.h>

namespace waymark::ui {

namespace {

constexpr int longestWord = 24;
constexpr int piece = 8;
constexpr char16_t zeroWidthSpace = 0x200B;

} // namespace

QString breakable(const QString& text)
{
    QString result;
    qsizetype wordStart = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text.at(i).isSpace()) {
            continue;
        }
        const QStringView word = QStringView(text).mid(wordStart, i - wordStart);
        for (qsizetype at = 0; at < word.size(); ++at) {
            if (word.size() > longestWord && at > 0 && at % piece == 0 && !word.at(at).isLowSurrogate() && !word.at(at).isMark()) {
                result += QChar(zeroWidthSpace);
            }
            result += word.at(at);
        }
        if (i < text.size()) {
            result += text.at(i);
        }
        wordStart = i + 1;
    }
    return result;
}

} // namespace waymark::ui
