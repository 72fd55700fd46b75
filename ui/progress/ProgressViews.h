// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/FiguresModel.h>

#include <learning/Statistics.h>
#include <session/StudyPlan.h>

namespace waymark::ui {

/// The charts of the progress page, in the order of its switch.
enum class ProgressChart { Way, Hours, Days, Recall, Estimates, Areas };

/// What a person can do where a chart has nothing to show, or could show more.
enum class ProgressStep {
    None,
    NextSkill, ///< open the skill that comes next
    Recall,
    Milestone, ///< choose a further one
    Deadline, ///< change it
    Course, ///< install one
    DaysOff, ///< take some of them away
    Hours, ///< of study, set them
};

[[nodiscard]] QString stepWords(ProgressStep step); ///< what its button says; empty for None

/// A chart with its table, or a sentence in their place.
struct ProgressView
{
    ChartContent chart; ///< its title and summary are those of the view, whatever it shows
    std::optional<learning::StudyDays> days {}; ///< of a heat map, in place of the chart
    FigureTable table;
    QString empty {}; ///< what to say where there are no figures
    ProgressStep step = ProgressStep::None;

    bool operator==(const ProgressView&) const = default;
};

/// What lies ahead. Without `forecast` it is still being worked out.
struct ProgressOutlook
{
    session::StudyOutset outset;
    std::optional<learning::Forecast> forecast {};
};

/// The learner's records counted and put in words, as of now, in the language of the desktop. Nothing here blames: a week without study is
/// a week, and no days in a row are counted.
[[nodiscard]] ProgressView progressView(ProgressChart chart, const session::Workspace& workspace, const ProgressOutlook& outlook);

// One chart each, of a library with a course.
[[nodiscard]] ProgressView wayView(
    const session::Workspace& workspace, const learning::Statistics& statistics, const ProgressOutlook& outlook);
[[nodiscard]] ProgressView hoursView(const session::Workspace& workspace, const learning::Statistics& statistics);
[[nodiscard]] ProgressView daysView(const learning::Statistics& statistics);
[[nodiscard]] ProgressView recallView(const session::Workspace& workspace, const learning::Statistics& statistics);
[[nodiscard]] ProgressView estimatesView(const session::Workspace& workspace, const learning::Statistics& statistics);
[[nodiscard]] ProgressView areasView(const session::Workspace& workspace, const learning::Statistics& statistics);

} // namespace waymark::ui
