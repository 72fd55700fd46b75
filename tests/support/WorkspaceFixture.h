// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <GraphCourse.h>
#include <MemoryWorkspace.h>

namespace waymark::support {

/// A workspace over a store in memory with the graph course (or another), at a fixed time.
struct WorkspaceFixture
{
    static constexpr qint64 now = 1'795'250'400'000; // 2026-11-21 in the morning, UTC

    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> workspace;

    explicit WorkspaceFixture(const domain::Course& course = graphCourse());

    [[nodiscard]] domain::EditContext context() const { return workspace->context(); }
    void finish(const QString& skill) const;
};

} // namespace waymark::support
