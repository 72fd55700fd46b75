// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>
#include <ui/progress/ProgressViews.h>
#include <ui/progress/WeekAxis.h>
#include <ui/words/Isolated.h>
#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

using Shape = ChartSeries::Shape;
using session::PlanObstacle;

constexpr int farthestYears = 5; ///< drawn ahead, so that what was done keeps its room; the table has later dates too

/// How far the learner is on the way to the goal, or once there is no further goal with the whole course.
class WayView
{
    Q_DECLARE_TR_FUNCTIONS(WayView)

public:
    WayView(const session::Workspace& workspace, const learning::Statistics& statistics, const ProgressOutlook& outlook)
        : m_workspace(workspace)
        , m_outlook(outlook)
        , m_weeks(statistics.weeks(outlook.outset.way))
        , m_today(statistics.today())
    {
        const auto& states = workspace.states();
        const std::vector<int>& way = outlook.outset.way;
        const auto isDone = [&states](int skill) { return learning::isReached(states[static_cast<std::size_t>(skill)]); };
        m_total = static_cast<int>(way.empty() ? states.size() : way.size());
        m_done = static_cast<int>(way.empty() ? std::ranges::count_if(states, learning::isReached) : std::ranges::count_if(way, isDone));
        if (outlook.forecast) {
            m_band = learning::bandOf(*outlook.forecast);
            m_obstacle = session::obstacleOf(outlook.outset, *outlook.forecast);
        }
    }

    [[nodiscard]] ProgressView view() const
    {
        ProgressView view;
        view.chart.title = tr("Skills on the way");
        view.chart.summary = summary();
        view.step = step();
        const QDate first = m_weeks.empty() ? m_today : m_weeks.front().first;
        view.chart.keys = weeks::axis(std::min(first, m_today.addDays(-weeks::fewestDays / 2)), endOfAxis());
        view.chart.panels = { road(view.chart.keys), eachWeek() };
        view.table = table(view.chart.title);
        if (view.table.rows.empty()) {
            const bool isFree = m_obstacle == PlanObstacle::None;
            view.empty = isFree ? tr("Nothing is reached yet. Begin with the skill that comes next.") : words(m_obstacle);
            view.step = isFree ? ProgressStep::NextSkill : step();
        }
        return view;
    }

private:
    /// What leads on from the obstacle.
    [[nodiscard]] ProgressStep step() const
    {
        switch (m_obstacle) {
        case PlanObstacle::None:
            return ProgressStep::None;
        case PlanObstacle::NoCourse:
            return ProgressStep::Course;
        case PlanObstacle::Reached:
            return ProgressStep::Milestone;
        case PlanObstacle::NoHours:
        case PlanObstacle::TooFar:
            return ProgressStep::Hours;
        case PlanObstacle::AllDaysOff:
            return ProgressStep::DaysOff;
        case PlanObstacle::DeadlinePast:
            return ProgressStep::Deadline;
        }
        return ProgressStep::None;
    }

    [[nodiscard]] QString words(PlanObstacle obstacle) const
    {
        return PlanWords::obstacle(obstacle, m_outlook.outset, m_workspace.roadmap());
    }

    [[nodiscard]] QString summary() const
    {
        const QString done = QLocale().toString(m_done);
        const QString total = QLocale().toString(m_total);
        const domain::Milestone* milestone = m_workspace.roadmap().milestone(m_outlook.outset.milestone);
        const QString standing = milestone == nullptr
            ? tr("%1 of %2 skills of the course are reached.").arg(done, total)
            : tr("%1 of %2 skills on the way to \"%3\" are reached.").arg(done, total, isolated(milestone->title));
        if (!m_outlook.forecast) {
            return standing;
        }
        QString summary = standing;
        for (const QString& ahead : { PlanWords::forecast(*m_outlook.forecast), words(m_obstacle) }) {
            summary = ahead.isEmpty() ? summary : tr("%1 %2", "two sentences").arg(summary, ahead);
        }
        return summary;
    }

    [[nodiscard]] QDate endOfAxis() const
    {
        QDate end = m_today.addDays(weeks::days);
        if (m_band) {
            for (const QDate day : { m_band->early, m_band->middle, m_band->late }) {
                end = day.isValid() ? std::max(end, day.addDays(weeks::days)) : end;
            }
        }
        return std::min(end, m_today.addYears(farthestYears));
    }

    /// From what is done today straight to all of it on a day, as far as the axis goes; where there is no such day, level.
    [[nodiscard]] std::vector<QPointF> roadTo(QDate day, double end) const
    {
        const double from = keyOf(m_today);
        std::vector<QPointF> points { { from, static_cast<double>(m_done) } };
        if (!day.isValid()) {
            points.emplace_back(end, m_done);
        } else if (keyOf(day) < end) {
            points.emplace_back(keyOf(day), m_total);
            points.emplace_back(end, m_total);
        } else {
            const double part = (end - from) / std::max(keyOf(day) - from, 1.0);
            points.emplace_back(end, m_done + (m_total - m_done) * std::min(part, 1.0));
        }
        return points;
    }

    [[nodiscard]] ChartPanel road(const ChartAxis& keys) const
    {
        ChartPanel panel { tr("Skills reached"), { ChartAxis::Kind::Count, 0, static_cast<double>(m_total) }, {} };
        const auto total = static_cast<double>(m_total);
        panel.series.push_back({ tr("All of the way"), Shape::Dashes, Tone::SoftText, { { keys.from, total }, { keys.to, total } } });
        if (m_band) {
            panel.series.push_back({ tr("Likely, from %1 to %2", "percent").arg(percentText(15), percentText(85)), Shape::Band, Tone::Mark,
                roadTo(m_band->late, keys.to), roadTo(m_band->early, keys.to) });
            std::vector<QPointF> middle = roadTo(m_band->middle, keys.to);
            middle.resize(2);
            panel.series.push_back({ tr("As likely as not"), Shape::Dashes, Tone::Mark, middle });
        }
        ChartSeries reached { tr("Reached"), Shape::Ground, Tone::Trail, {} };
        if (!m_weeks.empty()) {
            reached.points.emplace_back(keyOf(m_weeks.front().first), m_weeks.front().reachedInAll - m_weeks.front().reached);
        }
        for (const learning::WeekFigures& week : m_weeks) {
            reached.points.emplace_back(endOf(week), week.reachedInAll);
        }
        panel.series.push_back(reached);
        return panel;
    }

    /// The present week ends today.
    [[nodiscard]] double endOf(const learning::WeekFigures& week) const
    {
        return keyOf(std::min(week.first.addDays(weeks::days), m_today));
    }

    /// The day that the figures of a week hold on, as a forecast is of a day.
    [[nodiscard]] QDate lastDayOf(const learning::WeekFigures& week) const
    {
        return std::min(week.first.addDays(weeks::days - 1), m_today);
    }

    [[nodiscard]] ChartPanel eachWeek() const
    {
        ChartSeries bars { {}, Shape::Bars, Tone::Trail, {}, {}, weeks::barWidth };
        double most = 3; // a week with one is no wall
        for (const learning::WeekFigures& week : m_weeks) {
            bars.points.emplace_back(weeks::middleOf(week.first), week.reached);
            most = std::max(most, static_cast<double>(week.reached));
        }
        return { tr("Skills reached each week"), { ChartAxis::Kind::Count, 0, most }, { bars }, 0.4 };
    }

    void addForecast(FigureTable& table, int percent, QDate day) const
    {
        if (day.isValid()) {
            const QString total = QLocale().toString(m_total);
            table.rows.push_back({ u"forecast-%1"_s.arg(percent), { figureOf(day), Figure {}, figureOf(m_total), figureOf(percent) },
                tr("%1 likely: all %2 skills are reached by %3.", "percent, a number, a date")
                    .arg(percentText(percent), total, PlanWords::date(day)),
                day <= m_today.addYears(farthestYears) ? std::optional(ChartSpot { 0, keyOf(day), static_cast<double>(m_total) })
                                                       : std::nullopt });
        }
    }

    [[nodiscard]] FigureTable table(const QString& name) const
    {
        FigureTable table { name, { tr("Date"), tr("Reached"), tr("In all"), tr("Likely, %") }, {} };
        if (m_band) {
            addForecast(table, 85, m_band->late);
            addForecast(table, 50, m_band->middle);
            addForecast(table, 15, m_band->early);
        }
        for (auto week = m_weeks.rbegin(); week != m_weeks.rend(); ++week) {
            table.rows.push_back({ week->first.toString(Qt::ISODate),
                { figureOf(lastDayOf(*week)), figureOf(week->reached), figureOf(week->reachedInAll), Figure {} },
                tr("Week of %1: %n skill(s) reached, %2 in all.", nullptr, week->reached)
                    .arg(PlanWords::date(week->first), QLocale().toString(week->reachedInAll)),
                ChartSpot { 0, endOf(*week), static_cast<double>(week->reachedInAll) } });
        }
        return table;
    }

    const session::Workspace& m_workspace;
    const ProgressOutlook& m_outlook;
    std::vector<learning::WeekFigures> m_weeks;
    QDate m_today;
    int m_done = 0;
    int m_total = 0;
    std::optional<learning::ForecastBand> m_band;
    PlanObstacle m_obstacle = PlanObstacle::None;
};

} // namespace

ProgressView wayView(const session::Workspace& workspace, const learning::Statistics& statistics, const ProgressOutlook& outlook)
{
    return WayView(workspace, statistics, outlook).view();
}

} // namespace waymark::ui
