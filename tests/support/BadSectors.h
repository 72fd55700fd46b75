// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <cerrno>
#include <optional>

#include <sys/syscall.h>
#include <unistd.h>

namespace waymark::support {

/// As long as it lives, a part of a file cannot be read: every read that touches it fails as one of a disk that has lost it, in SQLite too.
/// One at a time, and in one source file of a program, for it defines the call.
class BadSectors
{
public:
    BadSectors(const QString& path, qint64 from, qint64 count) { s_range = Range { QFile::encodeName(path), from, count }; }
    ~BadSectors() { s_range.reset(); }
    Q_DISABLE_COPY_MOVE(BadSectors)

    [[nodiscard]] static bool isHit(int descriptor, qint64 from, qint64 count)
    {
        if (!s_range || from >= s_range->from + s_range->count || from + count <= s_range->from) {
            return false;
        }
        char path[4096];
        const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
        const ssize_t length = ::readlink(link.constData(), path, sizeof path);
        return length > 0 && QByteArrayView(path, length) == s_range->path;
    }

private:
    struct Range
    {
        QByteArray path;
        qint64 from = 0;
        qint64 count = 0;
    };
    static inline std::optional<Range> s_range;
};

} // namespace waymark::support

// The dynamic linker finds these before those of libc. They go by names of their own here, since libc may declare checked variants.
extern "C" ssize_t waymarkReadAt(int descriptor, void* bytes, size_t count, off_t at) __asm__("pread");
extern "C" ssize_t waymarkReadAt64(int descriptor, void* bytes, size_t count, off_t at) __asm__("pread64");

extern "C" ssize_t waymarkReadAt(int descriptor, void* bytes, size_t count, off_t at)
{
    if (waymark::support::BadSectors::isHit(descriptor, at, static_cast<qint64>(count))) {
        errno = EIO;
        return -1;
    }
    return ::syscall(SYS_pread64, descriptor, bytes, count, at);
}

extern "C" ssize_t waymarkReadAt64(int descriptor, void* bytes, size_t count, off_t at)
{
    return waymarkReadAt(descriptor, bytes, count, at);
}
