// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/CleanText.h>

#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

bool isControl(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control && c != '\n' && c != '\t';
}

bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// Colours and the like (CSI), and titles and links (OSC), which end with BEL or ST. A lone escape falls with the other controls.
QString withoutEscapes(QString text)
{
    static const QRegularExpression sequence(
        u"\\x{1b}\\[[\\x{30}-\\x{3f}]*[\\x{20}-\\x{2f}]*[\\x{40}-\\x{7e}]|\\x{1b}\\][^\\x{07}\\x{1b}\\n]*(?:\\x{07}|\\x{1b}\\\\)"_s);
    return text.contains(u'\x1b') ? text.remove(sequence) : text;
}

} // namespace

QString cleanText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    int marks = 0;
    const QList<uint> characters = withoutEscapes(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').toUcs4();
    for (const uint character : characters) {
        const auto c = static_cast<char32_t>(character);
        if (isControl(c)) {
            continue; // and the marks after it stand on what was before it
        }
        marks = isMark(c) ? marks + 1 : 0;
        if (marks <= marksPerBase) {
            clean += QString::fromUcs4(&c, 1);
        }
    }
    return clean;
}

} // namespace waymark::domain
