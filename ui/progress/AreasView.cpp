// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>
#include <ui/progress/ProgressViews.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waymark::ui {

namespace {

using Shape = ChartSeries::Shape;

constexpr double barWidth = 0.6; ///< of the way from one area to the next

class AreasView
{
    Q_DECLARE_TR_FUNCTIONS(AreasView)

public:
    AreasView(const session::Workspace& workspace, const learning::Statistics& statistics)
        : m_course(workspace.course())
        , m_areas(statistics.areas())
    {
    }

    [[nodiscard]] ProgressView view() const
    {
        ProgressView view;
        view.chart.title = tr("Areas of the course");
        view.chart.summary = summary();
        view.chart.isLying = true;
        view.chart.keys = { ChartAxis::Kind::Names, -barWidth, static_cast<double>(m_areas.size()) - 1 + barWidth };
        for (const learning::AreaFigures& area : m_areas) {
            view.chart.keys.names.push_back(titleOf(area));
        }
        view.chart.panels = { bars() };
        view.table = table(view.chart.title);
        return view;
    }

private:
    [[nodiscard]] const QString& titleOf(const learning::AreaFigures& area) const
    {
        return m_course.areas[static_cast<std::size_t>(area.area)].title;
    }

    [[nodiscard]] QString summary() const
    {
        learning::AreaFigures sum;
        for (const learning::AreaFigures& area : m_areas) {
            sum.done += area.done;
            sum.total += area.total;
            sum.hoursLeft += area.hoursLeft;
        }
        return tr("%1 of %2 skills of the course are reached; %3 are left, those off your way included.")
            .arg(QLocale().toString(sum.done), QLocale().toString(sum.total), Words::hours(sum.hoursLeft));
    }

    [[nodiscard]] ChartPanel bars() const
    {
        ChartSeries done { tr("Hours done"), Shape::Bars, Tone::Mastered, {}, {}, barWidth };
        ChartSeries left { tr("Hours left"), Shape::Bars, Tone::SoftText, {}, {}, barWidth, true };
        double longest = 1;
        for (const learning::AreaFigures& area : m_areas) {
            const auto key = static_cast<double>(done.points.size());
            done.points.emplace_back(key, area.hours - area.hoursLeft);
            left.points.emplace_back(key, area.hoursLeft);
            longest = std::max(longest, area.hours);
        }
        return { tr("Hours of the course"), { ChartAxis::Kind::Hours, 0, longest }, { done, left } };
    }

    [[nodiscard]] FigureTable table(const QString& name) const
    {
        FigureTable table { name, { tr("Area"), tr("Reached"), tr("Skills"), tr("Done, h"), tr("Left, h") }, {} };
        for (const learning::AreaFigures& area : m_areas) {
            const double done = area.hours - area.hoursLeft;
            const auto key = static_cast<double>(table.rows.size());
            table.rows.push_back({ m_course.areas[static_cast<std::size_t>(area.area)].id,
                { figureOf(titleOf(area)), figureOf(area.done), figureOf(area.total), hoursFigure(done), hoursFigure(area.hoursLeft) },
                tr("%1: %2 of %3 skills reached, %4 left.", "an area, two numbers and a number of hours")
                    .arg(isolated(titleOf(area)), QLocale().toString(area.done), QLocale().toString(area.total),
                        Words::hours(area.hoursLeft)),
                ChartSpot { 0, key, area.hours } }); // at the end of its bar
        }
        return table;
    }

    const domain::Course& m_course;
    std::vector<learning::AreaFigures> m_areas;
};

} // namespace

ProgressView areasView(const session::Workspace& workspace, const learning::Statistics& statistics)
{
    return AreasView(workspace, statistics).view();
}

} // namespace waymark::ui
