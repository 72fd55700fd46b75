// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LogFrames.h>

#include <QtEndian>

#include <utility>

namespace waymark::storage {

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
    QByteArray salts;
    Sums sums; ///< what the first frame goes on from
};

/// A header that is damaged itself leaves the salts of the first frame, whose own sum then cannot be checked.
LogStart startOf(const QByteArray& header, const QByteArray& firstFrame)
{
    LogStart start;
    start.isBigEndian = wordAt(header, 0) == magic + 1;
    Sums computed;
    computed.add(header.constData(), 24, start.isBigEndian);
    start.sums = sumsAt(header, 24);
    start.salts = computed == start.sums ? header.mid(16, 8) : firstFrame.mid(8, 8);
    return start;
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
    const auto header = log.read(0, headerSize);
    const auto firstFrame = log.read(headerSize, frameHeaderSize);
    if (count < 1 || !header || !firstFrame) {
        return frames;
    }
    const LogStart start = startOf(*header, *firstFrame);
    Sums sums = start.sums;
    QHash<quint32, qint64> pending;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 at = headerSize + i * frameSize;
        const auto frame = log.read(at, frameSize);
        if (!frame || frame->size() < frameSize) {
            break;
        }
        Sums computed = std::exchange(sums, sumsAt(*frame, 16));
        computed.add(frame->constData(), 8, start.isBigEndian);
        computed.add(frame->constData() + frameHeaderSize, pageSize, start.isBigEndian);
        if (frame->mid(8, 8) != start.salts) {
            continue; // of an earlier round of the log
        }
        const quint32 page = wordAt(*frame, 0);
        if (computed != sums || page == 0 || page > pages + count) {
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
