// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/LogFrames.h>

#include <domain/Platform.h>

#include <QByteArray>
#include <QString>

#include <optional>

namespace waymark::storage {

/// The pages of a library file and of the log beside it, read without SQLite and with trust in nothing that they say. Nobody may have
/// the library open. A page that cannot be read is an empty one: a bad sector costs its pages and no more.
class PageFile
{
public:
    /// LibraryMissing, Io, LibraryCorrupt for a file without a single page.
    [[nodiscard]] static domain::Result<PageFile> open(const QString& path);

    /// Of the header if that holds together with the pages, else of the log, else SQLite's usual one, whichever finds the most pages
    /// that look like pages. A library of ours keeps no bytes of a page back.
    [[nodiscard]] int pageSize() const { return m_pageSize; }
    [[nodiscard]] quint32 pageCount() const { return m_pageCount; } ///< pages are numbered from 1
    /// Always pageSize() bytes, zeros behind the end of the file; empty for a number out of range or a page that cannot be read.
    [[nodiscard]] QByteArray page(quint32 number) const;
    /// Frames of the log that had to be left out; a log that the disk has lost counts as one.
    [[nodiscard]] int damagedFrames() const { return m_frames.damaged; }

private:
    PageFile(domain::NativeFile file, std::optional<domain::NativeFile> log);
    void findPageSize(qint64 size);
    [[nodiscard]] qint64 likelyBytes(int pageSize, qint64 size) const;

    domain::NativeFile m_file;
    std::optional<domain::NativeFile> m_log;
    LogFrames m_frames;
    int m_pageSize = 4096;
    quint32 m_pageCount = 0;
};

} // namespace waymark::storage
