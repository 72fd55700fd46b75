// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/KeyWork.h>

#include <QDialog>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

/// Asks for the key before something that is signed is saved: its passphrase, or the passphrase of a key that is made now, whose words are
/// then shown once. The key is worked on by a worker. A wrong passphrase is said and asked for again.
class SigningDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name` is that of a key that has to be made; where it is empty, that of the key that is there.
    SigningDialog(session::KeyRing ring, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] const KeyWork::Key& key() const { return m_key; } ///< null for what goes out without a signature

    void accept() override;
    void reject() override; ///< not while a key is being worked on

protected:
    [[nodiscard]] const session::KeyRing& ring() const { return m_ring; }
    [[nodiscard]] bool hasKey() const { return m_hasKey; }
    [[nodiscard]] QWidget* form() const { return m_form; }
    [[nodiscard]] QVBoxLayout& questions() const { return *m_questions; } ///< between the name and the key
    QLineEdit* askName(); ///< also where there is a key; gives the field
    void setSigning(bool signs);

private:
    void makeName(const QString& name);
    void makeKeyFields();
    void makeButtons();
    void follow();
    void finish(const KeyWork::Outcome& outcome);
    void showWords();
    void say(const QString& text);
    void setBusy(bool busy);

    session::KeyRing m_ring;
    bool m_hasKey;
    bool m_signs = true;
    bool m_isBusy = false;
    KeyWork m_work;
    KeyWork::Key m_key;
    QWidget* m_form;
    QWidget* m_nameBox = nullptr;
    QLineEdit* m_name = nullptr;
    QVBoxLayout* m_questions;
    QWidget* m_passphraseBox = nullptr;
    QLineEdit* m_passphrase = nullptr; ///< of the key that is there; null where none is asked
    QWidget* m_making = nullptr;
    PassphrasePair* m_pair = nullptr; ///< of a new key
    TextLabel* m_said;
    QProgressBar* m_busy;
    QPushButton* m_save = nullptr;
};

} // namespace waymark::ui
