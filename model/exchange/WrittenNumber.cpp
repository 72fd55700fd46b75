// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/WrittenNumber.h>

#include <exchange/Limits.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

bool isGrouped(const QString& digits, QChar separator)
{
    const QStringList groups = digits.split(separator);
    return !groups.front().isEmpty() && groups.front().size() <= 3
        && std::all_of(groups.begin() + 1, groups.end(), [](const QString& group) { return group.size() == 3; });
}

/// Reads digits with their separators, which must make sense together.
std::optional<WrittenNumber> readDigits(const QString& digits)
{
    static const QRegularExpression separator(u"[^0-9]"_s);
    QString signs;
    for (const QChar c : digits) {
        if (!c.isDigit() && !signs.contains(c)) {
            signs += c;
        }
    }
    const bool isOnce = !signs.isEmpty() && digits.count(signs.back()) == 1;
    const bool isDecimal = isOnce && (signs.back() == u'.' || signs.back() == u',');
    if (signs.size() > 2 || (signs.size() == 2 && !isDecimal)) {
        return std::nullopt;
    }
    const qsizetype point = isDecimal ? digits.indexOf(signs.back()) : digits.size();
    const QString whole = digits.left(point);
    const QString grouped = QString(digits).remove(separator);
    if ((signs.size() == 2 || !isDecimal) && !signs.isEmpty() && !isGrouped(whole, signs.front())) {
        return std::nullopt;
    }
    WrittenNumber number;
    number.rules.setFlag(AnswerRule::Grouping, signs.size() == 2 || (!signs.isEmpty() && !isDecimal));
    if (!isDecimal) {
        number.text = grouped;
        return number;
    }
    const QString fraction = digits.sliced(point + 1);
    if (fraction.contains(separator)) {
        return std::nullopt;
    }
    const QString decimal = (whole.isEmpty() ? u"0"_s : QString(whole).remove(separator)) + u'.' + fraction;
    const bool isComma = signs.back() == u',';
    const bool isEither = signs.size() == 1 && fraction.size() == 3 && !whole.isEmpty() && whole.size() <= 3 && !whole.startsWith(u'0');
    number.text = isEither && isComma ? grouped : decimal;
    number.otherText = !isEither ? QString() : isComma ? decimal : grouped;
    number.rules.setFlag(isEither ? AnswerRule::Grouping : AnswerRule::DecimalComma, isComma);
    return number;
}

/// The words of a text, with units in one form: "per cent" is "%", "minutes" is "min".
QStringList unitWords(const QString& text)
{
    static const QRegularExpression between(uR"([^\w%]+)"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QHash<QString, QString> same { { u"percent"_s, u"%"_s }, { u"sec"_s, u"s"_s }, { u"second"_s, u"s"_s },
        { u"millisecond"_s, u"ms"_s }, { u"minute"_s, u"min"_s }, { u"hr"_s, u"h"_s }, { u"hour"_s, u"h"_s }, { u"d"_s, u"day"_s } };
    static const QRegularExpression genitive(u"['’]s\\b"_s); // no seconds
    QString spaced = text.toCaseFolded().remove(genitive);
    spaced.replace(u"per cent"_s, u"percent"_s).replace(u"%"_s, u" % "_s);
    QStringList words = spaced.split(between, Qt::SkipEmptyParts);
    for (QString& word : words) {
        if (word.size() > 2 && word.endsWith(u's')) {
            word.chop(1);
        }
        word = same.value(word, word);
    }
    return words;
}

} // namespace

QString asciiDigits(const QString& text)
{
    QString ascii;
    for (const uint character : text.toUcs4()) {
        const auto c = static_cast<char32_t>(character);
        if (QChar::category(c) == QChar::Number_DecimalDigit) {
            ascii += QString::number(QChar::digitValue(c));
        } else if (c == 0x066B || c == 0x066C) { // the Arabic separators
            ascii += c == 0x066B ? u'.' : u'\'';
        } else {
            ascii += QString::fromUcs4(&c, 1);
        }
    }
    return ascii;
}

std::optional<WrittenNumber> readNumber(const QString& text)
{
    static const QRegularExpression pattern(uR"(^([+-]?) ?([0-9.,' _]*[0-9])([eE][+-]?[0-9]+)?(?![0-9])\s*([^0-9]*)$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || text.size() > limits::lineCharacters) {
        return std::nullopt;
    }
    auto number = readDigits(match.captured(2));
    if (number) {
        const QString sign = match.captured(1) == u'-' ? u"-"_s : QString();
        number->text = sign + number->text + match.captured(3);
        if (!number->otherText.isEmpty()) {
            number->otherText = sign + number->otherText + match.captured(3);
        }
        number->unit = match.captured(4);
    }
    return number;
}

bool isUnitOf(const QString& unit, const QString& title)
{
    static const QRegularExpression shape(uR"(^[\p{L}%µ][\p{L}%µ./ -]*$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList known = unitWords(title);
    const QStringList words = unitWords(unit);
    return shape.match(unit).hasMatch() && !words.isEmpty()
        && std::all_of(words.begin(), words.end(), [&known](const QString& word) { return known.contains(word); });
}

} // namespace waymark::exchange
