// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/SendDialog.h>

#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/ReviewWords.h>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 480;

} // namespace

SendDialog::SendDialog(session::KeyRing ring, const QString& name, domain::ReviewerRole role, QWidget* parent)
    : QDialog(parent)
    , m_ring(std::move(ring))
    , m_hasKey(m_ring.hasKey())
{
    setObjectName(u"sendDialog"_s);
    setWindowTitle(tr("Save the review"));
    setMinimumWidth(dialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    m_form = new QWidget(this);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::s);
    column->addWidget(m_form);
    makeReviewer(name, role);
    makeSigning();
    m_said = wrapped(TextRole::Body, {}, this);
    m_said->setObjectName(u"send.said"_s);
    m_said->hide();
    m_busy = new QProgressBar(this);
    m_busy->setObjectName(u"send.busy"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Working on the key"));
    m_busy->hide();
    column->addWidget(m_said);
    column->addWidget(m_busy);
    makeButtons();
    connect(&m_work, &KeyWork::finished, this, &SendDialog::finish);
    follow();
}

void SendDialog::makeReviewer(const QString& name, domain::ReviewerRole role)
{
    QString shown = name;
    if (const auto head = m_ring.head(); shown.isEmpty() && head) {
        shown = head->name;
    }
    auto* form = static_cast<QVBoxLayout*>(m_form->layout());
    auto* label = new TextLabel(TextRole::Strong, tr("Your name"), m_form);
    m_name = new QLineEdit(shown, m_form);
    m_name->setObjectName(u"send.name"_s);
    label->setBuddy(m_name);
    form->addWidget(label);
    form->addWidget(m_name);
    auto* mentor = new QRadioButton(tr("I answer as a mentor"), m_form);
    mentor->setObjectName(u"send.mentor"_s);
    m_peer = new QRadioButton(tr("I answer as a fellow learner"), m_form);
    m_peer->setObjectName(u"send.peer"_s);
    (role == domain::ReviewerRole::Peer ? m_peer : mentor)->setChecked(true);
    form->addWidget(mentor);
    form->addWidget(m_peer);
    connect(m_name, &QLineEdit::textChanged, this, &SendDialog::follow);
}

void SendDialog::makeSigning()
{
    auto* form = static_cast<QVBoxLayout*>(m_form->layout());
    form->addSpacing(space::s);
    m_sign = new QCheckBox(tr("Sign it"), m_form);
    m_sign->setObjectName(u"send.sign"_s);
    m_sign->setChecked(m_hasKey);
    m_sign->setEnabled(!m_ring.path().isEmpty());
    form->addWidget(m_sign);
    form->addWidget(wrapped(TextRole::Caption, tr("The learner then sees that the answer is yours and that nobody changed it."), m_form));
    const auto head = m_ring.head();
    m_passphraseBox = new QWidget(m_form);
    auto* asked = new QVBoxLayout(m_passphraseBox);
    asked->setContentsMargins(0, 0, 0, 0);
    if (head && head->hasPassphrase) {
        auto* label = new TextLabel(TextRole::Strong, tr("Passphrase of your key"), m_passphraseBox);
        m_passphrase = new QLineEdit(m_passphraseBox);
        m_passphrase->setObjectName(u"send.passphrase"_s);
        m_passphrase->setEchoMode(QLineEdit::Password);
        label->setBuddy(m_passphrase);
        asked->addWidget(label);
        asked->addWidget(m_passphrase);
    }
    form->addWidget(m_passphraseBox);
    m_making = new QWidget(m_form);
    auto* made = new QVBoxLayout(m_making);
    made->setContentsMargins(0, 0, 0, 0);
    made->addWidget(
        wrapped(TextRole::Body, tr("You have no key yet. One is made now, and its file is sealed with a passphrase."), m_making));
    m_pair = new PassphrasePair(m_making);
    made->addWidget(m_pair);
    form->addWidget(m_making);
    connect(m_sign, &QCheckBox::toggled, this, &SendDialog::follow);
    connect(m_pair, &PassphrasePair::changed, this, &SendDialog::follow);
}

void SendDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Choose where to save…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"send.save"_s);
    setButtonKind(*m_save, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"send.cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &SendDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SendDialog::reject);
    layout()->addWidget(buttons);
}

void SendDialog::follow()
{
    const bool signs = m_sign->isChecked();
    m_passphraseBox->setVisible(signs && m_hasKey && m_passphrase != nullptr);
    m_making->setVisible(signs && !m_hasKey);
    if (m_save != nullptr) {
        m_save->setEnabled(!m_isBusy && !name().isEmpty() && (!signs || m_hasKey || m_pair->agree()));
    }
}

QString SendDialog::name() const
{
    return m_name->text().trimmed();
}

domain::ReviewerRole SendDialog::role() const
{
    return m_peer->isChecked() ? domain::ReviewerRole::Peer : domain::ReviewerRole::Mentor;
}

void SendDialog::accept()
{
    if (m_isBusy) {
        return;
    }
    if (!m_sign->isChecked() || m_key != nullptr) {
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

void SendDialog::finish(const KeyWork::Outcome& outcome)
{
    setBusy(false);
    if (!outcome) {
        m_said->setText(ErrorSentence::of(outcome.error()));
        m_said->show();
        if (m_passphrase != nullptr) {
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
void SendDialog::showWords()
{
    m_form->hide();
    m_said->setText(
        tr("Your key is made. It reads:\n\n%1\n\nTell the learner these words when you meet or speak: Waymark shows them beside "
           "your answer, and then both know that it came from you. You find them again under \"My key\".")
            .arg(ReviewWords::fingerprint(exchange::fingerprintOf(m_key->publicKey()))));
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->show();
    m_save->setFocus(Qt::OtherFocusReason);
    adjustSize();
}

void SendDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy);
    m_busy->setVisible(busy);
    follow();
}

void SendDialog::reject()
{
    if (!m_isBusy) {
        QDialog::reject();
    }
}

} // namespace waymark::ui
