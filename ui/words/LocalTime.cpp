// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/LocalTime.h>

#include <ui/words/ShortDate.h>

#include <learning/LocalTimes.h>

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int minutesAnHour = 60;

class LocalTime
{
    Q_DECLARE_TR_FUNCTIONS(LocalTime)

public:
    static QString withPlace(const QString& when, const QString& place)
    {
        return place.isEmpty() ? when : tr("%1 (%2)", "date and time of day, and the time zone").arg(when, place);
    }
};

} // namespace

QDateTime fieldsOf(qint64 moment, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
    return QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC);
}

std::optional<qint64> momentOf(const QDateTime& fields, const QTimeZone& zone)
{
    const std::vector<qint64> moments = learning::momentsOf(fields.date(), fields.time(), zone);
    return moments.empty() ? std::nullopt : std::optional(moments.front());
}

QString momentText(qint64 moment, const QTimeZone& zone)
{
    return shortDateTime(QDateTime::fromMSecsSinceEpoch(moment, zone));
}

QString dayText(qint64 moment, const QTimeZone& zone)
{
    return shortDate(QDateTime::fromMSecsSinceEpoch(moment, zone).date());
}

QString clockText(qint64 moment, const QTimeZone& zone)
{
    return shortTime(QDateTime::fromMSecsSinceEpoch(moment, zone).time());
}

QString offsetText(int minutes)
{
    return minutes == 0 ? u"UTC"_s
                        : u"UTC%1%2:%3"_s.arg(minutes < 0 ? QChar(0x2212) : QChar(u'+'))
                              .arg(qAbs(minutes) / minutesAnHour)
                              .arg(qAbs(minutes) % minutesAnHour, 2, 10, QLatin1Char('0'));
}

QString placeText(const domain::TimeEntry& entry, const QTimeZone& here)
{
    return entry.offset && learning::zoneOf(entry, here) != here ? offsetText(*entry.offset) : QString();
}

QString startText(const domain::TimeEntry& entry, const QTimeZone& here)
{
    return LocalTime::withPlace(momentText(entry.start, learning::zoneOf(entry, here)), placeText(entry, here));
}

} // namespace waymark::ui
