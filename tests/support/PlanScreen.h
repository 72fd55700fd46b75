// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ScreenParts.h>
#include <WorkspaceFixture.h>

#include <domain/StudyEdits.h>
#include <ui/plan/ScheduleView.h>
#include <session/Workers.h>

namespace waymark::support {

/// A plan over the graph course: the order of its skills is base, middle, blue, end, top. Its clock can be moved.
struct PlanScreen
{
    qint64 now = WorkspaceFixture::now;
    MemoryWorkspace workspace;

    explicit PlanScreen(double hoursPerWeek = 7, const QString& milestone = QStringLiteral("whole"), QDate deadline = {})
        : workspace(content(), { [this] { return now; }, QTimeZone::utc() })
    {
        if (hoursPerWeek > 0 || !milestone.isEmpty()) {
            apply(domain::setGoal(workspace->context(), { milestone, hoursPerWeek, deadline }));
        }
    }
    [[nodiscard]] static domain::CourseContent content()
    {
        domain::CourseContent content;
        content.course = graphCourse();
        return content;
    }
    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (!workspace->apply(edit)) {
            qFatal("the edit fails");
        }
    }
    void takeOff(QDate first, QDate last, const QString& reason = {}) const
    {
        apply(domain::addDaysOff(workspace->context(), { first, last, reason }));
    }
    [[nodiscard]] QDate today() const { return learning::learningDay(now, QTimeZone::utc()); }

    /// What the workers have to say arrives.
    static void settle()
    {
        session::workers().waitForDone();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] static QStringList skillsIn(const ui::ScheduleModel& model)
    {
        QStringList skills;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.isSkill(row)) {
                skills.append(model.at(row).id);
            }
        }
        return skills;
    }
};

} // namespace waymark::support
