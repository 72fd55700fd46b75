// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/QuizRecall.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

bool canBeAnsweredUnseen(const QuizQuestion& question)
{
    static const QRegularExpression options(uR"(\b(which|these|following|below)\b)"_s, QRegularExpression::CaseInsensitiveOption);
    return question.kind == QuestionKind::Single && !options.match(plainText(question.title)).hasMatch();
}

} // namespace waymark::exchange
