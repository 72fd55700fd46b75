// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CleanText.h>

#include <exchange/Limits.h>

#include <QList>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

bool isHidden(char32_t c)
{
    const bool isBidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    const bool isZeroWidth = c == 0x200B || c == 0x2060 || c == 0xFEFF; // the joiners U+200C and U+200D belong to scripts and emoji
    const auto category = QChar::category(c);
    return isBidi || isZeroWidth || category == QChar::Other_Control || category == QChar::Other_Surrogate;
}

bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

} // namespace

QString cleanLine(const QString& text)
{
    const QList<uint> characters = text.left(8 * limits::lineCharacters).simplified().normalized(QString::NormalizationForm_C).toUcs4();
    QString clean;
    int marks = 0;
    int length = 0;
    for (const uint character : characters) {
        const auto c = static_cast<char32_t>(character);
        if (length == limits::lineCharacters || isHidden(c)) {
            continue;
        }
        marks = isMark(c) ? marks + 1 : 0;
        if (marks <= limits::marksPerBase) {
            clean += QString::fromUcs4(&c, 1);
            ++length;
        }
    }
    // What was hidden may have stood between two spaces, or between a letter and its mark: what is clean stays as it is when cleaned again.
    return clean.simplified().normalized(QString::NormalizationForm_C);
}

QString withHiddenShown(const QString& text)
{
    QString shown;
    for (const uint character : text.toUcs4()) {
        const auto c = static_cast<char32_t>(character);
        shown += isHidden(c) ? u"\\u{%1}"_s.arg(character, 0, 16) : QString::fromUcs4(&c, 1);
    }
    return shown;
}

QString escapedName(const QString& name)
{
    QString escaped;
    for (const uint c : name.left(4 * limits::lineCharacters).toUcs4()) {
        const bool isPlain = c >= 0x20 && c < 0x7F && c != '\\';
        escaped += isPlain ? QString(QChar(static_cast<char16_t>(c))) : u"\\u{%1}"_s.arg(c, 0, 16);
    }
    return escaped;
}

bool isUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    (void)QString(decoder.decode(bytes));
    return !decoder.hasError();
}

} // namespace waymark::exchange
