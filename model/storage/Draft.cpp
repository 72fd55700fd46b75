// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Draft.h>

#include <storage/Journal.h>
#include <storage/LearnerTables.h>
#include <storage/LibraryFiles.h>
#include <storage/OpenLadder.h>

#include <domain/AtomicFile.h>

#include <sqlite3.h>

#include <iterator>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

Draft::Draft(const QString& library, const domain::RecoveryWatch& watch)
    : m_path(domain::temporaryNameBeside(library))
    , m_watch(watch)
{
}

Draft::~Draft()
{
    clear();
}

void Draft::clear()
{
    removeUnfinished(m_path);
}

Result<std::unique_ptr<Connection>> Draft::open(Connection::Mode mode) const
{
    constexpr int steps = 10'000; // of SQLite's machine: well under a millisecond
    const auto isStopped = [](void* watch) { return static_cast<const domain::RecoveryWatch*>(watch)->isStopped() ? 1 : 0; };
    auto library = Connection::open(m_path, mode);
    if (library) {
        sqlite3_progress_handler((*library)->handle(), steps, isStopped, const_cast<domain::RecoveryWatch*>(&m_watch));
    }
    return library;
}

Result<void> Draft::check(const Migrations& migrations) const
{
    const auto file = inspectFile(m_path, migrations.latest());
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    if (file->hasLogBeside) {
        // Nobody else knows of it, so the disk has kept what was to be removed.
        return failure(ErrorCode::Io, m_path, u"its log cannot be removed"_s);
    }
    auto library = open(Connection::Mode::Immutable);
    if (!library) {
        return tl::unexpected<Error>(library.error());
    }
    auto checked = checkContents(**library, migrations, false);
    return checked ? fullCheck(**library) : checked;
}

Result<void> remakeIndexes(Connection& library)
{
    for (const char* const step : { "REINDEX", "INSERT INTO note_search (note_search) VALUES ('rebuild')" }) {
        const int code = sqlite3_exec(library.handle(), step, nullptr, nullptr, nullptr);
        const QString detail = QString::fromUtf8(sqlite3_errmsg(library.handle()));
        const int primary = code & 0xff;
        if (primary == SQLITE_CONSTRAINT || primary == SQLITE_MISMATCH || primary == SQLITE_TOOBIG) {
            return failure(
                ErrorCode::LibraryCorrupt, library.path(), detail); // no library has taken such a row: a page lies there twice, say
        }
        if (code != SQLITE_OK) {
            return tl::unexpected<Error>(library.errorOf(sqlite3_extended_errcode(library.handle()), detail));
        }
    }
    return {};
}

Result<domain::History> readHistory(Connection& library)
{
    auto records = readProgress(library);
    auto journal = readJournal(library, std::numeric_limits<int>::max());
    if (!records || !journal) {
        return tl::unexpected<Error>(records ? journal.error() : records.error());
    }
    return domain::History { std::move(*records),
        { std::make_move_iterator(journal->rbegin()), std::make_move_iterator(journal->rend()) } };
}

Result<QString> readId(Connection& library)
{
    return library.value(u"SELECT id FROM library"_s).map([](const QVariant& id) { return id.toString(); });
}

} // namespace waymark::storage
