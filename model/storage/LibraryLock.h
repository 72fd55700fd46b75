// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QString>

#include <memory>

class QLockFile;

namespace waymark::storage {

/// The one read-write owner of a library, held as a file beside it. A lock is freed when its process is gone, never by age: one
/// left by another host stays and is explained.
class LibraryLock
{
public:
    /// LibraryLocked with the holder as detail; ReadOnly if the folder takes no file; DiskFull, Io.
    [[nodiscard]] static domain::Result<LibraryLock> take(const QString& library);

    LibraryLock(LibraryLock&& other) noexcept;
    LibraryLock& operator=(LibraryLock&& other) noexcept;
    ~LibraryLock();

private:
    explicit LibraryLock(std::unique_ptr<QLockFile> file);

    std::unique_ptr<QLockFile> m_file;
};

[[nodiscard]] QString lockPathOf(const QString& library);
/// Whether an error of opening says that another process of this machine has the library. One that is just taking it may not have left
/// its name yet: it counts as of this machine.
[[nodiscard]] bool isLockedHere(const domain::Error& error);

} // namespace waymark::storage
