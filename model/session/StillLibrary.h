// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <functional>
#include <memory>

namespace waymark::session {

/// Opens a library as it was at one moment, for long work on another thread; as often as it is called.
using StillLibrary = std::function<domain::Result<std::unique_ptr<Workspace>>()>;

/// On the thread of the workspace. What it opens has the same id, course, records and hours of study, and the time stands still there. Of
/// texts it has those that exports tell of: of the projects that are begun, whose rubrics a plan tells, and of what is studied in the
/// coming twelve weeks, whose units a calendar names. It has no journal, finds nothing and takes no edit.
[[nodiscard]] StillLibrary stillOf(const Workspace& workspace);

} // namespace waymark::session
