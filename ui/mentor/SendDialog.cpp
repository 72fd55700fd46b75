// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/SendDialog.h>

#include <ui/theme/Controls.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SendDialog::SendDialog(session::KeyRing keyRing, const QString& name, domain::ReviewerRole role, QWidget* parent)
    : SigningDialog(std::move(keyRing), name, parent)
    , m_peer(new QRadioButton(tr("I answer as a fellow learner"), form()))
{
    setObjectName(u"sendDialog"_s);
    setWindowTitle(tr("Save the review"));
    auto* mentor = new QRadioButton(tr("I answer as a mentor"), form());
    mentor->setObjectName(u"send.mentor"_s);
    m_peer->setObjectName(u"send.peer"_s);
    (role == domain::ReviewerRole::Peer ? m_peer : mentor)->setChecked(true);
    auto* sign = new QCheckBox(tr("Sign it"), form());
    sign->setObjectName(u"send.sign"_s);
    sign->setChecked(hasKey());
    sign->setEnabled(!ring().path().isEmpty());
    questions().addWidget(mentor);
    questions().addWidget(m_peer);
    questions().addSpacing(space::s);
    questions().addWidget(sign);
    questions().addWidget(
        wrapped(TextRole::Caption, tr("The learner then sees that the answer is yours and that nobody changed it."), form()));
    setTabOrder(askName(), mentor);
    setTabOrder(mentor, m_peer);
    setTabOrder(m_peer, sign);
    connect(sign, &QCheckBox::toggled, this, &SendDialog::setSigning);
    setSigning(sign->isChecked());
}

domain::ReviewerRole SendDialog::role() const
{
    return m_peer->isChecked() ? domain::ReviewerRole::Peer : domain::ReviewerRole::Mentor;
}

} // namespace waymark::ui
