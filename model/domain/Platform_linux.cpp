// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Platform.h>

#include <domain/OpenFiles.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

QByteArray native(const QString& path)
{
    return path.toLocal8Bit();
}

QByteArray folderOf(const QString& path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QByteArray(".") : native(slash == 0 ? u"/"_s : path.left(slash));
}

ErrorCode codeOf(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return ErrorCode::ReadOnly;
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::FileMissing;
    case EEXIST:
        return ErrorCode::FileExists;
    default:
        return ErrorCode::Io;
    }
}

tl::unexpected<Error> systemFailure(const QString& path, const char* call)
{
    const int number = errno;
    return failure(codeOf(number), path, QString::fromLatin1(call) + u": "_s + QString::fromLocal8Bit(std::strerror(number)));
}

template <class Call> auto again(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR) {
        result = call();
    }
    return result;
}

/// What a disk says of sectors that it has lost, and a file system of what it finds damaged in its own order.
bool isDamage(int number)
{
    return number == EIO || number == EUCLEAN || number == EBADMSG;
}

/// A descriptor, or -1 with the reason in errno.
int openedToRead(const QString& path)
{
    // O_NONBLOCK: a pipe that nobody writes to must not hold the caller up before it is refused.
    return again([&path] { return ::open(native(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); });
}

// Some file systems cannot sync a folder and say so; there is nothing more to be done on them.
bool isSyncUnsupported(int number)
{
    return number == EINVAL || number == ENOTSUP;
}

/// Does something to names in the folder of `path`, and makes it durable.
template <class Change> Result<void> changeFolderOf(const QString& path, const char* call, Change change)
{
    // The folder is opened first: what cannot be made durable is not done.
    const int folder = again([&path] { return ::open(folderOf(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (folder < 0) {
        return systemFailure(path, "open folder");
    }
    Result<void> result;
    if (change() < 0) {
        result = systemFailure(path, call);
    } else if (again([folder] { return ::fsync(folder); }) < 0 && !isSyncUnsupported(errno)) {
        result = systemFailure(path, "fsync folder");
    }
    ::close(folder);
    return result;
}

} // namespace

NativeFile::NativeFile(QString path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{
}

NativeFile::NativeFile(NativeFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

NativeFile& NativeFile::operator=(NativeFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

NativeFile::~NativeFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<NativeFile> NativeFile::openToRead(const QString& path)
{
    if (OpenFile::isOpen(path)) {
        return failure(ErrorCode::OwnLibrary, path, u"open in this process"_s);
    }
    const int descriptor = openedToRead(path);
    if (descriptor < 0) {
        Error error = systemFailure(path, "open").value();
        if (error.code == ErrorCode::ReadOnly) {
            error.code = ErrorCode::Io;
        }
        return tl::unexpected<Error>(std::move(error));
    }
    NativeFile file(path, descriptor);
    struct stat status
    {
    };
    if (::fstat(descriptor, &status) < 0) {
        return systemFailure(path, "fstat");
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(ErrorCode::Io, path, u"not a regular file"_s);
    }
    return file;
}

Result<NativeFile> NativeFile::createNew(const QString& path, FileAccess access)
{
    const mode_t mode = access == FileAccess::OwnerOnly ? 0600 : 0666;
    const int descriptor = again([&] { return ::open(native(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode); });
    if (descriptor < 0) {
        return systemFailure(path, "create");
    }
    return NativeFile(path, descriptor);
}

Result<qint64> NativeFile::size() const
{
    struct stat status
    {
    };
    if (::fstat(m_descriptor, &status) < 0) {
        return systemFailure(m_path, "fstat");
    }
    return qint64 { status.st_size };
}

Result<QByteArray> NativeFile::read(qint64 offset, qint64 count) const
{
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 got = 0;
    while (got < count) {
        const ssize_t n = again([&] { return ::pread(m_descriptor, bytes.data() + got, static_cast<size_t>(count - got), offset + got); });
        if (n < 0) {
            return systemFailure(m_path, "read");
        }
        if (n == 0) {
            break;
        }
        got += n;
    }
    bytes.truncate(got);
    return bytes;
}

Result<void> NativeFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t n = again([&] { return ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size())); });
        if (n < 0) {
            return systemFailure(m_path, "write");
        }
        if (n == 0) {
            return failure(ErrorCode::DiskFull, m_path, u"nothing was written"_s);
        }
        bytes = bytes.sliced(n);
    }
    return {};
}

Result<void> NativeFile::takePermissionsFrom(const QString& path)
{
    struct stat status
    {
    };
    if (::stat(native(path).constData(), &status) < 0) {
        return systemFailure(path, "stat");
    }
    if (::fchmod(m_descriptor, status.st_mode & 07777) < 0) {
        return systemFailure(m_path, "fchmod");
    }
    return {};
}

Result<void> NativeFile::sync()
{
    if (again([this] { return ::fsync(m_descriptor); }) < 0) {
        return systemFailure(m_path, "fsync");
    }
    return {};
}

Result<void> NativeFile::close()
{
    // Not retried: after EINTR the descriptor is closed on Linux.
    if (::close(std::exchange(m_descriptor, -1)) < 0 && errno != EINTR) {
        return systemFailure(m_path, "close");
    }
    return {};
}

bool pathExists(const QString& path)
{
    struct stat status
    {
    };
    return ::lstat(native(path).constData(), &status) == 0;
}

bool mayExist(const QString& path)
{
    const QByteArray name = native(path);
    struct stat status
    {
    };
    return ::lstat(name.constData(), &status) == 0 || isDamage(errno);
}

bool isLostByDisk(const QString& path)
{
    if (OpenFile::isOpen(path)) {
        return false; // whoever has it open reads it
    }
    const int descriptor = openedToRead(path);
    struct stat status
    {
    };
    const bool isLost = (descriptor < 0 || ::fstat(descriptor, &status) < 0) && isDamage(errno);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return isLost;
}

QString resolvedPath(const QString& path)
{
    char* const real = ::realpath(native(path).constData(), nullptr);
    if (real == nullptr) {
        return path;
    }
    const QString result = QString::fromLocal8Bit(real);
    std::free(real);
    return result;
}

QString fileIdentity(const QString& path)
{
    return lookedUpIdentity(path).value_or(QString());
}

Result<QString> lookedUpIdentity(const QString& path)
{
    struct stat status
    {
    };
    if (::stat(native(path).constData(), &status) < 0) {
        return systemFailure(path, "stat");
    }
    return QString::number(status.st_dev) + u':' + QString::number(status.st_ino);
}

Result<void> replaceFile(const QString& from, const QString& to)
{
    return changeFolderOf(to, "rename", [&] { return ::rename(native(from).constData(), native(to).constData()); });
}

Result<void> renameToNew(const QString& from, const QString& to)
{
    return changeFolderOf(
        to, "rename", [&] { return ::renameat2(AT_FDCWD, native(from).constData(), AT_FDCWD, native(to).constData(), RENAME_NOREPLACE); });
}

Result<void> makeFolder(const QString& path)
{
    struct stat status
    {
    };
    if (::stat(native(path).constData(), &status) == 0) {
        return S_ISDIR(status.st_mode) ? Result<void>() : failure(ErrorCode::Io, path, u"a file stands where a folder must be"_s);
    }
    const QString above = path.left(path.lastIndexOf(u'/'));
    if (!above.isEmpty() && above != path) {
        if (auto made = makeFolder(above); !made) {
            return made;
        }
    }
    // Another program may make it at the same moment.
    return changeFolderOf(path, "mkdir", [&path] {
        const int made = ::mkdir(native(path).constData(), 0777);
        return made < 0 && errno == EEXIST ? 0 : made;
    });
}

Result<void> removeFile(const QString& path)
{
    if (::unlink(native(path).constData()) < 0) {
        return systemFailure(path, "unlink");
    }
    return {};
}

Result<void> syncFile(const QString& path)
{
    const int descriptor = again([&path] { return ::open(native(path).constData(), O_RDONLY | O_CLOEXEC); });
    if (descriptor < 0) {
        return systemFailure(path, "open");
    }
    Result<void> result;
    if (again([descriptor] { return ::fsync(descriptor); }) < 0) {
        result = systemFailure(path, "fsync");
    }
    ::close(descriptor);
    return result;
}

Result<void> syncFolderOf(const QString& path)
{
    return changeFolderOf(path, "sync folder", [] { return 0; });
}

bool isFileWritable(const QString& path)
{
    return ::access(native(path).constData(), W_OK) == 0;
}

bool isVolumeReadOnly(const QString& path)
{
    struct statvfs volume
    {
    };
    return ::statvfs(folderOf(path).constData(), &volume) == 0 && (volume.f_flag & ST_RDONLY) != 0;
}

bool isFolderWritable(const QString& path)
{
    return ::access(folderOf(path).constData(), W_OK | X_OK) == 0;
}

qint64 freeBytes(const QString& path)
{
    struct statvfs volume
    {
    };
    if (::statvfs(folderOf(path).constData(), &volume) < 0) {
        return 0;
    }
    return static_cast<qint64>(volume.f_bavail) * static_cast<qint64>(volume.f_frsize);
}

} // namespace waymark::domain
