// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonChecks.h>

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr int longestSentence = 32;
constexpr int wordsOfTheVerb = 4; ///< "I am familiar with": the verb is among the first four words

/// The text of a line of runs for counting: a code span is one word, a picture none.
QString spoken(const Inlines& inlines)
{
    QString text;
    for (const Inline& run : inlines) {
        const bool isWords = run.kind == Inline::Kind::Text && !run.code;
        text += isWords ? run.text : run.code ? u"code"_s : u" "_s;
    }
    return text;
}

void checkSentences(const LessonCheck& check, const Inlines& inlines, int line)
{
    static const QRegularExpression end(uR"((?<=[.!?])["')\]”’]*\s+)"_s);
    for (const QString& sentence : spoken(inlines).split(end, Qt::SkipEmptyParts)) {
        const int words = wordCount(sentence);
        if (words > longestSentence) {
            check.fault(line, "sentence-length", u"A sentence of %1 words: \"%2...\""_s.arg(words).arg(sentence.simplified().left(60)),
                u"Split it; %1 words are the most."_s.arg(longestSentence));
        }
    }
}

/// The items of a checklist are no sentences; what stands around them in the acceptance of a project is.
void checkSection(const LessonCheck& check, const LessonSection& section)
{
    const bool hasItems = section.kind == SectionKind::Checklist || section.kind == SectionKind::Acceptance;
    Blocks blocks = section.blocks;
    std::erase_if(blocks, [hasItems](const Block& block) { return hasItems && block.kind == Block::Kind::List; });
    eachText(blocks, [&check](const Block&, const Inlines& inlines, int line) { checkSentences(check, inlines, line); });
}

void checkVerb(const LessonCheck& check, const LessonItem& item)
{
    static const QSet<QString> unseen { u"understand"_s, u"understood"_s, u"know"_s, u"knew"_s, u"known"_s, u"learn"_s, u"learned"_s,
        u"learnt"_s, u"familiar"_s, u"aware"_s, u"grasp"_s, u"grasped"_s };
    const QStringList words = item.item.text.toLower().split(u' ', Qt::SkipEmptyParts).mid(0, wordsOfTheVerb);
    for (const QString& word : words) {
        if (unseen.contains(word)) {
            check.fault(item.line, "checklist-verb", u"\"%1\" cannot be seen."_s.arg(word),
                u"Name an act that leaves evidence: I built, I measured, I explained to."_s);
        }
    }
}

} // namespace

void checkProse(const LessonCheck& check)
{
    eachSection(check.lesson, [&check](const LessonSection& section) { checkSection(check, section); });
    for (const LessonUnit& unit : check.lesson.units) {
        for (const LessonItem& item : unit.checklist) {
            checkVerb(check, item);
        }
    }
}

} // namespace waymark::exchange
