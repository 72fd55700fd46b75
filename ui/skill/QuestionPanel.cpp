// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/QuestionPanel.h>

#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>

#include <domain/ReviewEdits.h>

#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int linesShown = 4;

} // namespace

QuestionPanel::QuestionPanel(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_ask(new QPushButton(tr("Ask the mentor…"), this))
    , m_caption(wrapped(TextRole::Caption, tr("Your question to the mentor. It goes out with your plan."), this))
    , m_text(new QPlainTextEdit(this))
    , m_state(wrapped(TextRole::Caption, {}, this))
{
    m_ask->setObjectName(u"question.ask"_s);
    setButtonKind(*m_ask, ButtonKind::Quiet);
    m_text->setObjectName(u"question"_s);
    m_text->setAccessibleName(tr("Question to the mentor about this skill"));
    m_text->setPlaceholderText(tr("What would help you most to know?"));
    m_text->setTabChangesFocus(true);
    m_text->setReadOnly(workspace.isReadOnly());
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * linesShown + 2 * space::s);
    m_text->installEventFilter(this);
    m_state->setObjectName(u"question.state"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_ask, 0, Qt::AlignLeft);
    column->addWidget(m_caption);
    column->addWidget(m_text);
    column->addWidget(m_state);

    connect(m_ask, &QPushButton::clicked, this, [this] {
        showField(true);
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showState(isDirty() ? tr("Not saved yet") : QString(), false);
        if (isDirty()) {
            m_pause.start();
        }
    });
    connect(&m_pause, &QTimer::timeout, this, &QuestionPanel::save);
    showState({}, false);
    showField(false);
}

QString QuestionPanel::stored() const
{
    const auto& question = m_workspace.progress().skill(m_skill).question;
    return question ? question->text : QString();
}

bool QuestionPanel::isDirty() const
{
    return !m_skill.isEmpty() && m_text->toPlainText() != m_clean;
}

void QuestionPanel::setSkill(const QString& skill)
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
    showField(!stored().isEmpty()); // the keyboard may still be in the field of the skill before
    showState({}, false);
    if (const QString kept = m_unsaved.take(skill); !kept.isEmpty()) {
        m_text->setPlainText(kept);
        showField(true);
    }
}

void QuestionPanel::showStored()
{
    m_pause.stop();
    const QSignalBlocker quiet(m_text);
    const QString text = stored();
    if (text != m_text->toPlainText()) {
        m_text->setPlainText(text);
    }
    m_clean = m_text->toPlainText(); // the field knows no hard spaces
    showField(!text.isEmpty() || m_text->hasFocus());
}

void QuestionPanel::showField(bool shown)
{
    m_ask->setVisible(!shown && !m_workspace.isReadOnly());
    m_caption->setVisible(shown);
    m_text->setVisible(shown);
}

void QuestionPanel::refresh()
{
    if (!isDirty()) {
        showStored();
    }
}

void QuestionPanel::save()
{
    m_pause.stop();
    if (!isDirty() || m_workspace.isReadOnly()) {
        return;
    }
    const QString written = m_text->toPlainText();
    const auto saved = m_workspace.apply(domain::askMentor(m_workspace.context(), m_skill, written));
    if (saved) {
        m_clean = written;
        showState(stored().isEmpty() ? tr("Taken back") : tr("Saved"), false);
    } else {
        showState(tr("Not saved; your text stays here. %1").arg(ErrorSentence::of(saved.error())), true);
    }
}

void QuestionPanel::showState(const QString& text, bool failed)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_state->setForegroundRole(failed ? QPalette::BrightText : QPalette::PlaceholderText);
}

bool QuestionPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut) {
        save();
        showField(!m_text->toPlainText().isEmpty());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui
