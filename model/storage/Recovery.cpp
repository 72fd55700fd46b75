// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Recovery.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/CourseTables.h>
#include <storage/Draft.h>
#include <storage/Journal.h>
#include <storage/LearnerTables.h>
#include <storage/LibraryFiles.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>
#include <storage/PageFile.h>
#include <storage/Salvage.h>

#include <domain/AtomicFile.h>

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::History;
using domain::RecoveredHistory;
using domain::RecoveryReport;
using domain::RecoveryWatch;
using domain::RecoveryWay;

namespace {

// What a person sees of the way; the steps take about so long in a large library.
constexpr int afterIndexes = 30;
constexpr int afterSalvage = 55;
constexpr int afterBackup = 70;
constexpr int afterWriting = 85;

bool isOfDisk(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::Io || code == ErrorCode::ReadOnly;
}

class Recovering
{
public:
    Recovering(QString library, const RecoverOptions& options, const RecoveryWatch& watch)
        : m_library(std::move(library))
        , m_options(options)
        , m_watch(watch)
        , m_draft(m_library, watch)
    {
    }

    Result<RecoveryReport> run()
    {
        Result<RecoveryReport> report = m_options.way == RecoveryWay::Backup ? rebuilt() : reindexed();
        if (!report && m_options.way != RecoveryWay::Backup && !m_watch.isStopped() && !isOfOthers(report.error())) {
            m_draft.clear();
            m_base = {};
            report = rebuilt();
        }
        Result<void> placed = report ? place(*report) : tl::unexpected<Error>(report.error());
        if (!placed && m_watch.isStopped()) {
            placed = failure(ErrorCode::Cancelled, m_library);
        }
        return placed ? report : tl::unexpected<Error>(named(placed.error()));
    }

private:
    [[nodiscard]] bool isOfDraft(const Error& error) const { return error.subject.startsWith(m_draft.path()); }
    [[nodiscard]] bool isOfOthers(const Error& error) const;
    [[nodiscard]] Error named(const Error& error) const;
    [[nodiscard]] Result<void> mendIndexes();
    [[nodiscard]] Result<RecoveryReport> reindexed();
    [[nodiscard]] Result<RecoveryReport> rebuilt();
    [[nodiscard]] Result<void> findBackup(const QString& id);
    [[nodiscard]] Result<void> openDraft();
    [[nodiscard]] Result<void> makeEmpty();
    [[nodiscard]] Result<void> moveSalvaged();
    [[nodiscard]] Result<RecoveredHistory> merged() const;
    [[nodiscard]] Result<void> write(const RecoveredHistory& history);
    [[nodiscard]] Result<void> writeRecords(Connection& library, const RecoveredHistory& history) const;
    [[nodiscard]] Result<void> checkDraft(const RecoveredHistory& history) const;
    [[nodiscard]] RecoveryReport reportOf(std::vector<domain::RecoveredTable> tables) const;
    [[nodiscard]] Result<void> place(RecoveryReport& report);

    QString m_library;
    const RecoverOptions& m_options;
    const RecoveryWatch& m_watch;
    Draft m_draft;
    Result<Salvaged> m_salvaged;
    QString m_backup; ///< its path; the draft is a copy of it then
    History m_base; ///< what the draft has before it is written to
};

/// A disk that does not take the new library says nothing of the old one, which may need no more than its indexes; nor does a lack of
/// rights, of files that may be open or of memory. What the disk has lost of it, a part or the whole, is damage.
bool Recovering::isOfOthers(const Error& error) const
{
    const bool isInUse = error.code == ErrorCode::LibraryBusy || error.code == ErrorCode::OwnLibrary;
    return isInUse || (isOfDisk(error.code) && (isOfDraft(error) || !hasUnreadableParts(m_library, m_watch.stop)));
}

/// Whoever reads of it knows the library, not the name that the new one has while it is made.
Error Recovering::named(const Error& error) const
{
    return isOfDraft(error) || error.subject.isEmpty() ? Error { error.code, m_library, error.detail, error.bytes } : error;
}

/// The draft becomes a copy with new indexes. Fails if there is more to it than indexes.
Result<void> Recovering::mendIndexes()
{
    if (auto file = inspectFile(m_library, m_options.migrations.latest()); !file) {
        return tl::unexpected<Error>(file.error());
    }
    // SQLite would drop everything that the log has after its first bad frame, without a word.
    if (const auto pages = PageFile::open(m_library); !pages || pages->damagedFrames() > 0) {
        return pages ? failure(ErrorCode::LibraryCorrupt, m_library, u"the log is damaged"_s) : tl::unexpected<Error>(pages.error());
    }
    Result<void> done = copyFile(m_library, m_draft.path(), { m_watch.stop });
    if (done && domain::pathExists(m_library + u"-wal"_s)) {
        done = copyFile(m_library + u"-wal"_s, m_draft.path() + u"-wal"_s, { m_watch.stop });
    }
    auto library = done ? m_draft.open(Connection::Mode::ReadWrite) : tl::unexpected<Error>(done.error());
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    done = checkContents(**library, m_options.migrations, false);
    done = done ? remakeIndexes(**library) : done;
    return done ? fullCheck(**library) : done;
}

/// Indexes can be made anew from their tables, so if they alone are damaged nothing is lost.
Result<RecoveryReport> Recovering::reindexed()
{
    auto done = mendIndexes();
    done = done ? openDraft() : done;
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    m_watch.say(afterIndexes);
    domain::SalvagedHistory all;
    static_cast<History&>(all) = m_base;
    all.isWhole.fill(true);
    all.isJournalWhole = true;
    all.isSound = true;
    const RecoveredHistory history = domain::recovered(all, nullptr);
    done = write(history);
    done = done ? checkDraft(history) : done;
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    RecoveryReport report = reportOf(history.tables);
    report.isReindexed = true;
    return report;
}

Result<RecoveryReport> Recovering::rebuilt()
{
    m_watch.say(afterIndexes);
    m_salvaged = salvage(m_library, m_watch, m_options.migrations);
    const bool isUntouchable = !m_salvaged && (m_salvaged.error().code == ErrorCode::LibraryNewer || isOfOthers(m_salvaged.error()));
    if (m_watch.isStopped() || isUntouchable) {
        return m_salvaged ? failure(ErrorCode::Cancelled, m_library) : tl::unexpected<Error>(m_salvaged.error());
    }
    m_watch.say(afterSalvage);
    Result<void> done;
    if (m_options.way != RecoveryWay::Salvage) {
        done = findBackup(m_salvaged ? m_salvaged->libraryId : QString());
    }
    m_watch.say(afterBackup);
    if (done) {
        done = m_backup.isEmpty() ? makeEmpty() : moveSalvaged();
    }
    auto history = done ? merged() : tl::unexpected<Error>(done.error());
    if (history) {
        done = write(*history);
        m_watch.say(afterWriting);
        done = done ? checkDraft(*history) : done;
    }
    if (!history || !done) {
        return tl::unexpected<Error>(history ? done.error() : history.error());
    }
    return reportOf(std::move(history->tables));
}

/// Makes the draft a copy of the newest backup that passes every check. There need not be one.
Result<void> Recovering::findBackup(const QString& id)
{
    const QString folder = m_options.backupFolder.isEmpty() ? backupFolderOf(m_library) : m_options.backupFolder;
    for (const BackupFile& backup : listBackups(folder, m_library)) {
        m_draft.clear();
        Result<void> good = copyFile(backup.path, m_draft.path(), { m_watch.stop });
        good = good ? m_draft.check(m_options.migrations) : good;
        if (m_watch.isStopped()) {
            return failure(ErrorCode::Cancelled, m_library);
        }
        if (!good && isOfDraft(good.error()) && isOfDisk(good.error().code)) {
            return good; // the backup is no worse for it, and without it less would come back
        }
        if (!good) {
            continue;
        }
        auto copy = m_draft.open(Connection::Mode::Immutable);
        const auto idOfCopy = copy ? readId(**copy) : tl::unexpected<Error>(copy.error());
        if (idOfCopy && (id.isEmpty() || *idOfCopy == id)) {
            m_backup = backup.path;
            return openDraft();
        }
    }
    m_draft.clear();
    return {};
}

/// Brings it to the schema of today and reads what it has.
Result<void> Recovering::openDraft()
{
    auto library = m_draft.open(Connection::Mode::ReadWrite);
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    if (auto migrated = m_options.migrations.apply(**library, m_options.migrations.latest(), m_options.now, m_options.program); !migrated) {
        return migrated;
    }
    auto history = readHistory(**library);
    if (history) {
        m_base = std::move(*history);
    }
    return history.map([](const auto&) {});
}

/// Without a backup there must at least be something that was read.
Result<void> Recovering::makeEmpty()
{
    if (m_options.way == RecoveryWay::Backup) {
        return failure(ErrorCode::NothingRecovered, m_library, u"it has no backup that passes every check"_s);
    }
    if (!m_salvaged && m_salvaged.error().code != ErrorCode::LibraryCorrupt && !isOfDisk(m_salvaged.error().code)) {
        return tl::unexpected<Error>(m_salvaged.error());
    }
    if (!m_salvaged) { // of the disk: that has lost it, else nobody would have come here
        return failure(ErrorCode::NothingRecovered, m_library, m_salvaged.error().detail);
    }
    const domain::SalvagedHistory& history = m_salvaged->history;
    const bool isNothing = m_salvaged->libraryId.isEmpty() && history.records == domain::Progress {}
        && history.doubtful == domain::Progress {} && history.journal.empty();
    if (isNothing) {
        return failure(ErrorCode::NothingRecovered, m_library, u"nothing in it can be read"_s);
    }
    auto library = m_draft.open(Connection::Mode::Create);
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    auto made = applySettings(**library);
    made = made ? m_options.migrations.apply(**library, m_options.migrations.latest(), m_options.now, m_options.program) : made;
    const QString id = m_salvaged->libraryId.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : m_salvaged->libraryId;
    const qint64 createdAt = m_salvaged->libraryId.isEmpty() ? m_options.now : m_salvaged->createdAt;
    return made ? (*library)->run(u"INSERT INTO library (single, id, created_at) VALUES (1, ?, ?)"_s, { id, createdAt }) : made;
}

/// To the ids of the course of the backup.
Result<void> Recovering::moveSalvaged()
{
    if (!m_salvaged) {
        return {};
    }
    auto library = m_draft.open(Connection::Mode::Immutable);
    const auto course = library ? readCourse(**library) : tl::unexpected<Error>(library.error());
    if (!course) {
        return tl::unexpected<Error>(course.error());
    }
    const domain::MergeWatch watch { m_watch.stop };
    auto moved = domain::underIdsOf(course->value_or(domain::Course {}), std::move(m_salvaged->history), { watch, 0, 0 });
    if (!moved) {
        return failure(moved.error().code, m_library);
    }
    m_salvaged->history = std::move(*moved);
    return {};
}

Result<RecoveredHistory> Recovering::merged() const
{
    const domain::SalvagedHistory* const salvaged = m_salvaged ? &m_salvaged->history : nullptr;
    if (m_options.way == RecoveryWay::Backup || salvaged == nullptr) {
        return domain::recoveredFromBackup(m_base, salvaged);
    }
    return domain::recovered(*salvaged, m_backup.isEmpty() ? nullptr : &m_base);
}

Result<void> Recovering::writeRecords(Connection& library, const RecoveredHistory& history) const
{
    Result<void> written;
    for (const auto& [key, record] : m_base.records.records()) {
        if (written && !history.records.record(key)) {
            written = writeRecord(library, key, std::nullopt);
        }
    }
    for (const auto& [key, record] : history.records.records()) {
        if (written && m_base.records.record(key) != record) {
            written = writeRecord(library, key, record);
        }
    }
    const bool isAsItWas = history.journal == m_base.journal && history.records == m_base.records;
    if (written && !isAsItWas) { // what would bring another course back fits no longer
        written = library.run(u"DELETE FROM course_step"_s);
    }
    return written && history.journal != m_base.journal ? replaceJournal(library, history.journal) : written;
}

Result<void> Recovering::write(const RecoveredHistory& history)
{
    auto library = m_draft.open(Connection::Mode::ReadWrite);
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    auto written = applySettings(**library);
    if (written) {
        written = (*library)->inTransaction([&] { return writeRecords(**library, history); });
    }
    return written ? (*library)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s) : written;
}

/// On disk, sound, and with every record and edit in it.
Result<void> Recovering::checkDraft(const RecoveredHistory& history) const
{
    auto checked = domain::syncFile(m_draft.path());
    checked = checked ? m_draft.check(m_options.migrations) : checked;
    auto library = checked ? m_draft.open(Connection::Mode::Immutable) : tl::unexpected<Error>(checked.error());
    const auto present = library ? readHistory(**library) : tl::unexpected<Error>(library.error());
    if (!present) {
        return tl::unexpected<Error>(present.error());
    }
    if (present->records != history.records || present->journal != history.journal) {
        return failure(ErrorCode::LibraryCorrupt, m_library, u"the recovered library has other records than were found"_s);
    }
    return {};
}

RecoveryReport Recovering::reportOf(std::vector<domain::RecoveredTable> tables) const
{
    for (domain::RecoveredTable& table : tables) {
        table.table = table.kind ? tableName(*table.kind) : u"journal"_s;
    }
    return { {}, m_backup, false, std::move(tables) };
}

Result<void> Recovering::place(RecoveryReport& report)
{
    if (m_watch.isStopped()) {
        return failure(ErrorCode::Cancelled, m_library);
    }
    if (auto synced = domain::syncFile(m_draft.path()); !synced) {
        return synced;
    }
    const auto kept = moveAside(m_library, m_options.now);
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    auto placed = domain::renameToNew(m_draft.path(), m_library);
    if (!placed) {
        moveBack(*kept, m_library);
        return placed;
    }
    report.kept = *kept;
    m_watch.say(100);
    return {};
}

} // namespace

Result<RecoveryReport> recoverLibrary(const QString& library, const RecoverOptions& options, const RecoveryWatch& watch)
{
    const QString real = domain::resolvedPath(library);
    if (!domain::mayExist(real)) {
        return failure(ErrorCode::LibraryMissing, library);
    }
    if (OpenLibrary::isOpen(real)) {
        return failure(ErrorCode::LibraryLocked, library, u"open in this process"_s);
    }
    const auto lock = LibraryLock::take(real);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    return Recovering(real, options, watch).run();
}

} // namespace waymark::storage
