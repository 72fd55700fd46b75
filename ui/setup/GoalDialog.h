// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/DraftValues.h>
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

class DraftKeeper;
class TextLabel;

/// Goal, hours a week and choices in three short steps, each of which can be skipped. Shown at the first start, and then with the offer to
/// find out what is known already as a last step, and from the Edit menu. Finishing makes one edit; leaving at any time changes nothing.
/// One that ends with the program begins with the same entries again.
class GoalDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Occasion { FirstRun, Change };

    GoalDialog(session::Workspace& workspace, Occasion occasion, QWidget* parent = nullptr);

    [[nodiscard]] bool wantsPlacement() const { return m_kept.value(placementStep); } ///< once accepted
    void done(int result) override;

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
    [[nodiscard]] static QString idOf(const QObject& choice); ///< of the milestone or skill that it stands for
    [[nodiscard]] static QString groupOf(const QObject& choice);
    void followEntries();
    void offerDraft();
    [[nodiscard]] session::GoalFields stored() const;
    [[nodiscard]] session::GoalFields entered() const;
    [[nodiscard]] QString wordsFor(const session::GoalFields& present, const session::GoalFields& before) const;

    session::Workspace& m_workspace;
    Occasion m_occasion;
    QStackedWidget* m_steps = nullptr;
    TextLabel* m_about = nullptr; ///< what is said of a draft
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
    session::GoalFields m_opened; ///< what stood in the fields at first, suggestions included
    session::GoalFields m_base; ///< what was stored when the entries began
    DraftKeeper* m_draft = nullptr;
};

} // namespace waymark::ui
