// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Platform.h>

#include <QHash>

#include <optional>

namespace waymark::storage {

/// Pages that a write-ahead log brings, read without SQLite: the last committed content of each page, as the offset of its bytes in the
/// log. A frame counts if its salts are those of the log and its checksum follows from the one stored in the frame before
/// (sqlite.org/fileformat2.html, section 4). SQLite gives up at the first frame that does not fit; here the chain is taken up again after
/// it, from the checksum that the bad frame holds, so one bad frame costs one page. Behind a frame or a header that the disk has lost the
/// next one of the log's salts is taken unchecked, as every page of the library file is.
struct LogFrames
{
    QHash<quint32, qint64> offsets;
    int damaged = 0; ///< frames of this log that had to be left out; a damaged header counts as one
};

/// The size of the pages in the log; nothing if its header does not give one.
[[nodiscard]] std::optional<int> logPageSize(const domain::NativeFile& log);

/// `pages`: how many the library file has; a frame cannot bring a page further behind its end than there are frames.
[[nodiscard]] LogFrames readLogFrames(const domain::NativeFile& log, int pageSize, qint64 pages);

} // namespace waymark::storage
