// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/OpenLadder.h>

#include <storage/OpenLibraries.h>
#include <storage/SchemaCheck.h>

#include <domain/Platform.h>

#include <QtEndian>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

// Offsets in the header of an SQLite file (sqlite.org/fileformat2.html, section 1.3).
constexpr int headerSize = 100;
constexpr int pageSizeAt = 16;
constexpr int changeCounterAt = 24;
constexpr int pageCountAt = 28;
constexpr int userVersionAt = 60;
constexpr int applicationIdAt = 68;
constexpr int versionValidForAt = 92;

constexpr QByteArrayView magic("SQLite format 3\0", 16);

quint32 fieldAt(const QByteArray& header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

qint64 pageSizeOf(const QByteArray& header)
{
    const auto stored = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    return stored == 1 ? 65536 : stored;
}

Result<void> checkHeader(const QString& path, const QByteArray& header)
{
    const bool isDatabase = header.startsWith(magic);
    const bool isFull = header.size() == headerSize;
    const bool isOurs = isFull && fieldAt(header, applicationIdAt) == static_cast<quint32>(applicationId);
    if (!isDatabase && !isOurs) {
        return failure(ErrorCode::NotALibrary, path, u"not a database file"_s);
    }
    if (!isDatabase || !isFull) {
        return failure(ErrorCode::LibraryCorrupt, path, u"the header is damaged"_s);
    }
    if (!isOurs) {
        return failure(ErrorCode::NotALibrary, path, u"a database of another program"_s);
    }
    return {};
}

Result<void> checkSize(const QString& path, const QByteArray& header, qint64 size)
{
    const qint64 pageSize = pageSizeOf(header);
    const bool isPowerOfTwo = pageSize >= 512 && (pageSize & (pageSize - 1)) == 0;
    const qint64 pages = fieldAt(header, pageCountAt);
    const bool isCountValid = pages > 0 && fieldAt(header, changeCounterAt) == fieldAt(header, versionValidForAt);
    if (!isPowerOfTwo || size % pageSize != 0 || (isCountValid && size != pages * pageSize)) {
        return failure(
            ErrorCode::LibraryCorrupt, path, u"%1 bytes where the header says %2 pages of %3"_s.arg(size).arg(pages).arg(pageSize));
    }
    return {};
}

/// Where what others wrote is read before anything of it was checked: no text longer than this, and no more work than that.
constexpr int longestText = 1024 * 1024;
constexpr int stepsAtMost = 200'000; ///< of SQLite's machine; what is asked for takes some thousand, with the schema

/// The version of Waymark that made a newer library, as far as it can be read: see madeBy() in the header.
QString makerIn(Connection& library)
{
    int left = stepsAtMost / 1000;
    const int length = sqlite3_limit(library.handle(), SQLITE_LIMIT_LENGTH, longestText);
    sqlite3_progress_handler(
        library.handle(), 1000, [](void* steps) { return --*static_cast<int*>(steps) < 0 ? 1 : 0; }, &left);
    const QString program = newestProgram(library).value_or(QString());
    sqlite3_progress_handler(library.handle(), 0, nullptr, nullptr);
    sqlite3_limit(library.handle(), SQLITE_LIMIT_LENGTH, length);
    constexpr int longestVersion = 32;
    QString version;
    for (const QChar c : program.left(longestText)) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || u".+~-"_s.contains(c));
        if (isPlain && version.size() < longestVersion) {
            version += c;
        }
    }
    return version;
}

QString makerIn(const QString& path)
{
    auto library = Connection::open(path, Connection::Mode::Immutable);
    return library ? makerIn(**library) : QString();
}

/// `library`: a path, or a connection.
template <class Library> Result<void> checkVersion(Library& library, const QString& path, qint64 version, int latest)
{
    if (version > latest) {
        QString detail = u"version %1, and this program knows %2"_s.arg(version).arg(latest);
        if (const QString maker = makerIn(library); !maker.isEmpty()) {
            detail.append(madeBy).append(maker);
        }
        return failure(ErrorCode::LibraryNewer, path, detail);
    }
    if (version < 1) {
        return failure(ErrorCode::LibraryCorrupt, path, u"no version"_s);
    }
    return {};
}

Result<void> checkPages(Connection& library, const QString& pragma)
{
    const auto answer = library.value(pragma);
    if (!answer) {
        return tl::unexpected<Error>(answer.error());
    }
    if (answer->toString() != u"ok"_s) {
        return failure(ErrorCode::LibraryCorrupt, library.path(), answer->toString());
    }
    return {};
}

} // namespace

bool hasLogBeside(const QString& path)
{
    return domain::mayExist(path + u"-wal"_s) || domain::mayExist(path + u"-journal"_s);
}

Result<LibraryFile> inspectFile(const QString& path, int latest)
{
    if (OpenLibrary::isOpen(path)) { // to open it by other means than SQLite would give its locks up
        return failure(OpenLibrary::isOwn(path) ? ErrorCode::OwnLibrary : ErrorCode::LibraryBusy, path, u"open in this process"_s);
    }
    const auto file = domain::NativeFile::openToRead(path);
    if (!file) {
        const bool isMissing = file.error().code == ErrorCode::FileMissing;
        return failure(isMissing ? ErrorCode::LibraryMissing : file.error().code, path, file.error().detail);
    }
    const auto size = file->size();
    const auto header = file->read(0, headerSize);
    if (!size || !header) {
        return tl::unexpected<Error>(size ? header.error() : size.error());
    }
    if (auto checked = checkHeader(path, *header); !checked) {
        return tl::unexpected<Error>(checked.error());
    }
    LibraryFile found { *size, static_cast<int>(fieldAt(*header, userVersionAt)), hasLogBeside(path) };
    if (!found.hasLogBeside) {
        if (auto checked = checkSize(path, *header, *size); !checked) {
            return tl::unexpected<Error>(checked.error());
        }
    }
    if (auto checked = checkVersion(path, path, found.version, latest); !checked) {
        return tl::unexpected<Error>(checked.error());
    }
    return found;
}

Result<void> quickCheck(Connection& library)
{
    return checkPages(library, u"PRAGMA quick_check(1)"_s);
}

Result<void> fullCheck(Connection& library)
{
    if (auto checked = checkPages(library, u"PRAGMA integrity_check(1)"_s); !checked) {
        return checked;
    }
    const auto orphan = library.value(u"SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"_s);
    if (!orphan) {
        return tl::unexpected<Error>(orphan.error());
    }
    if (orphan->isValid()) {
        return failure(ErrorCode::LibraryCorrupt, library.path(), u"a row without its parent in "_s + orphan->toString());
    }
    return {};
}

Result<void> checkContents(Connection& library, const Migrations& migrations, bool withPages)
{
    const auto id = library.value(u"PRAGMA application_id"_s);
    const auto version = schemaVersion(library);
    if (!id || !version) {
        return tl::unexpected<Error>(id ? version.error() : id.error());
    }
    if (id->toInt() != applicationId) {
        return failure(ErrorCode::NotALibrary, library.path(), u"a database of another program"_s);
    }
    if (auto checked = checkVersion(library, library.path(), *version, migrations.latest()); !checked) {
        return checked;
    }
    if (auto checked = checkSchema(library, migrations, *version); !checked) {
        return checked;
    }
    return withPages ? quickCheck(library) : Result<void>();
}

Result<void> applySettings(Connection& library)
{
    struct Setting
    {
        QString pragma;
        QString wanted; ///< what is read back; the number where the setting has a word
    };
    const Setting settings[] = { { u"PRAGMA journal_mode = WAL"_s, u"wal"_s }, { u"PRAGMA synchronous = FULL"_s, {} },
        { u"PRAGMA wal_autocheckpoint = 1000"_s, u"1000"_s }, { u"PRAGMA journal_size_limit = 8388608"_s, u"8388608"_s },
        { u"PRAGMA journal_mode"_s, u"wal"_s }, { u"PRAGMA synchronous"_s, u"2"_s }, { u"PRAGMA foreign_keys"_s, u"1"_s },
        { u"PRAGMA trusted_schema"_s, u"0"_s }, { u"PRAGMA cell_size_check"_s, u"1"_s }, { u"PRAGMA busy_timeout"_s, u"250"_s } };
    for (const Setting& setting : settings) {
        const auto answer = library.value(setting.pragma);
        if (!answer) {
            return tl::unexpected<Error>(answer.error());
        }
        if (!setting.wanted.isEmpty() && answer->toString() != setting.wanted) {
            return failure(ErrorCode::Io, library.path(), setting.pragma + u" gives "_s + answer->toString());
        }
    }
    return {};
}

Result<void> keepLogOnClose(Connection& library, bool keep)
{
    int present = -1;
    const int code = sqlite3_db_config(library.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, &present);
    if (code != SQLITE_OK || present != (keep ? 1 : 0)) {
        return tl::unexpected<Error>(library.errorOf(code, u"closing without a checkpoint"_s));
    }
    return {};
}

} // namespace waymark::storage
