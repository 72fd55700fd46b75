// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>
#include <ui/progress/ProgressViews.h>
#include <ui/progress/WeekAxis.h>
#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::ui {

namespace {

using Shape = ChartSeries::Shape;
using Weeks = std::vector<learning::RecallWeek>;

/// A round tenth below everything, so that the line has room.
double floorOf(const Weeks& recalled, double target)
{
    const double least = std::ranges::min(recalled, {}, &learning::RecallWeek::retention).retention();
    return std::max(0.0, std::floor((std::min(least, target) - 0.05) * 10) / 10);
}

class RecallView
{
    Q_DECLARE_TR_FUNCTIONS(RecallView)

public:
    RecallView(const session::Workspace& workspace, const learning::Statistics& statistics)
        : m_weeks(statistics.recallWeeks())
        , m_target(workspace.progress().recallOptions().retention)
        , m_today(statistics.today())
    {
    }

    [[nodiscard]] ProgressView view() const
    {
        ProgressView view;
        view.chart.title = tr("Recall by week");
        if (m_weeks.empty()) {
            view.empty = tr("No card was asked again after a day or more yet. Recall your cards, and how well you remember appears here.");
            view.step = ProgressStep::Recall;
            return view;
        }
        view.chart.summary = summary();
        view.chart.keys = weeks::axis(m_weeks.front().first, std::max(m_weeks.back().first.addDays(weeks::days), m_today));
        view.chart.panels = { remembered(view.chart.keys), asked() };
        view.table = table(view.chart.title);
        return view;
    }

private:
    [[nodiscard]] QString summary() const
    {
        int recalls = 0;
        int kept = 0;
        for (const learning::RecallWeek& week : m_weeks) {
            recalls += week.recalls;
            kept += week.remembered;
        }
        return tr("%1 of %n card(s) asked again after a day or more were remembered; the target is %2.", nullptr, recalls)
            .arg(shareText(static_cast<double>(kept) / recalls), shareText(m_target));
    }

    [[nodiscard]] ChartPanel remembered(const ChartAxis& keys) const
    {
        ChartSeries kept { tr("Remembered"), Shape::Trace, Tone::Trail, {} };
        QDate expected = m_weeks.front().first;
        for (const learning::RecallWeek& week : m_weeks) {
            if (week.first > expected) { // nothing is known of the weeks in between
                kept.points.emplace_back(keyOf(expected), std::numeric_limits<double>::quiet_NaN());
            }
            kept.points.emplace_back(weeks::middleOf(week.first), week.retention());
            expected = week.first.addDays(weeks::days);
        }
        const ChartSeries target { tr("Target"), Shape::Dashes, Tone::Mark, { { keys.from, m_target }, { keys.to, m_target } } };
        return { tr("Cards remembered"), { ChartAxis::Kind::Share, floorOf(m_weeks, m_target), 1 }, { kept, target } };
    }

    [[nodiscard]] ChartPanel asked() const
    {
        ChartSeries bars { {}, Shape::Bars, Tone::Learning, {}, {}, weeks::barWidth };
        for (const learning::RecallWeek& week : m_weeks) {
            bars.points.emplace_back(weeks::middleOf(week.first), week.recalls);
        }
        const int most = std::ranges::max(m_weeks, {}, &learning::RecallWeek::recalls).recalls;
        return { tr("Cards asked each week"), { ChartAxis::Kind::Count, 0, static_cast<double>(most) }, { bars }, 0.5 };
    }

    [[nodiscard]] FigureTable table(const QString& name) const
    {
        FigureTable table { name, { tr("Week of"), tr("Asked"), tr("Remembered"), tr("Percent"), tr("Target, %") }, {} };
        for (auto week = m_weeks.rbegin(); week != m_weeks.rend(); ++week) {
            table.rows.push_back({ week->first.toString(Qt::ISODate),
                { figureOf(week->first), figureOf(week->recalls), figureOf(week->remembered), percentFigure(week->retention()),
                    percentFigure(m_target) },
                tr("Week of %1: %2 of %n card(s) remembered, %3.", nullptr, week->recalls)
                    .arg(PlanWords::date(week->first), QLocale().toString(week->remembered), shareText(week->retention())),
                ChartSpot { 0, weeks::middleOf(week->first), week->retention() } });
        }
        return table;
    }

    Weeks m_weeks;
    double m_target; ///< 0..1
    QDate m_today;
};

} // namespace

ProgressView recallView(const session::Workspace& workspace, const learning::Statistics& statistics)
{
    return RecallView(workspace, statistics).view();
}

} // namespace waymark::ui
