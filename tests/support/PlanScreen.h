// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ClockedLibrary.h>
#include <ScreenParts.h>

#include <ui/plan/ScheduleView.h>
#include <session/Workers.h>

namespace waymark::support {

/// A plan over the graph course: the order of its skills is base, middle, blue, end, top.
struct PlanScreen : ClockedLibrary
{
    static constexpr qint64 saturday = 1'795'250'400'000; ///< 2026-11-21 in the morning

    explicit PlanScreen(double hoursPerWeek = 7, const QString& milestone = QStringLiteral("whole"), QDate deadline = {})
        : ClockedLibrary(saturday)
    {
        if (hoursPerWeek > 0 || !milestone.isEmpty()) {
            aim(hoursPerWeek, milestone, deadline);
        }
    }
    void takeOff(QDate first, QDate last, const QString& reason = {}) const
    {
        apply(domain::addDaysOff(context(), { first, last, reason }));
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
