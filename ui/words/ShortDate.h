// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace waymark::ui {

/// Dates as the desktop writes them, short, but never with two digits for the year: a plan reaches over decades, and a field that shows
/// "84" reads a typed "2084" as 2020. The formats are those of QLocale, for fields (setDisplayFormat).
[[nodiscard]] QString shortDateFormat();
[[nodiscard]] QString shortDateTimeFormat();
[[nodiscard]] QString shortDate(QDate day); ///< empty for an invalid one

} // namespace waymark::ui
