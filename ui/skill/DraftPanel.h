// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/WritingPause.h>

#include <session/Workspace.h>

#include <QMap>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// A text of the learner's about a skill, in a field that saves itself a moment after the typing stops, every other second while it does
/// not, and whenever it is left. What cannot be saved stays in the field, and the panel says so. Which text it is, and what stands around
/// the field, says who derives from it.
class DraftPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pause = WritingPause::shortest;

    /// Saves the text of the skill before. One that cannot be saved is kept for that skill and shown again with it.
    void setSkill(const QString& skill);
    /// The stored text may be another one, by undo or from elsewhere. A text that is being written wins.
    void refresh();
    /// Also what an earlier save left of other skills.
    void save();
    [[nodiscard]] QStringList unsavedSkills() const; ///< ids

protected:
    /// The field has `id` as its objectName, what belongs to it `id` and a word.
    DraftPanel(session::Workspace& workspace, const QString& id, int linesShown, QWidget* parent);

    [[nodiscard]] virtual QString stored() const = 0; ///< of the skill that is shown
    [[nodiscard]] virtual domain::Result<domain::Edit> edit(const QString& skill, const QString& text) const = 0; ///< that stores it
    [[nodiscard]] virtual QString said() const; ///< once it is saved
    /// Shows what stands around the field as it should be. `isWriting`: the keyboard is in the field, and stays.
    virtual void follow(bool isWriting) = 0;

    [[nodiscard]] session::Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] const QString& skill() const { return m_skill; }
    [[nodiscard]] QPlainTextEdit& field() const { return *m_field; }
    [[nodiscard]] QVBoxLayout& column() const { return *m_column; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isDirty() const;
    void followReadOnly();
    void followMoves();
    void showStored();
    void saveShown();
    void saveOthers();
    void showState(const QString& text, bool failed);

    session::Workspace& m_workspace;
    QString m_skill;
    QMap<QString, QString> m_unsaved; ///< by skill: what a failed save left
    QPlainTextEdit* m_field;
    TextLabel* m_state;
    QPushButton* m_again;
    QVBoxLayout* m_column;
    WritingPause m_pause;
    QString m_stored; ///< as the library has it
    QString m_clean; ///< the same as the field gives it back: it knows no hard spaces
};

} // namespace waymark::ui
