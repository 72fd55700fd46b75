// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/NeighboursPanel.h>

#include <ui/skill/Retire.h>
#include <ui/skill/SkillLink.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>

#include <QVBoxLayout>

#include <algorithm>

namespace waymark::ui {

NeighboursPanel::NeighboursPanel(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_column(bareColumn(this))
{
}

void NeighboursPanel::addHeading(const QString& text)
{
    m_column->addWidget(new TextLabel(TextRole::Heading, text, this));
    m_column->addSpacing(space::xs);
}

void NeighboursPanel::addSentence(const QString& text)
{
    auto* label = new TextLabel(TextRole::Caption, text, this);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void NeighboursPanel::addLink(const domain::Skill& skill)
{
    auto* link = new SkillLink(skill.id, skill.title, this);
    connect(link, &SkillLink::clicked, this, [this, id = skill.id] { Q_EMIT skillRequested(id); });
    m_links.push_back(link);
    m_column->addWidget(link);
}

void NeighboursPanel::addNeeds(const domain::Skill& skill)
{
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    addHeading(tr("Needs"));
    if (skill.prerequisites.isEmpty() && skill.choices.isEmpty()) {
        addSentence(tr("Nothing: you can begin with it."));
    }
    const auto addLinks = [&](const QStringList& ids) {
        for (const QString& id : ids) {
            if (const domain::Skill* needed = roadmap.find(id)) {
                addLink(*needed);
            }
        }
    };
    addLinks(skill.prerequisites);
    for (const QString& id : skill.choices) {
        if (const domain::ChoiceGroup* group = roadmap.choice(id)) {
            m_column->addSpacing(space::xs);
            addSentence(tr("One of \"%1\":").arg(isolated(group->title)));
            addLinks(group->members);
        }
    }
}

void NeighboursPanel::addUnlocks(int index)
{
    m_column->addSpacing(space::xl);
    addHeading(tr("Unlocks"));
    const auto& edges = m_workspace.roadmap().outOf(index);
    if (edges.empty()) {
        addSentence(tr("Nothing further: it is the end of a way."));
    }
    for (const domain::Roadmap::Edge& edge : edges) {
        addLink(m_workspace.roadmap().skill(edge.to));
    }
}

/// The projects that come right after the skill.
void NeighboursPanel::addProjects(const QString& skill)
{
    const auto& projects = m_workspace.course().projects;
    const auto uses = [&skill](const domain::Skill& project) { return project.prerequisites.contains(skill); };
    if (std::none_of(projects.begin(), projects.end(), uses)) {
        return;
    }
    m_column->addSpacing(space::xl);
    addHeading(tr("Projects"));
    for (const domain::Skill& project : projects) {
        if (uses(project)) {
            addLink(project);
        }
    }
}

void NeighboursPanel::setSkill(const QString& skill)
{
    m_links.clear();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            retire(widget);
        }
        delete item;
    }
    const domain::Skill* shown = m_workspace.roadmap().find(skill);
    if (shown == nullptr) {
        return;
    }
    addNeeds(*shown);
    if (const int index = m_workspace.roadmap().indexOf(skill); index >= 0) {
        addUnlocks(index);
        addProjects(skill);
    }
    refreshStates();
}

void NeighboursPanel::refreshStates()
{
    for (SkillLink* link : m_links) {
        link->setState(m_workspace.stateOf(link->skill()));
    }
}

} // namespace waymark::ui
