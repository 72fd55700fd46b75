// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>
#include <session/Task.h>
#include <ui/plan/PlanPane.h>

class QStackedWidget;

namespace waymark::ui {

class ForecastCard;
class MovedNote;
class ObstacleNote;
class ScheduleModel;
class ScheduleView;
class TextLabel;
class WhatIfCard;
class WishNote;

/// What comes when and by when all of it is done: the forecast, what another goal would do to it, what has moved since the plan was last
/// looked at, and the skills in the order of study, which the learner can change as far as prerequisites allow.
class SchedulePane : public PlanPane
{
    Q_OBJECT

public:
    explicit SchedulePane(session::Workspace& workspace, QWidget* parent = nullptr);
    ~SchedulePane() override;

    void goTo(const QString& skill) override;
    [[nodiscard]] QString currentSkill() const override;
    /// The dates that the next ones are compared with, and what is open.
    [[nodiscard]] QVariantMap view() const;
    void restoreView(const QVariantMap& view);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeContent();
    void bindContent();
    QWidget* makeNothing();
    void makeActions();
    QAction* makeAction(const QString& id, const QString& text, const QKeySequence& keys, void (SchedulePane::*done)());
    void follow(const session::Changes& changes);
    void refreshOrWait();
    void refresh();
    void refreshForecast();
    void refreshMoved();
    void refreshActions();
    void refreshNote();
    [[nodiscard]] bool hasNotes() const;
    void arrived(const learning::Forecast& forecast);
    void takeStep(session::PlanObstacle obstacle);
    void move(const QString& skill, const QString& before);
    void moveEarlier();
    void moveLater();
    void moveFirst();
    void moveLast();
    void putBack();
    void forget(const QStringList& skills);
    void open();
    void showOnMap();
    void seen();

    session::Workspace& m_workspace;
    session::Task<learning::Forecast> m_task;
    session::StudyOutset m_outset;
    learning::PlanDates m_dates; ///< as they are
    learning::PlanDates m_base; ///< as they were when last looked at
    std::optional<learning::ForecastInput> m_forecastOf; ///< what the forecast that is shown, or on its way, was made from
    std::optional<learning::Forecast> m_latest; ///< that forecast, once it is there
    bool m_isStale = true; ///< to be made anew when it is seen

    ScheduleModel* m_model = nullptr;
    ScheduleView* m_list = nullptr;
    ForecastCard* m_forecast = nullptr;
    WhatIfCard* m_whatIf = nullptr;
    MovedNote* m_moved = nullptr;
    WishNote* m_wishes = nullptr;
    TextLabel* m_note = nullptr; ///< of the chosen line, which its column may have no room for
    QStackedWidget* m_stack = nullptr; ///< the plan, or why there is none
    ObstacleNote* m_nothing = nullptr;
    QAction* m_open = nullptr;
    QAction* m_map = nullptr;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_first = nullptr;
    QAction* m_last = nullptr;
    QAction* m_putBack = nullptr;
};

} // namespace waymark::ui
