// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Parsing.h>

#include <learning/LocalTimes.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;

namespace {

class Parsing
{
    Q_DECLARE_TR_FUNCTIONS(Parsing)

public:
    static tl::unexpected<domain::Error> noNumber(const QString& word, int least, int most)
    {
        return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not a whole number from %2 to %3").arg(word).arg(least).arg(most));
    }
    static tl::unexpected<domain::Error> noDate(const QString& word)
    {
        return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not a date like 2027-03-31").arg(word));
    }
    static tl::unexpected<domain::Error> noMoment(const QString& word)
    {
        return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not a day and time like \"2026-11-21 09:30\"").arg(word));
    }
    static tl::unexpected<domain::Error> skipped(const QString& word, const QTimeZone& zone)
    {
        return domain::failure(
            ErrorCode::InvalidTime, word, tr("the clocks skip this time on that day, by the zone %1").arg(QString::fromLatin1(zone.id())));
    }
};

/// Seconds east of UTC in "Z", "+01:00" or "-0530"; none for no such offset. Offsets of zones go to 14 hours.
std::optional<int> offsetFrom(const QString& text)
{
    if (text == u"Z") {
        return 0;
    }
    constexpr int farthest = 14 * 60;
    const QString digits = text.mid(1).remove(u':');
    const int minutes = digits.left(2).toInt() * 60 + digits.mid(2).toInt();
    if (minutes > farthest || digits.mid(2).toInt() > 59) {
        return std::nullopt;
    }
    return (text.startsWith(u'-') ? -60 : 60) * minutes;
}

} // namespace

Result<int> wholeNumber(const QString& word, int least, int most)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? Result<int>(number) : Parsing::noNumber(word, least, most);
}

Result<QDate> isoDate(const QString& word)
{
    const QDate day = QDate::fromString(word, u"yyyy-MM-dd"_s);
    // Qt passes over a sign before the year.
    return day.isValid() && day.toString(Qt::ISODate) == word ? Result<QDate>(day) : Parsing::noDate(word);
}

Result<QDate> isoDateOrNone(const QString& word)
{
    return word == u"none" ? Result<QDate>(QDate()) : isoDate(word);
}

Result<NamedMoment> localMoment(const QString& word, const QTimeZone& zone)
{
    static const QRegularExpression parts(u"^(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    const QRegularExpressionMatch match = parts.match(word.trimmed());
    const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODate);
    if (!match.hasMatch() || !day.isValid() || !time.isValid()) {
        return Parsing::noMoment(word);
    }
    if (const QString offset = match.captured(3); !offset.isEmpty()) {
        const std::optional<int> seconds = offsetFrom(offset);
        if (!seconds) {
            return Parsing::noMoment(word);
        }
        const qint64 at = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch() - qint64 { *seconds } * 1000;
        return NamedMoment { at, false, offset == u"Z" ? std::nullopt : std::optional(*seconds / 60) };
    }
    const std::vector<qint64> moments = learning::momentsOf(day, time, zone);
    if (moments.empty()) {
        return Parsing::skipped(word, zone);
    }
    return NamedMoment { moments.front(), moments.size() > 1 };
}

QString momentWord(qint64 at, const QTimeZone& zone, std::optional<int> offset)
{
    const QString format = u"yyyy-MM-dd HH:mm"_s;
    if (!offset) {
        return QDateTime::fromMSecsSinceEpoch(at, zone).toString(format);
    }
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, Qt::OffsetFromUTC, *offset * 60);
    return local.toString(format) + (*offset < 0 ? u'-' : u'+') + QTime(0, 0).addSecs(qAbs(*offset) * 60).toString(u"HH:mm"_s);
}

} // namespace waymark::app
