// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QPointer>
#include <QWidget>

namespace waymark::ui {

class TimeEditor;

/// A time of study: when, how long, and what changes it or takes it away. While it is changed the editor stands below.
class TimeEntryRow : public QWidget
{
    Q_OBJECT

public:
    TimeEntryRow(session::Workspace& workspace, const QString& id, const domain::TimeEntry& entry, QWidget* parent = nullptr);

    [[nodiscard]] const domain::TimeEntry& entry() const { return m_entry; }
    [[nodiscard]] bool isOpen() const; ///< to be changed
    void keepDraft(); ///< of what was entered; the row of the same entry that is made next opens with it
    void focusEditor(); ///< where one is open

private:
    void makeLine();
    void openEditor();
    void makeEditor();
    void closeEditor();
    void change(const domain::TimeEntry& entry);

    session::Workspace& m_workspace;
    QString m_id;
    domain::TimeEntry m_entry;
    QPointer<TimeEditor> m_editor;
};

} // namespace waymark::ui
