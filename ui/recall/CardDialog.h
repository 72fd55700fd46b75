// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/RecallDesk.h>

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace waymark::ui {

class TextLabel;

/// Front and back of a card in the learner's own words: of a card that is there, or of a new one. It applies its edit itself; what fails
/// is said inside it, and nothing that was typed is lost.
class CardDialog : public QDialog
{
    Q_OBJECT

public:
    /// `card` empty for a new one.
    CardDialog(session::Workspace& workspace, const QString& skill, const QString& card, QWidget* parent = nullptr);

    void setTexts(const QString& front, const QString& back);
    void accept() override;

private:
    QPlainTextEdit* makeSide(const QString& name, const QString& title, int lines);
    void follow();

    session::Workspace& m_workspace;
    QString m_skill;
    QString m_card;
    QPlainTextEdit* m_front;
    QPlainTextEdit* m_back;
    TextLabel* m_fault;
    QPushButton* m_save;
};

} // namespace waymark::ui
