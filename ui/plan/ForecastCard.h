// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>
#include <ui/theme/Controls.h>

namespace waymark::ui {

class ObstacleNote;
class ReachedNote;

/// By when the milestone will be reached: both dates, the chance of the deadline, what that rests on, and what stands against it.
class ForecastCard : public Card
{
    Q_OBJECT

public:
    explicit ForecastCard(QWidget* parent = nullptr);

    /// What is known before any chance is: the milestone and the hours. The dates of before stay until setForecast(), but for those to
    /// another milestone or deadline.
    void setOutset(const session::StudyOutset& outset, const domain::Roadmap& roadmap);
    [[nodiscard]] ReachedNote& reached() const { return *m_reached; }
    void setForecast(const session::StudyOutset& outset, const learning::Forecast& forecast, const domain::Roadmap& roadmap);
    [[nodiscard]] QPushButton* whatIf() const { return m_whatIf; } ///< on while the person tries other goals

Q_SIGNALS:
    void stepRequested(waymark::session::PlanObstacle obstacle);

private:
    /// A figure under its caption.
    struct Figure
    {
        QWidget* whole = nullptr;
        TextLabel* caption = nullptr;
        TextLabel* value = nullptr;
    };

    void clear();
    void keepRoom(bool keeps);
    [[nodiscard]] Figure makeFigure(const QString& id, const QString& caption);

    QString m_milestone; ///< that the figures are of
    QDate m_due; ///< its deadline
    TextLabel* m_title = nullptr;
    ReachedNote* m_reached = nullptr;
    QPushButton* m_whatIf = nullptr;
    QWidget* m_figures = nullptr;
    Figure m_even;
    Figure m_likely;
    Figure m_deadline;
    TextLabel* m_basis = nullptr;
    ObstacleNote* m_obstacle = nullptr;
};

} // namespace waymark::ui
