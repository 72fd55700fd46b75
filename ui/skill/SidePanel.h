// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/Drafts.h>
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
    SidePanel(session::Workspace& workspace, session::StudyWatch& watch, session::Drafts& drafts, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    /// Only the parts that the changes touch.
    void follow(const session::Changes& changes);
    void saveDrafts();
    void offerDrafts(); ///< of evidence
    [[nodiscard]] QStringList unsavedSkills() const; ///< each once
    void goToChecklist();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void skillRequested(const QString& skill);
    void linkRequested(const QUrl& link);
    void placeRequested(const waymark::ui::Place& place);
    void badgeRequested();

private:
    QString m_skill;
    ChecklistPanel* m_checklist;
    MentorPanel* m_mentor;
    NeighboursPanel* m_neighbours;
    NotePanel* m_note;
    TimePanel* m_time;
};

} // namespace waymark::ui
