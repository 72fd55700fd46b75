// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CoursePackage.h>

#include <exchange/CleanText.h>
#include <exchange/Limits.h>
#include <exchange/ZipDirectory.h>

#include <domain/AtomicFile.h>

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using waymark::domain::ErrorCode;

namespace waymark::exchange {

namespace {

constexpr zip_uint16_t fixedDate = 0x0021; // 1 January 1980, the first day that a ZIP file can name
constexpr zip_uint32_t fileMode = 0100644U << 16;
constexpr zip_int32_t deflateLevel = 9;

struct ArchiveDiscarder
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct SourceFreer
{
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct FileCloser
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, ArchiveDiscarder>;
using Source = std::unique_ptr<zip_source_t, SourceFreer>;

tl::unexpected<domain::Error> refusedEntry(const QString& name, const QString& what, ErrorCode code = ErrorCode::InvalidFile)
{
    return domain::failure(code, {}, u"the entry \"%1\": %2"_s.arg(escapedName(name), what));
}

/// Decided by the first bytes, so that no package hides in another.
bool isArchive(const QByteArray& bytes)
{
    static const std::array<QByteArray, 9> signatures {
        QByteArray("PK\x03\x04"),
        QByteArray("PK\x05\x06"),
        QByteArray("\x1f\x8b"),
        QByteArray("BZh"),
        QByteArray("\xfd"
                   "7zXZ"),
        QByteArray("7z\xbc\xaf\x27\x1c"),
        QByteArray("Rar!\x1a\x07"),
        QByteArray("\x28\xb5\x2f\xfd"),
        QByteArray("MSCF"),
    };
    const bool isTar = bytes.size() > 262 && QByteArrayView(bytes).sliced(257, 5) == "ustar";
    return isTar || std::any_of(signatures.begin(), signatures.end(), [&bytes](const QByteArray& s) { return bytes.startsWith(s); });
}

domain::Result<void> addFile(zip_t* archive, const QString& name, const QByteArray& bytes)
{
    if (const QString refusal = refusalOfName(name); !refusal.isEmpty()) {
        return refusedEntry(name, refusal);
    }
    if (isArchive(bytes)) {
        return refusedEntry(name, u"a package inside the package"_s);
    }
    zip_source_t* source = zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    const zip_int64_t added = source == nullptr ? -1 : zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(source);
        return refusedEntry(name, QString::fromUtf8(zip_strerror(archive)), ErrorCode::Io);
    }
    const auto index = static_cast<zip_uint64_t>(added);
    const bool isSet = zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, deflateLevel) == 0
        && zip_file_set_dostime(archive, index, 0, fixedDate, 0) == 0
        && zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, fileMode) == 0;
    return isSet ? domain::Result<void>() : refusedEntry(name, QString::fromUtf8(zip_strerror(archive)), ErrorCode::Io);
}

domain::Result<QByteArray> bytesOf(zip_source_t* source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        return domain::failure(ErrorCode::Io, {}, u"the package cannot be read back"_s);
    }
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (got != bytes.size()) {
        return domain::failure(ErrorCode::Io, {}, u"the package cannot be read back"_s);
    }
    return bytes;
}

/// Inflates one entry and stops as soon as it gives more than it announced, so that a lie costs nothing.
domain::Result<QByteArray> inflate(zip_t* archive, zip_uint64_t index, const ZipEntry& entry)
{
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(archive, index, 0));
    if (!file) {
        return refusedEntry(entry.name, QString::fromUtf8(zip_strerror(archive)));
    }
    QByteArray bytes(qsizetype { entry.unpacked }, Qt::Uninitialized);
    const zip_int64_t got = zip_fread(file.get(), bytes.data(), entry.unpacked);
    char beyond = 0;
    if (got != bytes.size() || zip_fread(file.get(), &beyond, 1) != 0) {
        return refusedEntry(entry.name, u"its bytes do not match its size or its checksum"_s);
    }
    if (isArchive(bytes)) {
        return refusedEntry(entry.name, u"a package inside the package"_s);
    }
    return bytes;
}

/// libzip looks for the directory in its own way; it must have found the one that was checked.
bool isSameEntry(zip_t* archive, zip_uint64_t index, const ZipEntry& entry)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    const QByteArray name = entry.name.toUtf8() + (entry.isFolder ? "/" : "");
    return zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) == 0 && name == stat.name && stat.size == entry.unpacked
        && stat.comp_size == entry.packed && stat.crc == entry.crc;
}

domain::Result<Archive> openArchive(const QByteArray& zip, std::size_t count)
{
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(zip.constData(), static_cast<zip_uint64_t>(zip.size()), 0, &error));
    Archive archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr);
    const QString message = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive) {
        return domain::failure(ErrorCode::InvalidFile, {}, message);
    }
    (void)source.release(); // owned by the archive now
    if (zip_get_num_entries(archive.get(), 0) != static_cast<zip_int64_t>(count)) {
        return domain::failure(ErrorCode::InvalidFile, {}, u"the package has two directories"_s);
    }
    return archive;
}

} // namespace

domain::Result<QByteArray> packageOf(const CourseFiles& files)
{
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    Archive archive(source ? zip_open_from_source(source.get(), ZIP_TRUNCATE, &error) : nullptr);
    zip_error_fini(&error);
    if (!archive) {
        return domain::failure(ErrorCode::Io, {}, u"no memory for the package"_s);
    }
    zip_source_keep(source.get()); // the archive frees its share
    for (const auto& [name, bytes] : files) {
        if (auto added = addFile(archive.get(), name, bytes); !added) {
            return tl::unexpected(added.error());
        }
    }
    if (zip_close(archive.get()) != 0) {
        return domain::failure(ErrorCode::Io, {}, QString::fromUtf8(zip_strerror(archive.get())));
    }
    (void)archive.release();
    return bytesOf(source.get());
}

domain::Result<void> buildPackage(const QString& folder, const QString& outFile)
{
    const auto files = readCourseFolder(folder);
    if (!files) {
        return tl::unexpected(files.error());
    }
    auto package = packageOf(*files);
    if (!package) {
        package.error().subject = folder;
        return tl::unexpected(package.error());
    }
    if (package->size() > limits::packageBytes) {
        return domain::failure(ErrorCode::TooLarge, folder, u"a package of more than %1 bytes"_s.arg(limits::packageBytes));
    }
    return domain::writeFileAtomically(outFile, *package);
}

domain::Result<CourseFiles> filesOfPackage(const QByteArray& zip)
{
    const auto entries = readZipDirectory(zip);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    const auto archive = openArchive(zip, entries->size());
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    CourseFiles files;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const ZipEntry& entry = (*entries)[i];
        if (!isSameEntry(archive->get(), i, entry)) {
            return refusedEntry(entry.name, u"the package has two directories"_s);
        }
        if (entry.isFolder) {
            continue;
        }
        auto bytes = inflate(archive->get(), i, entry);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        files.emplace(entry.name, std::move(*bytes));
    }
    return files;
}

domain::Result<CourseFiles> readPackage(const QString& file)
{
    const auto bytes = domain::readFile(file, limits::packageBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto files = filesOfPackage(*bytes);
    if (!files) {
        files.error().subject = file;
    }
    return files;
}

} // namespace waymark::exchange
