// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace waymark::exchange {

/// One entry of a ZIP file as its central directory tells it (PKWARE APPNOTE 4.3.12), already held against its local header.
struct ZipEntry
{
    QString name;
    bool isFolder = false;
    quint32 crc = 0;
    quint32 packed = 0;
    quint32 unpacked = 0;
};

/// Reads the directory of a package and refuses the whole of it for: anything before, between or behind its records; more disks, ZIP64,
/// a comment; encryption; a method other than store and deflate; links and devices; names that refusalOfName() refuses or that would be
/// one file with another; headers that contradict each other; ranges that overlap; more or larger entries than Limits.h allows.
/// libzip alone accepts most of these. Errors: InvalidFile and TooLarge, with the entry in the detail.
[[nodiscard]] domain::Result<std::vector<ZipEntry>> readZipDirectory(const QByteArray& zip);

} // namespace waymark::exchange
