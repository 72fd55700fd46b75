// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ZipDirectory.h>

#include <exchange/CleanText.h>
#include <exchange/CourseFiles.h>
#include <exchange/Limits.h>

#include <QHash>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;
using waymark::domain::ErrorCode;

namespace waymark::exchange {

namespace {

constexpr qsizetype endSize = 22;
constexpr qsizetype centralSize = 46;
constexpr qsizetype localSize = 30;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 descriptorSignature = 0x08074b50;

constexpr quint16 encryptionFlags = 0x2041; ///< encrypted, strongly encrypted, masked headers
constexpr quint16 laterSizesFlag = 0x0008; ///< crc and sizes follow the data
constexpr quint16 store = 0;
constexpr quint16 deflate = 8;
constexpr quint32 escape32 = 0xFFFFFFFF; ///< "see ZIP64"

/// Walks the directory once, from its end record; the first refusal ends the reading.
class DirectoryReader
{
public:
    explicit DirectoryReader(const QByteArray& zip)
        : m_zip(zip)
    {
    }

    domain::Result<std::vector<ZipEntry>> read();

private:
    struct Record
    {
        QByteArray name;
        quint16 flags = 0;
        quint16 method = 0;
        quint32 attributes = 0;
        quint32 offset = 0;
        ZipEntry entry;
    };
    struct Range
    {
        qsizetype begin;
        qsizetype end;
        ZipEntry entry;
        bool mayRepeatSizes; ///< behind its data
        bool mustRepeatSizes;
    };

    [[nodiscard]] quint16 u16(qsizetype at) const { return qFromLittleEndian<quint16>(m_zip.constData() + at); }
    [[nodiscard]] quint32 u32(qsizetype at) const { return qFromLittleEndian<quint32>(m_zip.constData() + at); }

    domain::Result<int> readEnd();
    domain::Result<qsizetype> readEntry(qsizetype at);
    domain::Result<void> checkName(Record& record);
    domain::Result<void> checkTwins(const ZipEntry& entry);
    domain::Result<void> checkKind(const Record& record) const;
    domain::Result<void> checkSizes(const Record& record);
    domain::Result<void> checkLocal(const Record& record);
    [[nodiscard]] qsizetype descriptorOf(const Range& range) const;
    domain::Result<void> checkRanges();

    const QByteArray& m_zip;
    qsizetype m_directory = 0;
    qint64 m_total = 0;
    std::vector<ZipEntry> m_entries;
    std::vector<Range> m_ranges;
    QHash<QString, QString> m_names; ///< folded -> as written, of files and of the folders above them
};

tl::unexpected<domain::Error> refused(const QString& what)
{
    return domain::failure(ErrorCode::InvalidFile, {}, what);
}

tl::unexpected<domain::Error> refused(const QString& entry, const QString& what, ErrorCode code = ErrorCode::InvalidFile)
{
    return domain::failure(code, {}, u"the entry \"%1\": %2"_s.arg(escapedName(entry), what));
}

domain::Result<int> DirectoryReader::readEnd()
{
    const qsizetype end = m_zip.size() - endSize;
    if (end < 0 || u32(0) != localSignature) {
        return refused(u"not a package"_s);
    }
    if (u32(end) != endSignature || u16(end + 20) != 0) {
        return refused(u"the end of the package is missing, or something follows it"_s);
    }
    const quint16 count = u16(end + 10);
    const quint32 size = u32(end + 12);
    const quint32 offset = u32(end + 16);
    if (u16(end + 4) != 0 || u16(end + 6) != 0 || u16(end + 8) != count) {
        return refused(u"the package is split"_s);
    }
    if (qint64 { offset } + qint64 { size } != end) {
        return refused(u"the directory does not reach from its place to the end"_s);
    }
    if (int { count } > limits::packageEntries) {
        return domain::failure(ErrorCode::TooLarge, {}, u"more than %1 entries"_s.arg(limits::packageEntries));
    }
    m_directory = qsizetype { offset };
    return int { count };
}

domain::Result<void> DirectoryReader::checkName(Record& record)
{
    QString name = QString::fromUtf8(record.name);
    if (!isUtf8(record.name) || name.toUtf8() != record.name) { // a byte order mark would be lost
        return refused(QString::fromLatin1(record.name), u"the name is not UTF-8"_s);
    }
    record.entry.isFolder = name.endsWith(u'/');
    if (record.entry.isFolder) {
        name.chop(1);
    }
    record.entry.name = name;
    const QString refusal = refusalOfName(name);
    return refusal.isEmpty() ? domain::Result<void>() : refused(QString::fromUtf8(record.name), refusal);
}

/// Two names may not differ only in case or in the form of accents, in any of their folders; nor may a file be a folder too.
domain::Result<void> DirectoryReader::checkTwins(const ZipEntry& entry)
{
    const QStringList parts = entry.name.split(u'/');
    for (qsizetype length = 1; length <= parts.size(); ++length) {
        const bool isFile = length == parts.size() && !entry.isFolder;
        const QString path = parts.first(length).join(u'/') + (isFile ? QString() : u"/"_s);
        const QString folded = foldedName(parts.first(length).join(u'/'));
        const auto known = m_names.constFind(folded);
        if (known != m_names.constEnd() && (isFile || *known != path)) {
            return refused(entry.name, u"its name is also that of \"%1\""_s.arg(escapedName(*known)));
        }
        m_names.insert(folded, path);
    }
    return {};
}

domain::Result<void> DirectoryReader::checkKind(const Record& record) const
{
    const quint32 type = (record.attributes >> 16) & 0170000; // the mode of Unix; 0 where another system made the package
    if (type != 0 && type != 0100000 && type != 0040000) {
        return refused(record.entry.name, u"a link or a device"_s);
    }
    if ((record.flags & encryptionFlags) != 0) {
        return refused(record.entry.name, u"encrypted"_s);
    }
    if (record.method != store && record.method != deflate) {
        return refused(record.entry.name, u"packed by method %1"_s.arg(record.method));
    }
    return {};
}

domain::Result<void> DirectoryReader::checkSizes(const Record& record)
{
    const ZipEntry& entry = record.entry;
    if (entry.packed == escape32 || entry.unpacked == escape32 || record.offset == escape32) {
        return refused(entry.name, u"a ZIP64 entry"_s);
    }
    if (entry.isFolder ? entry.unpacked != 0 : record.method == store && entry.packed != entry.unpacked) {
        return refused(entry.name, u"its sizes contradict each other"_s);
    }
    m_total += entry.unpacked;
    if (entry.unpacked > limits::entryBytes || m_total > limits::inflatedBytes) {
        return refused(entry.name, u"too large when unpacked"_s, ErrorCode::TooLarge);
    }
    if (entry.unpacked > limits::inflationFree && entry.unpacked > limits::inflationRatio * qint64 { entry.packed }) {
        return refused(entry.name, u"packed more than %1 times"_s.arg(limits::inflationRatio), ErrorCode::TooLarge);
    }
    return {};
}

domain::Result<void> DirectoryReader::checkLocal(const Record& record)
{
    const qsizetype at = qsizetype { record.offset };
    if (at + localSize > m_directory || u32(at) != localSignature) {
        return refused(record.entry.name, u"its place holds no entry"_s);
    }
    const qsizetype nameSize = u16(at + 26);
    const qsizetype data = at + localSize + nameSize + u16(at + 28);
    const qsizetype end = data + qsizetype { record.entry.packed };
    if (end > m_directory) {
        return refused(record.entry.name, u"it reaches into the directory"_s);
    }
    if (QByteArrayView(m_zip).sliced(at + localSize, nameSize) != record.name) {
        return refused(record.entry.name, u"its name differs in its own header"_s);
    }
    const bool hasLaterSizes = (record.flags & laterSizesFlag) != 0 && u32(at + 14) == 0 && u32(at + 18) == 0 && u32(at + 22) == 0;
    const bool hasSameSizes
        = u32(at + 14) == record.entry.crc && u32(at + 18) == record.entry.packed && u32(at + 22) == record.entry.unpacked;
    if (u16(at + 6) != record.flags || u16(at + 8) != record.method || !(hasSameSizes || hasLaterSizes)) {
        return refused(record.entry.name, u"its own header says something else"_s);
    }
    m_ranges.push_back({ at, end, record.entry, (record.flags & laterSizesFlag) != 0, !hasSameSizes });
    return {};
}

domain::Result<qsizetype> DirectoryReader::readEntry(qsizetype at)
{
    const qsizetype end = m_zip.size() - endSize;
    if (at + centralSize > end || u32(at) != centralSignature) {
        return refused(u"the directory is broken"_s);
    }
    const qsizetype nameSize = u16(at + 28);
    const qsizetype next = at + centralSize + nameSize + u16(at + 30) + u16(at + 32);
    if (next > end) {
        return refused(u"the directory is broken"_s);
    }
    Record record;
    record.name = m_zip.mid(at + centralSize, nameSize);
    record.flags = u16(at + 8);
    record.method = u16(at + 10);
    record.entry.crc = u32(at + 16);
    record.entry.packed = u32(at + 20);
    record.entry.unpacked = u32(at + 24);
    record.attributes = u32(at + 38);
    record.offset = u32(at + 42);
    auto checked = checkName(record)
                       .and_then([&] { return checkTwins(record.entry); })
                       .and_then([&] { return checkKind(record); })
                       .and_then([&] { return checkSizes(record); })
                       .and_then([&] { return checkLocal(record); });
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    m_entries.push_back(std::move(record.entry));
    return next;
}

/// How many bytes behind the data repeat crc and sizes (APPNOTE 4.3.9, the signature is optional); 0 if none do.
qsizetype DirectoryReader::descriptorOf(const Range& range) const
{
    for (const qsizetype signature : { 4, 0 }) {
        const qsizetype at = range.end + signature;
        const bool isThere = range.mayRepeatSizes && at + 12 <= m_directory && (signature == 0 || u32(range.end) == descriptorSignature);
        if (isThere && u32(at) == range.entry.crc && u32(at + 4) == range.entry.packed && u32(at + 8) == range.entry.unpacked) {
            return signature + 12;
        }
    }
    return 0;
}

/// One entry follows the other, from the first byte to the directory: no room for bytes that nothing names.
domain::Result<void> DirectoryReader::checkRanges()
{
    std::sort(m_ranges.begin(), m_ranges.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < m_ranges.size(); ++i) {
        if (m_ranges[i].begin < m_ranges[i - 1].end) {
            return refused(m_ranges[i].entry.name, u"it overlaps with \"%1\""_s.arg(escapedName(m_ranges[i - 1].entry.name)));
        }
    }
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        const qsizetype next = i + 1 < m_ranges.size() ? m_ranges[i + 1].begin : m_directory;
        const qsizetype gap = next - m_ranges[i].end;
        const bool isFilled = gap == 0 ? !m_ranges[i].mustRepeatSizes : gap == descriptorOf(m_ranges[i]);
        if (!isFilled || (i == 0 && m_ranges[i].begin != 0)) {
            return refused(m_ranges[i].entry.name, u"bytes before or behind it belong to no entry"_s);
        }
    }
    return {};
}

domain::Result<std::vector<ZipEntry>> DirectoryReader::read()
{
    const auto count = readEnd();
    if (!count) {
        return tl::unexpected(count.error());
    }
    qsizetype at = m_directory;
    for (int i = 0; i < *count; ++i) {
        const auto next = readEntry(at);
        if (!next) {
            return tl::unexpected(next.error());
        }
        at = *next;
    }
    if (at != m_zip.size() - endSize) {
        return refused(u"the directory holds more than its entries"_s);
    }
    if (auto checked = checkRanges(); !checked) {
        return tl::unexpected(checked.error());
    }
    return std::move(m_entries);
}

} // namespace

domain::Result<std::vector<ZipEntry>> readZipDirectory(const QByteArray& zip)
{
    if (zip.size() > limits::packageBytes) {
        return domain::failure(ErrorCode::TooLarge, {}, u"more than %1 bytes"_s.arg(limits::packageBytes));
    }
    return DirectoryReader(zip).read();
}

} // namespace waymark::exchange
