// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/today/RecallCard.h>

#include <session/ReviewShelf.h>
#include <session/StudyPlan.h>
#include <session/Task.h>

class QBoxLayout;

namespace waymark::ui {

class BoardCard;
class ReviewLine;
class StepCard;
class TextLabel;
class WayCard;
class WeekCard;

/// The first page: three things to do next, each with its reason: steps, cards that are due, the project that is open. Above them what a
/// reviewer answered, below them the week in hours, the board and the way to the goal with its forecast.
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

private:
    /// All that the cards of the steps show of the record.
    struct Steps
    {
        std::vector<learning::NextStep> next;
        QStringList faded; ///< how well each of them is still known that is fading, in words
        QString project; ///< id; empty for none
        learning::SkillState projectState = learning::SkillState::Ready;
        int doneItems = 0; ///< of the project
        RecallCard::Work work;
        bool hasCourse = false;

        bool operator==(const Steps&) const = default;
        [[nodiscard]] bool hasRecall() const { return work.cards.asked > 0 || work.questions > 0; }
        [[nodiscard]] int count() const { return static_cast<int>(next.size()) + (hasRecall() ? 1 : 0) + (project.isEmpty() ? 0 : 1); }
    };

    void refresh();
    void refreshSteps();
    [[nodiscard]] Steps stepsNow() const;
    std::optional<QString> clearSteps(); ///< the name of what had the focus among them
    void fillSteps();
    void focusSuccessor(const QString& name);
    [[nodiscard]] QStringList fadingSkills() const; ///< titles, in course order
    void addCard(StepCard* card);
    void refreshFoot();
    void orderTabs();
    void foretell();
    void showStudy();
    void goTo(const QString& section); ///< of the plan
    QWidget* makeEmptyCard();
    [[nodiscard]] QBoxLayout* makeFoot();

    session::Workspace& m_workspace;
    session::ReviewShelf m_shelf;
    ReviewLine* m_reviews = nullptr;
    TextLabel* m_greeting = nullptr;
    TextLabel* m_lead = nullptr;
    QBoxLayout* m_steps = nullptr;
    std::optional<Steps> m_shown; ///< what the cards were made from; none for those of another course
    QBoxLayout* m_foot = nullptr;
    WeekCard* m_week = nullptr;
    BoardCard* m_board = nullptr;
    WayCard* m_way = nullptr;
    session::StudyOutset m_outset; ///< what the forecast that is shown, or on its way, was made from
    std::optional<learning::Forecast> m_forecast; ///< that forecast, once it is there
    session::Task<learning::Forecast> m_forecasting;
};

} // namespace waymark::ui
