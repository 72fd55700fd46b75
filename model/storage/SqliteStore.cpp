// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SqliteStore.h>

#include <storage/Connection.h>
#include <storage/ContentsReading.h>
#include <storage/CourseTables.h>
#include <storage/Journal.h>
#include <storage/LearnerTables.h>
#include <storage/LibraryLock.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>
#include <storage/SearchIndex.h>
#include <storage/WatchedSteps.h>

#include <domain/Moves.h>
#include <domain/Platform.h>
#include <domain/UndoStep.h>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Edit;
using domain::JournalEntry;
using domain::JournalState;

SqliteStore::SqliteStore(std::unique_ptr<LibraryLock> lock, std::unique_ptr<OpenLibrary> mark, std::unique_ptr<Connection> connection)
    : m_lock(std::move(lock))
    , m_mark(std::move(mark))
    , m_connection(std::move(connection))
{
}

SqliteStore::~SqliteStore() = default;

const QString& SqliteStore::path() const
{
    return m_connection->path();
}

Result<QString> SqliteStore::libraryId()
{
    return m_connection->value(u"SELECT id FROM library"_s).map([](const QVariant& id) { return id.toString(); });
}

Result<void> SqliteStore::checkPages()
{
    auto checked = quickCheck(*m_connection);
    m_arePagesChecked = checked.has_value();
    return checked;
}

Result<void> SqliteStore::change(const std::function<Result<void>(WatchedSteps&)>& work)
{
    if (isReadOnly()) {
        return failure(ErrorCode::ReadOnly, path(), u"the library is open for reading only"_s);
    }
    if (auto place = checkPlace(); !place) {
        return place;
    }
    const domain::ReadingWatch watch = m_watch ? m_watch() : domain::ReadingWatch {};
    WatchedSteps steps(watch);
    const StatementWatch statements(*m_connection, steps);
    auto changed = m_connection->inTransaction([&]() -> Result<void> {
        auto alone = checkNobodyWrote();
        return alone ? work(steps) : alone;
    });
    const bool mayBeInterrupted = !changed && changed.error().code == ErrorCode::Io;
    return mayBeInterrupted && steps.isStopped() ? failure(ErrorCode::Cancelled, path()) : changed;
}

/// A sync client puts its version of the file in the place of ours, which lives on without a name until we close it.
Result<void> SqliteStore::checkPlace()
{
    if (!m_kept && domain::fileIdentity(path()) != m_identity) {
        m_kept = m_keep().value_or(QString());
    }
    return m_kept ? Result<void>(failure(ErrorCode::LibraryMissing, path(), *m_kept)) : Result<void>();
}

/// Inside a transaction nobody can write any more.
Result<void> SqliteStore::checkNobodyWrote()
{
    const auto version = m_connection->value(u"PRAGMA data_version"_s);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    const qint64 before = std::exchange(m_dataVersion, version->toLongLong());
    if (before != 0 && before != m_dataVersion) {
        return failure(ErrorCode::StaleEdit, path(), u"another program has written to the library"_s);
    }
    return {};
}

Result<std::optional<domain::Course>> SqliteStore::course()
{
    Result<std::optional<domain::Course>> course;
    auto read = m_connection->inSnapshot([&]() -> Result<void> {
        course = readCourse(*m_connection);
        return course.map([](const auto&) {});
    });
    return read ? std::move(course) : Result<std::optional<domain::Course>>(tl::unexpected<Error>(read.error()));
}

Result<QString> SqliteStore::courseHash()
{
    return readCourseHash(*m_connection);
}
Result<domain::Lesson> SqliteStore::lesson(const QString& skill)
{
    return readLesson(*m_connection, skill);
}
Result<domain::CourseAsset> SqliteStore::asset(const QString& name)
{
    return readAsset(*m_connection, name);
}

Result<void> SqliteStore::installCourse(const domain::CourseContent& content)
{
    return change([&](WatchedSteps& steps) -> Result<void> {
        if (auto replaced = replaceCourse(*m_connection, content, steps); !replaced) {
            return replaced;
        }
        return moveLearner(content.course);
    });
}

Result<void> SqliteStore::moveLearner(const domain::Course& course)
{
    const domain::Moves moves(course);
    if (moves.isEmpty()) {
        return {};
    }
    const auto present = readProgress(*m_connection);
    auto entries = readJournal(*m_connection, std::numeric_limits<int>::max());
    if (!present || !entries) {
        return tl::unexpected<Error>(present ? entries.error() : present.error());
    }
    const domain::LearnerHistory old { present->records(), std::move(*entries) };
    const domain::LearnerHistory now = domain::moved(moves, old).value(); // nothing stops it
    for (std::size_t i = 0; i < old.records.size(); ++i) {
        if (old.records[i] == now.records[i]) {
            continue;
        }
        auto written = writeRecord(*m_connection, old.records[i].first, std::nullopt);
        if (written) {
            written = writeRecord(*m_connection, now.records[i].first, now.records[i].second);
        }
        if (!written) {
            return written;
        }
    }
    for (std::size_t i = 0; i < old.journal.size(); ++i) {
        if (old.journal[i] == now.journal[i]) {
            continue;
        }
        if (auto written = rewriteEntry(*m_connection, now.journal[i]); !written) {
            return written;
        }
    }
    return {};
}

Result<domain::Progress> SqliteStore::progress()
{
    Result<domain::Progress> progress;
    auto read = m_connection->inSnapshot([&]() -> Result<void> {
        progress = readProgress(*m_connection);
        return progress.map([](const auto&) {});
    });
    return read ? std::move(progress) : Result<domain::Progress>(tl::unexpected<Error>(read.error()));
}

Result<void> SqliteStore::commit(const Edit& edit)
{
    return change([&](WatchedSteps& steps) -> Result<void> {
        if (auto applied = applyChanges(*m_connection, edit.changes, steps); !applied) {
            return applied;
        }
        return appendEdit(*m_connection, edit);
    });
}

namespace {

Result<domain::UndoStep> stepBackIn(Connection& library)
{
    const auto newest = newestApplied(library);
    if (!newest || !*newest) {
        return newest ? failure(ErrorCode::NothingToUndo, library.path()) : tl::unexpected<Error>(newest.error());
    }
    return appliedAfter(library, (*newest)->sequence).map([&newest](const auto& applied) { return domain::stepBack(**newest, applied); });
}

Result<domain::UndoStep> stepForwardIn(Connection& library)
{
    const auto oldest = oldestUndone(library);
    if (!oldest || !*oldest) {
        return oldest ? failure(ErrorCode::NothingToRedo, library.path()) : tl::unexpected<Error>(oldest.error());
    }
    const auto undone = undoneAfter(library, (*oldest)->sequence);
    if (!undone) {
        return tl::unexpected<Error>(undone.error());
    }
    return appliedAfter(library, (*oldest)->sequence).map([&](const auto& applied) {
        return domain::stepForward(**oldest, *undone, applied);
    });
}

Result<void> take(Connection& library, const domain::UndoStep& step, const std::vector<domain::RecordChange>& changes, WatchedSteps& steps)
{
    Result<void> done = applyChanges(library, changes, steps);
    for (const auto& [sequence, state] : step.states) {
        if (done) {
            done = setState(library, sequence, state);
        }
    }
    return done;
}

} // namespace

Result<Edit> SqliteStore::undo()
{
    Result<domain::UndoStep> step;
    auto done = change([&](WatchedSteps& steps) -> Result<void> {
        step = stepBackIn(*m_connection);
        return step ? take(*m_connection, *step, domain::inverse(step->edit).changes, steps) : tl::unexpected<Error>(step.error());
    });
    return done ? Result<Edit>(std::move(step->edit)) : tl::unexpected<Error>(done.error());
}

Result<Edit> SqliteStore::redo()
{
    Result<domain::UndoStep> step;
    auto done = change([&](WatchedSteps& steps) -> Result<void> {
        step = stepForwardIn(*m_connection);
        return step ? take(*m_connection, *step, step->edit.changes, steps) : tl::unexpected<Error>(step.error());
    });
    return done ? Result<Edit>(std::move(step->edit)) : tl::unexpected<Error>(done.error());
}

Result<std::optional<Edit>> SqliteStore::nextUndo()
{
    return nextToUndo(*m_connection);
}
Result<std::optional<Edit>> SqliteStore::nextRedo()
{
    return nextToRedo(*m_connection);
}

Result<std::vector<JournalEntry>> SqliteStore::journal(int limit)
{
    return readJournal(*m_connection, limit);
}

Result<std::vector<JournalEntry>> SqliteStore::applied(const std::vector<domain::EditKind>& kinds, qint64 since)
{
    return appliedOfKinds(*m_connection, kinds, since);
}

Result<domain::JournalStamp> SqliteStore::journalStamp()
{
    return readJournalStamp(*m_connection);
}

domain::LibraryReader SqliteStore::reader() const
{
    return [path = path()](const domain::ReadingWatch& watch) { return readBeside(path, watch); };
}

Result<std::vector<domain::SearchHit>> SqliteStore::search(const QString& words, int limit)
{
    return searchLibrary(*m_connection, words, limit);
}

} // namespace waymark::storage
