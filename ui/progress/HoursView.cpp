// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>
#include <ui/progress/ProgressViews.h>
#include <ui/progress/WeekAxis.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace waymark::ui {

namespace {

using Shape = ChartSeries::Shape;
using Weeks = std::vector<learning::WeekFigures>;

constexpr int plannedColumn = 2; ///< beside the hours that it is to be held against

double inHours(int minutes)
{
    return minutes / 60.0;
}

class HoursView
{
    Q_DECLARE_TR_FUNCTIONS(HoursView)

public:
    HoursView(const session::Workspace& workspace, const learning::Statistics& statistics)
        : m_weeks(statistics.weeks())
        , m_planned(inHours(learning::StudyTimes::of(workspace.progress()).minutesAWeek()))
        , m_today(statistics.today())
    {
    }

    [[nodiscard]] ProgressView view() const
    {
        ProgressView view;
        view.chart.title = tr("Hours of study by week");
        if (m_weeks.empty() || m_weeks.back().minutesInAll == 0) {
            view.empty = tr("No study time is logged yet. Log it beside a lesson, under Time, and the weeks appear here.");
            view.step = ProgressStep::NextSkill;
            return view;
        }
        view.chart.summary = summary();
        view.chart.keys = weeks::axis(m_weeks.front().first, m_weeks.back().first.addDays(weeks::days));
        view.chart.panels = { eachWeek(view.chart.keys), inAll() };
        view.table = table(view.chart.title);
        return view;
    }

private:
    [[nodiscard]] QString summary() const
    {
        const auto four = m_weeks.end() - std::min<std::ptrdiff_t>(4, std::ssize(m_weeks));
        const int late
            = std::accumulate(four, m_weeks.end(), 0, [](int sum, const learning::WeekFigures& week) { return sum + week.minutes; });
        return tr("%1 of study in all, %2 of it in the last four weeks.")
            .arg(Words::minutes(m_weeks.back().minutesInAll), Words::minutes(late));
    }

    [[nodiscard]] ChartPanel eachWeek(const ChartAxis& keys) const
    {
        ChartSeries studied { tr("Studied"), Shape::Bars, Tone::Trail, {}, {}, weeks::barWidth };
        double most = m_planned;
        for (const learning::WeekFigures& week : m_weeks) {
            studied.points.emplace_back(weeks::middleOf(week.first), inHours(week.minutes));
            most = std::max(most, inHours(week.minutes));
        }
        ChartPanel panel { tr("Hours each week"), { ChartAxis::Kind::Hours, 0, most }, { studied } };
        if (m_planned > 0) {
            panel.series.push_back({ tr("Planned"), Shape::Dashes, Tone::Mark, { { keys.from, m_planned }, { keys.to, m_planned } } });
        }
        return panel;
    }

    [[nodiscard]] ChartPanel inAll() const
    {
        const learning::WeekFigures& first = m_weeks.front();
        ChartSeries sum { {}, Shape::Ground, Tone::Trail, { { keyOf(first.first), inHours(first.minutesInAll - first.minutes) } } };
        for (const learning::WeekFigures& week : m_weeks) {
            sum.points.emplace_back(keyOf(std::min(week.first.addDays(weeks::days), m_today.addDays(1))), inHours(week.minutesInAll));
        }
        return { tr("Hours in all"), { ChartAxis::Kind::Hours, 0, inHours(m_weeks.back().minutesInAll) }, { sum }, 0.7 };
    }

    /// What is new is read first.
    [[nodiscard]] FigureTable table(const QString& name) const
    {
        FigureTable table { name, { tr("Week of"), tr("Hours"), tr("Hours in all") }, {} };
        if (m_planned > 0) {
            table.heads.insert(plannedColumn, tr("Planned, h", "hours"));
        }
        for (auto week = m_weeks.rbegin(); week != m_weeks.rend(); ++week) {
            table.rows.push_back({ week->first.toString(Qt::ISODate), cellsOf(*week),
                tr("Week of %1: %2 of study, %3 in all.")
                    .arg(PlanWords::date(week->first), Words::minutes(week->minutes), Words::minutes(week->minutesInAll)),
                ChartSpot { 0, weeks::middleOf(week->first), inHours(week->minutes) } });
        }
        return table;
    }

    /// One for each head; where no hours are planned the chart has no line of them either.
    [[nodiscard]] std::vector<Figure> cellsOf(const learning::WeekFigures& week) const
    {
        std::vector<Figure> cells { figureOf(week.first), hoursFigure(inHours(week.minutes)), hoursFigure(inHours(week.minutesInAll)) };
        if (m_planned > 0) {
            cells.insert(cells.begin() + plannedColumn, hoursFigure(m_planned));
        }
        return cells;
    }

    Weeks m_weeks;
    double m_planned; ///< hours of a week without days off
    QDate m_today;
};

class DaysView
{
    Q_DECLARE_TR_FUNCTIONS(DaysView)

public:
    [[nodiscard]] static ProgressView of(const learning::StudyDays& days)
    {
        ProgressView view;
        view.chart.title = tr("Study by day");
        if (days.daysStudied() == 0) {
            view.empty
                = tr("No study time is logged in the last twelve months. Log it beside a lesson, under Time, and the days appear here.");
            view.step = ProgressStep::NextSkill;
            return view;
        }
        view.days = days;
        view.chart.summary
            = tr("%1 of study on %n day(s) of the last twelve months.", nullptr, days.daysStudied()).arg(Words::minutes(days.total()));
        view.table = { view.chart.title, { tr("Day"), tr("Minutes") }, {} };
        for (int i = static_cast<int>(days.minutes.size()) - 1; i >= 0; --i) {
            const int minutes = days.minutes[static_cast<std::size_t>(i)];
            const QDate day = days.first.addDays(i);
            if (minutes > 0) {
                view.table.rows.push_back({ day.toString(Qt::ISODate), { figureOf(day), figureOf(minutes) },
                    tr("%1: %2 of study.", "a day and a time")
                        .arg(QLocale().toString(day, QLocale::LongFormat), Words::minutes(minutes)) });
            }
        }
        return view;
    }
};

} // namespace

ProgressView hoursView(const session::Workspace& workspace, const learning::Statistics& statistics)
{
    return HoursView(workspace, statistics).view();
}

ProgressView daysView(const learning::Statistics& statistics)
{
    return DaysView::of(statistics.days());
}

} // namespace waymark::ui
