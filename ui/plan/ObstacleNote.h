// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace waymark::ui {

class TextLabel;

/// What keeps a plan from being dated, as a sentence, and a button that leads on. Hidden while nothing does.
class ObstacleNote : public QWidget
{
    Q_OBJECT

public:
    /// The text is named `id`, the button `id`.step.
    explicit ObstacleNote(const QString& id, QWidget* parent = nullptr);

    /// `step` stands on the button, instead of the words that PlanWords::step() has for the obstacle.
    void setObstacle(
        session::PlanObstacle obstacle, const session::StudyOutset& outset, const domain::Roadmap& roadmap, const QString& step = {});
    [[nodiscard]] session::PlanObstacle obstacle() const { return m_obstacle; }

Q_SIGNALS:
    void stepRequested(waymark::session::PlanObstacle obstacle);

private:
    session::PlanObstacle m_obstacle = session::PlanObstacle::None;
    TextLabel* m_text = nullptr;
    QPushButton* m_step = nullptr;
};

} // namespace waymark::ui
