// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/DraftValues.h>
#include <session/StudyPlan.h>
#include <ui/plan/PlanPane.h>

class QPushButton;
class QScrollArea;

namespace waymark::ui {

class CueCard;
class DaysOffCard;
class DraftKeeper;
class ObstacleNote;
class TextLabel;
class WeekHours;

/// When the learner means to study: the hours of each weekday, the habit they hang on, how much is done at once, and the days off. What is
/// entered becomes an edit when typing or stepping ends; there is nothing to save.
class HoursPane : public PlanPane
{
    Q_OBJECT

public:
    explicit HoursPane(session::Workspace& workspace, QWidget* parent = nullptr);
    ~HoursPane() override;

    void commit();
    void keepFields(); ///< what was entered and is not an edit yet
    [[nodiscard]] bool hasUnsaved() const; ///< that commit() could not make one of
    void openDraft(session::DraftKind kind); ///< of the cue or of days off

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeGoal();
    QWidget* makeWeek();
    void refresh();
    void offerDraft();
    void refreshObstacle();
    void takeStep(session::PlanObstacle obstacle);
    void setWeek(const domain::WeekMinutes& minutes);
    [[nodiscard]] domain::StudyRhythm present() const; ///< with the minutes of each day, however they are stored

    session::Workspace& m_workspace;
    ObstacleNote* m_obstacle = nullptr;
    TextLabel* m_goal = nullptr;
    WeekHours* m_week = nullptr;
    CueCard* m_cue = nullptr;
    DaysOffCard* m_daysOff = nullptr;
    QScrollArea* m_area = nullptr;
    DraftKeeper* m_draft = nullptr; ///< of the cue
};

} // namespace waymark::ui
