// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ClockWords.h>

#include <session/ClockJump.h>
#include <ui/words/LocalTime.h>

#include <QDateTime>
#include <QTimeZone>

namespace waymark::ui {

QString ClockWords::jump(const session::ClockJump& jump, const QTimeZone& zone)
{
    const QString now = dayText(jump.now, zone);
    const QString last = dayText(jump.last, zone);
    if (jump.now < jump.last) {
        return tr(
            "The clock of this computer says %1, but the newest entry here is of %2. If the clock is wrong, set it right before you study.")
            .arg(now, last);
    }
    const auto days
        = static_cast<int>(QDateTime::fromMSecsSinceEpoch(jump.last, zone).daysTo(QDateTime::fromMSecsSinceEpoch(jump.now, zone)));
    return tr("The clock of this computer says %1, %n day(s) after the newest entry here. If that is wrong, set it right before you study.",
        nullptr, days)
        .arg(now);
}

} // namespace waymark::ui
