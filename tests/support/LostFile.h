// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <cerrno>
#include <cstdarg>
#include <optional>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace waymark::support {

/// As long as it lives, the disk has lost a file: the calls by which programs come to it fail, in SQLite too, as those of a disk or of a
/// file system do that finds damage. One at a time, and in one source file of a program, for it defines the calls.
class LostFile
{
public:
    enum class At {
        Open, ///< it cannot be opened
        Look, ///< it opens, and what is known of it cannot be read
        Name, ///< neither, and it cannot be asked for or renamed by its name
    };
    LostFile(const QString& path, At at, int error = EIO) { s_lost = Lost { QFile::encodeName(path), at, error }; }
    ~LostFile() { s_lost.reset(); }
    Q_DISABLE_COPY_MOVE(LostFile)

    [[nodiscard]] static bool failsOpen(const char* path) { return fails(path, s_lost && s_lost->at != At::Look); }
    [[nodiscard]] static bool failsName(const char* path) { return fails(path, s_lost && s_lost->at == At::Name); }
    [[nodiscard]] static bool failsLook(int descriptor)
    {
        if (!s_lost || s_lost->at != At::Look) {
            return false;
        }
        char path[4096] = {};
        const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
        return ::readlink(link.constData(), path, sizeof path - 1) > 0 && fails(path, true);
    }
    template <class Function> static Function* system(const char* name) { return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name)); }

private:
    struct Lost
    {
        QByteArray path;
        At at = At::Open;
        int error = EIO;
    };
    [[nodiscard]] static bool fails(const char* path, bool isAsked)
    {
        if (!isAsked || s_lost->path != path) {
            return false;
        }
        errno = s_lost->error;
        return true;
    }
    static inline std::optional<Lost> s_lost;
};

} // namespace waymark::support

// The dynamic linker finds these before those of libc. They go by names of their own here, since libc may declare checked variants.
#define WAYMARK_LOST_OPEN(call, name)                                                                                                      \
    extern "C" int call(const char* path, int flags, ...) __asm__(name);                                                                   \
    extern "C" int call(const char* path, int flags, ...)                                                                                  \
    {                                                                                                                                      \
        std::va_list arguments;                                                                                                            \
        va_start(arguments, flags);                                                                                                        \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;                                          \
        va_end(arguments);                                                                                                                 \
        const bool isLost = waymark::support::LostFile::failsOpen(path);                                                                   \
        return isLost ? -1 : static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));                                         \
    }
WAYMARK_LOST_OPEN(waymarkOpen, "open")
WAYMARK_LOST_OPEN(waymarkOpen64, "open64")

#define WAYMARK_LOST_LOOK(call, name, What, how)                                                                                           \
    extern "C" int call(What what, void* status) noexcept __asm__(name);                                                                   \
    extern "C" int call(What what, void* status) noexcept                                                                                  \
    {                                                                                                                                      \
        static const auto system = waymark::support::LostFile::system<int(What, void*)>(name);                                             \
        return waymark::support::LostFile::how(what) ? -1 : system(what, status);                                                          \
    }
WAYMARK_LOST_LOOK(waymarkStat, "stat", const char*, failsName)
WAYMARK_LOST_LOOK(waymarkStat64, "stat64", const char*, failsName)
WAYMARK_LOST_LOOK(waymarkStatLink, "lstat", const char*, failsName)
WAYMARK_LOST_LOOK(waymarkStatLink64, "lstat64", const char*, failsName)
WAYMARK_LOST_LOOK(waymarkStatOpen, "fstat", int, failsLook)
WAYMARK_LOST_LOOK(waymarkStatOpen64, "fstat64", int, failsLook)

extern "C" int waymarkRename(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept __asm__("renameat2");
extern "C" int waymarkRename(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept
{
    const bool isLost = waymark::support::LostFile::failsName(from);
    return isLost ? -1 : static_cast<int>(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}
