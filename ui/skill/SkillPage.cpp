// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SkillPage.h>

#include <ui/theme/Controls.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SkillPage::SkillPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
{
    setObjectName(u"skillPage"_s);
    auto* column = new QVBoxLayout(this);
    m_title = new TextLabel(TextRole::Title, {}, this);
    column->addWidget(m_title);
    column->addStretch(1);
}

QString SkillPage::title() const
{
    const domain::Skill* skill = m_workspace.roadmap().find(m_skill);
    return skill == nullptr ? tr("Skill") : skill->title;
}

void SkillPage::show(const Place& place)
{
    m_skill = place.skill;
    m_title->setText(title());
    Q_EMIT titleChanged();
    Q_EMIT currentSkillChanged();
}

} // namespace waymark::ui
