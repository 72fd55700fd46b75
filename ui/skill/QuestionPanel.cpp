// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/QuestionPanel.h>

#include <ui/theme/Controls.h>

#include <domain/ReviewEdits.h>

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int linesShown = 4;

} // namespace

QuestionPanel::QuestionPanel(session::Workspace& workspace, QWidget* parent)
    : DraftPanel(workspace, u"question"_s, linesShown, parent)
    , m_ask(pushButton(u"question.ask"_s, tr("Ask the mentor…"), this, ButtonKind::Quiet))
    , m_caption(wrapped(TextRole::Caption, tr("Your question to the mentor. It goes out with your plan."), this))
{
    field().setAccessibleName(tr("Question to the mentor about this skill"));
    field().setPlaceholderText(tr("What would help you most to know?"));
    column().insertWidget(0, m_ask, 0, Qt::AlignLeft);
    column().insertWidget(1, m_caption);
    setTabOrder(m_ask, &field());
    connect(m_ask, &QPushButton::clicked, this, [this] {
        showField(true);
        field().setFocus(Qt::OtherFocusReason);
    });
    showField(false);
}

QString QuestionPanel::stored() const
{
    const auto& question = workspace().progress().skill(skill()).question;
    return question ? question->text : QString();
}

domain::Result<domain::Edit> QuestionPanel::edit(const QString& skill, const QString& text) const
{
    return domain::askMentor(workspace().context(), skill, text);
}

QString QuestionPanel::said() const
{
    return stored().isEmpty() ? tr("Taken back") : DraftPanel::said();
}

void QuestionPanel::follow(bool isWriting)
{
    showField(isWriting || !field().toPlainText().isEmpty());
}

void QuestionPanel::showField(bool shown)
{
    m_ask->setVisible(!shown && !workspace().isReadOnly());
    m_caption->setVisible(shown);
    field().setVisible(shown);
}

} // namespace waymark::ui
