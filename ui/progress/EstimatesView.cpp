// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>
#include <ui/progress/ProgressViews.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QCoreApplication>

#include <algorithm>

namespace waymark::ui {

namespace {

using Shape = ChartSeries::Shape;

constexpr double margin = 1.08; ///< beyond the farthest dot

class EstimatesView
{
    Q_DECLARE_TR_FUNCTIONS(EstimatesView)

public:
    EstimatesView(const session::Workspace& workspace, const learning::Statistics& statistics)
        : m_roadmap(workspace.roadmap())
        , m_skills(statistics.estimates())
    {
        for (const learning::EstimateFigures& each : m_skills) {
            m_estimated += each.estimated;
            m_actual += each.actual;
        }
    }

    [[nodiscard]] ProgressView view() const
    {
        ProgressView view;
        view.chart.title = tr("Estimated and actual hours");
        if (m_skills.empty()) {
            view.empty = tr("No finished skill has logged time yet. Log your time beside a lesson: once the skill is finished, what it "
                            "took stands here beside the estimate.");
            view.step = ProgressStep::NextSkill;
            return view;
        }
        view.chart.summary = tr("%n finished skill(s) with logged time took %1 instead of %2: %3 times the estimate.", nullptr,
            static_cast<int>(m_skills.size()))
                                 .arg(Words::hours(m_actual), Words::hours(m_estimated), ratioFigure(m_actual / m_estimated).text);
        view.chart.isByKey = false;
        const double to = margin * std::ranges::max(m_skills, {}, &learning::EstimateFigures::estimated).estimated;
        view.chart.keys = { ChartAxis::Kind::Hours, 0, to, {}, tr("Estimated hours") };
        view.chart.panels = { field(to) };
        view.table = table(view.chart.title);
        return view;
    }

private:
    [[nodiscard]] ChartPanel field(double to) const
    {
        ChartSeries dots { tr("A finished skill"), Shape::Dots, Tone::Trail, {} };
        for (const learning::EstimateFigures& each : m_skills) {
            dots.points.emplace_back(each.estimated, each.actual);
        }
        std::ranges::stable_sort(dots.points, {}, &QPointF::x);
        const double ratio = m_actual / m_estimated;
        const double longest = margin * std::ranges::max(m_skills, {}, &learning::EstimateFigures::actual).actual;
        const ChartSeries even { tr("As estimated"), Shape::Dashes, Tone::SoftText, { { 0, 0 }, { to, to } } };
        const ChartSeries own { tr("All together"), Shape::Line, Tone::Mark, { { 0, 0 }, { to, to * ratio } } };
        return { tr("Actual hours"), { ChartAxis::Kind::Hours, 0, std::max({ longest, to, to * ratio }) }, { even, own, dots } };
    }

    [[nodiscard]] FigureTable table(const QString& name) const
    {
        FigureTable table { name, { tr("Skill"), tr("Estimate, h"), tr("Actual, h"), tr("Ratio") }, {} };
        for (const learning::EstimateFigures& each : m_skills) {
            const domain::Skill& skill = m_roadmap.skill(each.skill);
            table.rows.push_back(
                { skill.id, { figureOf(skill.title), hoursFigure(each.estimated), hoursFigure(each.actual), ratioFigure(each.ratio()) },
                    tr("%1: estimated at %2, done in %3.", "a skill and two numbers of hours")
                        .arg(isolated(skill.title), Words::hours(each.estimated), Words::hours(each.actual)),
                    ChartSpot { 0, each.estimated, each.actual } });
        }
        return table;
    }

    const domain::Roadmap& m_roadmap;
    std::vector<learning::EstimateFigures> m_skills;
    double m_estimated = 0; ///< hours of all of them
    double m_actual = 0;
};

} // namespace

ProgressView estimatesView(const session::Workspace& workspace, const learning::Statistics& statistics)
{
    return EstimatesView(workspace, statistics).view();
}

} // namespace waymark::ui
