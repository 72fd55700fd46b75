// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace waymark::ui {

/// Dates and times of day as the desktop writes them, short, but never with two digits for the year: a plan reaches over decades, and a
/// field that shows "84" reads a typed "2084" as 2020. Nor with seconds, which the C locale has: nothing here is told to the second. The
/// formats are those of QLocale, for fields (setDisplayFormat).
[[nodiscard]] QString shortDateFormat();
[[nodiscard]] QString shortDateTimeFormat();
[[nodiscard]] QString shortDate(QDate day); ///< empty for an invalid one
[[nodiscard]] QString shortTime(QTime time);
[[nodiscard]] QString shortDateTime(const QDateTime& moment); ///< in the zone that it has

} // namespace waymark::ui
