// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace waymark::ui {

class TextLabel;

/// What the learner asks the mentor about a skill; it goes out with the plan. A button until there is a question, then a field that saves
/// itself as the note does. An empty text takes the question back.
class QuestionPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pause = 800; ///< milliseconds without a key before the question is saved

    explicit QuestionPanel(session::Workspace& workspace, QWidget* parent = nullptr);

    /// Saves the question of the skill before. A text that cannot be saved is kept for that skill and shown again with it.
    void setSkill(const QString& skill);
    /// The stored question may be another one. A text that is being written wins.
    void refresh();
    void save();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString stored() const;
    [[nodiscard]] bool isDirty() const;
    void showStored();
    void showState(const QString& text, bool failed);
    void showField(bool shown);

    session::Workspace& m_workspace;
    QString m_skill;
    QHash<QString, QString> m_unsaved; ///< by skill: what a failed save left
    QPushButton* m_ask;
    TextLabel* m_caption;
    QPlainTextEdit* m_text;
    TextLabel* m_state;
    QTimer m_pause;
    QString m_clean; ///< as the library has it and the field gives it back
};

} // namespace waymark::ui
