// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"

#include <session/Workspace.h>

#include <QTest>

namespace waymark::support {

/// Another edition of the course comes, and the disk does not give it out. Workspace::noticeDay() reads it.
inline void fallBehind(session::Workspace& workspace, MemoryStore& store)
{
    domain::CourseContent next;
    next.course = workspace.course();
    next.course.version = QStringLiteral("99");
    next.hash = QStringLiteral("another");
    store.failToRead(2);
    QVERIFY(!workspace.installCourse(next));
    QVERIFY(workspace.isBehind());
}

} // namespace waymark::support
