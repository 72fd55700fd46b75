// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/LocalTime.h>

#include <ui/words/ShortDate.h>

#include <learning/LocalTimes.h>

#include <QLocale>

namespace waymark::ui {

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

} // namespace waymark::ui
