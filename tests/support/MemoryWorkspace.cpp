// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryWorkspace.h"

#include <domain/Edits.h>

#include <utility>

namespace waymark::support {

session::Clock clockAt(qint64 moment)
{
    return { [moment] { return moment; }, QTimeZone::utc() };
}

MemoryWorkspace::MemoryWorkspace(const domain::CourseContent& content, session::Clock clock)
{
    auto owned = std::make_unique<MemoryStore>();
    store = owned.get();
    if (!content.course.id.isEmpty() && !owned->installCourse(content)) {
        qFatal("the course does not install");
    }
    workspace = std::move(*session::Workspace::open(std::move(owned), std::move(clock)));
}

void MemoryWorkspace::finish(const QString& skill) const
{
    if (!workspace->apply(domain::finishSkill(workspace->context(), skill))) {
        qFatal("the skill is not finished");
    }
}

} // namespace waymark::support
