// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::domain {

/// A file on which this process holds locks for as long as this lives. To close any descriptor of a file gives up every POSIX lock that the
/// process holds on it, so NativeFile::openToRead() refuses such a file, by whatever name. Thread-safe.
class OpenFile
{
public:
    [[nodiscard]] static bool isOpen(const QString& path);

    explicit OpenFile(const QString& path);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

private:
    QString m_identity; ///< see fileIdentity()
};

} // namespace waymark::domain
