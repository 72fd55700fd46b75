// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace waymark::app {

/// What a person types on the command line, as values. Each fails with Usage and a sentence that quotes the word and says what it should
/// look like.

[[nodiscard]] domain::Result<int> wholeNumber(const QString& word, int least, int most);
[[nodiscard]] domain::Result<QDate> isoDate(const QString& word); ///< "2027-03-31"
[[nodiscard]] domain::Result<QDate> isoDateOrNone(const QString& word); ///< the same, or a null date for "none"

/// A moment as a person names it, and how the clocks were read.
struct NamedMoment
{
    qint64 at = 0; ///< UTC milliseconds
    bool isStruckTwice = false; ///< the clocks show this time twice; this is the earlier one
    std::optional<int> offset {}; ///< minutes east of UTC that were named with it; none for Z, which names no place (RFC 9557, section 2)
};

/// "2026-11-21 09:30", by the clocks of the zone, or with an offset behind it: "2026-10-25 02:30+01:00". Between date and time a T will do.
/// InvalidTime where the clocks skip this time.
[[nodiscard]] domain::Result<NamedMoment> localMoment(const QString& word, const QTimeZone& zone);

/// A moment to the minute, as localMoment() reads it: by the clocks of the zone, or by those that stand `offset` minutes east of UTC.
[[nodiscard]] QString momentWord(qint64 at, const QTimeZone& zone, std::optional<int> offset = std::nullopt);

} // namespace waymark::app
