// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/KeptCourse.h>

#include <storage/CourseBytes.h>

#include <QDataStream>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

constexpr auto encoding = QDataStream::Qt_6_4;
constexpr qsizetype sizeBytes = 4; ///< what qCompress() writes before the stream of zlib: how much will come of it
constexpr qsizetype atOnce = 256 * 1024; ///< bytes that zlib takes or gives at a time: some milliseconds

tl::unexpected<Error> invalid(const QString& why)
{
    return failure(ErrorCode::InvalidCourse, {}, why);
}

bool isEnded(const GoesOn& goesOn)
{
    return goesOn && !goesOn();
}

/// Gives back what zlib takes, whatever way it goes.
class Deflation
{
public:
    Deflation() { m_isReady = deflateInit(&m_stream, Z_DEFAULT_COMPRESSION) == Z_OK; }
    ~Deflation() { (void)deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Deflation)

    /// Appends what comes of some more bytes; false where zlib has no memory.
    bool add(const char* bytes, qsizetype size, bool isLast, QByteArray& packed)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes)); // which zlib only reads
        m_stream.avail_in = static_cast<uInt>(size);
        do {
            const qsizetype before = packed.size();
            packed.resize(before + atOnce);
            m_stream.next_out = reinterpret_cast<Bytef*>(packed.data() + before);
            m_stream.avail_out = static_cast<uInt>(atOnce);
            m_isReady = m_isReady && deflate(&m_stream, isLast ? Z_FINISH : Z_NO_FLUSH) != Z_STREAM_ERROR;
            packed.chop(m_stream.avail_out);
        } while (m_isReady && m_stream.avail_out == 0);
        return m_isReady;
    }

private:
    z_stream m_stream {};
    bool m_isReady = false;
};

/// As qCompress() makes it, but piece by piece; empty for more than may be kept.
Result<QByteArray> deflated(const QByteArray& bytes, const GoesOn& goesOn)
{
    Deflation deflation;
    QByteArray packed(sizeBytes, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), packed.data());
    for (qsizetype at = 0; at < bytes.size(); at += atOnce) {
        if (isEnded(goesOn)) {
            return failure(ErrorCode::Cancelled);
        }
        const qsizetype size = std::min(atOnce, bytes.size() - at);
        const bool isAdded = deflation.add(bytes.constData() + at, size, at + size == bytes.size(), packed);
        if (!isAdded || packed.size() > domain::courseStepBytes) {
            return QByteArray();
        }
    }
    return packed;
}

/// And gives it back likewise.
class Inflation
{
public:
    explicit Inflation(const QByteArray& packed)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData() + sizeBytes)); // which zlib only reads
        m_stream.avail_in = static_cast<uInt>(packed.size() - sizeBytes);
        m_state = inflateInit(&m_stream);
    }
    ~Inflation() { (void)inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflation)

    [[nodiscard]] bool goesOn() const { return m_state == Z_OK; }
    /// All of it came, and nothing lies behind it.
    [[nodiscard]] bool isWhole() const { return m_state == Z_STREAM_END && m_stream.avail_in == 0; }

    /// Writes what comes next; how many bytes. Where it is less than there is room for, nothing comes any more.
    qsizetype fill(char* at, qsizetype room)
    {
        m_stream.next_out = reinterpret_cast<Bytef*>(at);
        m_stream.avail_out = static_cast<uInt>(room);
        m_state = inflate(&m_stream, Z_NO_FLUSH);
        return room - m_stream.avail_out;
    }

private:
    z_stream m_stream {};
    int m_state = Z_STREAM_ERROR;
};

/// As much as the first bytes say, and neither less nor more. qUncompress() takes that much memory before it has seen anything, and doubles
/// it for as long as more comes.
Result<QByteArray> inflated(const QByteArray& packed, const GoesOn& goesOn)
{
    constexpr qsizetype atFirst = 1024 * 1024;
    const auto refused = [] { return invalid(u"what is kept is too large or nothing"_s); };
    if (packed.size() < sizeBytes || packed.size() > domain::courseStepBytes) {
        return refused();
    }
    const qsizetype size = qFromBigEndian<quint32>(packed.constData());
    if (size > domain::courseStepUnpacked) {
        return refused();
    }
    Inflation inflation(packed);
    QByteArray bytes;
    qsizetype done = 0;
    for (bool isMore = inflation.goesOn(); isMore && done <= size; isMore = isMore && inflation.goesOn()) {
        if (isEnded(goesOn)) {
            return failure(ErrorCode::Cancelled);
        }
        if (done == bytes.size()) {
            bytes.resize(std::min(size, std::max(atFirst, 2 * done)) + 1); // one more is too many
        }
        const qsizetype room = std::min(atOnce, bytes.size() - done);
        const qsizetype came = inflation.fill(bytes.data() + done, room);
        done += came;
        isMore = came == room;
    }
    bytes.truncate(done);
    return inflation.isWhole() && done == size ? Result<QByteArray>(std::move(bytes)) : refused();
}

/// A step whose parts are not read yet.
struct Parts
{
    QByteArray content;
    QByteArray changes;
    std::vector<EntryText> entries;
};

Result<Parts> partsOf(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(encoding);
    Parts parts;
    quint32 count = 0;
    stream >> parts.content >> parts.changes >> count;
    if (count > domain::courseStepParts) {
        return invalid(u"what is kept tells of too many edits"_s);
    }
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        EntryText& entry = parts.entries.emplace_back();
        stream >> entry.sequence >> entry.subject >> entry.changes;
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd()) {
        return invalid(u"what is kept cannot be read"_s);
    }
    return parts;
}

qint64 sizeOfTexts(const std::vector<EntryText>& entries)
{
    qint64 size = 0;
    for (const EntryText& entry : entries) {
        size += qint64 { sizeof(QChar) } * (entry.subject.size() + entry.changes.size());
    }
    return size;
}

/// Before it is made small. Nothing of what is too large is written first: a course may be of a gigabyte.
QByteArray bytesOf(const CourseStep& step)
{
    const qint64 least = domain::sizeOf(step.content) + sizeOfTexts(step.entries);
    const bool hasTooMany = std::max(step.entries.size(), domain::partsOf(step.changes)) > domain::courseStepParts;
    if (least > domain::courseStepUnpacked || hasTooMany) {
        return {};
    }
    const QByteArray content = toBytes(step.content);
    const QByteArray changes = domain::changesToJson(step.changes);
    if (content.isEmpty() || content.size() + changes.size() + sizeOfTexts(step.entries) > domain::courseStepUnpacked) {
        return {};
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream.setVersion(encoding);
    stream << content << changes << static_cast<quint32>(step.entries.size());
    for (const EntryText& entry : step.entries) {
        stream << entry.sequence << entry.subject << entry.changes;
    }
    return bytes.size() > domain::courseStepUnpacked ? QByteArray() : bytes;
}

} // namespace

Result<QByteArray> keptFrom(const CourseStep& step, const GoesOn& goesOn)
{
    return deflated(bytesOf(step), goesOn).map([](QByteArray packed) { return packed.size() > sizeBytes ? packed : QByteArray(); });
}

Result<CourseStep> stepFrom(const QByteArray& kept, const GoesOn& goesOn)
{
    auto parts = inflated(kept, goesOn).and_then(partsOf); // and so the bytes are gone before anything is made of the parts
    if (!parts) {
        return tl::unexpected<Error>(parts.error());
    }
    auto content = contentFrom(std::exchange(parts->content, {}));
    if (!content) {
        return tl::unexpected<Error>(content.error());
    }
    auto changes = domain::changesFromJson(parts->changes, goesOn, domain::courseStepParts);
    if (!changes) {
        return changes.error().code == ErrorCode::Cancelled ? tl::unexpected<Error>(changes.error())
                                                            : invalid(u"the records that are kept cannot be read"_s);
    }
    return CourseStep { std::move(*content), std::move(*changes), std::move(parts->entries) };
}

} // namespace waymark::storage
