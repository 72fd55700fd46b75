// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::storage {

/// Remembers which library files this process has open. While one is open it must not be opened by other means than SQLite: closing
/// any descriptor of a file gives up every POSIX lock that the process holds on it. Thread-safe.
class OpenLibrary
{
public:
    [[nodiscard]] static bool isOpen(const QString& path);

    explicit OpenLibrary(const QString& path);
    ~OpenLibrary();
    OpenLibrary(const OpenLibrary&) = delete;
    OpenLibrary& operator=(const OpenLibrary&) = delete;

private:
    QString m_identity;
};

} // namespace waymark::storage
