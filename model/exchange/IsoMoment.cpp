// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/IsoMoment.h>

#include <QDateTime>

namespace waymark::exchange {

QString isoMoment(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<qint64> momentFrom(const QString& iso)
{
    if (!iso.endsWith(u'Z') || iso.size() < 20 || iso.size() > 24) {
        return std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid() || time.date().year() < 1970) {
        return std::nullopt;
    }
    return time.toMSecsSinceEpoch();
}

} // namespace waymark::exchange
