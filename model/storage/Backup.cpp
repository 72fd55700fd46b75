// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Backup.h>

#include <storage/BackupFolder.h>
#include <storage/Connection.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>
#include <storage/WatchedSteps.h>

#include <domain/AtomicFile.h>

#include <QFileInfo>

#include <sqlite3.h>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

constexpr int whole = 1000; ///< thousandths of the work

/// Where somebody watches, page by page of one state: the caller holds a snapshot.
Result<void> copyPages(Connection& from, Connection& to, const domain::ReadingWatch* watch)
{
    constexpr int manyPages = 256; // a few milliseconds of copying
    sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        return tl::unexpected<Error>(to.errorOf(sqlite3_extended_errcode(to.handle()), u"backup"_s));
    }
    int stepped = SQLITE_OK;
    while (stepped == SQLITE_OK) {
        if (watch != nullptr && watch->stop.stop_requested()) {
            sqlite3_backup_finish(backup);
            return failure(ErrorCode::Cancelled, from.path());
        }
        stepped = sqlite3_backup_step(backup, watch == nullptr ? -1 : manyPages);
        if (const int all = sqlite3_backup_pagecount(backup); watch != nullptr && watch->progress && all > 0) {
            watch->progress(static_cast<int>(qint64 { whole } * (all - sqlite3_backup_remaining(backup)) / all));
        }
    }
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

/// What is read of the library in the moment that is copied.
struct Source
{
    RowCounts rows;
    std::optional<LibraryImprint> imprint; ///< taken only where it is there to be filled
    Connection* open = nullptr; ///< read instead of what lies at the path
    const domain::ReadingWatch* watch = nullptr; ///< of the copying; without one it is done in one go
    domain::ReadingWatch checking {};
    bool isCompared = true; ///< the copy is to have what is read of it
};

Result<void> read(Source& source, Connection& library, const Migrations& migrations)
{
    auto rows = rowCounts(library);
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    source.rows = std::move(*rows);
    if (!source.imprint) {
        return {};
    }
    auto imprint = imprintOf(library, migrations);
    if (imprint) {
        source.imprint = std::move(*imprint);
    }
    return imprint.map([](const auto&) {});
}

/// One state of the library under a name of no meaning, and what it must have.
Result<void> copyTo(const QString& temporary, const QString& library, Source& source, const Migrations& migrations)
{
    const auto reader = source.open == nullptr ? openReader(library) : Result<Reader>();
    const OpenLibrary mark(library, OpenLibrary::Use::Copying);
    auto to = Connection::open(temporary, Connection::Mode::Create);
    if (!reader || !to) {
        return tl::unexpected<Error>(reader ? to.error() : reader.error());
    }
    Connection& from = source.open == nullptr ? *reader->connection : *source.open;
    // The copy is synced once, when it is whole; until then nobody needs it.
    if (auto set = (*to)->script("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"); !set) {
        return tl::unexpected<Error>(set.error());
    }
    return from.inSnapshot([&]() -> Result<void> {
        auto done = checkContents(from, migrations, false);
        if (done && source.isCompared) {
            done = read(source, from, migrations);
        }
        return done ? copyPages(from, **to, source.watch) : done;
    });
}

Result<std::unique_ptr<Connection>> openVerified(const QString& path, const Migrations& migrations, const domain::ReadingWatch& watch)
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
    WatchedSteps steps(watch);
    const StatementWatch over(**copy, steps);
    auto checked = checkContents(**copy, migrations, false);
    if (checked) {
        checked = fullCheck(**copy);
    }
    steps.say(whole);
    if (steps.isStopped()) {
        return failure(ErrorCode::Cancelled, path);
    }
    if (!checked) {
        return tl::unexpected<Error>(checked.error());
    }
    return copy;
}

Result<void> makeVerified(const QString& temporary, const QString& library, Source& source, const Migrations& migrations)
{
    if (auto copied = copyTo(temporary, library, source, migrations); !copied) {
        return copied;
    }
    if (auto synced = domain::syncFile(temporary); !synced) {
        return synced;
    }
    auto copy = openVerified(temporary, migrations, source.checking);
    if (!copy) {
        return tl::unexpected<Error>(copy.error());
    }
    const auto present = rowCounts(**copy);
    if (!present) {
        return tl::unexpected<Error>(present.error());
    }
    if (*present != source.rows) {
        return failure(ErrorCode::LibraryCorrupt, temporary, u"the backup has other rows than the library"_s);
    }
    return {};
}

Result<QString> makeFrom(Source& source, const QString& library, const QString& folder, qint64 now, const Migrations& migrations)
{
    const QString real = domain::resolvedPath(library);
    if (source.open == nullptr && !domain::mayExist(real)) {
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
    Result<void> made = makeVerified(temporary, real, source, migrations);
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

} // namespace

QString backupFolderOf(const QString& library)
{
    return QFileInfo(library).absolutePath() + u"/backups"_s;
}

Result<QString> makeBackup(const QString& library, const QString& folder, qint64 now, const Migrations& migrations)
{
    Source source;
    return makeFrom(source, library, folder, now, migrations);
}

Result<QString> makeBackup(
    const QString& library, const QString& folder, qint64 now, const domain::ReadingWatch& watch, const Migrations& migrations)
{
    constexpr int copied = 500;
    const domain::ReadingWatch copying = domain::stretchOf(watch, 0, copied);
    Source source;
    source.watch = &copying;
    source.checking = domain::stretchOf(watch, copied, whole);
    return makeFrom(source, library, folder, now, migrations);
}

Result<ComparableBackup> makeComparableBackup(const QString& library, const QString& folder, qint64 now, const Migrations& migrations)
{
    Source source;
    source.imprint.emplace();
    return makeFrom(source, library, folder, now, migrations).map([&source](const QString& path) {
        return ComparableBackup { path, std::move(*source.imprint) };
    });
}

Result<QString> makeBackupOf(Connection& open, const QString& folder, qint64 now, const Migrations& migrations)
{
    Source source;
    source.open = &open;
    return makeFrom(source, open.path(), folder, now, migrations);
}

Result<void> copyLibrary(const QString& library, const QString& to, const domain::ReadingWatch& watch, const Migrations& migrations)
{
    Source source;
    source.watch = &watch;
    source.isCompared = false;
    return copyTo(to, domain::resolvedPath(library), source, migrations);
}

Result<void> verifyBackup(const QString& path, const Migrations& migrations, const domain::ReadingWatch& watch)
{
    return openVerified(path, migrations, watch).map([](const auto&) {});
}

} // namespace waymark::storage
