// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/KeyWork.h>

#include <domain/MentorRecords.h>

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace waymark::ui {

/// Who answers, and whether it is signed, before an answer is saved. The key is unlocked, or made the first time, on a worker.
class SendDialog : public QDialog
{
    Q_OBJECT

public:
    SendDialog(session::KeyRing ring, const QString& name, domain::ReviewerRole role, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] domain::ReviewerRole role() const;
    [[nodiscard]] const KeyWork::Key& key() const { return m_key; } ///< null for an answer without signature

    void accept() override;
    void reject() override; ///< not while a key is being worked on

private:
    void makeReviewer(const QString& name, domain::ReviewerRole role);
    void makeSigning();
    void makeButtons();
    void follow();
    void finish(const KeyWork::Outcome& outcome);
    void showWords();
    void setBusy(bool busy);

    session::KeyRing m_ring;
    bool m_hasKey;
    KeyWork m_work;
    KeyWork::Key m_key;
    bool m_isBusy = false;
    QLineEdit* m_name = nullptr;
    QRadioButton* m_peer = nullptr;
    QCheckBox* m_sign = nullptr;
    QLineEdit* m_passphrase = nullptr; ///< of the key that is there; null where none is asked
    QWidget* m_passphraseBox = nullptr;
    PassphrasePair* m_pair = nullptr; ///< of a new key
    QWidget* m_making = nullptr;
    QWidget* m_form = nullptr;
    QProgressBar* m_busy = nullptr;
    TextLabel* m_said = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace waymark::ui
