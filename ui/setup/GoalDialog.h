// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// Goal, hours a week and choices in three short steps, each of which can be skipped. Shown at the first start, and then with the offer to
/// find out what is known already as a last step, and from the Edit menu. Finishing makes one edit; leaving at any time changes nothing.
class GoalDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Occasion { FirstRun, Change };

    GoalDialog(session::Workspace& workspace, Occasion occasion, QWidget* parent = nullptr);

    [[nodiscard]] bool wantsPlacement() const { return m_kept.value(placementStep); } ///< once accepted

private:
    QWidget* makeMilestoneStep();
    QWidget* makeHoursStep();
    QWidget* makeChoiceStep();
    QWidget* makePlacementStep();
    void addChoice(QVBoxLayout& column, const domain::ChoiceGroup& group);
    void showStep(int step);
    void next(bool keep);
    void finish();
    void updateEstimate();
    [[nodiscard]] domain::Goal wantedGoal() const;
    [[nodiscard]] QStringList pickedMembers(const QString& group) const;

    session::Workspace& m_workspace;
    Occasion m_occasion;
    QStackedWidget* m_steps = nullptr;
    TextLabel* m_count = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_skip = nullptr;
    QPushButton* m_next = nullptr;
    QButtonGroup* m_milestones = nullptr;
    QDoubleSpinBox* m_hours = nullptr;
    QCheckBox* m_hasDeadline = nullptr;
    QDateEdit* m_deadline = nullptr;
    QLineEdit* m_name = nullptr;
    TextLabel* m_estimate = nullptr;
    QList<QCheckBox*> m_members;
    static constexpr int placementStep = 3;
    QList<bool> m_kept { false, false, false, false }; ///< by step
};

} // namespace waymark::ui
