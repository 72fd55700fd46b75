// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <optional>
#include <vector>

/// Writes ZIP files that no honest tool would write: every field can lie.
namespace waymark::exchange::fixture {

inline quint32 crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~crc;
}

/// Raw deflate, from the zlib stream behind Qt's four bytes of length.
inline QByteArray deflated(const QByteArray& bytes)
{
    const QByteArray zlib = qCompress(bytes, 9).mid(4);
    return zlib.mid(2, zlib.size() - 6);
}

struct RawEntry
{
    QByteArray name;
    QByteArray bytes;
    bool isDeflated = false;
    quint16 method = 0xFFFF; ///< 0xFFFF: as isDeflated says
    quint16 flags = 0x0800;
    quint32 attributes = 0;
    std::optional<QByteArray> localName;
    std::optional<quint32> localSize;
    std::optional<quint32> size; ///< unpacked, as claimed
    std::optional<quint32> packed; ///< as claimed
    std::optional<quint32> crc;
    std::optional<quint32> offset;
    QByteArray extra; ///< of the directory
    QByteArray localExtra;
    QByteArray comment;
    QByteArray behind; ///< between its data and the next entry
};

struct RawZip
{
    QByteArray prefix;
    QByteArray comment;
    QByteArray suffix;
    std::optional<quint16> count;
    quint16 disk = 0;
};

class ZipWriter
{
public:
    void add(const RawEntry& entry)
    {
        const QByteArray data = entry.isDeflated ? deflated(entry.bytes) : entry.bytes;
        const quint16 method = entry.method != 0xFFFF ? entry.method : static_cast<quint16>(entry.isDeflated ? 8 : 0);
        const auto packed = entry.packed.value_or(static_cast<quint32>(data.size()));
        const auto size = entry.size.value_or(static_cast<quint32>(entry.bytes.size()));
        const quint32 crc = entry.crc.value_or(crcOf(entry.bytes));
        const auto offset = entry.offset.value_or(static_cast<quint32>(m_local.size()));
        const QByteArray localName = entry.localName.value_or(entry.name);
        const bool isLater = (entry.flags & 0x0008) != 0 && !entry.localSize; // crc and sizes come behind the data
        const auto fields = [&](QByteArray& out, quint32 unpacked, const QByteArray& name, const QByteArray& extra, bool isLaterHere) {
            u16(out, entry.flags);
            u16(out, method);
            u16(out, 0);
            u16(out, 0x21);
            u32(out, isLaterHere ? 0 : crc);
            u32(out, isLaterHere ? 0 : packed);
            u32(out, isLaterHere ? 0 : unpacked);
            u16(out, static_cast<quint16>(name.size()));
            u16(out, static_cast<quint16>(extra.size()));
        };
        u32(m_local, 0x04034b50);
        u16(m_local, 20);
        fields(m_local, entry.localSize.value_or(size), localName, entry.localExtra, isLater);
        m_local += localName + entry.localExtra + data + entry.behind;
        u32(m_central, 0x02014b50);
        u16(m_central, 0x031E);
        u16(m_central, 20);
        fields(m_central, size, entry.name, entry.extra, false);
        u16(m_central, static_cast<quint16>(entry.comment.size()));
        u16(m_central, 0);
        u16(m_central, 0);
        u32(m_central, entry.attributes);
        u32(m_central, offset);
        m_central += entry.name + entry.extra + entry.comment;
        ++m_count;
    }

    [[nodiscard]] QByteArray zip(const RawZip& lies = {}) const
    {
        QByteArray out = lies.prefix + m_local + m_central;
        u32(out, 0x06054b50);
        u16(out, lies.disk);
        u16(out, lies.disk);
        u16(out, lies.count.value_or(m_count));
        u16(out, lies.count.value_or(m_count));
        u32(out, static_cast<quint32>(m_central.size()));
        u32(out, static_cast<quint32>(m_local.size()));
        u16(out, static_cast<quint16>(lies.comment.size()));
        return out + lies.comment + lies.suffix;
    }

private:
    friend QByteArray descriptorOf(const QByteArray& bytes, std::optional<quint32> crc, bool isSigned);
    static void u16(QByteArray& out, quint16 value)
    {
        out += static_cast<char>(value & 0xFF);
        out += static_cast<char>(value >> 8);
    }
    static void u32(QByteArray& out, quint32 value)
    {
        u16(out, static_cast<quint16>(value & 0xFFFF));
        u16(out, static_cast<quint16>(value >> 16));
    }

    QByteArray m_local;
    QByteArray m_central;
    quint16 m_count = 0;
};

/// What stands behind stored data whose entry leaves crc and sizes to it.
inline QByteArray descriptorOf(const QByteArray& bytes, std::optional<quint32> crc = std::nullopt, bool isSigned = true)
{
    QByteArray descriptor = isSigned ? QByteArray("PK\x07\x08") : QByteArray();
    ZipWriter::u32(descriptor, crc.value_or(crcOf(bytes)));
    ZipWriter::u32(descriptor, static_cast<quint32>(bytes.size()));
    ZipWriter::u32(descriptor, static_cast<quint32>(bytes.size()));
    return descriptor;
}

inline QByteArray zipOf(const std::vector<RawEntry>& entries, const RawZip& lies = {})
{
    ZipWriter writer;
    for (const RawEntry& entry : entries) {
        writer.add(entry);
    }
    return writer.zip(lies);
}

/// An honest one with one file.
inline QByteArray zipWith(const QByteArray& name, const QByteArray& bytes)
{
    RawEntry entry;
    entry.name = name;
    entry.bytes = bytes;
    entry.isDeflated = true;
    return zipOf({ entry });
}

} // namespace waymark::exchange::fixture
