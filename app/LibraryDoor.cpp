// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoor.h>

#include <domain/Platform.h>
#include <exchange/CourseReader.h>
#include <resources/Resources.h>
#include <storage/SqliteStore.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QVersionNumber>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using session::Workspace;
using storage::SqliteStore;

namespace {

constexpr int mostReopened = 3; ///< times that a library is opened anew whose file becomes another one just then
constexpr auto madeKey = "library/made";
constexpr auto comparedKey = "course/compared"; ///< the bundled edition and the installed course that had nothing to take from it

Result<std::unique_ptr<domain::Store>> asStore(Result<std::unique_ptr<SqliteStore>> store)
{
    return std::move(store).map([](std::unique_ptr<SqliteStore> opened) -> std::unique_ptr<domain::Store> { return opened; });
}

storage::OpenOptions optionsAt(qint64 now)
{
    storage::OpenOptions options;
    options.now = now;
    options.program = QCoreApplication::applicationVersion();
    return options;
}

bool isGivenUp(const domain::Error& error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::LibraryBusy;
}

/// Whether the learner has undone the installation of this edition, and none came after it: then it comes again when it is asked for.
bool isTakenBack(const Workspace& workspace, const domain::Course& edition)
{
    const auto journal = workspace.journal(std::numeric_limits<int>::max());
    if (!journal) {
        return false;
    }
    const auto newest
        = std::ranges::find_if(*journal, [](const domain::JournalEntry& entry) { return domain::isInstallation(entry.edit.kind); });
    return newest != journal->end() && newest->state != domain::JournalState::Applied
        && newest->edit.subject == domain::editionName(edition);
}

} // namespace

session::Clock systemClock()
{
    return { [] { return QDateTime::currentMSecsSinceEpoch(); }, QTimeZone::systemTimeZone() };
}

LibraryDoor::LibraryDoor(QSettings& settings, session::Clock clock, FirstCourse firstCourse)
    : m_settings(settings)
    , m_clock(std::move(clock))
    , m_firstCourse(firstCourse)
{
}

Result<domain::CourseContent> LibraryDoor::readBundled()
{
    return exchange::readCourseFolder(resources::bundledCourse())
        .and_then([](const exchange::CourseFiles& files) { return exchange::readCourse(files, exchange::CourseOrigin::Own); })
        .map([](exchange::CourseReading reading) { return std::move(reading.content); });
}

QString LibraryDoor::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/waymark/library.waymark"_s;
}

QString LibraryDoor::pathFor(const QString& given)
{
    if (!given.isEmpty()) {
        return QFileInfo(given).absoluteFilePath();
    }
    const QString fromEnvironment = qEnvironmentVariable("WAYMARK_LIBRARY");
    return fromEnvironment.isEmpty() ? defaultPath() : QFileInfo(fromEnvironment).absoluteFilePath();
}

Result<std::unique_ptr<Workspace>> LibraryDoor::open(const QString& path, Access access)
{
    const bool isFirstStart
        = path == defaultPath() && !QFileInfo::exists(path) && m_settings.value(QLatin1StringView(madeKey)).toString() != path;
    if (isFirstStart) {
        return make(path, LibraryDoors::Library::NewUnlessThere);
    }
    Opened store = openStore(path, access);
    if (!store) {
        return tl::unexpected(store.error());
    }
    return furnished(std::move(*store));
}

LibraryDoor::Opened LibraryDoor::openStore(const QString& path, Access access)
{
    Opened store = openToChange(path, LibraryDoors::Library::Present);
    const bool mayRead = access == Access::ReadIfLocked || (!store && store.error().code == ErrorCode::ReadOnly);
    if (!store && mayRead && (store.error().code == ErrorCode::LibraryLocked || store.error().code == ErrorCode::ReadOnly)) {
        return openToRead(path);
    }
    return store;
}

LibraryDoor::Opened LibraryDoor::openToChange(const QString& path, LibraryDoors::Library library)
{
    const bool isMade = path == m_unopened; // by us, and then given up
    LibraryDoors::Ways ways;
    if (m_neighbour) {
        ways.isAnswered = [isAnswered = m_neighbour, path] { return isAnswered(path); };
    }
    for (int triesLeft = mostReopened;; --triesLeft) {
        const LibraryDoors doors(path, isMade ? LibraryDoors::Library::Present : library, optionsAt(m_clock.now()), ways);
        Opened store = m_patience.wait
            ? session::ThreadedStore::open(
                { [doors](auto watch) { return doors.toChange(std::move(watch)); }, [doors] { return doors.toRead(); } }, m_patience)
            : doors.toChange({});
        if (store || !doors.isReplaced() || triesLeft == 0) {
            m_unopened = store ? QString() : doors.isMade() ? path : m_unopened;
            if (!store && doors.lock()) {
                return tl::unexpected(*doors.lock()); // who did not wait to the end is told who has it
            }
            return store;
        }
        library = LibraryDoors::Library::Present;
    }
}

LibraryDoor::Opened LibraryDoor::openToRead(const QString& path)
{
    return asStore(SqliteStore::openReadOnly(path, optionsAt(m_clock.now())));
}

Result<std::unique_ptr<Workspace>> LibraryDoor::openReadOnly(const QString& path)
{
    return openToRead(path).and_then([this](std::unique_ptr<domain::Store> store) { return furnished(std::move(store)); });
}

Result<std::unique_ptr<Workspace>> LibraryDoor::create(const QString& path)
{
    return make(path, LibraryDoors::Library::New);
}

Result<std::unique_ptr<Workspace>> LibraryDoor::make(const QString& path, LibraryDoors::Library library)
{
    if (const Result<void> made = domain::makeFolder(QFileInfo(path).absolutePath()); !made) {
        return tl::unexpected(made.error());
    }
    Opened store = openToChange(path, library);
    if (!store) {
        return tl::unexpected(store.error());
    }
    if (path == defaultPath()) {
        m_settings.setValue(QLatin1StringView(madeKey), path);
    }
    return furnished(std::move(*store));
}

/// Installs the bundled course into a library that has none, or an older edition of the same course.
Result<std::unique_ptr<Workspace>> LibraryDoor::furnished(std::unique_ptr<domain::Store> store)
{
    Result<QString> installedHash = store->courseHash();
    if (!installedHash) {
        return tl::unexpected(installedHash.error());
    }
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(std::move(store), m_clock);
    const bool isLater = installedHash->isEmpty() && m_firstCourse == FirstCourse::Later;
    if (!workspace || (*workspace)->isReadOnly() || isLater) {
        return workspace;
    }
    // Reading the whole course would hold up each start, so what was compared once is not read again.
    const QString compared = resources::bundledEdition() + u':' + *installedHash;
    if (m_settings.value(QLatin1StringView(comparedKey)).toString() == compared) {
        return workspace;
    }
    const Result<bool> isNew = installBundled(**workspace, *installedHash);
    if (!isNew && (*workspace)->hasCourse() && isGivenUp(isNew.error())) {
        return workspace; // with the course that it has; the next start offers the edition again
    }
    if (!isNew) {
        return tl::unexpected(isNew.error());
    }
    if (!*isNew) {
        m_settings.setValue(QLatin1StringView(comparedKey), compared);
    }
    return workspace;
}

/// Whether the bundled course was newer than the installed one, and so is installed now.
Result<bool> LibraryDoor::installBundled(Workspace& workspace, const QString& installedHash)
{
    const Result<exchange::CourseFiles> files = exchange::readCourseFolder(resources::bundledCourse());
    if (!files) {
        return tl::unexpected(files.error());
    }
    if (installedHash == exchange::hashOf(*files)) {
        return false;
    }
    const Result<exchange::CourseReading> bundled = exchange::readCourse(*files, exchange::CourseOrigin::Own);
    if (!bundled) {
        return tl::unexpected(bundled.error());
    }
    const domain::Course& installed = workspace.course();
    const domain::Course& ours = bundled->content.course;
    const bool isOlder = QVersionNumber::fromString(installed.version) <= QVersionNumber::fromString(ours.version);
    if (!installed.id.isEmpty() && (installed.id != ours.id || !isOlder || isTakenBack(workspace, ours))) {
        return false;
    }
    if (const auto done = workspace.installCourse(bundled->content); !done) {
        return tl::unexpected(done.error());
    }
    return true;
}

} // namespace waymark::app
