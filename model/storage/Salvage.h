// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Migrations.h>

#include <domain/Recovery.h>

#include <QString>

namespace waymark::storage {

/// What could be read out of a damaged library, as of the schema of today.
struct Salvaged
{
    domain::SalvagedHistory history;
    QString libraryId; ///< empty if it cannot be read
    qint64 createdAt = 0;
    int version = 0; ///< of the library's own schema
};

/// Reads learner data out of a damaged library that nobody has open, and changes nothing.
///
/// The pages are read by a reader of our own (PageFile, TreePage, TreeWalk), not by SQLite. A scan by row id through SQLite was weighed:
/// it is shorter, but most tables of learner data have no row ids, SQLite gives up on a b-tree at the first page that it dislikes, a
/// damaged header or schema stops it altogether, and it ignores a log from the first bad frame on. The reader needs neither header
/// nor schema and loses what lies on a damaged page, no more: the pages below a damaged one are found again by the shape of their rows
/// and by what the tables take.
///
/// The rows then pass through an empty library of the schema they were written in, in memory, with all its checks, and are migrated
/// there. The course is left out, but for the ids that it has moved: it can be installed again.
/// LibraryMissing, LibraryNewer, LibraryCorrupt if nothing of a library is in the file, Cancelled, Io.
[[nodiscard]] Result<Salvaged> salvage(
    const QString& library, const domain::RecoveryWatch& watch = {}, const Migrations& migrations = Migrations::known());

/// Whether the file holds traces of a library of ours, however damaged: what salvage() needs. Looks at the first 64 MiB.
[[nodiscard]] bool isSalvageable(const QString& library, const Migrations& migrations = Migrations::known());

} // namespace waymark::storage
