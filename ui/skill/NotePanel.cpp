// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/NotePanel.h>

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int linesShown = 7;

} // namespace

NotePanel::NotePanel(session::Workspace& workspace, QWidget* parent)
    : DraftPanel(workspace, u"note"_s, linesShown, parent)
    , m_shared(new QCheckBox(tr("Goes out with my plan"), this))
{
    field().setAccessibleName(tr("Note on this skill"));
    field().setPlaceholderText(tr("What you want to remember. Only you see it."));
    m_shared->setObjectName(u"note.shared"_s);
    m_shared->setToolTip(tr("A mentor who gets your plan reads this note"));
    column().addWidget(m_shared);
    connect(m_shared, &QCheckBox::clicked, this, [this](bool shared) {
        this->workspace().apply(domain::shareNote(this->workspace().context(), skill(), shared));
        follow(false); // what is stored, also where it could not be
    });
    NotePanel::follow(false);
}

QString NotePanel::stored() const
{
    const auto& note = workspace().progress().skill(skill()).note;
    return note ? note->text : QString();
}

domain::Result<domain::Edit> NotePanel::edit(const QString& skill, const QString& text) const
{
    return domain::writeNote(workspace().context(), skill, text);
}

void NotePanel::follow(bool)
{
    const auto& note = workspace().progress().skill(skill()).note;
    m_shared->setEnabled(!workspace().isReadOnly());
    m_shared->setVisible(note.has_value());
    m_shared->setChecked(note && note->shared);
}

} // namespace waymark::ui
