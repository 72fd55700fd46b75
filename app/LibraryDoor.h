// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/LibraryDoors.h>

#include <domain/Result.h>
#include <session/ThreadedStore.h>
#include <session/Workspace.h>

#include <QString>

#include <functional>
#include <memory>

class QSettings;

namespace waymark::app {

/// Finds and opens the library. It never makes a library at a path that was given or remembered and is missing: only the default
/// path, on the very first start, and create() make one.
class LibraryDoor
{
public:
    enum class Access { Write, ReadIfLocked };

    /// When a library without any course gets the bundled one: as it is opened, or later by whoever opens it, so that a window need not
    /// wait to be seen.
    enum class FirstCourse { AtOnce, Later };

    /// `settings` remembers which default library was made, and which course was compared; not owned.
    LibraryDoor(QSettings& settings, session::Clock clock, FirstCourse firstCourse = FirstCourse::AtOnce);

    /// The path given with --library, else WAYMARK_LIBRARY, else the default in the user's data folder.
    [[nodiscard]] static QString pathFor(const QString& given);
    [[nodiscard]] static QString defaultPath();

    /// What is done while opening takes long, or a change of what was opened: both are done on a thread of their own then. Without it all
    /// is done here, and fails at once where another program holds the library.
    void setPatience(session::Patience patience) { m_patience = std::move(patience); }

    /// Asked, on another thread, while another Waymark of this machine holds the library at the path and the person waits: whether a window
    /// has it that files can be handed to. Then it is LibraryLocked at once; otherwise when it was not let go of for some seconds.
    void setNeighbour(std::function<bool(const QString& path)> isAnswered) { m_neighbour = std::move(isAnswered); }

    /// The bundled course, read and checked. Any thread may call it.
    [[nodiscard]] static domain::Result<domain::CourseContent> readBundled();

    /// Opens the library with the bundled course in it. With ReadIfLocked a library that another Waymark has open is opened
    /// read-only. Errors of the store.
    [[nodiscard]] domain::Result<std::unique_ptr<session::Workspace>> open(const QString& path, Access access);
    [[nodiscard]] domain::Result<std::unique_ptr<session::Workspace>> create(const QString& path);
    [[nodiscard]] domain::Result<std::unique_ptr<session::Workspace>> openReadOnly(const QString& path);

private:
    using Opened = domain::Result<std::unique_ptr<domain::Store>>;
    [[nodiscard]] domain::Result<std::unique_ptr<session::Workspace>> make(const QString& path, LibraryDoors::Library library);
    [[nodiscard]] Opened openStore(const QString& path, Access access);
    [[nodiscard]] Opened openToChange(const QString& path, LibraryDoors::Library library);
    [[nodiscard]] Opened openToRead(const QString& path);
    [[nodiscard]] domain::Result<std::unique_ptr<session::Workspace>> furnished(std::unique_ptr<domain::Store> store);
    [[nodiscard]] static domain::Result<bool> installBundled(session::Workspace& workspace, const QString& installedHash);

    QSettings& m_settings;
    session::Clock m_clock;
    FirstCourse m_firstCourse;
    session::Patience m_patience;
    std::function<bool(const QString& path)> m_neighbour;
    QString m_unopened; ///< a library that create() has made and could not open
};

/// The clock of the system, for the composition alone.
[[nodiscard]] session::Clock systemClock();

} // namespace waymark::app
