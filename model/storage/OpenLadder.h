// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Migrations.h>

#include <QString>

namespace waymark::storage {

/// What the first bytes of a library file say.
struct LibraryFile
{
    qint64 size = 0;
    int version = 0;
    bool hasLogBeside = false;
};

/// A -wal or -journal file: the bytes of the library file are not its whole state, or somebody has it open.
[[nodiscard]] bool hasLogBeside(const QString& path);

/// Of LibraryNewer: what stands in the detail before the version of Waymark that the library says made it. That version is of letters,
/// digits and ".+~-" alone and at most 32 of them, whatever the library has; where it cannot be read this is missing.
inline constexpr QStringView madeBy = u", made by ";

/// The rungs that need no database engine, bottom up: the file exists, has the header of SQLite, its size is what the header says,
/// it is a library of ours, and of no newer version than `latest`. Reads only, touches nothing.
/// LibraryMissing, NotALibrary, LibraryCorrupt, LibraryNewer, Io; for one that this process has open OwnLibrary, or LibraryBusy while it is
/// only copied.
[[nodiscard]] Result<LibraryFile> inspectFile(const QString& path, int latest);

/// The upper rungs: version (a log beside the file may have raised it), schema and, if asked for, the pages.
/// LibraryNewer, NotALibrary, Refused, LibraryCorrupt.
[[nodiscard]] Result<void> checkContents(Connection& library, const Migrations& migrations, bool withPages);

/// Every page and index of the library, as far as SQLite can check without comparing index contents. LibraryCorrupt.
[[nodiscard]] Result<void> quickCheck(Connection& library);
/// The same with index contents and foreign keys: slower, for backups and repair.
[[nodiscard]] Result<void> fullCheck(Connection& library);

/// WAL, synchronous=FULL and what else a library connection must have; each setting is read back.
[[nodiscard]] Result<void> applySettings(Connection& library);

/// While true, closing the connection leaves the log beside the file as it is.
[[nodiscard]] Result<void> keepLogOnClose(Connection& library, bool keep);

} // namespace waymark::storage
