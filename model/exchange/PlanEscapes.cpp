// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanEscapes.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

QString reference(QChar c)
{
    return u"&#%1;"_s.arg(c.unicode());
}

bool isEndSpace(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

/// Underscores inside words mean nothing to Markdown; names_like_this stay readable.
bool isInsideWord(const QString& line, qsizetype at)
{
    return at > 0 && at + 1 < line.size() && line[at - 1].isLetterOrNumber() && line[at + 1].isLetterOrNumber();
}

bool beginsReference(const QString& line, qsizetype at)
{
    static const QRegularExpression form(u"\\G&#?[A-Za-z0-9]+;"_s);
    return form.match(line, at).hasMatch();
}

QString escapedSigns(const QString& line)
{
    QString escaped;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool hasMeaning
            = u"\\`*[]<>{}~|"_s.contains(c) || (c == u'_' && !isInsideWord(line, i)) || (c == u'&' && beginsReference(line, i));
        if (hasMeaning) {
            escaped += u'\\';
        }
        escaped += c;
    }
    return escaped;
}

/// What begins a block when it stands first on a line.
QString escapedStart(const QString& line)
{
    static const QRegularExpression number(u"^(\\d{1,9})([.)])"_s);
    if (!line.isEmpty() && u"#+-="_s.contains(line.front())) {
        return u'\\' + line;
    }
    return QString(line).replace(number, u"\\1\\\\2"_s);
}

QString escapedWhole(const QString& line)
{
    if (line.isEmpty()) {
        return {};
    }
    const bool opens = isEndSpace(line.front());
    const bool closes = line.size() > 1 && isEndSpace(line.back());
    const QString inner = line.mid(opens ? 1 : 0, line.size() - (opens ? 1 : 0) - (closes ? 1 : 0));
    return (opens ? reference(line.front()) : QString()) + escapedStart(escapedSigns(inner))
        + (closes ? reference(line.back()) : QString());
}

} // namespace

QString escapedMarkdown(const QString& text, int indent)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        lines.append(escapedWhole(line));
    }
    return lines.join(u"\\\n"_s + QString(indent, u' '));
}

QString escapedLine(const QString& text)
{
    return escapedWhole(text.simplified());
}

bool goesOn(const QString& line)
{
    qsizetype slashes = 0;
    while (slashes < line.size() && line[line.size() - 1 - slashes] == u'\\') {
        ++slashes;
    }
    return slashes % 2 == 1;
}

QString unescapedMarkdown(const QStringList& lines)
{
    static const QRegularExpression code(u"\\G&#(\\d{1,5});"_s);
    QStringList plain;
    for (const QString& line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar c = line[i];
            const QChar next = i + 1 < line.size() ? line[i + 1] : QChar();
            if (c == u'\\' && (next.isPunct() || next.isSymbol()) && next.unicode() < 0x80) {
                text += next;
                ++i;
                continue;
            }
            const QRegularExpressionMatch match = c == u'&' ? code.match(line, i) : QRegularExpressionMatch();
            const uint number = match.hasMatch() ? match.captured(1).toUInt() : 0;
            if (number > 0 && number < 0xD800) {
                text += QChar(static_cast<char16_t>(number));
                i += match.capturedLength() - 1;
                continue;
            }
            text += c;
        }
        plain.append(text);
    }
    return plain.join(u'\n');
}

} // namespace waymark::exchange
