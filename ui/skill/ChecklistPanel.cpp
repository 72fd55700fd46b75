// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/ChecklistPanel.h>

#include <ui/skill/ChecklistRow.h>
#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ChecklistPanel::ChecklistPanel(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_count(new TextLabel(TextRole::Caption, {}, this))
    , m_bar(new QProgressBar(this))
    , m_items(new QVBoxLayout)
{
    m_count->setObjectName(u"checklist.count"_s);
    m_bar->setObjectName(u"checklist.bar"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Items done"));
    m_items->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::Heading, tr("Checklist"), this), 1);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    auto* column = bareColumn(this, space::s);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addLayout(m_items);
}

void ChecklistPanel::setSkill(const QString& skill)
{
    keepDrafts();
    m_skill = skill;
    for (ChecklistRow* row : m_rows) {
        retire(row);
    }
    m_rows.clear();
    if (const domain::Skill* found = m_workspace.roadmap().find(skill)) {
        for (const domain::ChecklistItem& item : found->checklist) {
            auto* row = new ChecklistRow(m_workspace, skill, item, this);
            connect(row, &ChecklistRow::linkRequested, this, &ChecklistPanel::linkRequested);
            m_items->addWidget(row);
            m_rows.push_back(row);
        }
    }
    setVisible(!m_rows.empty());
    refresh();
}

void ChecklistPanel::refresh()
{
    const domain::Skill* found = m_workspace.roadmap().find(m_skill);
    if (found == nullptr) {
        return;
    }
    const int done = m_workspace.progress().skill(m_skill).doneItems(*found);
    const int total = static_cast<int>(m_rows.size());
    m_count->setText(tr("%1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
    m_bar->setRange(0, std::max(1, total));
    m_bar->setValue(done);
    for (ChecklistRow* row : m_rows) {
        row->refresh();
    }
}

void ChecklistPanel::keepDrafts()
{
    for (ChecklistRow* row : m_rows) {
        row->keepDraft();
    }
}

void ChecklistPanel::focusFirstOpen()
{
    const domain::Skill* found = m_workspace.roadmap().find(m_skill);
    if (found == nullptr || m_rows.empty()) {
        return;
    }
    std::size_t first = 0;
    while (first + 1 < m_rows.size() && m_workspace.progress().skill(m_skill).isItemDone(found->checklist[first].id)) {
        ++first;
    }
    m_rows[first]->focusBox();
}

void ChecklistPanel::focusEditor(const QString& item)
{
    for (ChecklistRow* row : m_rows) {
        if (row->itemId() == item) {
            row->focusEditor();
        }
    }
}

} // namespace waymark::ui
