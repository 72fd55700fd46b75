// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoors.h>

#include <domain/Platform.h>

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

/// What was made and then could not be opened at once is there: the next try opens it.
ThreadedStore::Opened LibraryDoors::toChange(std::function<domain::ReadingWatch()> watch) const
{
    storage::OpenOptions options = m_options;
    options.watch = std::move(watch);
    const bool isNew = m_library == Library::New && !m_state->isMade;
    Opened store = (isNew ? m_ways.create : m_ways.open)(m_path, options);
    if (store) {
        m_state->identity = (*store)->identity();
    } else if (isNew && store.error().code != ErrorCode::FileExists) {
        m_state->isMade = domain::pathExists(m_path);
    }
    return asStore(std::move(store));
}

ThreadedStore::Opened LibraryDoors::toRead() const
{
    Opened store = m_ways.openReadOnly(m_path, m_options);
    m_state->isReplaced = store && (*store)->identity() != m_state->identity;
    if (m_state->isReplaced) {
        return domain::failure(ErrorCode::LibraryBusy, m_path, u"another file took its place while it was opened"_s);
    }
    return asStore(std::move(store));
}

} // namespace waymark::app
