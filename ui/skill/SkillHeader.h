// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace waymark::ui {

class Chip;
class TextLabel;

/// What a skill is and where the learner stands: title, outcome, captions, the state with its reason, and the acts that the state allows.
class SkillHeader : public QWidget
{
    Q_OBJECT

public:
    explicit SkillHeader(session::Workspace& workspace, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    /// The state, the reason and the buttons.
    void refresh();
    /// Room at the end of the second row for buttons of the page.
    [[nodiscard]] QHBoxLayout& tools() { return *m_tools; }

private:
    using Builder = domain::Result<domain::Edit> (*)(const domain::EditContext&, const QString&);
    QPushButton* makeButton(const QString& name, const QString& text, const QString& tip);
    void bind(QPushButton* button, Builder builder);
    void showFacts(const domain::Skill& skill);
    void showButtons();

    session::Workspace& m_workspace;
    QString m_skill;
    TextLabel* m_title;
    TextLabel* m_outcome;
    TextLabel* m_facts;
    TextLabel* m_reason;
    Chip* m_state;
    QPushButton* m_start;
    QPushButton* m_finish;
    QPushButton* m_skip;
    QPushButton* m_reset;
    QHBoxLayout* m_tools;
};

} // namespace waymark::ui
