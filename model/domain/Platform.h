// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QString>

namespace waymark::domain {

/// What only the operating system can do, one source file a system. Every function reports what the system reported: nothing is
/// retried with other rights and nothing is created that was not asked for.
/// Errors: DiskFull (no space, quota, size limit), ReadOnly (no right to write, read-only volume), FileMissing, FileExists, Io.

/// Who may read a new file: whoever the user lets, or the user alone (secrets).
enum class FileAccess { AsUsual, OwnerOnly };

/// An open file. Closed by the destructor, without a report; writers call close().
class NativeFile
{
public:
    [[nodiscard]] static Result<NativeFile> openToRead(const QString& path); ///< regular files only
    [[nodiscard]] static Result<NativeFile> createNew(
        const QString& path, FileAccess access = FileAccess::AsUsual); ///< FileExists if there is one

    NativeFile(NativeFile&& other) noexcept;
    NativeFile& operator=(NativeFile&& other) noexcept;
    ~NativeFile();

    [[nodiscard]] Result<qint64> size() const;
    /// Up to `count` bytes from `offset`; fewer only at the end of the file.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 count) const;
    /// All of the bytes or an error.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Result<void> takePermissionsFrom(const QString& path);
    [[nodiscard]] Result<void> sync();
    [[nodiscard]] Result<void> close();

private:
    NativeFile(QString path, int descriptor);

    QString m_path;
    int m_descriptor = -1;
};

[[nodiscard]] bool pathExists(const QString& path);
/// The same, and true where the disk has lost what would tell: to pass over a log for that would lose the newest of its library.
[[nodiscard]] bool mayExist(const QString& path);
/// Whether a file is there that the disk itself cannot open or look at: it has lost the sectors, or the file system finds them damaged.
/// What is missing, and what rights, memory or too many open files keep from being opened, is not lost.
[[nodiscard]] bool isLostByDisk(const QString& path);
/// The file behind links; `path` itself where there is none yet.
[[nodiscard]] QString resolvedPath(const QString& path);
/// The same text for every path of one file, and for no other file; empty if there is none.
[[nodiscard]] QString fileIdentity(const QString& path);
/// The same, and where there is none the reason: FileMissing for a path that leads to no file. Any other error says nothing of the file,
/// which the system would not look at: a right was taken away, a disk has failed, a network is down.
[[nodiscard]] Result<QString> lookedUpIdentity(const QString& path);

/// Renames over `to` and makes the new name durable.
[[nodiscard]] Result<void> replaceFile(const QString& from, const QString& to);
/// Renames only where `to` does not exist, and makes the new name durable. FileExists.
[[nodiscard]] Result<void> renameToNew(const QString& from, const QString& to);
/// A folder with those above it that are missing, each of them durable. Io where a file stands in the way.
[[nodiscard]] Result<void> makeFolder(const QString& path);
[[nodiscard]] Result<void> removeFile(const QString& path);
[[nodiscard]] Result<void> syncFile(const QString& path);
/// Makes durable what was done to names in the folder of `path`, by whomever.
[[nodiscard]] Result<void> syncFolderOf(const QString& path);

[[nodiscard]] bool isFileWritable(const QString& path); ///< by this user, as far as rights go

/// The next three look at the folder of `path`, which itself need not exist.
[[nodiscard]] bool isVolumeReadOnly(const QString& path);
[[nodiscard]] bool isFolderWritable(const QString& path);
[[nodiscard]] qint64 freeBytes(const QString& path); ///< for this user; 0 if unknown

} // namespace waymark::domain
