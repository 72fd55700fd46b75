// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QTime>
#include <QTimeZone>

#include <vector>

namespace waymark::learning {

/// The moments (UTC milliseconds) at which the clocks of a zone show a local time, the earliest first: none where they skip it, two where
/// they strike it twice. None for an invalid day or time.
[[nodiscard]] std::vector<qint64> momentsOf(QDate day, QTime time, const QTimeZone& zone);

} // namespace waymark::learning
