// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ShortDate.h>

#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

/// A lone "yy" becomes "yyyy", and seconds go with the sign before them; what stands between apostrophes is text.
QString mended(const QString& format)
{
    QString whole;
    bool isText = false;
    for (qsizetype i = 0; i < format.size();) {
        qsizetype end = i;
        while (end < format.size() && format[end] == format[i]) {
            ++end;
        }
        if (!isText && format[i] == u's') {
            whole.chop(1);
        } else {
            const bool isShort = !isText && format[i] == u'y' && end - i == 2;
            whole += isShort ? u"yyyy"_s : format.mid(i, end - i);
        }
        isText ^= format[i] == u'\'' && (end - i) % 2 == 1;
        i = end;
    }
    return whole;
}

} // namespace

QString shortDateFormat()
{
    return mended(QLocale().dateFormat(QLocale::ShortFormat));
}

QString shortDateTimeFormat()
{
    return mended(QLocale().dateTimeFormat(QLocale::ShortFormat));
}

QString shortDate(QDate day)
{
    return QLocale().toString(day, shortDateFormat());
}

QString shortTime(QTime time)
{
    return QLocale().toString(time, mended(QLocale().timeFormat(QLocale::ShortFormat)));
}

QString shortDateTime(const QDateTime& moment)
{
    return QLocale().toString(moment, shortDateTimeFormat());
}

} // namespace waymark::ui
