// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SqliteStore.h>

#include <storage/Connection.h>
#include <storage/ContentsReading.h>
#include <storage/CourseSteps.h>
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

namespace {

// Thousandths of an installation: to the end of its course, and of the ids that move.
constexpr int courseReplaced = 800;
constexpr int idsMoved = 900;

} // namespace

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
    auto changed = m_connection->inTransaction([&]() -> Result<void> {
        const StatementWatch statements(*m_connection, steps); // not of the COMMIT: what is on disk is no cancelled change
        auto alone = checkNobodyWrote();
        return alone ? work(steps) : alone;
    });
    const bool mayBeInterrupted = !changed && changed.error().code == ErrorCode::Io;
    return mayBeInterrupted && steps.isStopped() ? failure(ErrorCode::Cancelled, path()) : changed;
}

/// A sync client puts its version of the file in the place of ours, which lives on without a name until we close it.
Result<void> SqliteStore::checkPlace()
{
    const auto present = m_kept ? Result<QString>(m_identity) : domain::lookedUpIdentity(path());
    if (!present && present.error().code != ErrorCode::FileMissing) {
        return failure(ErrorCode::Io, path(), present.error().detail); // it may be there again for the next change
    }
    if (!m_kept && present != m_identity) {
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
Result<qint64> SqliteStore::courseSize()
{
    return readCourseSize(*m_connection);
}
Result<domain::Lesson> SqliteStore::lesson(const QString& skill)
{
    return readLesson(*m_connection, skill);
}
Result<domain::CourseAsset> SqliteStore::asset(const QString& name)
{
    return readAsset(*m_connection, name);
}

Result<domain::FormerCourse> SqliteStore::installCourse(const domain::CourseContent& content)
{
    auto outcome = domain::FormerCourse::Passed;
    bool isDamaged = false;
    const auto install = [&](WatchedSteps& steps) -> Result<void> {
        auto read = isDamaged ? Result<std::optional<domain::CourseContent>>() : readContent(*m_connection);
        if (!read) {
            isDamaged = read.error().code == ErrorCode::LibraryCorrupt;
            return tl::unexpected<Error>(read.error());
        }
        auto& former = *read;
        const bool isSame = former && former->hash == content.hash && former->course == content.course;
        if (former && content.step && !isSame) {
            return installAsStep(content, std::move(*former), steps).map([&outcome](domain::FormerCourse made) { outcome = made; });
        }
        steps.beginPart(0, courseReplaced);
        Result<void> done = replaceCourse(*m_connection, content, steps);
        const auto moved = done ? moveLearner(content.course, steps) : tl::unexpected<Error>(done.error());
        if (!moved) {
            return tl::unexpected<Error>(moved.error());
        }
        outcome = isDamaged && content.step ? domain::FormerCourse::Lost : domain::FormerCourse::Passed;
        const bool isAsItWas = isSame && moved->changes.empty() && moved->entries.empty();
        return isAsItWas ? Result<void>() : forgetSteps(*m_connection);
    };
    auto installed = change(install);
    if (!installed && isDamaged) { // it is replaced all the same, though not in a transaction in which SQLite has found damage
        installed = change(install);
    }
    return installed.map([outcome] { return outcome; });
}

Result<domain::FormerCourse> SqliteStore::installAsStep(
    const domain::CourseContent& content, domain::CourseContent former, WatchedSteps& steps)
{
    Result<void> done = letGoOfUndone(*m_connection);
    if (done) {
        steps.beginPart(0, courseReplaced);
        done = replaceCourse(*m_connection, content, steps);
    }
    if (done) {
        done = appendEdit(*m_connection, domain::installation(*content.step, content.course));
    }
    auto step = done ? moveLearner(content.course, steps) : tl::unexpected<Error>(done.error());
    if (!step) {
        return tl::unexpected<Error>(step.error());
    }
    step->content = std::move(former);
    return keepStep(*m_connection, content.step->id, *step, steps).map([](bool isKept) {
        return isKept ? domain::FormerCourse::Kept : domain::FormerCourse::Lost;
    });
}

/// What was moved, and the former entries.
Result<CourseStep> SqliteStore::moveLearner(const domain::Course& course, WatchedSteps& steps)
{
    const domain::Moves moves(course);
    if (moves.isEmpty()) {
        return CourseStep {};
    }
    const auto present = readProgress(*m_connection);
    auto entries = readJournal(*m_connection, std::numeric_limits<int>::max());
    if (!present || !entries) {
        return tl::unexpected<Error>(present ? entries.error() : present.error());
    }
    const domain::LearnerHistory old { present->records(), std::move(*entries) };
    steps.beginPart(courseReplaced, idsMoved);
    const domain::MergeWatch watch { steps.stop(), [&steps](int permille) { steps.reach(permille); } };
    const auto moved = domain::moved(moves, old, { watch, 0, WatchedSteps::whole });
    if (!moved) {
        return tl::unexpected<Error>(moved.error());
    }
    const domain::LearnerHistory& now = *moved;
    CourseStep step;
    step.changes = domain::swapBetween(old, now).changes;
    steps.beginPart(idsMoved, WatchedSteps::whole);
    if (auto written = applyChanges(*m_connection, step.changes, steps); !written) {
        return tl::unexpected<Error>(written.error());
    }
    for (std::size_t i = 0; i < old.journal.size(); ++i) {
        if (old.journal[i] == now.journal[i]) {
            continue;
        }
        auto former = entryText(*m_connection, old.journal[i].sequence);
        const auto written = former ? rewriteEntry(*m_connection, now.journal[i]) : tl::unexpected<Error>(former.error());
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        step.entries.push_back(std::move(*former));
    }
    return step;
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
        Result<void> done = domain::isAside(edit.kind) ? Result<void>() : letGoOfUndone(*m_connection);
        if (done) {
            done = applyChanges(*m_connection, edit.changes, steps);
        }
        return done ? appendEdit(*m_connection, edit) : done;
    });
}

namespace {

/// An undo or redo, and what is kept for it where it turns a course.
struct Turn
{
    domain::UndoStep step;
    std::optional<CourseStep> kept;
};

/// The step of an entry with what its turn changes.
template <class StepOf>
Result<Turn> turnOf(
    Connection& library, WatchedSteps& steps, Result<std::optional<JournalEntry>> entry, ErrorCode nothing, const StepOf& stepOf)
{
    if (!entry || !*entry) {
        return entry ? failure(nothing, library.path()) : tl::unexpected<Error>(entry.error());
    }
    JournalEntry& whole = **entry;
    auto kept = keptFor(library, whole.edit, steps);
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    if (*kept) {
        whole.edit.changes = (*kept)->changes;
    }
    Result<domain::UndoStep> step = stepOf(whole);
    return step.map([&kept](domain::UndoStep made) { return Turn { std::move(made), std::move(*kept) }; });
}

Result<Turn> turnBackIn(Connection& library, WatchedSteps& steps)
{
    const auto stepOf = [&library](const JournalEntry& newest) {
        return appliedAfter(library, newest.sequence).map([&newest](const auto& applied) { return domain::stepBack(newest, applied); });
    };
    return turnOf(library, steps, newestApplied(library), ErrorCode::NothingToUndo, stepOf);
}

Result<Turn> turnForwardIn(Connection& library, WatchedSteps& steps)
{
    const auto stepOf = [&library](const JournalEntry& oldest) -> Result<domain::UndoStep> {
        const auto undone = undoneAfter(library, oldest.sequence);
        if (!undone) {
            return tl::unexpected<Error>(undone.error());
        }
        return appliedAfter(library, oldest.sequence).map([&](const auto& applied) {
            return domain::stepForward(oldest, *undone, applied);
        });
    };
    return turnOf(library, steps, oldestUndone(library), ErrorCode::NothingToRedo, stepOf);
}

Result<void> take(Connection& library, Turn& turn, const std::vector<domain::RecordChange>& changes, WatchedSteps& steps)
{
    steps.beginPart(0, turn.kept ? recordsTurned : WatchedSteps::whole);
    Result<void> done = applyChanges(library, changes, steps);
    for (const auto& [sequence, state] : turn.step.states) {
        if (done) {
            done = setState(library, sequence, state);
        }
    }
    for (const JournalEntry& aside : turn.step.renamed) {
        done = done ? rewriteEntry(library, aside) : done;
    }
    return done && turn.kept ? turnCourse(library, turn.step, std::move(*turn.kept), steps) : done;
}

} // namespace

Result<Edit> SqliteStore::undo()
{
    std::optional<Edit> step;
    const auto done = change([&](WatchedSteps& steps) -> Result<void> {
        auto turn = turnBackIn(*m_connection, steps);
        if (!turn) {
            return tl::unexpected<Error>(turn.error());
        }
        step = turn->step.edit;
        return take(*m_connection, *turn, domain::inverse(*step).changes, steps);
    });
    return done ? Result<Edit>(std::move(*step)) : letGoOf(done.error(), step);
}

Result<Edit> SqliteStore::redo()
{
    std::optional<Edit> step;
    const auto done = change([&](WatchedSteps& steps) -> Result<void> {
        auto turn = turnForwardIn(*m_connection, steps);
        if (!turn) {
            return tl::unexpected<Error>(turn.error());
        }
        step = turn->step.edit;
        return take(*m_connection, *turn, step->changes, steps);
    });
    return done ? Result<Edit>(std::move(*step)) : letGoOf(done.error(), step);
}

/// A course that cannot be brought back must not stand in the way of what is older: the next undo passes over it. Gives the error back.
tl::unexpected<Error> SqliteStore::letGoOf(const Error& error, const std::optional<Edit>& step)
{
    Error known = error;
    const bool doesNotFit = error.code == ErrorCode::StaleEdit || error.code == ErrorCode::InvalidCourse;
    if (doesNotFit && step && domain::isInstallation(step->kind)) {
        known = { ErrorCode::CourseLost, step->id, error.detail };
    }
    if (known.code == ErrorCode::CourseLost) {
        (void)change([&](WatchedSteps&) { return forgetStep(*m_connection, known.subject); });
    }
    return tl::unexpected<Error>(known);
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
