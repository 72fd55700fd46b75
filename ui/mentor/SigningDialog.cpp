// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/SigningDialog.h>

#include <ui/theme/Announcing.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/ReviewWords.h>

#include <exchange/ReviewLimits.h>

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 480;

} // namespace

SigningDialog::SigningDialog(session::KeyRing ring, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_ring(std::move(ring))
    , m_hasKey(m_ring.hasKey())
    , m_form(new QWidget(this))
    , m_questions(new QVBoxLayout)
    , m_said(wrapped(TextRole::Body, {}, this))
    , m_busy(new QProgressBar(this))
{
    setMinimumWidth(dialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_form);
    auto* form = bareColumn(m_form, space::s);
    makeName(name);
    m_questions->setSpacing(space::s);
    form->addLayout(m_questions);
    makeKeyFields();
    m_said->setObjectName(u"send.said"_s);
    m_said->hide();
    m_busy->setObjectName(u"send.busy"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Working on the key"));
    m_busy->hide();
    column->addWidget(m_said);
    column->addWidget(m_busy);
    makeButtons();
    connect(&m_work, &KeyWork::finished, this, &SigningDialog::finish);
    follow();
}

void SigningDialog::makeName(const QString& name)
{
    QString shown = name;
    if (const auto head = m_ring.head(); shown.isEmpty() && head) {
        shown = head->name;
    }
    m_nameBox = new QWidget(m_form);
    auto* column = bareColumn(m_nameBox, space::s);
    auto* label = new TextLabel(TextRole::Strong, tr("Your name"), m_nameBox);
    m_name = new QLineEdit(shown, m_nameBox);
    m_name->setObjectName(u"send.name"_s);
    m_name->setMaxLength(exchange::limits::reviewerCharacters);
    label->setBuddy(m_name);
    column->addWidget(label);
    column->addWidget(m_name);
    m_nameBox->setVisible(!m_hasKey);
    m_form->layout()->addWidget(m_nameBox);
    connect(m_name, &QLineEdit::textChanged, this, &SigningDialog::follow);
}

void SigningDialog::makeKeyFields()
{
    m_passphraseBox = new QWidget(m_form);
    auto* asked = bareColumn(m_passphraseBox, space::s);
    if (const auto head = m_ring.head(); head && head->hasPassphrase) {
        auto* label = new TextLabel(TextRole::Strong, tr("Passphrase of your key"), m_passphraseBox);
        m_passphrase = new QLineEdit(m_passphraseBox);
        m_passphrase->setObjectName(u"send.passphrase"_s);
        m_passphrase->setEchoMode(QLineEdit::Password);
        label->setBuddy(m_passphrase);
        asked->addWidget(label);
        asked->addWidget(m_passphrase);
    }
    m_making = new QWidget(m_form);
    auto* made = bareColumn(m_making, space::s);
    made->addWidget(
        wrapped(TextRole::Body, tr("You have no key yet. One is made now, and its file is sealed with a passphrase."), m_making));
    m_pair = new PassphrasePair(m_making);
    made->addWidget(m_pair);
    m_form->layout()->addWidget(m_passphraseBox);
    m_form->layout()->addWidget(m_making);
    connect(m_pair, &PassphrasePair::changed, this, &SigningDialog::follow);
}

void SigningDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Choose where to save…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"send.save"_s);
    setButtonKind(*m_save, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"send.cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &SigningDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SigningDialog::reject);
    layout()->addWidget(buttons);
}

QLineEdit* SigningDialog::askName()
{
    m_nameBox->show();
    return m_name;
}

void SigningDialog::setSigning(bool signs)
{
    m_signs = signs;
    follow();
    if (isVisible()) {
        adjustSize(); // fields come and go
    }
}

void SigningDialog::follow()
{
    m_passphraseBox->setVisible(m_signs && m_hasKey && m_passphrase != nullptr);
    m_making->setVisible(m_signs && !m_hasKey);
    if (m_save != nullptr) {
        const bool isNamed = m_nameBox->isHidden() || !name().isEmpty();
        m_save->setEnabled(!m_isBusy && isNamed && (!m_signs || m_hasKey || m_pair->agree()));
    }
}

QString SigningDialog::name() const
{
    return m_name->text().trimmed();
}

void SigningDialog::accept()
{
    if (m_isBusy) {
        return;
    }
    if (!m_signs || m_key != nullptr) {
        QDialog::accept();
        return;
    }
    setBusy(true);
    if (m_hasKey) {
        m_work.unlock(m_ring, m_passphrase == nullptr ? QString() : m_passphrase->text());
    } else {
        m_work.make(m_ring, name(), m_pair->passphrase());
    }
}

void SigningDialog::finish(const KeyWork::Outcome& outcome)
{
    setBusy(false);
    if (!outcome) {
        const QString sentence = ErrorSentence::of(outcome.error());
        say(sentence);
        if (m_passphrase != nullptr) {
            m_passphrase->setAccessibleDescription(sentence);
            m_passphrase->selectAll();
            m_passphrase->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
    m_key = *outcome;
    if (m_hasKey) {
        QDialog::accept();
    } else {
        showWords();
    }
}

/// Once, after the key is made.
void SigningDialog::showWords()
{
    m_form->hide();
    say(tr(
        "Your key is made. It reads:\n\n%1\n\nTell these words to whoever gets what you sign, when you meet or speak: Waymark shows them "
        "beside it, and then both know that it came from you. You find them again under \"My key\" on the Mentor page.")
            .arg(ReviewWords::fingerprint(exchange::fingerprintOf(m_key->publicKey()))));
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_save->setFocus(Qt::OtherFocusReason);
    adjustSize();
}

void SigningDialog::say(const QString& text)
{
    m_said->setText(text);
    m_said->show();
    announce(*m_said, text);
}

void SigningDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy);
    m_busy->setVisible(busy);
    follow();
}

void SigningDialog::reject()
{
    if (!m_isBusy) {
        QDialog::reject();
    }
}

} // namespace waymark::ui
