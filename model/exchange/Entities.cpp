// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Entities.h>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

struct Named
{
    const char* name;
    char16_t character;
};

// The names that writers of lessons use; the full list of HTML has 2,231.
constexpr std::array<Named, 28> named { {
    { "amp", u'&' },
    { "lt", u'<' },
    { "gt", u'>' },
    { "quot", u'"' },
    { "apos", u'\'' },
    { "nbsp", u'\u00a0' },
    { "copy", u'\u00a9' },
    { "reg", u'\u00ae' },
    { "deg", u'\u00b0' },
    { "plusmn", u'\u00b1' },
    { "middot", u'\u00b7' },
    { "times", u'\u00d7' },
    { "divide", u'\u00f7' },
    { "laquo", u'\u00ab' },
    { "raquo", u'\u00bb' },
    { "ndash", u'\u2013' },
    { "mdash", u'\u2014' },
    { "lsquo", u'\u2018' },
    { "rsquo", u'\u2019' },
    { "ldquo", u'\u201c' },
    { "rdquo", u'\u201d' },
    { "hellip", u'\u2026' },
    { "euro", u'\u20ac' },
    { "larr", u'\u2190' },
    { "uarr", u'\u2191' },
    { "rarr", u'\u2192' },
    { "darr", u'\u2193' },
    { "le", u'\u2264' },
} };

QString numericText(QStringView digits)
{
    const bool hexadecimal = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool ok = false;
    const uint code = hexadecimal ? digits.mid(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
    const bool isCharacter = ok && code != 0 && code <= 0x10FFFF && !QChar::isSurrogate(static_cast<char32_t>(code));
    const auto character = static_cast<char32_t>(isCharacter ? code : uint { QChar::ReplacementCharacter });
    return QString::fromUcs4(&character, 1);
}

} // namespace

QString entityText(const QString& entity)
{
    if (entity.size() < 3 || !entity.startsWith(u'&') || !entity.endsWith(u';')) {
        return entity;
    }
    const QStringView name = QStringView(entity).mid(1, entity.size() - 2);
    if (name.startsWith(u'#')) {
        return numericText(name.mid(1));
    }
    for (const Named& candidate : named) {
        if (name == QLatin1StringView(candidate.name)) {
            return QString(QChar(candidate.character));
        }
    }
    return entity;
}

} // namespace waymark::exchange
