// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>
#include <session/Task.h>
#include <ui/theme/Controls.h>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QGridLayout;
QT_END_NAMESPACE

namespace waymark::ui {

class WordedSlider;

/// The dates as they would be with other hours, another deadline or milestone, beside those of now: both go by the same chance, so what
/// differs comes of the goal alone. Nothing of it is kept before "Take over", which makes it the goal in one edit. The forecast runs on a
/// worker, and of several the one asked for last counts.
class WhatIfCard : public Card
{
    Q_OBJECT

public:
    explicit WhatIfCard(session::Workspace& workspace, QWidget* parent = nullptr);

    /// The plan as it is, to compare with, and its forecast once that is there. What is being tried stays, reckoned anew. Until then the
    /// dates of before stay, but for those to another goal.
    void setOutset(const session::StudyOutset& outset);
    void setNow(const session::StudyOutset& outset, const learning::Forecast& forecast);
    [[nodiscard]] const session::WhatIf& tried() const { return m_tried; }
    void reset(); ///< the goal as it is

Q_SIGNALS:
    void stepRequested(waymark::session::PlanObstacle obstacle); ///< for what lies elsewhere

private:
    /// One line of the comparison.
    struct Line
    {
        TextLabel* caption = nullptr;
        TextLabel* now = nullptr;
        TextLabel* then = nullptr;
    };

    QGridLayout* makeControls();
    QGridLayout* makeComparison();
    QLayout* makeButtons();
    [[nodiscard]] WordedSlider* makeSlider(const QString& id, const QString& name, int page, double unit);
    [[nodiscard]] Line makeLine(QGridLayout& grid, int row, const QString& id, const QString& caption);
    void fitControls();
    void fitHours();
    void fitDeadline();
    void fillMilestones();
    void tryHours(int half);
    void tryDeadline();
    void tryMilestone();
    void follow();
    void followControls();
    void compare(const std::optional<learning::Forecast>& then);
    void showFault();
    void mendFault();
    void takeOver();
    [[nodiscard]] int moreHours() const;
    [[nodiscard]] QString mending() const;
    [[nodiscard]] QDate goalDeadline() const;
    [[nodiscard]] QDate deadline() const; ///< as the slider says; null without one

    session::Workspace& m_workspace;
    session::Task<learning::Forecast> m_task;
    session::WhatIf m_tried;
    session::StudyOutset m_now;
    session::StudyOutset m_then;
    std::optional<learning::Forecast> m_forecast; ///< of now, once it is known
    learning::Forecast m_forecastThen;
    session::PlanObstacle m_obstacle = session::PlanObstacle::None; ///< then
    WordedSlider* m_hours = nullptr; ///< half hours
    TextLabel* m_hoursText = nullptr;
    QCheckBox* m_hasDeadline = nullptr;
    WordedSlider* m_deadline = nullptr; ///< days from today
    TextLabel* m_deadlineText = nullptr;
    QComboBox* m_milestone = nullptr;
    Line m_even;
    Line m_likely;
    Line m_chance;
    QWidget* m_faultRow = nullptr;
    TextLabel* m_fault = nullptr;
    QPushButton* m_mend = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_back = nullptr;
};

} // namespace waymark::ui
