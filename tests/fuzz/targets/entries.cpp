// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP file in which every field may lie, written from the bytes: most begin as a sound one, so that the checks behind the first are
// reached too.
#include <Promise.h>
#include <Targets.h>

#include <ZipFixture.h>

#include <algorithm>
#include <array>

namespace waymark::fuzz {

namespace {

/// Takes numbers and texts off the front; behind the end everything is 0 and empty.
class Bytes
{
public:
    explicit Bytes(const QByteArray& bytes)
        : m_rest(bytes)
    {
    }

    quint8 byte()
    {
        const quint8 value = m_rest.isEmpty() ? 0 : static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(std::min<qsizetype>(1, m_rest.size()));
        return value;
    }
    quint16 number16() { return static_cast<quint16>(byte() | (byte() << 8)); }
    quint32 number32() { return number16() | (quint32 { number16() } << 16); }
    QByteArray text(int most)
    {
        const qsizetype size = std::min<qsizetype>(byte() % (most + 1), m_rest.size());
        const QByteArray value = m_rest.first(size).toByteArray();
        m_rest = m_rest.sliced(size);
        return value;
    }

private:
    QByteArrayView m_rest;
};

exchange::fixture::RawEntry entryFrom(Bytes& from)
{
    exchange::fixture::RawEntry entry;
    entry.name = from.text(40);
    entry.bytes = from.text(200).repeated(1 + from.byte() % 50);
    const quint8 lies = from.byte();
    entry.isDeflated = (lies & 0x01) != 0;
    if ((lies & 0x02) != 0) {
        entry.localName = from.text(40);
    }
    if ((lies & 0x04) != 0) {
        entry.method = from.number16();
        entry.flags = from.number16();
        entry.attributes = from.number32();
    }
    const std::array fields { &entry.localSize, &entry.size, &entry.packed, &entry.crc, &entry.offset };
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if ((lies & (0x08 << i)) != 0) {
            *fields[i] = from.number32();
        }
    }
    return entry;
}

} // namespace

void entries(const QByteArray& bytes)
{
    using namespace exchange::fixture;
    Bytes from(bytes);
    std::vector<RawEntry> made(1 + from.byte() % 6);
    std::generate(made.begin(), made.end(), [&from] { return entryFrom(from); });
    RawZip lies;
    if ((from.byte() & 0x80) != 0) {
        lies = { from.text(30), from.text(30), from.text(30), from.number16(), from.number16() };
    }
    package(zipOf(made, lies));
}

} // namespace waymark::fuzz
