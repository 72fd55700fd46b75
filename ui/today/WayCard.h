// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>
#include <ui/theme/Controls.h>

QT_BEGIN_NAMESPACE
class QProgressBar;
QT_END_NAMESPACE

namespace waymark::ui {

class ReachedNote;

/// How far the learner is on the way to the milestone, and by when it will be done.
class WayCard : public Card
{
    Q_OBJECT

public:
    explicit WayCard(QWidget* parent = nullptr);

    /// `deadline` may be null; with one there is room for its chance as well.
    void setStanding(const QString& milestone, const learning::MilestoneStanding& standing, QDate deadline);
    /// The forecast comes later than the rest. Until the first one there is room for it, and afterwards what it said last stays.
    void setForecast(const session::StudyOutset& outset, const learning::Forecast& forecast, const domain::Roadmap& roadmap);

    [[nodiscard]] ReachedNote& reached() const { return *m_reached; }

Q_SIGNALS:
    void goalRequested();
    void planRequested(); ///< schedule and forecast
    void hoursRequested(); ///< where days off are taken away

private:
    TextLabel* m_title;
    ReachedNote* m_reached;
    QProgressBar* m_bar;
    TextLabel* m_text;
    TextLabel* m_forecast;
    TextLabel* m_chance; ///< of the deadline, or that it has passed
    QPushButton* m_plan;
    bool m_leadsToHours = false;
};

} // namespace waymark::ui
