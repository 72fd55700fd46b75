// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Backup.h>

#include <storage/BackupFolder.h>
#include <storage/Connection.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>

#include <domain/AtomicFile.h>

#include <QFileInfo>
#include <QMap>

#include <sqlite3.h>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

using RowCounts = QMap<QString, qint64>;

Result<RowCounts> rowCounts(Connection& library)
{
    QStringList tables;
    auto read = library.each(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"_s, {},
        [&tables](const Row& row) { tables.append(row.text(0)); });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    RowCounts counts;
    for (const QString& table : tables) {
        // The schema has been compared with ours, so the names are ours.
        const auto count = library.value(u"SELECT count(*) FROM \""_s + table + u'"');
        if (!count) {
            return tl::unexpected<Error>(count.error());
        }
        counts.insert(table, count->toLongLong());
    }
    return counts;
}

Result<void> copyPages(Connection& from, Connection& to)
{
    sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        return tl::unexpected<Error>(to.errorOf(sqlite3_extended_errcode(to.handle()), u"backup"_s));
    }
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK) {
        return tl::unexpected<Error>(to.errorOf(finished == SQLITE_OK ? stepped : finished, u"backup"_s));
    }
    return {};
}

/// Reads a library that may be in use, here or in another process. One that nobody has open, and that nobody can open meanwhile, is
/// read without SQLite's own files beside it.
struct Reader
{
    std::optional<LibraryLock> lock;
    std::unique_ptr<Connection> connection;
};

Result<Reader> openReader(const QString& library)
{
    Reader reader;
    auto mode = Connection::Mode::ReadOnly;
    if (!OpenLibrary::isOpen(library)) {
        if (auto lock = LibraryLock::take(library)) {
            reader.lock.emplace(std::move(*lock));
        }
        const bool isAlone = reader.lock || !domain::isFolderWritable(library);
        mode = isAlone && !hasLogBeside(library) ? Connection::Mode::Immutable : mode;
    }
    auto connection = Connection::open(library, mode);
    if (!connection) {
        return tl::unexpected<Error>(connection.error());
    }
    reader.connection = std::move(*connection);
    return reader;
}

/// One state of the library under a name of no meaning, and the rows that it must have.
Result<RowCounts> copyTo(const QString& temporary, const QString& library, const Migrations& migrations)
{
    const auto reader = openReader(library);
    const OpenLibrary mark(library);
    auto to = Connection::open(temporary, Connection::Mode::Create);
    if (!reader || !to) {
        return tl::unexpected<Error>(reader ? to.error() : reader.error());
    }
    Connection& from = *reader->connection;
    // The copy is synced once, when it is whole; until then nobody needs it.
    if (auto set = (*to)->script("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"); !set) {
        return tl::unexpected<Error>(set.error());
    }
    Result<RowCounts> counts;
    auto copied = from.inSnapshot([&]() -> Result<void> {
        if (auto checked = checkContents(from, migrations, false); !checked) {
            return checked;
        }
        counts = rowCounts(from);
        return counts ? copyPages(from, **to) : Result<void>(tl::unexpected<Error>(counts.error()));
    });
    return copied ? counts : Result<RowCounts>(tl::unexpected<Error>(copied.error()));
}

Result<std::unique_ptr<Connection>> openVerified(const QString& path, const Migrations& migrations)
{
    const auto file = inspectFile(path, migrations.latest());
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    if (file->hasLogBeside) {
        return failure(ErrorCode::LibraryCorrupt, path, u"a backup has no log beside it"_s);
    }
    auto copy = Connection::open(path, Connection::Mode::Immutable);
    if (!copy) {
        return copy;
    }
    auto checked = checkContents(**copy, migrations, false);
    if (checked) {
        checked = fullCheck(**copy);
    }
    if (!checked) {
        return tl::unexpected<Error>(checked.error());
    }
    return copy;
}

Result<void> makeVerified(const QString& temporary, const QString& library, const Migrations& migrations)
{
    const auto wanted = copyTo(temporary, library, migrations);
    if (!wanted) {
        return tl::unexpected<Error>(wanted.error());
    }
    if (auto synced = domain::syncFile(temporary); !synced) {
        return synced;
    }
    auto copy = openVerified(temporary, migrations);
    if (!copy) {
        return tl::unexpected<Error>(copy.error());
    }
    const auto present = rowCounts(**copy);
    if (!present) {
        return tl::unexpected<Error>(present.error());
    }
    if (*present != *wanted) {
        return failure(ErrorCode::LibraryCorrupt, temporary, u"the backup has other rows than the library"_s);
    }
    return {};
}

} // namespace

QString backupFolderOf(const QString& library)
{
    return QFileInfo(library).absolutePath() + u"/backups"_s;
}

Result<QString> makeBackup(const QString& library, const QString& folder, qint64 now, const Migrations& migrations)
{
    const QString real = domain::resolvedPath(library);
    if (!domain::pathExists(real)) {
        return failure(ErrorCode::LibraryMissing, library);
    }
    if (auto ready = domain::makeFolder(folder); !ready) {
        return tl::unexpected<Error>(ready.error());
    }
    // Two in one second differ by a second in their names.
    constexpr qint64 second = 1000;
    while (domain::pathExists(backupPath(folder, library, now))) {
        now += second;
    }
    const QString name = backupPath(folder, library, now);
    const QString temporary = domain::temporaryNameBeside(name);
    Result<void> made = makeVerified(temporary, real, migrations);
    if (made) {
        made = domain::renameToNew(temporary, name);
    }
    if (!made) {
        if (domain::pathExists(temporary)) {
            (void)domain::removeFile(temporary);
        }
        // The other name means nothing to anybody.
        const QString subject = made.error().subject == temporary ? name : made.error().subject;
        return failure(made.error().code, subject, made.error().detail);
    }
    return name;
}

Result<void> verifyBackup(const QString& path, const Migrations& migrations)
{
    return openVerified(path, migrations).map([](const auto&) {});
}

} // namespace waymark::storage
