// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>

#include <optional>

namespace waymark::exchange {

/// A written number in the notation of programs, such as "-1234.5e6".
struct WrittenNumber
{
    QString text;
    QString otherText; ///< the same with its only separator read the other way; mostly empty
    QString unit; ///< what follows it
    AnswerRules rules;
};

/// Reads a number as people write it, after readingOf() and asciiDigits(); nothing for what is no number.
[[nodiscard]] std::optional<WrittenNumber> readNumber(const QString& text);

/// Decimal digits of every script in ASCII.
[[nodiscard]] QString asciiDigits(const QString& text);

/// True if every word of the unit stands in the title, in the singular, the plural or as a common abbreviation.
[[nodiscard]] bool isUnitOf(const QString& unit, const QString& title);

} // namespace waymark::exchange
