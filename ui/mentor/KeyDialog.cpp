// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/KeyDialog.h>

#include <ui/skill/Retire.h>
#include <ui/theme/Announcing.h>
#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/WrappedText.h>

#include <domain/AtomicFile.h>
#include <exchange/ExportFormats.h>
#include <exchange/ReviewLimits.h>

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 520;

} // namespace

KeyDialog::KeyDialog(session::KeyRing ring, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_ring(std::move(ring))
    , m_name(name)
    , m_whole(new QVBoxLayout(this))
    , m_busy(new QProgressBar(this))
    , m_said(wrapped(TextRole::Body, {}, this))
{
    setObjectName(u"keyDialog"_s);
    setWindowTitle(tr("My key"));
    setMinimumWidth(dialogWidth);
    m_whole->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    m_whole->setSpacing(space::m);
    m_busy->setObjectName(u"key.busy"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Working on the key"));
    m_said->setObjectName(u"key.said"_s);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"key.close"_s);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &KeyDialog::reject);
    m_whole->addWidget(m_said);
    m_whole->addWidget(m_busy);
    m_whole->addWidget(close, 0, Qt::AlignRight);
    connect(&m_work, &KeyWork::finished, this, &KeyDialog::finish);
    showKey();
    setBusy(false);
}

void KeyDialog::showKey()
{
    if (m_content != nullptr) {
        retire(m_content);
    }
    m_nameField = nullptr;
    m_old = nullptr;
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_said->clear();
    if (!m_ring.hasKey()) {
        addMaking();
    } else if (const auto head = m_ring.head()) {
        addKey(*head);
    } else {
        m_said->setText(ErrorSentence::of(head.error()));
    }
    m_said->setVisible(!m_said->text().isEmpty());
    m_whole->insertWidget(0, m_content);
    m_content->show();
    adjustSize();
}

void KeyDialog::addMaking()
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    column->addWidget(new TextLabel(TextRole::Heading, tr("You have no key yet"), m_content));
    column->addWidget(wrapped(TextRole::Body,
        tr("With a key you sign your answers, so that learners see that they are yours and that nobody changed them."), m_content));
    auto* label = new TextLabel(TextRole::Strong, tr("Your name"), m_content);
    m_nameField = new QLineEdit(m_name, m_content);
    m_nameField->setObjectName(u"key.name"_s);
    m_nameField->setMaxLength(exchange::limits::reviewerCharacters);
    label->setBuddy(m_nameField);
    column->addWidget(label);
    column->addWidget(m_nameField);
    addPassphrase(false);
}

void KeyDialog::addKey(const exchange::KeyFileHead& head)
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    const QString fingerprint = exchange::fingerprintOf(head.publicKey);
    column->addWidget(wrapped(TextRole::Heading, breakable(head.name), m_content));
    column->addWidget(wrapped(TextRole::Caption, tr("Your key reads"), m_content));
    auto* words = wrapped(TextRole::Strong, ReviewWords::fingerprint(fingerprint), m_content);
    words->setObjectName(u"key.words"_s);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(words);
    column->addWidget(wrapped(TextRole::Body,
        tr("Tell learners these words when you meet or speak. They compare them with what Waymark shows beside your answer."), m_content));
    auto* hex = wrapped(TextRole::Caption, breakable(fingerprint), m_content);
    hex->setObjectName(u"key.fingerprint"_s);
    hex->setAccessibleName(tr("Fingerprint: %1").arg(fingerprint));
    hex->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(hex);
    auto* give = new QPushButton(tr("Export the public key…"), m_content);
    give->setObjectName(u"key.export"_s);
    give->setAutoDefault(false);
    connect(give, &QPushButton::clicked, this, &KeyDialog::exportPublic);
    column->addWidget(give, 0, Qt::AlignLeft);
    column->addSpacing(space::m);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Another passphrase"), m_content));
    addPassphrase(true);
}

void KeyDialog::addPassphrase(bool asksOld)
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    if (asksOld) {
        auto* label = new TextLabel(TextRole::Strong, tr("The present passphrase"), m_content);
        m_old = new QLineEdit(m_content);
        m_old->setObjectName(u"key.old"_s);
        m_old->setEchoMode(QLineEdit::Password);
        m_old->setMinimumHeight(size::control);
        label->setBuddy(m_old);
        column->addWidget(label);
        column->addWidget(m_old);
    }
    m_pair = new PassphrasePair(m_content);
    column->addWidget(m_pair);
    auto* act = new QPushButton(asksOld ? tr("Change the passphrase") : tr("Make the key"), m_content);
    act->setObjectName(asksOld ? u"key.change"_s : u"key.make"_s);
    if (!asksOld) {
        setButtonKind(*act, ButtonKind::Primary);
    }
    column->addWidget(act, 0, Qt::AlignLeft);
    const auto follow
        = [this, act] { act->setEnabled(m_pair->agree() && (m_nameField == nullptr || !m_nameField->text().trimmed().isEmpty())); };
    connect(m_pair, &PassphrasePair::changed, act, follow);
    if (m_nameField != nullptr) {
        connect(m_nameField, &QLineEdit::textChanged, act, follow);
    }
    follow();
    connect(act, &QPushButton::clicked, this, [this, asksOld] {
        setBusy(true);
        if (asksOld) {
            m_work.changePassphrase(m_ring, m_old->text(), m_pair->passphrase());
        } else {
            m_work.make(m_ring, m_nameField->text().trimmed(), m_pair->passphrase());
        }
    });
}

void KeyDialog::finish(const KeyWork::Outcome& outcome)
{
    setBusy(false);
    if (!outcome) {
        const QString sentence = ErrorSentence::of(outcome.error());
        QLineEdit* field = m_old != nullptr ? m_old : m_nameField;
        say(sentence);
        field->setAccessibleDescription(sentence);
        field->selectAll();
        field->setFocus(Qt::OtherFocusReason); // the fields were off while the key was worked on
        return;
    }
    showKey();
    say(*outcome == nullptr ? tr("The passphrase is changed.") : tr("The key is made."));
    if (auto* next = m_content->findChild<QPushButton*>(u"key.export"_s)) {
        next->setFocus(Qt::OtherFocusReason);
    }
}

void KeyDialog::say(const QString& text)
{
    m_said->setText(text);
    m_said->show();
    announce(*m_said, text);
}

void KeyDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_content->setEnabled(!busy);
    m_busy->setVisible(busy);
}

void KeyDialog::reject()
{
    if (!m_isBusy) {
        QDialog::reject();
    }
}

void KeyDialog::exportPublic()
{
    const auto head = m_ring.head();
    if (!head) {
        say(ErrorSentence::of(head.error()));
        return;
    }
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the public key"), QDir::home().filePath(exchange::exportFileName(head->name, u"waykey"_s)), u"*.waykey"_s);
    if (file.isEmpty()) {
        return;
    }
    const auto written = domain::writeFileAtomically(file, exchange::publicKeyFile(head->name, head->publicKey));
    say(written ? tr("Wrote %1.").arg(isolated(file)) : ErrorSentence::of(written.error()));
}

} // namespace waymark::ui
