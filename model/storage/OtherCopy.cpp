// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/OtherCopy.h>

#include <storage/Backup.h>
#include <storage/ContentsReading.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>

#include <domain/LibraryLimits.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

// How far the work is after each of its steps, in thousandths: as measured on a library of fifty thousand edits.
constexpr int copied = 100;
constexpr int checked = 350;
constexpr int whole = 1000;

/// Reads one copy, step by step.
class OtherCopy
{
public:
    OtherCopy(QString library, const domain::ReadingWatch& watch, const Migrations& migrations)
        : m_library(std::move(library))
        , m_watch(watch)
        , m_migrations(migrations)
        , m_steps(watch)
    {
    }

    [[nodiscard]] Result<domain::LibraryContents> contents(qint64 now);

private:
    [[nodiscard]] Result<void> inspect() const;
    [[nodiscard]] Result<void> copyTo(const QString& path);
    [[nodiscard]] Result<void> prepare(Connection& copy, qint64 now);
    [[nodiscard]] Result<void> countEdits(Connection& copy) const;
    [[nodiscard]] tl::unexpected<Error> about(const Error& error, Connection* copy = nullptr) const;

    QString m_library;
    const domain::ReadingWatch& m_watch;
    const Migrations& m_migrations;
    WatchedSteps m_steps;
};

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
    const auto far = [this](int permille) { m_steps.say(permille * copied / whole); };
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
    m_steps.say(checked);
    return done ? done : Result<void>(about(done.error(), &copy));
}

Result<void> OtherCopy::countEdits(Connection& copy) const
{
    const auto edits = copy.value(u"SELECT count(*) FROM journal"_s);
    if (!edits) {
        return tl::unexpected<Error>(edits.error());
    }
    if (const qint64 count = edits->toLongLong(); count > domain::limits::libraryEdits) {
        return failure(ErrorCode::TooLarge, m_library, u"%1 edits, and at most %2 are read"_s.arg(count).arg(domain::limits::libraryEdits));
    }
    return {};
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
    const StatementWatch over(**copy, m_steps);
    sqlite3_limit((*copy)->handle(), SQLITE_LIMIT_LENGTH, static_cast<int>(domain::limits::libraryValueBytes));
    if (const auto ready = prepare(**copy, now); !ready) {
        return tl::unexpected<Error>(ready.error());
    }
    auto contents = readContents(**copy, m_steps, checked);
    return contents ? std::move(contents) : Result<domain::LibraryContents>(about(contents.error(), copy->get()));
}

} // namespace

Result<domain::LibraryContents> contentsOfOtherCopy(
    const QString& library, qint64 now, const domain::ReadingWatch& watch, const Migrations& migrations)
{
    return OtherCopy(library, watch, migrations).contents(now);
}

} // namespace waymark::storage
