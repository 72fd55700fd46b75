// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/KeptCourse.h>

#include <storage/CourseBytes.h>

#include <QDataStream>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

constexpr auto encoding = QDataStream::Qt_6_4;
constexpr qsizetype sizeBytes = 4; ///< what qCompress() writes before the stream of zlib: how much will come of it

/// Gives back what zlib takes, whatever way it goes.
class Inflation
{
public:
    explicit Inflation(const QByteArray& packed)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData() + sizeBytes)); // which zlib only reads
        m_stream.avail_in = static_cast<uInt>(packed.size() - sizeBytes);
        m_isReady = inflateInit(&m_stream) == Z_OK;
    }
    ~Inflation() { (void)inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflation)

    /// Fills the bytes from `from` on, as far as more comes; gives the code of zlib.
    int fill(QByteArray& bytes, qsizetype from)
    {
        m_stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + from);
        m_stream.avail_out = static_cast<uInt>(bytes.size() - from);
        return m_isReady ? inflate(&m_stream, Z_NO_FLUSH) : Z_STREAM_ERROR;
    }
    [[nodiscard]] qsizetype leftIn() const { return m_stream.avail_in; }
    [[nodiscard]] qsizetype leftOut() const { return m_stream.avail_out; }

private:
    z_stream m_stream {};
    bool m_isReady = false;
};

/// As much as the first bytes say, and neither less nor more. qUncompress() takes that much memory before it has seen anything, and doubles
/// it for as long as more comes.
std::optional<QByteArray> inflated(const QByteArray& packed)
{
    constexpr qsizetype atFirst = 1024 * 1024;
    if (packed.size() < sizeBytes || packed.size() > domain::courseStepBytes) {
        return std::nullopt;
    }
    const qsizetype size = qFromBigEndian<quint32>(packed.constData());
    if (size > domain::courseStepUnpacked) {
        return std::nullopt;
    }
    Inflation inflation(packed);
    QByteArray bytes;
    qsizetype done = 0;
    int state = Z_OK;
    while (state == Z_OK && done <= size && inflation.leftOut() == 0) {
        bytes.resize(std::min(size, std::max(atFirst, 2 * done)) + 1); // one more is too many
        state = inflation.fill(bytes, done);
        done = bytes.size() - inflation.leftOut();
    }
    bytes.truncate(done);
    return state == Z_STREAM_END && done == size && inflation.leftIn() == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

tl::unexpected<Error> invalid(const QString& why)
{
    return failure(ErrorCode::InvalidCourse, {}, why);
}

} // namespace

QByteArray keptFrom(const CourseStep& step)
{
    const QByteArray content = toBytes(step.content);
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream.setVersion(encoding);
    stream << content << domain::changesToJson(step.changes) << static_cast<quint32>(step.entries.size());
    for (const EntryText& entry : step.entries) {
        stream << entry.sequence << entry.subject << entry.changes;
    }
    if (content.isEmpty() || bytes.size() > domain::courseStepUnpacked || step.entries.size() > domain::courseStepParts) {
        return {};
    }
    const QByteArray kept = qCompress(bytes);
    return kept.size() > domain::courseStepBytes ? QByteArray() : kept;
}

Result<CourseStep> stepFrom(const QByteArray& kept)
{
    const auto bytes = inflated(kept);
    if (!bytes) {
        return invalid(u"what is kept is too large or nothing"_s);
    }
    QDataStream stream(*bytes);
    stream.setVersion(encoding);
    QByteArray content;
    QByteArray json;
    quint32 count = 0;
    stream >> content >> json >> count;
    if (count > domain::courseStepParts) {
        return invalid(u"what is kept tells of too many edits"_s);
    }
    CourseStep step;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        EntryText& entry = step.entries.emplace_back();
        stream >> entry.sequence >> entry.subject >> entry.changes;
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd()) {
        return invalid(u"what is kept cannot be read"_s);
    }
    auto course = contentFrom(content);
    auto changes = course ? domain::changesFromJson(json) : tl::unexpected(course.error());
    if (!changes) {
        return invalid(course ? u"the records that are kept cannot be read"_s : course.error().detail);
    }
    step.content = std::move(*course);
    step.changes = std::move(*changes);
    return step;
}

} // namespace waymark::storage
