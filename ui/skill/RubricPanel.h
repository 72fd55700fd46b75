// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace waymark::ui {

class RubricRow;

/// The learner's own scores on the rubric of a skill or project, folded until there are some or they are asked for. Each score is one edit.
class RubricPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RubricPanel(session::Workspace& workspace, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refresh();

private:
    void rebuild();
    void score(const QString& criterion, std::optional<int> level);

    session::Workspace& m_workspace;
    QString m_skill;
    QToolButton* m_fold;
    QWidget* m_body;
    QVBoxLayout* m_column;
    std::vector<RubricRow*> m_rows;
};

} // namespace waymark::ui
