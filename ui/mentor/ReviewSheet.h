// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/EntryRow.h>

#include <QScrollArea>

class QVBoxLayout;

namespace waymark::ui {

class ReviewHead;
class SkillLink;

/// One review as the learner reads it: its head, then what it says, grouped by skill. Acts on the entry that was focused last, each as one
/// edit through the shelf.
class ReviewSheet : public QScrollArea
{
    Q_OBJECT

public:
    ReviewSheet(session::Workspace& workspace, session::ReviewShelf& shelf, QWidget* parent = nullptr);

    void setLetter(const std::optional<session::ReviewLetter>& letter);
    void setOpenOnly(bool openOnly);
    void step(int by); ///< to the next entry, or the one before
    void act(EntryAct act); ///< on the current entry, where it fits
    void openSkill(); ///< of the current entry
    [[nodiscard]] QString currentEntry() const { return m_current; }

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void allRequested(); ///< the answered ones too

private:
    void refresh();
    void rebuild(const std::vector<exchange::ReviewEntry>& entries);
    QVBoxLayout* makeGroup(const QString& skill);
    void refreshGroups();
    void run(QString entry, EntryAct act);
    void focusRow(int row);
    [[nodiscard]] std::vector<exchange::ReviewEntry> shownEntries() const; ///< in the order of the sheet
    [[nodiscard]] const exchange::ReviewEntry* find(const QString& entry) const;
    [[nodiscard]] int rowOf(const QString& entry) const; ///< -1 for none

    session::Workspace& m_workspace;
    session::ReviewShelf& m_shelf;
    std::optional<session::ReviewLetter> m_letter;
    bool m_isOpenOnly = false;
    std::size_t m_limit = 0; ///< of rows
    QString m_current; ///< id of an entry
    ReviewHead* m_head;
    QWidget* m_entries = nullptr;
    QVBoxLayout* m_column;
    std::vector<EntryRow*> m_rows;
    std::vector<SkillLink*> m_links;
};

} // namespace waymark::ui
