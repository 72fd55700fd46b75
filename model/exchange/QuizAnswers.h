// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/LessonDocument.h>

#include <QFlags>
#include <QString>

#include <vector>

namespace waymark::exchange {

/// An answer to a question of any kind; the kind says which member is in use. Indices come from a screen or a terminal and may be anything:
/// what does not exist is wrong.
struct QuizAnswer
{
    std::vector<int> chosen; ///< Single, ChooseAll: places in `options`; naming one twice is naming it once
    std::vector<int> order; ///< Order: at each position the place in `options`
    std::vector<int> pairs; ///< Match: for each left side the place of the right side in `pairs`, -1 for none yet
    QString text; ///< Number, Text, Line, Predict: as typed

    bool operator==(const QuizAnswer&) const = default;
};

/// In which respect a typed answer was read other than letter by letter, for the sentence that tells the rule. The last three say why an
/// answer was not taken.
enum class AnswerRule {
    Case = 0x001, ///< capitals do not count in words and in SQL
    Spaces = 0x002, ///< blanks around and between words count once; in SQL not beside signs; in outputs not at the end
    UnicodeForm = 0x004, ///< other forms of the same characters: wide letters, typographic quotes and dashes, digits of other scripts
    Marks = 0x008, ///< backticks around it, "$ " before it, a full stop after it
    DecimalComma = 0x010,
    Grouping = 0x020, ///< separators of thousands
    Unit = 0x040, ///< a unit that the question names stands beside the number
    Tolerance = 0x080, ///< not the number of the key, but as near to it as the question allows

    CaseMatters = 0x100, ///< wrong by its capitals alone, which count in code
    Ambiguous = 0x200, ///< "1,200" or "1.200": right in one country's notation and wrong in the other's
    UnknownUnit = 0x400, ///< a number followed by words that the question does not ask for
};
Q_DECLARE_FLAGS(AnswerRules, AnswerRule)
Q_DECLARE_OPERATORS_FOR_FLAGS(AnswerRules)

struct Verdict
{
    bool right = false;
    bool readable = true; ///< false for a typed answer that is neither right nor wrong: nothing, no number, or Ambiguous; ask again
    QString read; ///< how a typed answer was read, such as "0.5" for "0,5"; empty where nothing was changed
    AnswerRules rules;
    std::vector<bool> partRight; ///< one flag an option, position, left side or line of the key's output; else empty

    bool operator==(const Verdict&) const = default;
};

/// A longer answer to Number, Text or Line is not read.
inline constexpr qsizetype answerCharacters = 16'384;

/// Whether an answer is right, and how it was read. Never fails: a question with faults has no right answer.
///
/// Single and ChooseAll ask for exactly the options that are right. Options and right sides of the same words may stand for one another.
///
/// Text equals an accepted form after NFKC (but ² is not 2), with typographic quotes and dashes as ASCII, blanks simplified, and without
/// backticks around it, "$ " before it and a full stop after it, unless an accepted form has these itself. Case counts in a form that is
/// code: one that differs from another accepted form by case alone, has a sign of code (an option, a path, a dotted name, brackets,
/// quotes, operators), begins with a program of the shell in small letters, is a small letter alone, or a word that also stands in
/// brackets or quotes among the accepted forms ("replace" beside "replace()"). Case does not count in other words, nor outside quotes in
/// a form with a clause of SQL in capitals, where blanks beside signs do not count either.
///
/// A number may have a sign, a decimal point or comma, an exponent, and thousands parted by blanks, ', _, comma or point. A single comma or
/// point before exactly three digits is read as the course writes numbers, "1,200" as 1200 and "1.200" as 1.2; if only the other reading
/// is right, the answer is Ambiguous. A unit or per cent sign is left out if the title of the question has it, in the singular, the plural
/// or as a common abbreviation. The tolerance is inclusive. A line is such a number, with or without a word
/// before it: "line 7".
///
/// An output equals the key line by line, without blanks at the end of lines and empty lines at the end; typographic forms are ASCII.
[[nodiscard]] Verdict judge(const QuizQuestion& question, const QuizAnswer& answer);

/// The answer that the course states, in a form that judge() takes; of Text the first accepted form.
[[nodiscard]] QuizAnswer rightAnswer(const QuizQuestion& question);

/// What was answered, in the words of the question, for a person who reads the journal or a plan.
[[nodiscard]] QString textOf(const QuizQuestion& question, const QuizAnswer& answer);

/// The numbers below `count` in an order that depends on the seed alone and is never the sorted one, unless there are fewer than two.
[[nodiscard]] std::vector<int> shuffled(int count, const QString& seed);

} // namespace waymark::exchange
