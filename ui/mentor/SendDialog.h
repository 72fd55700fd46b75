// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/SigningDialog.h>

#include <domain/MentorRecords.h>

class QRadioButton;

namespace waymark::ui {

/// Who answers, and whether it is signed, before an answer is saved.
class SendDialog : public SigningDialog
{
    Q_OBJECT

public:
    SendDialog(session::KeyRing ring, const QString& name, domain::ReviewerRole role, QWidget* parent = nullptr);

    [[nodiscard]] domain::ReviewerRole role() const;

private:
    QRadioButton* m_peer;
};

} // namespace waymark::ui
