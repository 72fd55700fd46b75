// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SidePanel.h>

#include <ui/skill/ChecklistPanel.h>
#include <ui/skill/MentorPanel.h>
#include <ui/skill/NeighboursPanel.h>
#include <ui/skill/NotePanel.h>
#include <ui/skill/TimePanel.h>
#include <ui/theme/Controls.h>

#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SidePanel::SidePanel(session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent)
    : QScrollArea(parent)
    , m_checklist(new ChecklistPanel(workspace))
    , m_mentor(new MentorPanel(workspace))
    , m_neighbours(new NeighboursPanel(workspace))
    , m_note(new NotePanel(workspace))
    , m_time(new TimePanel(workspace, watch))
{
    setObjectName(u"side"_s);
    setAccessibleName(tr("Beside the lesson"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(size::skillSide);
    setFocusPolicy(Qt::NoFocus);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::l, space::l, space::xl);
    column->setSpacing(space::s);
    column->addWidget(m_checklist);
    column->addSpacing(space::l);
    column->addWidget(m_mentor);
    column->addSpacing(space::l);
    column->addWidget(m_neighbours);
    column->addSpacing(space::l);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Note")));
    column->addWidget(m_note);
    column->addSpacing(space::l);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Time")));
    column->addWidget(m_time);
    column->addStretch(1);
    setWidget(content);

    connect(m_checklist, &ChecklistPanel::linkRequested, this, &SidePanel::linkRequested);
    connect(m_mentor, &MentorPanel::placeRequested, this, &SidePanel::placeRequested);
    connect(m_mentor, &MentorPanel::badgeRequested, this, &SidePanel::badgeRequested);
    connect(m_neighbours, &NeighboursPanel::skillRequested, this, &SidePanel::skillRequested);
}

QSize SidePanel::sizeHint() const
{
    return { size::skillSide, QScrollArea::sizeHint().height() };
}

void SidePanel::setSkill(const QString& skill)
{
    const bool another = skill != m_skill;
    m_skill = skill;
    m_note->setSkill(skill);
    m_checklist->setSkill(skill);
    m_mentor->setSkill(skill);
    m_neighbours->setSkill(skill);
    m_time->setSkill(skill);
    if (another) {
        verticalScrollBar()->setValue(0);
    }
}

void SidePanel::follow(const session::Changes& changes)
{
    if (changes.touches(m_skill)) {
        m_checklist->refresh();
        m_note->refresh();
    }
    if (changes.touches(m_skill) || changes.reviews || !changes.restated.empty() || !changes.restatedProjects.empty()) {
        m_mentor->refresh();
    }
    if (!changes.restated.empty() || !changes.restatedProjects.empty()) {
        m_neighbours->refreshStates();
    }
    if (changes.time) {
        m_time->refresh();
    }
}

void SidePanel::saveDrafts()
{
    m_checklist->keepDrafts();
    m_note->save();
    m_mentor->save();
    m_time->keepDrafts();
}

QStringList SidePanel::unsavedSkills() const
{
    QStringList skills = m_note->unsavedSkills() + m_mentor->unsavedSkills();
    skills.removeDuplicates();
    return skills;
}

void SidePanel::goToChecklist()
{
    m_checklist->focusFirstOpen();
    showFocus();
}

void SidePanel::goToDraft(const session::DraftPlace& draft)
{
    if (draft.kind == session::DraftKind::Time) {
        m_time->focusEditor(draft.part);
    } else {
        m_checklist->focusEditor(draft.part);
    }
    showFocus();
}

void SidePanel::showFocus()
{
    if (QWidget* box = window()->focusWidget(); box != nullptr && isAncestorOf(box)) {
        ensureWidgetVisible(box, 0, size::control * 3);
    }
}

} // namespace waymark::ui
