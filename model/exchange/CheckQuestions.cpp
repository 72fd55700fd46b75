// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonChecks.h>

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr int frontWords = 25;
constexpr int backWords = 15;

QString folded(const QString& text)
{
    return text.simplified().toCaseFolded();
}

void checkOptions(const LessonCheck& check, const QuizQuestion& question)
{
    static const QRegularExpression catchAll(
        u"\\b(?:all|none|both|any) of (?:the above|these|them|the others)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    QSet<QString> seen;
    for (const QuizOption& option : question.options) {
        const QString text = plainText(option.text);
        if (catchAll.match(text).hasMatch()) {
            check.fault(option.line, "quiz-catch-all",
                u"\"%1\" asks about the other options, not about the subject."_s.arg(text.simplified()),
                u"Replace it by an option that stands for one misconception."_s);
        }
        if (text.trimmed().isEmpty()) {
            check.fault(option.line, "quiz-shape", u"An option is empty."_s, u"Write it, or remove the line."_s);
        } else if (seen.contains(folded(text))) {
            check.fault(
                option.line, "quiz-duplicate", u"The option \"%1\" stands twice."_s.arg(text.simplified()), u"Replace one of the two."_s);
        }
        seen.insert(folded(text));
    }
}

void checkQuestion(const LessonCheck& check, const QuizQuestion& question, QSet<QString>& seen)
{
    const QString text = folded(plainText(question.title));
    if (text.isEmpty()) {
        check.fault(question.line, "quiz-shape", u"The question has no words."_s, u"Write the question into its heading."_s);
    } else if (seen.contains(text)) {
        check.fault(question.line, "quiz-duplicate", u"The question stands twice in this lesson."_s, u"Ask something else."_s);
    }
    seen.insert(text);
    checkOptions(check, question);
}

void checkCard(const LessonCheck& check, const Flashcard& card, QSet<QString>& seen)
{
    static const QSet<QString> verdicts { u"yes"_s, u"no"_s, u"true"_s, u"false"_s };
    static const QRegularExpression separator(u"[^\\w]+"_s);
    const QString front = plainText(card.front);
    const QString back = plainText(card.back);
    if (wordCount(front) > frontWords || wordCount(back) > backWords) {
        check.fault(card.line, "card-size",
            u"The card has %1 words in front and %2 at the back; %3 and %4 are the most."_s.arg(wordCount(front))
                .arg(wordCount(back))
                .arg(frontWords)
                .arg(backWords),
            u"Keep one fact; make two cards of two."_s);
    }
    const QStringList backParts = back.toLower().split(separator, Qt::SkipEmptyParts);
    const bool isVerdict = verdicts.contains(backParts.value(0)) && (backParts.size() == 1 || back.contains(u','));
    if (isVerdict && !card.back.front().code) {
        check.fault(card.line, "card-yes-no", u"The card can be answered by a coin."_s, u"Ask which, what or how."_s);
    }
    if (seen.contains(folded(front))) {
        check.fault(card.line, "card-duplicate", u"The front \"%1\" stands twice."_s.arg(front.simplified()),
            u"Name the context that tells the two apart, or remove one."_s);
    }
    seen.insert(folded(front));
}

} // namespace

void checkQuestions(const LessonCheck& check)
{
    QSet<QString> questions;
    QSet<QString> fronts;
    for (const LessonUnit& unit : check.lesson.units) {
        for (const QuizQuestion& question : unit.quiz) {
            checkQuestion(check, question, questions);
        }
        for (const Flashcard& card : unit.cards) {
            checkCard(check, card, fronts);
        }
    }
}

} // namespace waymark::exchange
