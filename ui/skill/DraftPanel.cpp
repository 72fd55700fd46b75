// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/DraftPanel.h>

#include <domain/Moves.h>
#include <ui/ReadOnly.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/ErrorSentence.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

DraftPanel::DraftPanel(session::Workspace& workspace, const QString& id, int linesShown, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_field(new QPlainTextEdit(this))
    , m_state(wrapped(TextRole::Caption, {}, this))
    , m_again(pushButton(id + u".again"_s, tr("Try again"), this))
    , m_column(bareColumn(this, space::xs))
{
    m_field->setObjectName(id);
    m_field->setTabChangesFocus(true);
    m_field->setReadOnly(workspace.isReadOnly());
    m_field->setFixedHeight(m_field->fontMetrics().lineSpacing() * linesShown + 2 * space::s);
    m_field->installEventFilter(this);
    m_state->setObjectName(id + u".state"_s);

    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_again);
    m_column->addWidget(m_field);
    m_column->addLayout(foot);

    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        showState(isDirty() ? tr("Not saved yet") : QString(), false);
        if (isDirty()) {
            m_pause.noticeKey();
        }
    });
    connect(&m_pause, &WritingPause::over, this, &DraftPanel::save);
    connect(m_again, &QPushButton::clicked, this, &DraftPanel::save);
    whenReadOnlyChanges(m_workspace, this, [this] { followReadOnly(); });
    showState({}, false);
}

/// What was written before stays in the field, and is saved as soon as it can be.
void DraftPanel::followReadOnly()
{
    m_field->setReadOnly(m_workspace.isReadOnly());
    follow(m_field->hasFocus());
    save();
}

QString DraftPanel::said() const
{
    return tr("Saved");
}

bool DraftPanel::isDirty() const
{
    return !m_skill.isEmpty() && m_field->toPlainText() != m_clean;
}

/// Texts of skills that another course has renamed are theirs under the new name as well.
void DraftPanel::followMoves()
{
    const auto isGone = [this](const QString& id) { return !id.isEmpty() && m_workspace.roadmap().find(id) == nullptr; };
    const QStringList left = m_unsaved.keys();
    if (!isGone(m_skill) && std::ranges::none_of(left, isGone)) {
        return;
    }
    const domain::Moves moves(m_workspace.course());
    m_skill = moves.skill(m_skill);
    for (const QString& id : left) {
        if (const QString today = moves.skill(id); !m_unsaved.contains(today)) {
            m_unsaved.insert(today, m_unsaved.take(id));
        }
    }
}

void DraftPanel::setSkill(const QString& skill)
{
    followMoves();
    if (skill == m_skill) {
        refresh();
        return;
    }
    if (m_workspace.isChanging()) {
        save(); // behind the change, as a text of another skill
    } else {
        saveShown();
    }
    if (isDirty()) {
        m_unsaved.insert(m_skill, m_field->toPlainText());
    }
    m_skill = skill;
    showStored();
    showState({}, false);
    if (m_unsaved.contains(skill)) {
        m_field->setPlainText(m_unsaved.take(skill)); // an empty one too: the text was cleared
    }
    follow(false); // the keyboard may still be in the field of the skill before
}

void DraftPanel::showStored()
{
    m_pause.stop();
    const QString text = stored();
    if (text != m_stored || m_field->toPlainText() != m_clean) {
        const QSignalBlocker quiet(m_field);
        m_field->setPlainText(text);
        m_stored = text;
        m_clean = m_field->toPlainText();
        showState({}, false);
    }
}

void DraftPanel::refresh()
{
    if (!isDirty()) {
        showStored();
    }
    follow(m_field->hasFocus());
}

void DraftPanel::save()
{
    const auto act = [this] {
        saveShown();
        saveOthers();
    };
    m_workspace.whenStill(this, act, u"save"_s);
}

/// In silence: the panel shows another skill.
void DraftPanel::saveOthers()
{
    const QStringList skills = m_unsaved.keys();
    for (const QString& skill : skills) {
        if (m_workspace.apply(edit(skill, m_unsaved.value(skill)))) {
            m_unsaved.remove(skill);
        }
    }
}

QStringList DraftPanel::unsavedSkills() const
{
    QStringList skills = m_unsaved.keys();
    if (isDirty()) {
        skills.append(m_skill);
    }
    return skills;
}

void DraftPanel::saveShown()
{
    m_pause.stop();
    if (!isDirty() || (m_workspace.isReadOnly() && !m_workspace.isBehind())) {
        return;
    }
    const QString written = m_field->toPlainText();
    if (const auto saved = m_workspace.apply(edit(m_skill, written)); !saved) {
        showState(tr("Not saved; your text stays here. %1").arg(ErrorSentence::of(saved.error())), true);
        return;
    }
    m_stored = stored();
    m_clean = written;
    showState(said(), false);
}

void DraftPanel::showState(const QString& text, bool failed)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_state->setForegroundRole(failed ? QPalette::BrightText : QPalette::PlaceholderText);
    m_again->setVisible(failed);
}

bool DraftPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        save();
        follow(false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui
