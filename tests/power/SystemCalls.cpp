// SPDX-License-Identifier: GPL-3.0-or-later
// The calls to the system that change files, defined once more: the dynamic linker finds those of the program before those of libc.
#include "DiskWatch.h"

#include <QFile>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace waymark::power {

namespace {

std::atomic<bool> isWatching = false;

struct State
{
    std::recursive_mutex mutex;
    QByteArray root; ///< with a slash at its end
    DiskTrace* trace = nullptr;
    FaultyDisk* faults = nullptr;
    LeftOutSync isLeftOut;
};

State& state()
{
    static State one;
    return one;
}

template <class Function> Function* real(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// The path below the watched folder; nothing for one elsewhere.
std::optional<QByteArray> watched(const char* path)
{
    const QByteArray& root = state().root;
    if (qstrncmp(path, root.constData(), static_cast<size_t>(root.size())) == 0) {
        return QByteArray(path + root.size());
    }
    return root.chopped(1) == path ? std::optional(QByteArray("")) : std::nullopt;
}

/// The same for an open file. The system knows its present name, also after a rename.
std::optional<QByteArray> watched(int descriptor)
{
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    if (size <= 0) {
        return std::nullopt;
    }
    path[size] = '\0';
    return watched(path);
}

bool fails(DiskCall call)
{
    if (state().faults == nullptr || !state().faults->fails(call)) {
        return false;
    }
    errno = state().faults->fault().error;
    return true;
}

template <class Call> int opened(const char* path, int flags, Call call)
{
    if (!isWatching) {
        return call();
    }
    const std::lock_guard guard(state().mutex);
    const auto name = watched(path);
    if (!name) {
        return call();
    }
    const bool isNew = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
    if (fails(isNew ? DiskCall::Create : DiskCall::Open)) {
        return -1;
    }
    const int descriptor = call();
    if (descriptor >= 0 && state().trace != nullptr) {
        if (isNew) {
            state().trace->created(*name);
        } else if ((flags & O_TRUNC) != 0) {
            state().trace->truncated(*name, 0);
        }
    }
    return descriptor;
}

/// `call` writes that many bytes; `at` is where, -1 for where the file stands.
template <class Call> ssize_t written(int descriptor, const void* bytes, size_t count, off_t at, Call call)
{
    if (!isWatching) {
        return call(count);
    }
    const std::lock_guard guard(state().mutex);
    const auto name = watched(descriptor);
    if (!name) {
        return call(count);
    }
    if (fails(DiskCall::Write)) {
        const bool isShort = state().faults->fault().isShort && count > 1;
        return isShort ? call(count / 2) : -1;
    }
    const off_t from = at < 0 && state().trace != nullptr ? ::lseek(descriptor, 0, SEEK_CUR) : at;
    const ssize_t done = call(count);
    if (done > 0 && state().trace != nullptr) {
        state().trace->written(*name, from, QByteArray(static_cast<const char*>(bytes), done));
    }
    return done;
}

template <class Call> int truncated(int descriptor, off_t size, Call call)
{
    if (!isWatching) {
        return call();
    }
    const std::lock_guard guard(state().mutex);
    const auto name = watched(descriptor);
    if (name && fails(DiskCall::Truncate)) {
        return -1;
    }
    const int done = call();
    if (name && done == 0 && state().trace != nullptr) {
        state().trace->truncated(*name, size);
    }
    return done;
}

template <class Call> int synced(int descriptor, Call call)
{
    if (!isWatching) {
        return call();
    }
    const std::lock_guard guard(state().mutex);
    const auto name = watched(descriptor);
    if (!name) {
        return call();
    }
    if (fails(DiskCall::Sync)) {
        return -1;
    }
    struct stat status
    {
    };
    const bool isFolder = ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    if (state().trace != nullptr && !(state().isLeftOut && state().isLeftOut(*name, isFolder))) {
        state().trace->synced(*name, isFolder);
    }
    return 0;
}

template <class Call, class Note> int named(DiskCall kind, const char* path, Call call, Note note)
{
    if (!isWatching) {
        return call();
    }
    const std::lock_guard guard(state().mutex);
    const auto name = watched(path);
    if (name && fails(kind)) {
        return -1;
    }
    const int done = call();
    if (name && done == 0 && state().trace != nullptr) {
        note(*state().trace, *name);
    }
    return done;
}

template <class Volume, class Call> int measured(const char* path, Volume* volume, Call call)
{
    const int done = call();
    if (isWatching && done == 0) {
        const std::lock_guard guard(state().mutex);
        const bool isFull = state().faults != nullptr && state().faults->fault().error == ENOSPC;
        volume->f_bavail = isFull && watched(path) ? 0 : volume->f_bavail;
    }
    return done;
}

template <class Call> int renamed(const char* from, const char* to, Call call)
{
    return named(DiskCall::Rename, from, call,
        [to](DiskTrace& trace, const QByteArray& name) { trace.renamed(name, watched(to).value_or("elsewhere")); });
}

} // namespace

void DiskWatch::begin(const QString& folder, DiskTrace* trace, FaultyDisk* faults)
{
    const std::lock_guard guard(state().mutex);
    state().root = QFile::encodeName(folder) + '/';
    state().trace = trace;
    state().faults = faults;
    isWatching = true;
}

void DiskWatch::end(const void* owner)
{
    const std::lock_guard guard(state().mutex);
    const bool isNobodys = state().trace == nullptr && state().faults == nullptr;
    if (owner == state().trace || owner == state().faults || (owner == nullptr && isNobodys)) {
        isWatching = false;
        state().trace = nullptr;
        state().faults = nullptr;
    }
}

void DiskWatch::setLeftOutSyncs(LeftOutSync isLeftOut)
{
    const std::lock_guard guard(state().mutex);
    state().isLeftOut = std::move(isLeftOut);
}

} // namespace waymark::power

using namespace waymark::power;

#define WAYMARK_CALL extern "C" __attribute__((visibility("default")))

#define WAYMARK_OPEN(name)                                                                                                                 \
    WAYMARK_CALL int name(const char* path, int flags, ...)                                                                                \
    {                                                                                                                                      \
        static const auto system = real<int(const char*, int, mode_t)>(#name);                                                             \
        std::va_list arguments;                                                                                                            \
        va_start(arguments, flags);                                                                                                        \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;                                          \
        va_end(arguments);                                                                                                                 \
        return opened(path, flags, [&] { return system(path, flags, mode); });                                                             \
    }
WAYMARK_OPEN(open)
WAYMARK_OPEN(open64)

WAYMARK_CALL ssize_t write(int descriptor, const void* bytes, size_t count)
{
    static const auto system = real<ssize_t(int, const void*, size_t)>("write");
    return written(descriptor, bytes, count, -1, [&](size_t some) { return system(descriptor, bytes, some); });
}

#define WAYMARK_WRITE_AT(name)                                                                                                             \
    WAYMARK_CALL ssize_t name(int descriptor, const void* bytes, size_t count, off_t at)                                                   \
    {                                                                                                                                      \
        static const auto system = real<ssize_t(int, const void*, size_t, off_t)>(#name);                                                  \
        return written(descriptor, bytes, count, at, [&](size_t some) { return system(descriptor, bytes, some, at); });                    \
    }
WAYMARK_WRITE_AT(pwrite)
WAYMARK_WRITE_AT(pwrite64)

#define WAYMARK_TRUNCATE(name)                                                                                                             \
    WAYMARK_CALL int name(int descriptor, off_t size) noexcept                                                                             \
    {                                                                                                                                      \
        static const auto system = real<int(int, off_t)>(#name);                                                                           \
        return truncated(descriptor, size, [&] { return system(descriptor, size); });                                                      \
    }
WAYMARK_TRUNCATE(ftruncate)
WAYMARK_TRUNCATE(ftruncate64)

#define WAYMARK_SYNC(name)                                                                                                                 \
    WAYMARK_CALL int name(int descriptor)                                                                                                  \
    {                                                                                                                                      \
        static const auto system = real<int(int)>(#name);                                                                                  \
        return synced(descriptor, [&] { return system(descriptor); });                                                                     \
    }
WAYMARK_SYNC(fsync)
WAYMARK_SYNC(fdatasync)

WAYMARK_CALL int rename(const char* from, const char* to) noexcept
{
    static const auto system = real<int(const char*, const char*)>("rename");
    return renamed(from, to, [&] { return system(from, to); });
}

WAYMARK_CALL int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept
{
    static const auto system = real<int(int, const char*, int, const char*, unsigned)>("renameat2");
    return renamed(from, to, [&] { return system(fromFolder, from, toFolder, to, flags); });
}

WAYMARK_CALL int unlink(const char* path) noexcept
{
    static const auto system = real<int(const char*)>("unlink");
    return named(
        DiskCall::Remove, path, [&] { return system(path); }, [](DiskTrace& trace, const QByteArray& name) { trace.removed(name); });
}

WAYMARK_CALL int mkdir(const char* path, mode_t mode) noexcept
{
    static const auto system = real<int(const char*, mode_t)>("mkdir");
    return named(
        DiskCall::MakeFolder, path, [&] { return system(path, mode); },
        [](DiskTrace& trace, const QByteArray& name) { trace.madeFolder(name); });
}

WAYMARK_CALL int statvfs(const char* path, struct statvfs* volume) noexcept
{
    static const auto system = real<int(const char*, struct statvfs*)>("statvfs");
    return measured(path, volume, [&] { return system(path, volume); });
}

WAYMARK_CALL int statvfs64(const char* path, struct statvfs64* volume) noexcept
{
    static const auto system = real<int(const char*, struct statvfs64*)>("statvfs64");
    return measured(path, volume, [&] { return system(path, volume); });
}
