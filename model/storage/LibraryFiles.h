// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>

#include <QString>

#include <stop_token>

namespace waymark::storage {

/// The whole of `from` under a name that it gets when all of it is on disk. Cancelled, and the errors of AtomicFile.
[[nodiscard]] domain::Result<void> copyFile(const QString& from, const QString& to, const domain::ReadingWatch& watch = {});

/// Whether a library, its log or a part of either is lost on the disk: the disk cannot open it, or it opens and yet not all of it is read.
/// Want of rights, of memory or of files that may be open says nothing of it.
[[nodiscard]] bool hasUnreadableParts(const QString& library, const std::stop_token& stop = {});

/// The library, its log and what else SQLite keeps beside it, under LIBRARY.corrupt-YYYYMMDD-HHMMSS of the UTC time `now`, or of a later
/// second: a log without its library would be read into the next one. The new path; empty if there is nothing.
[[nodiscard]] domain::Result<QString> moveAside(const QString& library, qint64 now);
/// Takes moveAside() back, as far as that can be done.
void moveBack(const QString& aside, const QString& library);

/// Removes a library that is not finished, with its logs.
void removeUnfinished(const QString& path);

} // namespace waymark::storage
