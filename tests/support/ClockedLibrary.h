// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GraphCourse.h"
#include "MemoryWorkspace.h"

#include <domain/StudyEdits.h>

#include <QDate>

namespace waymark::support {

/// A library in memory over the small course (or another); the test moves its clock.
struct ClockedLibrary
{
    static constexpr qint64 sunday = 1'795'348'800'000; ///< 2026-11-22, noon

    qint64 now;
    MemoryWorkspace workspace;

    explicit ClockedLibrary(
        qint64 moment = sunday, const domain::CourseContent& installed = content(graphCourse()), const QTimeZone& zone = QTimeZone::utc());
    Q_DISABLE_COPY_MOVE(ClockedLibrary) // the clock of the workspace is a member
    ~ClockedLibrary() = default;

    [[nodiscard]] static domain::CourseContent content(const domain::Course& course = graphCourse());

    [[nodiscard]] domain::EditContext context() const { return workspace->context(); }
    void apply(const domain::Result<domain::Edit>& edit) const;
    void aim(double hoursPerWeek, const QString& milestone = QStringLiteral("whole"), QDate deadline = {}) const;
    void answer(const QString& skill, const QString& question, bool right) const;
};

} // namespace waymark::support
