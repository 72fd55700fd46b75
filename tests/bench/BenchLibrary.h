// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchCourse.h"

#include <session/Workspace.h>
#include <storage/SqliteStore.h>

#include <QDateTime>

namespace waymark::bench {

/// A benchmark that cannot do its job ends at once: a figure of something else would be worse than none.
template <class T> T must(domain::Result<T> result, const char* what)
{
    if (!result) {
        qFatal("%s: %s %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

inline session::Clock clock()
{
    return { QDateTime::currentMSecsSinceEpoch, QTimeZone::utc() };
}

inline storage::OpenOptions openOptions()
{
    storage::OpenOptions options;
    options.now = QDateTime::currentMSecsSinceEpoch();
    return options;
}

inline std::unique_ptr<session::Workspace> openWorkspace(const QString& path)
{
    return must(session::Workspace::open(must(storage::SqliteStore::open(path, openOptions()), "the library"), clock()), "the workspace");
}

/// A new library with a course in it, on the disk at `path`.
inline std::unique_ptr<session::Workspace> createWorkspace(const QString& path, const domain::CourseContent& content)
{
    auto store = must(storage::SqliteStore::create(path, openOptions()), "a new library");
    must(store->installCourse(content), "the course");
    return must(session::Workspace::open(std::move(store), clock()), "the workspace");
}

/// A learner part of the way: the first `done` skills finished, the next begun with an item each.
inline void study(session::Workspace& workspace, int done, int begun)
{
    must(workspace.apply(domain::setGoal(workspace.context(), { workspace.course().milestones.back().id, 10, {} })), "a goal");
    for (int i = 0; i < done; ++i) {
        must(workspace.apply(domain::finishSkill(workspace.context(), skillId(i))), "a skill");
    }
    for (int i = done; i < done + begun; ++i) {
        must(workspace.apply(domain::checkItem(workspace.context(), skillId(i), QStringLiteral("item-0"))), "an item");
    }
}

} // namespace waymark::bench
