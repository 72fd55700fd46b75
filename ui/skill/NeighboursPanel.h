// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

class QVBoxLayout;

namespace waymark::ui {

class SkillLink;

/// What a skill needs, what it unlocks and which projects use it, or what a project comes after: as links with their states.
class NeighboursPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NeighboursPanel(const session::Workspace& workspace, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refreshStates();

Q_SIGNALS:
    void skillRequested(const QString& skill);

private:
    void addNeeds(const domain::Skill& skill);
    void addUnlocks(int index);
    void addProjects(const QString& skill);
    void addHeading(const QString& text);
    void addSentence(const QString& text);
    void addLink(const domain::Skill& skill);

    const session::Workspace& m_workspace;
    QVBoxLayout* m_column;
    std::vector<SkillLink*> m_links;
};

} // namespace waymark::ui
