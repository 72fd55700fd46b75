// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/RestoredCopy.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/Connection.h>
#include <storage/OpenLadder.h>

#include <domain/JournalReplay.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

const QString libraryName = u"library.waymark"_s;

/// What went wrong in the copy is told of the backup: nobody knows the copy.
tl::unexpected<Error> about(const QString& backup, const Error& error)
{
    return failure(error.code, error.code == ErrorCode::DiskFull ? QDir::tempPath() : backup, error.detail);
}

/// From its name; a backup that was renamed says when it was last edited, or when it was written.
qint64 momentOf(const QString& backup, const std::vector<domain::JournalEntry>& journal)
{
    if (const auto named = momentInName(QFileInfo(backup).fileName())) {
        return *named;
    }
    return journal.empty() ? QFileInfo(backup).lastModified().toMSecsSinceEpoch() : journal.front().edit.at;
}

/// A journal that begins later says nothing about the records; the doctor leaves it out as well.
Result<void> checkJournal(const QString& backup, const domain::LibraryContents& contents)
{
    const domain::JournalReplay replay = domain::replayJournal(contents.journal, contents.progress);
    if (replay.missing == 0 && !replay.differences.empty()) {
        return failure(ErrorCode::LibraryCorrupt, backup, u"%1 records are not what the journal gives"_s.arg(replay.differences.size()));
    }
    return {};
}

Result<void> compare(
    const QString& backup, const LibraryImprint& library, const RestoredCopy& copy, const domain::LibraryContents& contents)
{
    QString differs = firstDifference(library, copy.imprint());
    if (differs.isEmpty() && !library.records.isEmpty() && library.records != domain::contentHash(contents.progress)) {
        differs = u"records"_s; // as the opened library has them, not as its file does
    }
    if (differs.isEmpty()) {
        return {};
    }
    return failure(ErrorCode::LibraryCorrupt, backup, u"a restore differs from the library in "_s + differs);
}

} // namespace

RestoredCopy::RestoredCopy(std::unique_ptr<QTemporaryDir> folder, QString backup)
    : m_backup(std::move(backup))
    , m_folder(std::move(folder))
{
}

RestoredCopy::RestoredCopy(RestoredCopy&& other) noexcept = default;
RestoredCopy::~RestoredCopy() = default;

Result<RestoredCopy> RestoredCopy::of(const QString& backup, qint64 now, const std::stop_token& stop, const Migrations& migrations)
{
    auto folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/waymark-restore-XXXXXX"_s);
    if (!folder->isValid()) {
        return failure(ErrorCode::Io, QDir::tempPath(), folder->errorString());
    }
    RestoredCopy copy(std::move(folder), backup);
    if (auto opened = copy.open(now, stop, migrations); !opened) {
        return about(backup, opened.error());
    }
    return copy;
}

Result<void> RestoredCopy::open(qint64 now, const std::stop_token& stop, const Migrations& migrations)
{
    const QString library = m_folder->filePath(libraryName);
    const QString backups = m_folder->filePath(u"backups"_s);
    if (auto restored = restoreBackup(m_backup, library, backups, now, migrations); !restored) {
        return tl::unexpected<Error>(restored.error());
    }
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, m_backup);
    }
    {
        auto reader = Connection::open(library, Connection::Mode::Immutable);
        auto imprint = reader ? imprintOf(**reader, migrations) : Result<LibraryImprint>(tl::unexpected<Error>(reader.error()));
        if (!imprint) {
            return tl::unexpected<Error>(imprint.error());
        }
        m_imprint = std::move(*imprint);
    }
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, m_backup);
    }
    auto store = SqliteStore::open(library, { now, backups, migrations });
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    m_store = std::move(*store);
    return {};
}

Result<domain::LibraryContents> RestoredCopy::contents() const
{
    auto contents = contentsOf(*m_store);
    return contents ? std::move(contents) : Result<domain::LibraryContents>(about(m_backup, contents.error()));
}

Result<domain::LibraryContents> contentsOf(domain::Store& store)
{
    auto id = store.libraryId();
    auto course = store.course();
    if (!id || !course) {
        return tl::unexpected<Error>(id ? course.error() : id.error());
    }
    auto progress = store.progress();
    auto journal = store.journal(std::numeric_limits<int>::max());
    if (!progress || !journal) {
        return tl::unexpected<Error>(progress ? journal.error() : progress.error());
    }
    return domain::LibraryContents { *id, std::move(*course).value_or(domain::Course {}), std::move(*progress), std::move(*journal) };
}

Result<domain::LibraryContents> contentsOfLibrary(
    const QString& library, qint64 now, const std::stop_token& stop, const Migrations& migrations)
{
    if (const auto file = inspectFile(library, migrations.latest()); !file) {
        return tl::unexpected<Error>(file.error());
    }
    const QTemporaryDir folder(QDir::tempPath() + u"/waymark-restore-XXXXXX"_s);
    if (!folder.isValid()) {
        return failure(ErrorCode::Io, QDir::tempPath(), folder.errorString());
    }
    return makeBackup(library, folder.path(), now, migrations)
        .and_then([&](const QString& backup) { return RestoredCopy::of(backup, now, stop, migrations); })
        .and_then([](const RestoredCopy& copy) { return copy.contents(); });
}

Result<domain::BackupProof> testBackup(
    const QString& backup, const LibraryImprint* library, qint64 now, const std::stop_token& stop, const Migrations& migrations)
{
    const auto copy = RestoredCopy::of(backup, now, stop, migrations);
    if (!copy) {
        return tl::unexpected<Error>(copy.error());
    }
    const auto contents = copy->contents();
    if (!contents) {
        return tl::unexpected<Error>(contents.error());
    }
    const auto right = library == nullptr ? checkJournal(backup, *contents) : compare(backup, *library, *copy, *contents);
    if (!right) {
        return tl::unexpected<Error>(right.error());
    }
    domain::BackupProof proof { backup, momentOf(backup, contents->journal), static_cast<int>(contents->progress.records().size()),
        static_cast<int>(contents->journal.size()), {} };
    for (const auto& [table, imprint] : copy->imprint().tables.asKeyValueRange()) {
        proof.rows.insert(table, imprint.rows);
    }
    return proof;
}

} // namespace waymark::storage
