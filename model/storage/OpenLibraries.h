// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/OpenFiles.h>

#include <QString>

namespace waymark::storage {

/// Remembers which library files this process has open, and for what. While one is open it must not be opened by other means than SQLite:
/// see OpenFile. Thread-safe.
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
    domain::OpenFile m_file;
    QString m_owned; ///< its identity where a store works on it
};

} // namespace waymark::storage
