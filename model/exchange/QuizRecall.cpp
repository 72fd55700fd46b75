// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/QuizRecall.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

QRegularExpression pattern(const QString& text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// What is asked in the end; what stands before it tells of the case. Of code only its place is left: "which" may be a command.
QString lastSentence(const Inlines& title)
{
    static const QRegularExpression end(uR"([.!?:;]["')”’]*\s+)"_s);
    QString words;
    for (const Inline& run : title) {
        words += run.code ? u"x"_s : run.text;
    }
    return words.trimmed().split(end).constLast();
}

bool asks(const QString& sentence)
{
    static const QRegularExpression question
        = pattern(uR"(\b(what|why|where|who|whose|how|when|which)\b|^(can|may|must|should|could|do|does|did|will|would|has|have|are)\b)"_s);
    return sentence.contains(u'?') && question.match(sentence).hasMatch();
}

bool pointsAtOptions(const QString& sentence)
{
    static const QRegularExpression options = pattern(uR"(\b(these|following|below|options?|choices?|statements?)\b)"
                                                      uR"(|\bwhat (is|are) (true|right|correct|false)\b)"
                                                      uR"(|\bwhat (is|are) wrong (about|with)\b)"
                                                      uR"(|\bwhat (holds|fits|speaks)\b)"_s);
    return options.match(sentence).hasMatch();
}

/// Whether "which" asks for a thing of a kind whose members a learner knows by name.
bool asksForNamed(const QString& sentence)
{
    static const QRegularExpression named = pattern(
        uR"(\bwhich (\w+ )?(codes?|status|headers?|clauses?|commands?|methods?|modes?|rights|labels?|branch(es)?|index(es)?|keys?)"
        uR"(|rows|columns?|pointers?|principles?|protocols?|ports?|collections?|paths?|files?|forms?|types?|layers?|signals?|records?)"
        uR"(|names?|models?|exceptions?|errors?|order)\b)"_s);
    static const QRegularExpression compared = pattern(uR"(\b(best|better|safe|safest|fastest|careful)\b)"_s);
    static const QRegularExpression single = pattern(uR"(\bwhich single\b)"_s);
    return named.match(sentence).hasMatch() && (!compared.match(sentence).hasMatch() || single.match(sentence).hasMatch());
}

} // namespace

bool canBeAnsweredUnseen(const QuizQuestion& question)
{
    if (question.kind != QuestionKind::Single) {
        return false;
    }
    static const QRegularExpression which = pattern(uR"(\bwhich\b)"_s);
    const QString sentence = lastSentence(question.title);
    return asks(sentence) && !pointsAtOptions(sentence) && (!which.match(sentence).hasMatch() || asksForNamed(sentence));
}

} // namespace waymark::exchange
