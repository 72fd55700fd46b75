// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

class QAction;
class QBoxLayout;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace waymark::ui {

class Chip;
class MapActions;
class StateLinks;
class TextLabel;

/// What there is to know about the chosen skill, and what can be done with it. It changes nothing itself: its buttons trigger the
/// actions of the page, its links ask for another skill.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(session::Workspace& workspace, const MapActions& actions, QWidget* parent = nullptr);

    void setSkill(const QString& skill); ///< empty for none
    [[nodiscard]] const QString& skill() const { return m_skill; }
    void focusFirst(); ///< where a keyboard goes on after a link was followed

Q_SIGNALS:
    void skillRequested(const QString& skill);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QWidget* makeEmpty(const MapActions& actions);
    [[nodiscard]] QWidget* makeContent();
    [[nodiscard]] QWidget* makeButtons(const MapActions& actions);
    QPushButton* addButton(QAction* action, QBoxLayout* row);
    StateLinks* addLinks(QVBoxLayout* column);
    void refresh();
    void showStanding(const domain::Skill& skill);
    void showNeeds(int index);
    void showMilestones(int index);

    session::Workspace& m_workspace;
    QString m_skill;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_about = nullptr;
    TextLabel* m_outcome = nullptr;
    Chip* m_state = nullptr;
    TextLabel* m_why = nullptr;
    TextLabel* m_checked = nullptr;
    QProgressBar* m_progress = nullptr;
    StateLinks* m_needs = nullptr;
    QVBoxLayout* m_choiceColumn = nullptr;
    std::vector<StateLinks*> m_choices; ///< one for each choice group that the skill needs
    StateLinks* m_wayIn = nullptr;
    StateLinks* m_unlocks = nullptr;
    TextLabel* m_milestones = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace waymark::ui
