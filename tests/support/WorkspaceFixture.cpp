// SPDX-License-Identifier: GPL-3.0-or-later
#include "WorkspaceFixture.h"

#include <domain/Edits.h>

#include <utility>

namespace waymark::support {

WorkspaceFixture::WorkspaceFixture(const domain::Course& course)
{
    domain::CourseContent content;
    content.course = course;
    content.hash = QStringLiteral("fixture");
    MemoryWorkspace opened(content, clockAt(now));
    store = opened.store;
    workspace = std::move(opened.workspace);
}

void WorkspaceFixture::finish(const QString& skill) const
{
    if (!workspace->apply(domain::finishSkill(context(), skill))) {
        qFatal("the fixture cannot finish a skill");
    }
}

} // namespace waymark::support
