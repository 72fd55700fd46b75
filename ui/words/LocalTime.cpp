// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/LocalTime.h>

#include <QLocale>

namespace waymark::ui {

QDateTime fieldsOf(qint64 moment, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
    return QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC);
}

/// By asking which moments near it show these fields, not by what QDateTime makes of a time that is skipped or there twice.
std::optional<qint64> momentOf(const QDateTime& fields, const QTimeZone& zone)
{
    constexpr qint64 day = 86'400'000;
    const qint64 naive = fields.toMSecsSinceEpoch();
    std::optional<qint64> earliest;
    for (const qint64 near : { naive - day, naive + day }) {
        const qint64 offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(near, Qt::UTC)) * qint64 { 1000 };
        const qint64 moment = naive - offset;
        const bool fits = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)) * qint64 { 1000 } == offset;
        earliest = fits ? std::min(moment, earliest.value_or(moment)) : earliest;
    }
    return earliest;
}

QString momentText(qint64 moment, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment, zone), QLocale::ShortFormat);
}

} // namespace waymark::ui
