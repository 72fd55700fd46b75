// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Migrations.h>

#include <QByteArray>
#include <QMap>

namespace waymark::storage {

struct TableImprint
{
    qint64 rows = 0;
    QByteArray hash; ///< SHA-256 over every value, in the order of the table

    bool operator==(const TableImprint&) const = default;
};

/// What a copy of a library must have in common with it.
struct LibraryImprint
{
    QMap<QString, TableImprint> tables; ///< those of SQLite's search as well, of whatever version the schema is
    QByteArray records; ///< domain::contentHash; empty where the schema is older than today's
    QString courseHash; ///< the same holds for it

    bool operator==(const LibraryImprint&) const = default;
};

/// Rows of each table, for a quick comparison.
using RowCounts = QMap<QString, qint64>;
[[nodiscard]] Result<RowCounts> rowCounts(Connection& library);

/// Reads the whole library; inside a snapshot it is one state. The schema must have been checked. The errors of reading.
[[nodiscard]] Result<LibraryImprint> imprintOf(Connection& library, const Migrations& migrations = Migrations::known());

/// The first table that differs, for the detail of an error; "records" or "course" where all tables are alike. Empty if nothing differs.
[[nodiscard]] QString firstDifference(const LibraryImprint& a, const LibraryImprint& b);

} // namespace waymark::storage
