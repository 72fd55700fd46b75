// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>

#include <QStringList>

#include <optional>

namespace waymark::exchange {

/// The text in the characters of a typewriter: NFKC, ASCII quotes and dashes, nothing unseen. "--" often arrives as a long dash, so the
/// caller says what that is. Superscripts, subscripts and fractions keep their form: 10² is not 102.
[[nodiscard]] QString typewriterForm(const QString& text, const QString& longDash = QStringLiteral("-"));

/// A typed answer on its way to the form in which it is compared.
struct AnswerReading
{
    QString text;
    AnswerRules rules;

    void become(const QString& other, AnswerRule rule)
    {
        rules.setFlag(rule, rules.testFlag(rule) || other != text);
        text = other;
    }
};

/// Whether accepted forms have themselves what is else taken off an answer.
struct OwnMarks
{
    bool backtick = false;
    bool prompt = false;
    bool stop = false;
};

/// The form in which a typed answer is compared.
[[nodiscard]] AnswerReading readingOf(const QString& typed, OwnMarks own, const QString& longDash = QStringLiteral("-"));

/// What an accepted form is, which decides whether its capitals count; the rule stands at judge().
enum class FormKind { Words, Code, Sql };
[[nodiscard]] FormKind kindOf(const QString& form, const QStringList& forms);

/// Which rules make the text the accepted form; nothing if it is not. CaseMatters if only the capitals are in the way.
[[nodiscard]] std::optional<AnswerRules> rulesBetween(const QString& text, const QString& form, FormKind kind);

} // namespace waymark::exchange
