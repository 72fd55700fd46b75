// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"

#include <session/Workspace.h>

#include <memory>
#include <utility>

namespace waymark::support {

/// A clock that stands.
inline session::Clock clockAt(qint64 moment)
{
    return { [moment] { return moment; }, QTimeZone::utc() };
}

/// A workspace in memory, and the store under it for tests that make it fail. Without an id there is no course in it.
struct MemoryWorkspace
{
    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> workspace;

    explicit MemoryWorkspace(const domain::CourseContent& content, session::Clock clock = clockAt(1'790'000'000'000))
    {
        auto owned = std::make_unique<MemoryStore>();
        store = owned.get();
        if (!content.course.id.isEmpty() && !owned->installCourse(content)) {
            qFatal("the course does not install");
        }
        workspace = std::move(*session::Workspace::open(std::move(owned), std::move(clock)));
    }

    session::Workspace& operator*() const { return *workspace; }
    session::Workspace* operator->() const { return workspace.get(); }

    void finish(const QString& skill) const
    {
        if (!workspace->apply(domain::finishSkill(workspace->context(), skill))) {
            qFatal("the skill is not finished");
        }
    }
};

} // namespace waymark::support
