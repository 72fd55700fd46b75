// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Platform.h>
#include <session/ThreadedStore.h>
#include <storage/SqliteStore.h>

#include <QDeadlineTimer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace waymark::app {

/// The two ways into one library file, for a window that changes it on one thread and reads it on another: both lead to the same file, or
/// neither opens, and a new library is made once, however often its opening is tried.
class LibraryDoors
{
public:
    enum class Library {
        Present,
        New, ///< FileExists where there is one
        NewUnlessThere, ///< of a first start, beside which another one may make it
    };
    using Opened = domain::Result<std::unique_ptr<storage::SqliteStore>>;
    using Way = std::function<Opened(const QString& path, const storage::OpenOptions& options)>;

    /// Those of the store.
    struct Ways
    {
        Way create = storage::SqliteStore::create;
        Way open = storage::SqliteStore::open;
        Way openReadOnly = storage::SqliteStore::openReadOnly;
        std::function<domain::Result<QString>(const QString& path)> lookUp = domain::lookedUpIdentity; ///< of a path without links
        int letsGoWithin = 5000; ///< milliseconds that a Waymark of this machine has to let go of the library
        std::function<bool()> isAnswered; ///< whether a window has the library and takes files for it: then it is not about to let go
    };

    LibraryDoors(const QString& path, Library library, const storage::OpenOptions& options);
    LibraryDoors(const QString& path, Library library, const storage::OpenOptions& options, Ways ways);

    /// To change it; may be tried again and again. The errors of SqliteStore; but where somebody waits, what another Waymark of this
    /// machine has locked is LibraryBusy at first, for one that is just ending lets go of it soon.
    [[nodiscard]] session::ThreadedStore::Opened toChange(std::function<domain::ReadingWatch()> watch) const;
    /// To read what toChange() has opened. LibraryBusy where another file has taken its place since: see isReplaced(); Io where the system
    /// does not say.
    [[nodiscard]] session::ThreadedStore::Opened toRead() const;

    [[nodiscard]] bool isReplaced() const { return m_state->isReplaced; }
    /// What LibraryBusy stood for in the last try of toChange(); none where another program held the library, or nobody.
    [[nodiscard]] const std::optional<domain::Error>& lock() const { return m_state->lock; }
    [[nodiscard]] bool isMade() const { return m_state->isMade; } ///< the library is there, whether or not it could be opened then

private:
    /// Shared by copies: both threads have one, one after the other.
    struct State
    {
        bool isMade = false;
        bool isReplaced = false;
        QString identity; ///< of the file that is changed
        std::optional<QDeadlineTimer> letsGoUntil; ///< none before a lock was met
        std::optional<domain::Error> lock;
    };
    [[nodiscard]] domain::Error softened(const domain::Error& error) const;

    QString m_path;
    Library m_library;
    storage::OpenOptions m_options;
    Ways m_ways;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace waymark::app
