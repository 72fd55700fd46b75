// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace waymark::ui {

class TextLabel;

/// The learner's note on a skill. It saves itself a moment after the typing stops and whenever it is left. What cannot be saved stays in
/// the field, and the panel says so.
class NotePanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pause = 800; ///< milliseconds without a key before the note is saved

    explicit NotePanel(session::Workspace& workspace, QWidget* parent = nullptr);

    /// Saves the note of the skill before. A text that cannot be saved is kept for that skill and shown again with it.
    void setSkill(const QString& skill);
    /// The stored note may be another one, by undo or from elsewhere. A text that is being written wins.
    void refresh();
    void save();
    [[nodiscard]] bool isDirty() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString stored() const;
    void showStored();
    void showState(const QString& text, bool failed);

    session::Workspace& m_workspace;
    QString m_skill;
    QHash<QString, QString> m_unsaved; ///< by skill: what a failed save left
    QPlainTextEdit* m_text;
    TextLabel* m_state;
    QPushButton* m_again;
    QCheckBox* m_shared;
    QTimer m_pause;
    QString m_stored; ///< as the library has it
    QString m_clean; ///< the same as the field gives it back: it knows no hard spaces
};

} // namespace waymark::ui
