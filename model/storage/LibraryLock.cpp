// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LibraryLock.h>

#include <domain/Platform.h>

#include <QLockFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::ErrorCode;
using domain::failure;

namespace {

/// The lock file holds some dozens of bytes; a volume with less than a block has no room for it.
constexpr qint64 oneBlock = 4096;

QString holderOf(const QLockFile& file)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!file.getLockInfo(&process, &host, &program)) {
        return u"holder unknown"_s;
    }
    return program + u", process "_s + QString::number(process) + u" on "_s + host;
}

} // namespace

QString lockPathOf(const QString& library) { return library + u".lock"_s; }

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
    if (file->tryLock(0)) {
        return LibraryLock(std::move(file));
    }
    switch (file->error()) {
    case QLockFile::LockFailedError:
        return failure(ErrorCode::LibraryLocked, library, holderOf(*file));
    case QLockFile::PermissionError:
        return failure(ErrorCode::ReadOnly, library, u"no lock file can be made in this folder"_s);
    case QLockFile::NoError:
    case QLockFile::UnknownError:
        break;
    }
    const bool isFull = domain::freeBytes(library) < oneBlock;
    const bool isReadOnly = domain::isVolumeReadOnly(library);
    return failure(isReadOnly ? ErrorCode::ReadOnly : isFull ? ErrorCode::DiskFull : ErrorCode::Io, library,
                   u"the lock file cannot be written"_s);
}

} // namespace waymark::storage
