// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/TimeEntryRow.h>

#include <domain/StudyEdits.h>
#include <ui/DraftKeeper.h>
#include <ui/skill/Retire.h>
#include <ui/skill/TimeEditor.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/LocalTime.h>
#include <ui/words/Words.h>

#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QToolButton* makeButton(const QString& name, IconId id, const QString& tip, const QString& accessible, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(id, Tone::SoftText));
    button->setIconSize({ size::iconSmall, size::iconSmall });
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(tip);
    button->setAccessibleName(accessible);
    return button;
}

} // namespace

TimeEntryRow::TimeEntryRow(session::Workspace& workspace, const QString& id, const domain::TimeEntry& entry, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_id(id)
    , m_entry(entry)
{
    bareColumn(this);
    makeLine();
    if (!workspace.isReadOnly() && workspace.drafts().find<session::TimeDraft>({ session::DraftKind::Time, entry.skill, id })) {
        makeEditor();
    }
}

void TimeEntryRow::makeLine()
{
    const QString when = startText(m_entry, m_workspace.zone());
    const QString minutes = Words::minutes(m_entry.minutes);
    auto* line = new QWidget(this);
    auto* edit = makeButton(u"time.edit."_s + m_id, IconId::Edit, tr("Change this entry"),
        tr("Change %1 of %2", "minutes and a date").arg(minutes, when), line);
    auto* remove = makeButton(u"time.remove."_s + m_id, IconId::Trash, tr("Remove this entry"),
        tr("Remove %1 of %2", "minutes and a date").arg(minutes, when), line);
    connect(edit, &QToolButton::clicked, this, &TimeEntryRow::openEditor);
    connect(remove, &QToolButton::clicked, this, [this] { m_workspace.apply(domain::removeTime(m_workspace.context(), m_id)); });
    auto* row = bareRow(line, space::xs);
    row->addWidget(wrapped(TextRole::Caption, when, line), 1);
    row->addWidget(new TextLabel(TextRole::Caption, minutes, line));
    row->addWidget(edit);
    row->addWidget(remove);
    layout()->addWidget(line);
}

void TimeEntryRow::openEditor()
{
    if (m_editor != nullptr) {
        m_editor->draft().end();
        closeEditor();
        return;
    }
    makeEditor();
    m_editor->focusFirst();
}

void TimeEntryRow::makeEditor()
{
    m_editor = new TimeEditor(m_id, m_workspace, m_entry, this);
    connect(m_editor, &TimeEditor::accepted, this, &TimeEntryRow::change);
    connect(m_editor, &TimeEditor::dismissed, this, &TimeEntryRow::closeEditor);
    layout()->addWidget(m_editor);
    m_editor->show();
}

void TimeEntryRow::keepDraft()
{
    if (m_editor != nullptr) {
        m_editor->draft().keep();
    }
}

void TimeEntryRow::focusEditor()
{
    if (m_editor != nullptr) {
        m_editor->focusFirst();
    }
}

bool TimeEntryRow::isOpen() const
{
    return m_editor != nullptr;
}

void TimeEntryRow::closeEditor()
{
    retire(m_editor);
    m_editor = nullptr;
    findChild<QToolButton*>(u"time.edit."_s + m_id)->setFocus(Qt::OtherFocusReason);
}

/// What was entered stays where it cannot be kept. With it kept this row is gone.
void TimeEntryRow::change(const domain::TimeEntry& entry)
{
    const domain::Result<domain::Edit> edit = domain::changeTime(m_workspace.context(), m_id, entry);
    if (!edit) {
        m_editor->say(ErrorSentence::of(edit.error()));
        return;
    }
    m_editor->draft().end(); // before the row that comes in the place of this one looks for it
    if (edit->changes.empty()) {
        closeEditor();
    } else if (!m_workspace.apply(edit)) {
        m_editor->draft().goOn();
    }
}

} // namespace waymark::ui
