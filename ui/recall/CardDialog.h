// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/DraftValues.h>
#include <session/RecallDesk.h>

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace waymark::ui {

class DraftKeeper;
class TextLabel;

/// Front and back of a card in the learner's own words: of a card that is there, or of a new one, whose skill is chosen here. It applies
/// its edit itself; what fails is said inside it, and nothing that was typed is lost. It begins with what was written in it before and
/// neither saved nor cancelled.
class CardDialog : public QDialog
{
    Q_OBJECT

public:
    /// `card` empty for a new one; `skill` is then the one that is offered first, and may be empty.
    CardDialog(session::Workspace& workspace, const QString& skill, const QString& card, QWidget* parent = nullptr);

    /// The words that it has now.
    void setCard(const session::AskedCard& card);
    void accept() override;
    void done(int result) override;

private:
    void makeSkillChoice();
    [[nodiscard]] QString chosenSkill() const; ///< empty while no skill has the title that is typed
    QPlainTextEdit* makeSide(const QString& name, const QString& title, int lines);
    void follow();
    void offerDraft();
    [[nodiscard]] session::CardFields fields() const;
    [[nodiscard]] std::optional<session::DraftValue> written() const;

    session::Workspace& m_workspace;
    QString m_skill;
    QString m_card;
    QComboBox* m_skills = nullptr; ///< null for a card that is there
    TextLabel* m_waits = nullptr; ///< says that the skill is not begun
    QPlainTextEdit* m_front;
    QPlainTextEdit* m_back;
    TextLabel* m_about; ///< what is said of a draft
    TextLabel* m_fault;
    QPushButton* m_save;
    session::CardFields m_base; ///< of what is written; empty for a new card
    DraftKeeper* m_draft;
};

} // namespace waymark::ui
