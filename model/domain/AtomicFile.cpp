// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/AtomicFile.h>

#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

QString temporaryNameBeside(const QString& path)
{
    const QString random = QString::number(QRandomGenerator::global()->generate64(), 36);
    return path.left(path.lastIndexOf(u'/') + 1) + u".waymark-"_s + random + u".tmp"_s;
}

AtomicFile::AtomicFile(QString target, QString temporary, NativeFile file)
    : m_target(std::move(target))
    , m_temporary(std::move(temporary))
    , m_file(std::move(file))
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, QString()))
    , m_file(std::move(other.m_file))
    , m_state(std::move(other.m_state))
{
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.isEmpty()) {
        (void)removeFile(m_temporary);
    }
}

Result<AtomicFile> AtomicFile::create(const QString& target, FileAccess access)
{
    const QString real = resolvedPath(target);
    const QString temporary = temporaryNameBeside(real);
    auto file = NativeFile::createNew(temporary, access);
    if (!file) {
        return failure(file.error().code, target, file.error().detail);
    }
    AtomicFile atomic(real, temporary, std::move(*file));
    if (access == FileAccess::AsUsual && pathExists(real)) {
        if (auto taken = atomic.m_file.takePermissionsFrom(real); !taken) {
            return failure(taken.error().code, target, taken.error().detail);
        }
    }
    return atomic;
}

Result<void> AtomicFile::write(QByteArrayView bytes)
{
    if (m_state) {
        m_state = m_file.write(bytes);
        if (!m_state) {
            m_state.error().subject = m_target;
            m_state.error().bytes = bytes.size();
        }
    }
    return m_state;
}

Result<void> AtomicFile::finish()
{
    if (auto synced = m_file.sync(); !synced) {
        return synced;
    }
    if (auto closed = m_file.close(); !closed) {
        return closed;
    }
    return replaceFile(m_temporary, m_target);
}

Result<void> AtomicFile::commit()
{
    if (m_state) {
        m_state = finish();
        if (!m_state) {
            m_state.error().subject = m_target;
        } else {
            m_temporary.clear();
        }
    }
    return m_state;
}

Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes, FileAccess access)
{
    auto file = AtomicFile::create(path, access);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    if (auto written = file->write(bytes); !written) {
        return written;
    }
    return file->commit();
}

Result<QByteArray> readFile(const QString& path, qint64 maxBytes)
{
    const auto file = NativeFile::openToRead(path);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    const auto size = file->size();
    if (!size) {
        return tl::unexpected<Error>(size.error());
    }
    if (*size > maxBytes) {
        return failure(ErrorCode::TooLarge, path, QString::number(*size) + u" bytes"_s);
    }
    // One byte more than it had: a file that grows meanwhile is noticed, and never read beyond the limit.
    auto bytes = file->read(0, *size + 1);
    if (bytes && bytes->size() > *size) {
        return failure(bytes->size() > maxBytes ? ErrorCode::TooLarge : ErrorCode::Io, path, u"the file changed while it was read"_s);
    }
    return bytes;
}

} // namespace waymark::domain
