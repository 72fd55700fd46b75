// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/OtherCopy.h>

#include <storage/Backup.h>
#include <storage/CourseTables.h>
#include <storage/Journal.h>
#include <storage/LearnerTables.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>

#include <domain/LibraryLimits.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

// How far the work is after each of its steps, in thousandths: as measured on a library of fifty thousand edits.
constexpr int copied = 100;
constexpr int checked = 350;
constexpr int courseRead = 370;
constexpr int recordsRead = 400;
constexpr int whole = 1000;

/// Reads one copy, step by step.
class OtherCopy
{
public:
    OtherCopy(QString library, const domain::ReadingWatch& watch, const Migrations& migrations)
        : m_library(std::move(library))
        , m_watch(watch)
        , m_migrations(migrations)
    {
    }

    [[nodiscard]] Result<domain::LibraryContents> contents(qint64 now);

private:
    [[nodiscard]] Result<void> inspect() const;
    [[nodiscard]] Result<void> copyTo(const QString& path);
    [[nodiscard]] Result<void> prepare(Connection& copy, qint64 now);
    [[nodiscard]] Result<void> countEdits(Connection& copy);
    [[nodiscard]] Result<domain::LibraryContents> read(Connection& copy);
    [[nodiscard]] Result<std::vector<domain::JournalEntry>> readEdits(Connection& copy);
    [[nodiscard]] tl::unexpected<Error> about(const Error& error, Connection* copy = nullptr) const;
    void watchOver(Connection& copy);
    void say(int permille);

    QString m_library;
    const domain::ReadingWatch& m_watch;
    const Migrations& m_migrations;
    QElapsedTimer m_sinceWord;
    int m_permille = 0;
    qint64 m_edits = 0; ///< in its journal
};

void OtherCopy::say(int permille)
{
    m_permille = permille;
    m_sinceWord.start();
    if (m_watch.progress) {
        m_watch.progress(permille);
    }
}

/// Every statement on the copy ends soon after it is told to, and says meanwhile that the work goes on.
void OtherCopy::watchOver(Connection& copy)
{
    constexpr int steps = 10'000; // of SQLite's machine: well under a millisecond
    constexpr qint64 breath = 100; // milliseconds
    const auto look = [](void* self) {
        auto& reading = *static_cast<OtherCopy*>(self);
        if (reading.m_sinceWord.hasExpired(breath)) {
            reading.say(reading.m_permille);
        }
        return reading.m_watch.stop.stop_requested() ? 1 : 0;
    };
    sqlite3_progress_handler(copy.handle(), steps, look, this);
    sqlite3_limit(copy.handle(), SQLITE_LIMIT_LENGTH, static_cast<int>(domain::limits::libraryValueBytes));
}

/// Nobody knows the copy that is worked on: what is wrong with it is told of the library.
tl::unexpected<Error> OtherCopy::about(const Error& error, Connection* copy) const
{
    if (m_watch.stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, m_library);
    }
    if (copy != nullptr && sqlite3_errcode(copy->handle()) == SQLITE_TOOBIG) {
        return failure(ErrorCode::TooLarge, m_library, u"a value of more than %1 bytes"_s.arg(domain::limits::libraryValueBytes));
    }
    return failure(error.code, error.code == ErrorCode::DiskFull ? QDir::tempPath() : m_library, error.detail);
}

/// What can be said before a page is copied. While the file is being copied already, SQLite alone may open it.
Result<void> OtherCopy::inspect() const
{
    if (OpenLibrary::isOwn(m_library)) {
        return failure(ErrorCode::OwnLibrary, m_library);
    }
    if (!OpenLibrary::isOpen(m_library)) {
        if (const auto file = inspectFile(m_library, m_migrations.latest()); !file) {
            return tl::unexpected<Error>(file.error());
        }
    }
    const qint64 size = QFileInfo(m_library).size() + QFileInfo(m_library + u"-wal"_s).size();
    if (size > domain::limits::libraryBytes) {
        return failure(ErrorCode::TooLarge, m_library, u"%1 bytes, and at most %2 are read"_s.arg(size).arg(domain::limits::libraryBytes));
    }
    return {};
}

Result<void> OtherCopy::copyTo(const QString& path)
{
    const auto far = [this](int permille) { say(permille * copied / whole); };
    const auto done = copyLibrary(m_library, path, { m_watch.stop, far }, m_migrations);
    return done ? done : Result<void>(about(done.error()));
}

/// Sound, within the limits, and of the present schema.
Result<void> OtherCopy::prepare(Connection& copy, qint64 now)
{
    auto done = fullCheck(copy);
    if (done) {
        done = countEdits(copy);
    }
    if (done) {
        done = m_migrations.apply(copy, m_migrations.latest(), now);
    }
    say(checked);
    return done ? done : Result<void>(about(done.error(), &copy));
}

Result<void> OtherCopy::countEdits(Connection& copy)
{
    const auto edits = copy.value(u"SELECT count(*) FROM journal"_s);
    if (!edits) {
        return tl::unexpected<Error>(edits.error());
    }
    m_edits = edits->toLongLong();
    if (m_edits > domain::limits::libraryEdits) {
        return failure(
            ErrorCode::TooLarge, m_library, u"%1 edits, and at most %2 are read"_s.arg(m_edits).arg(domain::limits::libraryEdits));
    }
    return {};
}

/// Newest first, some at a time: what takes longest of all.
Result<std::vector<domain::JournalEntry>> OtherCopy::readEdits(Connection& copy)
{
    constexpr int atOnce = 500;
    std::vector<domain::JournalEntry> journal;
    bool isMore = m_edits > 0;
    while (isMore) {
        say(static_cast<int>(recordsRead + std::ssize(journal) * (whole - recordsRead) / m_edits));
        const qint64 before = journal.empty() ? std::numeric_limits<qint64>::max() : journal.back().sequence;
        auto some = readJournalBefore(copy, before, atOnce);
        if (!some || m_watch.stop.stop_requested()) {
            return about(some ? Error { ErrorCode::Cancelled, m_library, {} } : some.error(), &copy);
        }
        std::ranges::move(*some, std::back_inserter(journal));
        isMore = !some->empty() && std::ssize(journal) < m_edits;
    }
    say(whole);
    return journal;
}

Result<domain::LibraryContents> OtherCopy::read(Connection& copy)
{
    const auto id = copy.value(u"SELECT id FROM library"_s);
    auto course = readCourse(copy);
    say(courseRead);
    if (!id || !course) {
        return about(id ? course.error() : id.error(), &copy);
    }
    auto progress = readProgress(copy);
    if (!progress) {
        return about(progress.error(), &copy);
    }
    auto journal = readEdits(copy);
    if (!journal) {
        return tl::unexpected<Error>(journal.error());
    }
    return domain::LibraryContents { id->toString(), std::move(*course).value_or(domain::Course {}), std::move(*progress),
        std::move(*journal) };
}

Result<domain::LibraryContents> OtherCopy::contents(qint64 now)
{
    if (const auto inspected = inspect(); !inspected) {
        return tl::unexpected<Error>(inspected.error());
    }
    const QTemporaryDir folder(QDir::tempPath() + u"/waymark-merge-XXXXXX"_s);
    if (!folder.isValid()) {
        return failure(ErrorCode::Io, QDir::tempPath(), folder.errorString());
    }
    const QString path = folder.filePath(u"library.waymark"_s);
    if (const auto done = copyTo(path); !done) {
        return tl::unexpected<Error>(done.error());
    }
    const auto copy = Connection::open(path, Connection::Mode::ReadWrite);
    if (!copy) {
        return about(copy.error());
    }
    watchOver(**copy);
    if (const auto ready = prepare(**copy, now); !ready) {
        return tl::unexpected<Error>(ready.error());
    }
    return read(**copy);
}

} // namespace

Result<domain::LibraryContents> contentsOfOtherCopy(
    const QString& library, qint64 now, const domain::ReadingWatch& watch, const Migrations& migrations)
{
    return OtherCopy(library, watch, migrations).contents(now);
}

} // namespace waymark::storage
