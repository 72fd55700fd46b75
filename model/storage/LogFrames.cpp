// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LogFrames.h>

#include <QtEndian>

#include <utility>

namespace waymark::storage {

using domain::Result;

namespace {

constexpr qint64 headerSize = 32;
constexpr qint64 frameHeaderSize = 24;
constexpr quint32 magic = 0x377f0682; ///< with little-endian sums; big-endian ones have the next number

quint32 wordAt(const QByteArray& bytes, qint64 at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

/// The running checksum of a log, section 4.2 of the format.
struct Sums
{
    quint32 first = 0;
    quint32 second = 0;

    bool operator==(const Sums&) const = default;

    void add(const char* bytes, qint64 count, bool isBigEndian)
    {
        for (qint64 at = 0; at + 8 <= count; at += 8) {
            const auto word = [bytes, isBigEndian](qint64 from) {
                return isBigEndian ? qFromBigEndian<quint32>(bytes + from) : qFromLittleEndian<quint32>(bytes + from);
            };
            first += word(at) + second;
            second += word(at + 4) + first;
        }
    }
};

Sums sumsAt(const QByteArray& bytes, qint64 at)
{
    return { wordAt(bytes, at), wordAt(bytes, at + 4) };
}

struct LogStart
{
    bool isBigEndian = false;
    QByteArray salts; ///< none if they cannot be known
    std::optional<Sums> sums; ///< what the first frame goes on from; nothing if the header is damaged
};

/// A header that is damaged itself leaves the salts of the first frame, whose own sum then cannot be checked.
LogStart startOf(const Result<QByteArray>& header, const Result<QByteArray>& firstFrame)
{
    LogStart start;
    if (header && header->size() == headerSize) {
        start.isBigEndian = wordAt(*header, 0) == magic + 1;
        Sums computed;
        computed.add(header->constData(), 24, start.isBigEndian);
        if (computed == sumsAt(*header, 24)) {
            start.sums = computed;
            start.salts = header->mid(16, 8);
            return start;
        }
    }
    start.salts = firstFrame ? firstFrame->mid(8, 8) : QByteArray();
    return start;
}

Sums sumsOf(Sums before, const QByteArray& frame, bool isBigEndian)
{
    before.add(frame.constData(), 8, isBigEndian);
    before.add(frame.constData() + frameHeaderSize, frame.size() - frameHeaderSize, isBigEndian);
    return before;
}

} // namespace

std::optional<int> logPageSize(const domain::NativeFile& log)
{
    const auto header = log.read(0, headerSize);
    if (!header || header->size() < headerSize || (wordAt(*header, 0) | 1U) != (magic | 1U)) {
        return std::nullopt;
    }
    const quint32 size = wordAt(*header, 8);
    const bool isPossible = size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
    return isPossible ? std::optional(static_cast<int>(size)) : std::nullopt;
}

LogFrames readLogFrames(const domain::NativeFile& log, int pageSize, qint64 pages)
{
    LogFrames frames;
    const qint64 frameSize = frameHeaderSize + pageSize;
    const auto size = log.size();
    const qint64 count = size ? (*size - headerSize) / frameSize : 0;
    const LogStart start = startOf(log.read(0, headerSize), log.read(headerSize, frameHeaderSize));
    if (!size || (count > 0 && !start.sums)) {
        ++frames.damaged; // SQLite takes nothing of a log with such a header
    }
    std::optional<Sums> sums = start.sums;
    QHash<quint32, qint64> pending;
    for (qint64 i = 0; i < count && !start.salts.isEmpty(); ++i) {
        const qint64 at = headerSize + i * frameSize;
        auto frame = log.read(at, frameSize);
        const bool isLost = !frame || frame->size() < frameSize;
        if (isLost) {
            frame = log.read(at, frameHeaderSize); // the disk may have no more than the rest of it lost
        }
        if (!frame || frame->size() < frameHeaderSize) {
            sums.reset();
            ++frames.damaged;
            continue;
        }
        const auto before = std::exchange(sums, sumsAt(*frame, 16));
        if (frame->mid(8, 8) != start.salts) {
            continue; // of an earlier round of the log
        }
        const quint32 page = wordAt(*frame, 0);
        const bool fits = !isLost && (!before || sumsOf(*before, *frame, start.isBigEndian) == *sums);
        if (!fits || page == 0 || page > pages + count) {
            ++frames.damaged;
            continue;
        }
        pending.insert(page, at + frameHeaderSize);
        if (wordAt(*frame, 4) != 0) { // the last frame of a transaction
            frames.offsets.insert(pending);
            pending.clear();
        }
    }
    return frames;
}

} // namespace waymark::storage
