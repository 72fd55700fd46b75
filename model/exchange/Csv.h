// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace waymark::exchange {

using CsvRows = std::vector<QStringList>;

/// RFC 4180: UTF-8 without a byte order mark, CRLF after each row, quotes where a field needs them. A field that a spreadsheet would run as
/// a formula gets a leading apostrophe: one whose first character after spaces and apostrophes is = + - @ tab or a line break, full-width
/// forms included. A row has at least one field.
[[nodiscard]] QByteArray toCsv(const CsvRows& rows);

/// Reads it back, guards removed; a byte order mark and LF alone are taken too. Errors: InvalidFile with the line, TooLarge.
[[nodiscard]] domain::Result<CsvRows> readCsv(const QByteArray& csv, const QString& name = {});

} // namespace waymark::exchange
