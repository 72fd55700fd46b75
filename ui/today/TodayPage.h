// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/ReviewShelf.h>
#include <session/Workspace.h>

class QBoxLayout;
class QProgressBar;
class QPushButton;

namespace waymark::ui {

class ReviewLine;
class StepCard;
class TextLabel;
class WeekBars;

/// The first page: three things to do next, each with its reason: steps, cards that are due, the project that is open. Above them what a
/// reviewer answered, below them the week against the goal.
class TodayPage : public Page
{
    Q_OBJECT

public:
    explicit TodayPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;

Q_SIGNALS:
    void goalRequested();
    void courseRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void refreshSteps();
    [[nodiscard]] QStringList fadingSkills() const; ///< titles, in course order
    void addCard(StepCard* card);
    void refreshWay();
    void refreshWeek();
    QWidget* makeEmptyCard();
    QWidget* makeWayCard();
    QWidget* makeWeekCard();

    session::Workspace& m_workspace;
    session::ReviewShelf m_shelf;
    ReviewLine* m_reviews = nullptr;
    TextLabel* m_greeting = nullptr;
    TextLabel* m_lead = nullptr;
    QBoxLayout* m_steps = nullptr;
    QBoxLayout* m_foot = nullptr;
    TextLabel* m_wayText = nullptr;
    TextLabel* m_wayTitle = nullptr;
    QProgressBar* m_wayBar = nullptr;
    WeekBars* m_week = nullptr;
    TextLabel* m_weekText = nullptr;
    QPushButton* m_setGoal = nullptr;
};

} // namespace waymark::ui
