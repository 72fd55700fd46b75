// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/QuizAnswers.h>

#include <exchange/AnswerForms.h>
#include <exchange/CodeRuns.h>
#include <exchange/WrittenNumber.h>

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr double rounding = 1e-12; ///< relative: 3.35 lies within 3.3 ± 0.05 although their doubles do not

bool isPlace(int place, std::size_t count)
{
    return place >= 0 && static_cast<std::size_t>(place) < count;
}

bool allOf(const std::vector<bool>& flags)
{
    return std::find(flags.begin(), flags.end(), false) == flags.end();
}

Verdict judgeText(const QStringList& accepted, const QString& typed)
{
    Verdict verdict;
    if (!typed.isEmpty() && accepted.contains(typed)) {
        verdict.right = true;
        return verdict;
    }
    QStringList forms;
    OwnMarks own;
    for (const QString& form : accepted) {
        forms.push_back(typewriterForm(form).simplified());
        own.backtick |= form.startsWith(u'`');
        own.prompt |= form.startsWith(u"$ "_s);
        own.stop |= form.endsWith(u'.');
    }
    for (const QString& longDash : { u"-"_s, u"--"_s }) {
        const AnswerReading reading = readingOf(typed, own, longDash);
        if (reading.text.isEmpty()) {
            verdict.readable = false;
            return verdict;
        }
        for (qsizetype i = 0; i < forms.size(); ++i) {
            const auto rules = rulesBetween(reading.text, forms[i], kindOf(forms[i], forms));
            if (rules && !rules->testFlag(AnswerRule::CaseMatters)) {
                verdict.rules = reading.rules | *rules;
                return { true, true, verdict.rules == AnswerRules {} ? QString() : accepted[i], verdict.rules, {} };
            }
            verdict.rules |= rules.value_or(AnswerRules {});
        }
        if (verdict.read.isEmpty() && reading.text != typed) {
            verdict.read = reading.text;
            verdict.rules |= reading.rules;
        }
    }
    return verdict;
}

bool isWithin(const QuizQuestion& question, const QString& number)
{
    const bool isLine = question.kind == QuestionKind::Line;
    const double key = isLine ? question.answerLine : question.number;
    const double tolerance = isLine ? 0 : question.tolerance;
    const double value = number.toDouble(); // infinite for what no double holds
    return std::isfinite(value) && std::abs(value - key) <= tolerance + rounding * std::max(std::abs(value), std::abs(key));
}

/// "line 7" and "L7" are 7 where a line is asked for, in any language.
QString withoutLeadingWord(const QString& text)
{
    static const QRegularExpression pattern(uR"(^\p{L}+\.? ?(?=[0-9]))"_s);
    return QString(text).remove(pattern);
}

Verdict judgeNumber(const QuizQuestion& question, const QString& typed)
{
    static const QRegularExpression sign(uR"([\p{L}\p{Sc}%])"_s); // what a unit has
    Verdict verdict;
    const QString title = plainText(question.title);
    AnswerReading reading = readingOf(typed, {});
    reading.become(asciiDigits(reading.text), AnswerRule::UnicodeForm);
    if (question.kind == QuestionKind::Line) {
        reading.become(withoutLeadingWord(reading.text), AnswerRule::Unit);
    }
    const auto number = readNumber(reading.text);
    if (!number || (!number->unit.isEmpty() && !isUnitOf(number->unit, title))) {
        verdict.readable = false;
        verdict.rules.setFlag(AnswerRule::UnknownUnit, number && number->unit.contains(sign));
        return verdict;
    }
    verdict.rules = reading.rules | number->rules;
    verdict.rules.setFlag(AnswerRule::Unit, verdict.rules.testFlag(AnswerRule::Unit) || !number->unit.isEmpty());
    verdict.right = isWithin(question, number->text);
    if (!verdict.right && !number->otherText.isEmpty() && isWithin(question, number->otherText)) {
        verdict.readable = false;
        verdict.rules = AnswerRule::Ambiguous;
        return verdict;
    }
    verdict.read = number->text == typed ? QString() : number->text;
    const bool isKey = std::abs(number->text.toDouble() - question.number) <= rounding * std::abs(question.number);
    verdict.rules.setFlag(AnswerRule::Tolerance, verdict.right && question.kind == QuestionKind::Number && !isKey);
    return verdict;
}

Verdict judgeOutput(const QString& key, const QString& typed)
{
    Verdict verdict;
    const QStringList right = comparableLines(key);
    QStringList lines = comparableLines(typed);
    const auto trimmedEnd = [](QString text) {
        while (text.endsWith(u'\n')) {
            text.chop(1);
        }
        return text;
    };
    const bool hasBlanks = trimmedEnd(typed) != lines.join(u'\n') && trimmedEnd(typed) != trimmedEnd(key);
    verdict.rules.setFlag(AnswerRule::Spaces, hasBlanks);
    if (lines != right) {
        QStringList rightForm;
        std::transform(right.begin(), right.end(), std::back_inserter(rightForm), [](const QString& l) { return typewriterForm(l); });
        const QStringList form = comparableLines(typewriterForm(typed));
        verdict.rules.setFlag(AnswerRule::UnicodeForm, form != lines && form == comparableLines(rightForm.join(u'\n')));
        lines = verdict.rules.testFlag(AnswerRule::UnicodeForm) ? right : lines;
    }
    verdict.right = lines == right && !right.isEmpty();
    verdict.readable = !lines.isEmpty();
    verdict.read = verdict.rules == AnswerRules {} ? QString() : lines.join(u'\n');
    for (qsizetype i = 0; i < right.size(); ++i) {
        verdict.partRight.push_back(i < lines.size() && lines[i] == right[i]);
    }
    return verdict;
}

Verdict judgeChoice(const QuizQuestion& question, const std::vector<int>& chosen)
{
    Verdict verdict;
    std::vector<bool> isChosen(question.options.size());
    bool exist = true;
    for (const int place : chosen) {
        if (isPlace(place, isChosen.size())) {
            isChosen[static_cast<std::size_t>(place)] = true;
        } else {
            exist = false;
        }
    }
    bool hasKey = false;
    for (std::size_t i = 0; i < isChosen.size(); ++i) {
        verdict.partRight.push_back(isChosen[i] == question.options[i].right);
        hasKey = hasKey || question.options[i].right;
    }
    verdict.right = exist && hasKey && allOf(verdict.partRight);
    return verdict;
}

/// `places` against the sorted order, where entries of the same words are one.
Verdict judgePlaces(const QStringList& entries, const std::vector<int>& places)
{
    Verdict verdict;
    const auto count = static_cast<std::size_t>(entries.size());
    for (std::size_t i = 0; i < count; ++i) {
        const bool isThere = i < places.size() && isPlace(places[i], count);
        verdict.partRight.push_back(isThere && entries[places[i]] == entries[static_cast<qsizetype>(i)]);
    }
    verdict.right = count > 0 && places.size() == count && allOf(verdict.partRight);
    return verdict;
}

Verdict judgeOrder(const QuizQuestion& question, const std::vector<int>& order)
{
    QStringList entries;
    for (const QuizOption& option : question.options) {
        entries.push_back(plainText(option.text));
    }
    Verdict verdict = judgePlaces(entries, order);
    std::vector<int> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    verdict.right = verdict.right && std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
    return verdict;
}

Verdict judgeMatch(const QuizQuestion& question, const std::vector<int>& pairs)
{
    QStringList entries;
    for (const auto& [left, right] : question.pairs) {
        entries.push_back(plainText(right));
    }
    return judgePlaces(entries, pairs);
}

} // namespace

Verdict judge(const QuizQuestion& question, const QuizAnswer& answer)
{
    const bool isTyped
        = question.kind == QuestionKind::Number || question.kind == QuestionKind::Text || question.kind == QuestionKind::Line;
    if (isTyped && answer.text.size() > answerCharacters) {
        Verdict unread;
        unread.readable = false;
        return unread;
    }
    switch (question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        return judgeChoice(question, answer.chosen);
    case QuestionKind::Order:
        return judgeOrder(question, answer.order);
    case QuestionKind::Match:
        return judgeMatch(question, answer.pairs);
    case QuestionKind::Number:
    case QuestionKind::Line:
        return judgeNumber(question, answer.text);
    case QuestionKind::Text:
        return judgeText(question.accepted, answer.text);
    case QuestionKind::Predict:
        return judgeOutput(question.output, answer.text);
    }
    return {};
}

QuizAnswer rightAnswer(const QuizQuestion& question)
{
    QuizAnswer answer;
    const auto countUp = [](std::vector<int>& places, std::size_t count) {
        places.resize(count);
        std::iota(places.begin(), places.end(), 0);
    };
    switch (question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            if (question.options[i].right) {
                answer.chosen.push_back(static_cast<int>(i));
            }
        }
        break;
    case QuestionKind::Order:
        countUp(answer.order, question.options.size());
        break;
    case QuestionKind::Match:
        countUp(answer.pairs, question.pairs.size());
        break;
    case QuestionKind::Number:
        answer.text = QString::number(question.number, 'g', QLocale::FloatingPointShortest);
        break;
    case QuestionKind::Text:
        answer.text = question.accepted.value(0);
        break;
    case QuestionKind::Line:
        answer.text = QString::number(question.answerLine);
        break;
    case QuestionKind::Predict:
        answer.text = question.output;
        break;
    }
    return answer;
}

QString textOf(const QuizQuestion& question, const QuizAnswer& answer)
{
    const auto optionText = [&question](int place) {
        const auto index = static_cast<std::size_t>(place);
        return place < 0 || index >= question.options.size() ? u"?"_s : plainText(question.options[index].text).simplified();
    };
    QStringList parts;
    switch (question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        std::transform(answer.chosen.begin(), answer.chosen.end(), std::back_inserter(parts), optionText);
        return parts.join(u" | "_s);
    case QuestionKind::Order:
        std::transform(answer.order.begin(), answer.order.end(), std::back_inserter(parts), optionText);
        return parts.join(u" > "_s);
    case QuestionKind::Match:
        for (std::size_t left = 0; left < std::min(answer.pairs.size(), question.pairs.size()); ++left) {
            const auto right = static_cast<std::size_t>(answer.pairs[left]); // one below none is beyond all
            parts.append(plainText(question.pairs[left].first).simplified() + u" = "_s
                + (right < question.pairs.size() ? plainText(question.pairs[right].second).simplified() : u"?"_s));
        }
        return parts.join(u" | "_s);
    case QuestionKind::Number:
    case QuestionKind::Text:
    case QuestionKind::Line:
    case QuestionKind::Predict:
        break;
    }
    return answer.text;
}

std::vector<int> shuffled(int count, const QString& seed)
{
    // FNV-1a, as Qt's own hash changes with each start, and the end of MurmurHash3: FNV alone hardly spreads the last digit, so that
    // five entries would come in 20 of their 120 orders
    const auto hash = [&seed](int i) {
        quint32 value = 2166136261U;
        for (const QChar c : seed + QString::number(i)) {
            value = (value ^ c.unicode()) * 16777619U;
        }
        value = (value ^ (value >> 16)) * 0x85EBCA6BU;
        value = (value ^ (value >> 13)) * 0xC2B2AE35U;
        return value ^ (value >> 16);
    };
    std::vector<int> order(static_cast<std::size_t>(std::max(count, 0)));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&hash](int a, int b) { return hash(a) < hash(b); });
    if (count > 1 && std::is_sorted(order.begin(), order.end())) {
        std::rotate(order.begin(), order.begin() + 1, order.end());
    }
    return order;
}

} // namespace waymark::exchange
