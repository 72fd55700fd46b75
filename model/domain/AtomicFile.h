// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Platform.h>
#include <domain/Result.h>

#include <QByteArray>
#include <QString>

namespace waymark::domain {

/// A file that is there as a whole or not at all: written beside its target under another name, synced, renamed over it, and the
/// folder synced. Until commit() has succeeded the target is what it was; a file that is not committed leaves nothing behind.
/// A target that is a link is replaced where it leads. Errors of every call: DiskFull, ReadOnly, FileMissing (no such folder), Io.
class AtomicFile
{
public:
    /// OwnerOnly holds for a file that was there too.
    [[nodiscard]] static Result<AtomicFile> create(const QString& target, FileAccess access = FileAccess::AsUsual);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    ~AtomicFile();

    /// After an error the file can only be discarded: later calls give the same error.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(QString target, QString temporary, NativeFile file);
    [[nodiscard]] Result<void> finish();

    QString m_target;
    QString m_temporary; ///< empty once committed or moved from
    NativeFile m_file;
    Result<void> m_state;
};

[[nodiscard]] Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes, FileAccess access = FileAccess::AsUsual);

/// The whole of a regular file of at most `maxBytes`. FileMissing, TooLarge, Io.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 maxBytes);

/// A free name in the folder of `path`, hidden, for a file that will be renamed to `path`.
[[nodiscard]] QString temporaryNameBeside(const QString& path);

} // namespace waymark::domain
