// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/KeyWork.h>

#include <QDialog>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

/// The key with which this person signs: its words, its fingerprint, the public half as a file, another passphrase; and where there is
/// none yet, making it.
class KeyDialog : public QDialog
{
    Q_OBJECT

public:
    KeyDialog(session::KeyRing ring, const QString& name, QWidget* parent = nullptr);

    void reject() override; ///< not while a key is being worked on

private:
    void showKey();
    void addMaking();
    void addKey(const exchange::KeyFileHead& head);
    void addPassphrase(bool asksOld);
    void exportPublic();
    void finish(const KeyWork::Outcome& outcome);
    void setBusy(bool busy);
    void say(const QString& text);

    session::KeyRing m_ring;
    QString m_name;
    KeyWork m_work;
    bool m_isBusy = false;
    QVBoxLayout* m_whole;
    QWidget* m_content = nullptr;
    QLineEdit* m_nameField = nullptr;
    QLineEdit* m_old = nullptr;
    PassphrasePair* m_pair = nullptr;
    QProgressBar* m_busy;
    TextLabel* m_said;
};

} // namespace waymark::ui
