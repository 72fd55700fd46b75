// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonChecks.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr int fewestInHundred = 6;

struct Tally
{
    int words = 0; ///< a code span counts as one
    int specifics = 0; ///< code spans, words with a digit, and names
};

/// A capital inside a sentence, or two in one word: a name.
bool isName(const QString& word, bool beginsSentence)
{
    const auto isUpper = [](QChar c) { return c.isUpper(); };
    return std::count_if(word.begin(), word.end(), isUpper) > 1 || (!beginsSentence && word.size() > 1 && word.front().isUpper());
}

void count(const Inlines& inlines, Tally& tally)
{
    static const QRegularExpression token(uR"([\p{L}\p{N}][\p{L}\p{N}'’.-]*|[.!?:])"_s);
    bool beginsSentence = true;
    for (const Inline& run : inlines) {
        if (run.kind != Inline::Kind::Text) {
            continue;
        }
        if (run.code) {
            ++tally.words;
            ++tally.specifics;
            beginsSentence = false;
            continue;
        }
        for (auto it = token.globalMatch(run.text); it.hasNext();) {
            const QString word = it.next().captured();
            if (!word.front().isLetterOrNumber()) {
                beginsSentence = true;
                continue;
            }
            const bool hasDigit = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
            ++tally.words;
            tally.specifics += hasDigit || isName(word, beginsSentence) ? 1 : 0;
            beginsSentence = word.endsWith(u'.');
        }
    }
}

} // namespace

void checkVagueText(const LessonCheck& check)
{
    for (const LessonUnit& unit : check.lesson.units) {
        Tally tally;
        for (const LessonSection& section : unit.sections) {
            if (!isBody(section.kind)) {
                continue;
            }
            eachText(section.blocks, [&tally](const Block&, const Inlines& inlines, int) { count(inlines, tally); });
        }
        if (tally.specifics * 100 < fewestInHundred * tally.words) {
            check.fault(unit.sections.empty() ? unit.line : unit.sections.front().line, "text-vague",
                u"%1 numbers, names and code spans in %2 words."_s.arg(tally.specifics).arg(tally.words),
                u"Write at least %1 in 100: say how many, which, and by what command."_s.arg(fewestInHundred));
        }
    }
}

} // namespace waymark::exchange
