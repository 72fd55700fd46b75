// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::storage {

/// Remembers which library files this process has open. While one is open it must not be opened by other means than SQLite: closing
/// any descriptor of a file gives up every POSIX lock that the process holds on it. Thread-safe.
class OpenLibrary
{
public:
    enum class Use {
        Owner, ///< a store works on it
        Copying, ///< it is only read once, to be copied
    };

    [[nodiscard]] static bool isOpen(const QString& path); ///< for whatever use
    [[nodiscard]] static bool isOwn(const QString& path); ///< a store works on this file, by whatever name

    explicit OpenLibrary(const QString& path, Use use = Use::Owner);
    ~OpenLibrary();
    OpenLibrary(const OpenLibrary&) = delete;
    OpenLibrary& operator=(const OpenLibrary&) = delete;

private:
    QString m_identity;
    Use m_use;
};

} // namespace waymark::storage
