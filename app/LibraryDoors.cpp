// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoors.h>

#include <domain/Platform.h>
#include <storage/LibraryLock.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using session::ThreadedStore;
using storage::SqliteStore;

namespace {

ThreadedStore::Opened asStore(LibraryDoors::Opened store)
{
    return std::move(store).map([](std::unique_ptr<SqliteStore> opened) -> std::unique_ptr<domain::Store> { return opened; });
}

} // namespace

LibraryDoors::LibraryDoors(const QString& path, Library library, const storage::OpenOptions& options)
    : LibraryDoors(path, library, options, Ways {})
{
}

LibraryDoors::LibraryDoors(const QString& path, Library library, const storage::OpenOptions& options, Ways ways)
    : m_path(path)
    , m_library(library)
    , m_options(options)
    , m_ways(std::move(ways))
{
}

/// Held, for as long as another Waymark may be about to let go. One that is just opening it answers as soon as its window stands.
domain::Error LibraryDoors::softened(const domain::Error& error) const
{
    if (!storage::isLockedHere(error) || (m_ways.isAnswered && m_ways.isAnswered())) {
        return error;
    }
    if (!m_state->letsGoUntil) {
        m_state->letsGoUntil = QDeadlineTimer(m_ways.letsGoWithin);
    }
    if (m_state->letsGoUntil->hasExpired()) {
        return error;
    }
    m_state->lock = error;
    return domain::Error { ErrorCode::LibraryBusy, error.subject, error.detail };
}

/// What was made and then could not be opened at once is there: the next try opens it.
ThreadedStore::Opened LibraryDoors::toChange(std::function<domain::ReadingWatch()> watch) const
{
    storage::OpenOptions options = m_options;
    const bool isWaitedFor = watch != nullptr;
    options.watch = std::move(watch);
    const bool isNew = m_library != Library::Present && !m_state->isMade;
    m_state->lock.reset();
    Opened store = (isNew ? m_ways.create : m_ways.open)(m_path, options);
    if (isNew && !store) {
        const bool wasThere = store.error().code == ErrorCode::FileExists;
        m_state->isMade = wasThere ? m_library == Library::NewUnlessThere : domain::pathExists(m_path);
        if (wasThere && m_state->isMade) {
            store = m_ways.open(m_path, options);
        }
    }
    if (store) {
        m_state->identity = (*store)->identity();
    }
    if (!store && isWaitedFor) {
        return tl::unexpected<domain::Error>(softened(store.error()));
    }
    return asStore(std::move(store));
}

/// The identity of a store is taken before it opens its file: where it is still that of the path afterwards, that file was opened.
ThreadedStore::Opened LibraryDoors::toRead() const
{
    Opened store = m_ways.openReadOnly(m_path, m_options);
    const domain::Result<QString> present = m_ways.lookUp(domain::resolvedPath(m_path));
    if (store && !present && present.error().code != ErrorCode::FileMissing) {
        return domain::failure(ErrorCode::Io, m_path, present.error().detail);
    }
    m_state->isReplaced = store && ((*store)->identity() != m_state->identity || present != m_state->identity);
    if (m_state->isReplaced) {
        return domain::failure(ErrorCode::LibraryBusy, m_path, u"another file took its place while it was opened"_s);
    }
    return asStore(std::move(store));
}

} // namespace waymark::app
