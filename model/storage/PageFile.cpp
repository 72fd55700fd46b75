// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/PageFile.h>

#include <storage/TreePage.h>

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Error;
using domain::ErrorCode;
using domain::failure;
using domain::NativeFile;
using domain::Result;

namespace {

constexpr int usualPageSize = 4096;
constexpr qint64 sampled = 256; ///< pages that the choice of a size is made by

struct FoundLog
{
    std::optional<NativeFile> file;
    bool isLost = false; ///< by the disk, to the last byte
};

/// The log beside a library, if it has one.
Result<FoundLog> findLog(const QString& library)
{
    const QString path = library + u"-wal"_s;
    auto log = NativeFile::openToRead(path);
    const bool isWithheld = !log && log.error().code != ErrorCode::FileMissing;
    const bool isLost = isWithheld && domain::isLostByDisk(path);
    if (isWithheld && !isLost) {
        return failure(log.error().code, library, log.error().detail); // without it the newest would be missing, and nobody would know
    }
    return FoundLog { log ? std::optional(std::move(*log)) : std::nullopt, isLost };
}

} // namespace

PageFile::PageFile(NativeFile file, std::optional<NativeFile> log)
    : m_file(std::move(file))
    , m_log(std::move(log))
{
}

Result<PageFile> PageFile::open(const QString& path)
{
    auto file = NativeFile::openToRead(path);
    if (!file) {
        const bool isMissing = file.error().code == ErrorCode::FileMissing;
        return failure(isMissing ? ErrorCode::LibraryMissing : file.error().code, path, file.error().detail);
    }
    const auto size = file->size();
    if (!size) {
        return tl::unexpected<Error>(size.error());
    }
    auto log = findLog(path);
    if (!log) {
        return tl::unexpected<Error>(log.error());
    }
    PageFile pages(std::move(*file), std::move(log->file));
    pages.findPageSize(*size);
    const qint64 count = (*size + pages.m_pageSize - 1) / pages.m_pageSize;
    if (count > std::numeric_limits<qint32>::max()) {
        return failure(ErrorCode::LibraryCorrupt, path, u"too large"_s);
    }
    pages.m_pageCount = static_cast<quint32>(count);
    if (pages.m_log) {
        pages.m_frames = readLogFrames(*pages.m_log, pages.m_pageSize, count);
        for (auto frame = pages.m_frames.offsets.cbegin(); frame != pages.m_frames.offsets.cend(); ++frame) {
            pages.m_pageCount = std::max(pages.m_pageCount, frame.key());
        }
    }
    pages.m_frames.damaged += log->isLost ? 1 : 0;
    if (pages.m_pageCount == 0) {
        return failure(ErrorCode::LibraryCorrupt, path, u"the file is empty"_s);
    }
    return pages;
}

void PageFile::findPageSize(qint64 size)
{
    std::vector<int> candidates { usualPageSize };
    if (m_log) {
        if (const auto ofLog = logPageSize(*m_log)) {
            candidates.push_back(*ofLog);
        }
    }
    const auto header = m_file.read(0, 18);
    if (header && header->size() == 18) {
        const int stored = qFromBigEndian<quint16>(header->constData() + 16);
        const int ofHeader = stored == 1 ? 65536 : stored;
        if (ofHeader >= 512 && (ofHeader & (ofHeader - 1)) == 0) {
            candidates.push_back(ofHeader);
        }
    }
    m_pageSize = *std::max_element(
        candidates.begin(), candidates.end(), [this, size](int a, int b) { return likelyBytes(a, size) < likelyBytes(b, size); });
}

qint64 PageFile::likelyBytes(int pageSize, qint64 size) const
{
    qint64 found = 0;
    for (qint64 i = 1; i < std::min(sampled, size / pageSize); ++i) {
        const auto bytes = m_file.read(i * pageSize, pageSize);
        found += bytes && TreePage::parse(*bytes, false) ? pageSize : 0;
    }
    return found;
}

QByteArray PageFile::page(quint32 number) const
{
    if (number == 0 || number > m_pageCount) {
        return {};
    }
    const auto frame = m_frames.offsets.constFind(number);
    const bool isInLog = frame != m_frames.offsets.cend();
    auto bytes = isInLog ? m_log->read(*frame, m_pageSize) : m_file.read(qint64 { number - 1 } * m_pageSize, m_pageSize);
    if (!bytes || bytes->isEmpty()) {
        return {};
    }
    if (bytes->size() < m_pageSize) {
        bytes->append(QByteArray(m_pageSize - bytes->size(), '\0'));
    }
    return std::move(*bytes);
}

} // namespace waymark::storage
