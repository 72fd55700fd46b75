// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Migrations.h>

#include <domain/BackupShelf.h>

namespace waymark::storage {

/// All of another copy of a library, in use or not, for a merge. It is only read: the work is done on a copy of its pages in a folder that
/// is gone afterwards, whatever happened, so one of an older schema stays so. It is a stranger's file: it has to keep the limits of
/// domain/LibraryLimits.h before its records are read, and passes every check of a library.
/// OwnLibrary for the library that this process works on, by whatever name; TooLarge; Cancelled; the errors of inspectFile and
/// checkContents, all with `library` as their subject; DiskFull and Io of the folder.
[[nodiscard]] Result<domain::LibraryContents> contentsOfOtherCopy(
    const QString& library, qint64 now, const domain::ReadingWatch& watch, const Migrations& migrations = Migrations::known());

} // namespace waymark::storage
