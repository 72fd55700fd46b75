// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SqliteStore.h>

#include <storage/Backup.h>
#include <storage/Connection.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>

#include <domain/AtomicFile.h>

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

using ConnectionResult = Result<std::unique_ptr<Connection>>;

/// A connection that has passed every rung of the ladder and can write.
ConnectionResult openChecked(const QString& path, const LibraryFile& file, const Migrations& migrations, bool withPages)
{
    if (!file.hasLogBeside) {
        // Nobody else has it open: read without locks, so that a refused library leaves no trace.
        auto reader = Connection::open(path, Connection::Mode::Immutable);
        if (!reader) {
            return reader;
        }
        if (auto checked = checkContents(**reader, migrations, withPages); !checked) {
            return tl::unexpected<Error>(checked.error());
        }
    }
    auto library = Connection::open(path, Connection::Mode::ReadWrite);
    if (!library || !file.hasLogBeside) {
        return library;
    }
    Result<void> checked = keepLogOnClose(**library, true);
    if (checked) {
        checked = checkContents(**library, migrations, withPages);
    }
    if (checked) {
        checked = keepLogOnClose(**library, false);
    }
    if (!checked) {
        return tl::unexpected<Error>(checked.error());
    }
    return library;
}

/// The same for reading: where nobody can make a log SQLite must be told so, it cannot find out by itself.
ConnectionResult openReader(const QString& path, const LibraryFile& file, const Migrations& migrations, bool withPages)
{
    if (!file.hasLogBeside) {
        auto library = Connection::open(path, Connection::Mode::Immutable);
        if (!library) {
            return library;
        }
        const auto checked = checkContents(**library, migrations, withPages);
        const bool isFrozen = domain::isVolumeReadOnly(path) || !domain::isFolderWritable(path);
        // What an owner who came meanwhile writes can look like damage: then it is looked at once more, with locks.
        if (!checked && !hasLogBeside(path)) {
            return tl::unexpected<Error>(checked.error());
        }
        if (checked && isFrozen) {
            return library;
        }
    }
    auto library = Connection::open(path, Connection::Mode::ReadOnly);
    if (library) {
        if (auto checked = checkContents(**library, migrations, file.hasLogBeside && withPages); !checked) {
            return tl::unexpected<Error>(checked.error());
        }
    }
    return library;
}

Result<void> migrate(Connection& library, const OpenOptions& options)
{
    const auto version = schemaVersion(library);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    if (*version == options.migrations.latest()) {
        return {};
    }
    const QString folder = options.backupFolder.isEmpty() ? backupFolderOf(library.path()) : options.backupFolder;
    const domain::ReadingWatch watch = options.watch ? options.watch() : domain::ReadingWatch {};
    const auto backup = makeBackup(library.path(), folder, options.now, watch, options.migrations);
    if (!backup) {
        return tl::unexpected<Error>(backup.error());
    }
    return options.migrations.apply(library, options.migrations.latest(), options.now, options.program);
}

/// An empty library at a path where nothing is yet, on disk to the last byte.
Result<void> makeEmpty(const QString& path, const OpenOptions& options)
{
    auto library = Connection::open(path, Connection::Mode::Create);
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    auto made = applySettings(**library);
    if (made) {
        made = options.migrations.apply(**library, options.migrations.latest(), options.now, options.program);
    }
    if (made) {
        made = (*library)->run(u"INSERT INTO library (single, id, created_at) VALUES (1, ?, ?)"_s,
            { QUuid::createUuid().toString(QUuid::WithoutBraces), options.now });
    }
    if (made) {
        made = (*library)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    return made;
}

void removeWithLogs(const QString& path)
{
    for (const QString& suffix : { QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s }) {
        if (domain::pathExists(path + suffix)) {
            (void)domain::removeFile(path + suffix);
        }
    }
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::create(const QString& path, const OpenOptions& options)
{
    if (domain::pathExists(path)) {
        return failure(ErrorCode::FileExists, path);
    }
    if (!domain::isFolderWritable(path)) {
        return failure(ErrorCode::ReadOnly, path, u"the folder is missing or cannot be written"_s);
    }
    const QString temporary = domain::temporaryNameBeside(path);
    Result<void> made = makeEmpty(temporary, options);
    if (made) {
        made = domain::syncFile(temporary);
    }
    if (made) {
        made = domain::renameToNew(temporary, path);
    }
    if (!made) {
        removeWithLogs(temporary);
        return failure(made.error().code, path, made.error().detail);
    }
    return open(path, options);
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString& path, const OpenOptions& options)
{
    const QString real = domain::resolvedPath(path);
    if (OpenLibrary::isOpen(real)) {
        return failure(ErrorCode::LibraryLocked, path, u"open in this process"_s);
    }
    if (auto inspected = inspectFile(real, options.migrations.latest()); !inspected) {
        return tl::unexpected<Error>(inspected.error());
    }
    auto lock = LibraryLock::take(real);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    // Once more under the lock: its last owner may have closed it meanwhile.
    const auto file = inspectFile(real, options.migrations.latest());
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    const QString identity = domain::fileIdentity(real);
    auto mark = std::make_unique<OpenLibrary>(real);
    const bool withPages = options.checkPages && file->size <= largestCheckedOnOpen;
    auto library = openChecked(real, *file, options.migrations, withPages);
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    auto ready = applySettings(**library);
    if (ready) {
        ready = migrate(**library, options);
    }
    if (!ready) {
        return tl::unexpected<Error>(ready.error());
    }
    std::unique_ptr<SqliteStore> store(
        new SqliteStore(std::make_unique<LibraryLock>(std::move(*lock)), std::move(mark), std::move(*library)));
    store->m_arePagesChecked = withPages;
    store->m_identity = identity;
    store->m_watch = options.watch;
    const QString folder = options.backupFolder.isEmpty() ? backupFolderOf(real) : options.backupFolder;
    store->m_keep = [&connection = *store->m_connection, folder, now = options.now, &migrations = options.migrations] {
        return makeBackupOf(connection, folder, now, migrations);
    };
    const auto version = store->m_connection->value(u"PRAGMA data_version"_s);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    store->m_dataVersion = version->toLongLong();
    return store;
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::openReadOnly(const QString& path, const OpenOptions& options)
{
    const QString real = domain::resolvedPath(path);
    const QString identity = domain::fileIdentity(real);
    const bool isOpenHere = OpenLibrary::isOpen(real);
    ConnectionResult library;
    bool withPages = false; // its owner in this process has checked them
    if (isOpenHere) {
        library = Connection::open(real, Connection::Mode::ReadOnly);
    } else {
        const auto file = inspectFile(real, options.migrations.latest());
        if (!file) {
            return tl::unexpected<Error>(file.error());
        }
        withPages = options.checkPages && file->size <= largestCheckedOnOpen;
        library = openReader(real, *file, options.migrations, withPages);
    }
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    const auto version = schemaVersion(**library);
    if (!version || *version != options.migrations.latest()) {
        return failure(ErrorCode::ReadOnly, path, u"an older library, which must be opened for writing once"_s);
    }
    auto mark = std::make_unique<OpenLibrary>(real);
    std::unique_ptr<SqliteStore> store(new SqliteStore(nullptr, std::move(mark), std::move(*library)));
    store->m_arePagesChecked = withPages;
    store->m_identity = identity;
    return store;
}

} // namespace waymark::storage
