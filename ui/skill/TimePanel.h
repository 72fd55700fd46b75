// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyWatch.h>

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <utility>
#include <vector>

class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace waymark::ui {

class EstimateBar;
class TextLabel;
class TimeEditor;
class TimeEntryRow;
class WatchRow;

/// The study time on a skill: the watch, the sum against the estimate, ways to add, and the entries with the newest first.
class TimePanel : public QWidget
{
    Q_OBJECT

public:
    TimePanel(session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refresh();
    void keepDrafts(); ///< of times that are being entered; the skill offers them when it is opened again
    void focusEditor(const QString& entry); ///< of an entry, or of a time that is added; where one is open

private:
    static constexpr int fewEntries = 4;

    using Entries = std::vector<std::pair<QString, domain::TimeEntry>>;

    void arrange();
    QPushButton* makeQuick(int minutes);
    void add(int minutes);
    void openEditor();
    void makeEditor(const QString& id);
    void closeEditor();
    void offerDrafts();
    void addEarlier(const domain::TimeEntry& entry);
    [[nodiscard]] Entries entries() const;
    [[nodiscard]] Entries shown(const Entries& all) const;
    void refreshTotal();
    void refreshRows(const Entries& shown);

    session::Workspace& m_workspace;
    QString m_skill;
    WatchRow* m_watch;
    TextLabel* m_total;
    EstimateBar* m_bar;
    TextLabel* m_against;
    QSpinBox* m_minutes;
    QPushButton* m_earlier;
    QVBoxLayout* m_entries;
    QPushButton* m_more;
    QPointer<TimeEditor> m_editor; ///< of a time that is added, or of one that is gone and was being changed
    QHash<QString, TimeEntryRow*> m_rows; ///< by the id of the entry
    bool m_showsAll = false;
};

} // namespace waymark::ui
