// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"

#include <session/Workspace.h>

#include <memory>

namespace waymark::support {

/// A clock that stands.
[[nodiscard]] session::Clock clockAt(qint64 moment);

/// A workspace in memory, and the store under it for tests that make it fail. Without an id there is no course in it.
struct MemoryWorkspace
{
    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> workspace;

    explicit MemoryWorkspace(const domain::CourseContent& content, session::Clock clock = clockAt(1'790'000'000'000));

    session::Workspace& operator*() const { return *workspace; }
    session::Workspace* operator->() const { return workspace.get(); }

    void finish(const QString& skill) const;
};

} // namespace waymark::support
