// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/NeighboursPanel.h>

#include <ui/skill/Retire.h>
#include <ui/skill/SkillLink.h>
#include <ui/theme/Controls.h>

#include <QVBoxLayout>

#include <algorithm>

namespace waymark::ui {

NeighboursPanel::NeighboursPanel(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
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

void NeighboursPanel::addLink(int index)
{
    const domain::Skill& skill = m_workspace.roadmap().skill(index);
    auto* link = new SkillLink(skill.id, skill.title, this);
    connect(link, &SkillLink::clicked, this, [this, id = skill.id] { Q_EMIT skillRequested(id); });
    m_links.push_back(link);
    m_column->addWidget(link);
}

void NeighboursPanel::addNeeds(int index)
{
    addHeading(tr("Needs"));
    std::vector<domain::Roadmap::Edge> edges = m_workspace.roadmap().into(index);
    std::stable_sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) { return a.group < b.group; });
    if (edges.empty()) {
        addSentence(tr("Nothing: you can begin with it."));
    }
    int group = -1;
    for (const domain::Roadmap::Edge& edge : edges) {
        if (edge.group >= 0 && edge.group != group) {
            m_column->addSpacing(space::xs);
            addSentence(tr("One of \"%1\":").arg(m_workspace.course().choices[static_cast<std::size_t>(edge.group)].title));
        }
        group = edge.group;
        addLink(edge.from);
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
        addLink(edge.to);
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
    const int index = m_workspace.roadmap().indexOf(skill);
    if (index >= 0) {
        addNeeds(index);
        addUnlocks(index);
        refreshStates();
    }
}

void NeighboursPanel::refreshStates()
{
    for (SkillLink* link : m_links) {
        link->setState(m_workspace.stateOf(link->skill()));
    }
}

} // namespace waymark::ui
