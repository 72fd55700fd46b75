// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ProgressViews.h>
#include <ui/words/PlanWords.h>

#include <QCoreApplication>
#include <QLocale>

namespace waymark::ui {

ProgressView progressView(ProgressChart chart, const session::Workspace& workspace, const ProgressOutlook& outlook)
{
    if (!workspace.hasCourse()) {
        ProgressView none;
        none.empty
            = QCoreApplication::translate("ProgressViews", "There is no course yet, so there is no progress to show. Install one first.");
        none.step = ProgressStep::Course;
        return none;
    }
    const learning::Statistics statistics(
        workspace.roadmap(), workspace.progress(), workspace.states(), workspace.moment(), QLocale().firstDayOfWeek());
    switch (chart) {
    case ProgressChart::Way:
        return wayView(workspace, statistics, outlook);
    case ProgressChart::Hours:
        return hoursView(workspace, statistics);
    case ProgressChart::Days:
        return daysView(statistics);
    case ProgressChart::Recall:
        return recallView(workspace, statistics);
    case ProgressChart::Estimates:
        return estimatesView(workspace, statistics);
    case ProgressChart::Areas:
        return areasView(workspace, statistics);
    }
    return {};
}

QString stepWords(ProgressStep step)
{
    switch (step) {
    case ProgressStep::None:
        return {};
    case ProgressStep::NextSkill:
        return QCoreApplication::translate("ProgressViews", "Open the next skill");
    case ProgressStep::Recall:
        return QCoreApplication::translate("ProgressViews", "Go to Recall");
    case ProgressStep::Milestone:
        return PlanWords::step(session::PlanObstacle::Reached);
    case ProgressStep::Deadline:
        return PlanWords::step(session::PlanObstacle::DeadlinePast);
    case ProgressStep::Course:
        return PlanWords::step(session::PlanObstacle::NoCourse);
    case ProgressStep::DaysOff:
        return PlanWords::step(session::PlanObstacle::AllDaysOff);
    case ProgressStep::Hours:
        return PlanWords::step(session::PlanObstacle::NoHours);
    }
    return {};
}

} // namespace waymark::ui
