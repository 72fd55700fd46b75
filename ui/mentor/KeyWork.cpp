// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/KeyWork.h>

#include <ui/theme/Controls.h>

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;

namespace {

KeyWork::Outcome keyOf(const Result<exchange::SigningKey>& key)
{
    return key ? KeyWork::Outcome(std::make_shared<const exchange::SigningKey>(*key)) : KeyWork::Outcome(tl::unexpected(key.error()));
}

QLineEdit* secretField(QWidget* parent, const QString& name, const QString& title, QVBoxLayout* column)
{
    auto* label = new TextLabel(TextRole::Strong, title, parent);
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setMinimumHeight(size::control);
    field->setAccessibleName(title);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    return field;
}

} // namespace

void KeyWork::run(std::function<Outcome()> work)
{
    m_task.start(
        [work = std::move(work)](const std::stop_token&) { return work(); }, [this](const Outcome& outcome) { Q_EMIT finished(outcome); });
}

void KeyWork::unlock(const session::KeyRing& ring, const QString& passphrase)
{
    run([ring, passphrase] { return keyOf(ring.unlock(passphrase)); });
}

void KeyWork::make(const session::KeyRing& ring, const QString& name, const QString& passphrase)
{
    run([ring, name, passphrase] { return keyOf(ring.make(name, passphrase)); });
}

void KeyWork::changePassphrase(const session::KeyRing& ring, const QString& from, const QString& to)
{
    run([ring, from, to] {
        const Result<void> changed = ring.changePassphrase(from, to);
        return changed ? Outcome(Key()) : Outcome(tl::unexpected(changed.error()));
    });
}

PassphrasePair::PassphrasePair(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_first = secretField(this, u"key.first"_s, tr("New passphrase"), column);
    m_second = secretField(this, u"key.second"_s, tr("The same once more"), column);
    m_state = wrapped(TextRole::Caption, {}, this);
    m_state->setObjectName(u"key.state"_s);
    column->addWidget(m_state);
    connect(m_first, &QLineEdit::textChanged, this, &PassphrasePair::follow);
    connect(m_second, &QLineEdit::textChanged, this, &PassphrasePair::follow);
    follow();
}

void PassphrasePair::follow()
{
    m_state->setText(m_first->text().isEmpty() && m_second->text().isEmpty()
            ? tr("Without a passphrase, whoever can read the file can sign in your name.")
            : agree() ? tr("There is no way back to a forgotten passphrase.")
                      : tr("The two are not the same yet."));
    Q_EMIT changed();
}

QString PassphrasePair::passphrase() const
{
    return m_first->text();
}

bool PassphrasePair::agree() const
{
    return m_first->text() == m_second->text();
}

void PassphrasePair::clear()
{
    m_first->clear();
    m_second->clear();
}

} // namespace waymark::ui
