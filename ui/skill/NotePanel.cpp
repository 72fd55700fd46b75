// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/NotePanel.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/ErrorSentence.h>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int linesShown = 7;

} // namespace

NotePanel::NotePanel(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QPlainTextEdit(this))
    , m_state(new TextLabel(TextRole::Caption, {}, this))
    , m_again(new QPushButton(tr("Try again"), this))
    , m_shared(new QCheckBox(tr("Goes out with my plan"), this))
{
    m_text->setObjectName(u"note"_s);
    m_text->setAccessibleName(tr("Note on this skill"));
    m_text->setPlaceholderText(tr("What you want to remember. Only you see it."));
    m_text->setTabChangesFocus(true);
    m_text->setReadOnly(workspace.isReadOnly());
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * linesShown + 2 * space::s);
    m_text->installEventFilter(this);
    m_state->setObjectName(u"note.state"_s);
    m_state->setWordWrap(true);
    m_again->setObjectName(u"note.again"_s);
    m_shared->setObjectName(u"note.shared"_s);
    m_shared->setToolTip(tr("A mentor who gets your plan reads this note"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);

    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_again);
    auto* column = bareColumn(this, space::xs);
    column->addWidget(m_text);
    column->addLayout(foot);
    column->addWidget(m_shared);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (isDirty()) {
            showState(tr("Not saved yet"), false);
            m_pause.start();
        } else {
            showState({}, false);
        }
    });
    connect(&m_pause, &QTimer::timeout, this, &NotePanel::save);
    connect(m_again, &QPushButton::clicked, this, &NotePanel::save);
    connect(m_shared, &QCheckBox::clicked, this,
        [this](bool shared) { m_workspace.apply(domain::shareNote(m_workspace.context(), m_skill, shared)); });
    showState({}, false);
}

QString NotePanel::stored() const
{
    const auto& note = m_workspace.progress().skill(m_skill).note;
    return note ? note->text : QString();
}

bool NotePanel::isDirty() const
{
    return !m_skill.isEmpty() && m_text->toPlainText() != m_clean;
}

void NotePanel::setSkill(const QString& skill)
{
    if (skill == m_skill) {
        refresh();
        return;
    }
    save();
    if (isDirty()) {
        m_unsaved.insert(m_skill, m_text->toPlainText());
    }
    m_skill = skill;
    showStored();
    if (const QString kept = m_unsaved.take(skill); !kept.isEmpty()) {
        m_text->setPlainText(kept);
    }
}

void NotePanel::showStored()
{
    m_pause.stop();
    const QString text = stored();
    if (text != m_stored || m_text->toPlainText() != m_clean) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(text);
        m_stored = text;
        m_clean = m_text->toPlainText();
        showState({}, false);
    }
}

void NotePanel::refresh()
{
    const auto& note = m_workspace.progress().skill(m_skill).note;
    m_shared->setVisible(note.has_value());
    m_shared->setChecked(note && note->shared);
    if (!isDirty()) {
        showStored();
    }
}

void NotePanel::save()
{
    m_pause.stop();
    if (!isDirty() || m_workspace.isReadOnly()) {
        return;
    }
    const auto saved = m_workspace.apply(domain::writeNote(m_workspace.context(), m_skill, m_text->toPlainText()));
    if (saved) {
        m_stored = stored();
        m_clean = m_text->toPlainText();
        showState(tr("Saved"), false);
    } else {
        showState(tr("Not saved; your text stays here. %1").arg(ErrorSentence::of(saved.error())), true);
    }
}

void NotePanel::showState(const QString& text, bool failed)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_state->setForegroundRole(failed ? QPalette::BrightText : QPalette::PlaceholderText);
    m_again->setVisible(failed);
    m_shared->setVisible(m_workspace.progress().skill(m_skill).note.has_value());
}

bool NotePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut) {
        save();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui
