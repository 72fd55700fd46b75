// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/CardDialog.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ErrorSentence.h>

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 520;
constexpr int frontLines = 4;
constexpr int backLines = 6;

} // namespace

CardDialog::CardDialog(session::Workspace& workspace, const QString& skill, const QString& card, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_skill(skill)
    , m_card(card)
    , m_front(nullptr)
    , m_back(nullptr)
    , m_fault(wrapped(TextRole::Caption, {}, this))
    , m_save(nullptr)
{
    setObjectName(u"cardDialog"_s);
    const bool isNew = card.isEmpty();
    setWindowTitle(isNew ? tr("New card") : tr("Edit the card"));
    setMinimumWidth(dialogWidth);
    new QVBoxLayout(this);
    layout()->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout()->setSpacing(space::s);
    const domain::Skill* found = workspace.roadmap().find(skill);
    layout()->addWidget(new TextLabel(TextRole::Heading, found == nullptr ? skill : found->title, this));
    m_front = makeSide(u"card.front"_s, tr("Front"), frontLines);
    m_back = makeSide(u"card.back"_s, tr("Back"), backLines);
    layout()->addWidget(wrapped(TextRole::Caption, tr("Markdown: `code`, *emphasis*, and blocks of code between lines of ```."), this));
    m_fault->setObjectName(u"card.fault"_s);
    m_fault->hide();
    layout()->addWidget(m_fault);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(isNew ? tr("Add the card") : tr("Save the card"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"card.save"_s);
    setButtonKind(*m_save, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"card.cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &CardDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CardDialog::reject);
    layout()->addWidget(buttons);
    follow();
}

QPlainTextEdit* CardDialog::makeSide(const QString& name, const QString& title, int lines)
{
    auto* label = new TextLabel(TextRole::Strong, title, this);
    auto* side = new QPlainTextEdit(this);
    side->setObjectName(name);
    side->setAccessibleName(title);
    side->setTabChangesFocus(true);
    side->setFixedHeight(side->fontMetrics().lineSpacing() * lines + 2 * space::s);
    label->setBuddy(side);
    layout()->addWidget(label);
    layout()->addWidget(side);
    connect(side, &QPlainTextEdit::textChanged, this, &CardDialog::follow);
    return side;
}

void CardDialog::follow()
{
    if (m_save != nullptr) {
        m_save->setEnabled(!m_front->toPlainText().trimmed().isEmpty() && !m_back->toPlainText().trimmed().isEmpty());
    }
}

void CardDialog::setTexts(const QString& front, const QString& back)
{
    m_front->setPlainText(front);
    m_back->setPlainText(back);
}

void CardDialog::accept()
{
    const auto written = m_workspace.apply(
        domain::writeCard(m_workspace.context(), m_skill, m_card, m_front->toPlainText().trimmed(), m_back->toPlainText().trimmed()));
    if (!written) {
        m_fault->setText(ErrorSentence::of(written.error()));
        m_fault->show();
        return;
    }
    QDialog::accept();
}

} // namespace waymark::ui
