// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/DraftValues.h>
#include <session/StudyWatch.h>

#include <QScrollArea>

namespace waymark::ui {

class ChecklistPanel;
class MentorPanel;
class NeighboursPanel;
class NotePanel;
class TimePanel;

/// The column beside a lesson, which stays while the text scrolls: checklist, mentor, needs and unlocks,
/// note, time.
class SidePanel : public QScrollArea
{
    Q_OBJECT

public:
    SidePanel(session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    /// Only the parts that the changes touch.
    void follow(const session::Changes& changes);
    void saveDrafts();
    [[nodiscard]] QStringList unsavedSkills() const; ///< with a text that could not be saved, each once; drafts are no part of it
    void goToChecklist();
    void goToDraft(const session::DraftPlace& draft); ///< of evidence or time: the editor that offers it gets the keyboard
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void skillRequested(const QString& skill);
    void linkRequested(const QUrl& link);
    void placeRequested(const waymark::ui::Place& place);
    void badgeRequested();

private:
    void showFocus();

    QString m_skill;
    ChecklistPanel* m_checklist;
    MentorPanel* m_mentor;
    NeighboursPanel* m_neighbours;
    NotePanel* m_note;
    TimePanel* m_time;
};

} // namespace waymark::ui
