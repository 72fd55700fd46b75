// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LibraryLock.h>

#include <domain/Platform.h>

#include <QCoreApplication>
#include <QLockFile>
#include <QSysInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::ErrorCode;
using domain::failure;

namespace {

/// The lock file holds some dozens of bytes; a volume with less than a block has no room for it.
constexpr qint64 oneBlock = 4096;

struct Holder
{
    qint64 process = 0; ///< 0 if the lock file does not say
    bool isHere = false; ///< on this machine
    QString text;
};

QString onHost()
{
    return u" on "_s;
}

Holder holderOf(const QLockFile& file)
{
    Holder holder;
    QString host;
    QString program;
    if (!file.getLockInfo(&holder.process, &host, &program)) {
        return { 0, false, u"holder unknown"_s };
    }
    holder.isHere = host == QSysInfo::machineHostName();
    holder.text = program + u", process "_s + QString::number(holder.process) + onHost() + host;
    return holder;
}

bool tryLock(QLockFile& file)
{
    if (file.tryLock(0)) {
        return true;
    }
    // A process killed between making the file and writing its name into it leaves an empty one, which is nobody's for ever; and a
    // lock that this process could not remove names it for as long as it lives. Either is removed only if nobody on this machine
    // holds it: a lock that is being made is held already.
    const Holder holder = holderOf(file);
    const bool isOwn = holder.isHere && holder.process == QCoreApplication::applicationPid();
    const bool isNobodys = file.error() == QLockFile::LockFailedError && (holder.process == 0 || isOwn);
    return isNobodys && file.removeStaleLockFile() && file.tryLock(0);
}

} // namespace

QString lockPathOf(const QString& library)
{
    return library + u".lock"_s;
}

bool isLockedHere(const domain::Error& error)
{
    return error.code == ErrorCode::LibraryLocked
        && (error.detail.endsWith(onHost() + QSysInfo::machineHostName()) || !error.detail.contains(onHost()));
}

LibraryLock::LibraryLock(std::unique_ptr<QLockFile> file)
    : m_file(std::move(file))
{
}

LibraryLock::LibraryLock(LibraryLock&& other) noexcept = default;
LibraryLock& LibraryLock::operator=(LibraryLock&& other) noexcept = default;
LibraryLock::~LibraryLock() = default;

domain::Result<LibraryLock> LibraryLock::take(const QString& library)
{
    auto file = std::make_unique<QLockFile>(lockPathOf(library));
    file->setStaleLockTime(0);
    // What stands in the file decides, should two processes have removed a lock of nobody's at once.
    if (tryLock(*file)) {
        const Holder holder = holderOf(*file);
        if (holder.process == QCoreApplication::applicationPid()) {
            return LibraryLock(std::move(file));
        }
        if (holder.process == 0) {
            return failure(ErrorCode::Io, library, u"the lock file cannot be read"_s);
        }
    }
    switch (file->error()) {
    case QLockFile::LockFailedError:
        return failure(ErrorCode::LibraryLocked, library, holderOf(*file).text);
    case QLockFile::PermissionError:
        return failure(ErrorCode::ReadOnly, library, u"no lock file can be made in this folder"_s);
    case QLockFile::NoError:
        return failure(ErrorCode::LibraryLocked, library, u"taken by another process at the same moment"_s);
    case QLockFile::UnknownError:
        break;
    }
    const bool isFull = domain::freeBytes(library) < oneBlock;
    const bool isReadOnly = domain::isVolumeReadOnly(library);
    return failure(isReadOnly ? ErrorCode::ReadOnly
            : isFull          ? ErrorCode::DiskFull
                              : ErrorCode::Io,
        library, u"the lock file cannot be written"_s);
}

} // namespace waymark::storage
