// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ShownText.h>

#include <exchange/CleanText.h>

#include <QStringList>

using namespace Qt::StringLiterals;

namespace waymark::ui {

QString shownText(const QString& text)
{
    constexpr qsizetype longest = 100'000; // no more is read on a screen
    QStringList lines = text.left(longest).replace(u"\r\n"_s, u"\n"_s).split(u'\n');
    for (QString& line : lines) {
        line = exchange::withHiddenShown(line.replace(u'\t', u"    "_s));
    }
    return lines.join(u'\n') + (text.size() > longest ? u"\u2026"_s : QString());
}

QString shownLine(const QString& text, qsizetype most)
{
    const QString line = exchange::withHiddenShown(text.left(4 * most).simplified());
    return line.size() > most || text.size() > 4 * most ? line.left(most).trimmed() + u'\u2026' : line;
}

} // namespace waymark::ui
