// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ProgressViews.h>

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

} // namespace waymark::ui
