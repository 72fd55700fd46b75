// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CourseStep.h>
#include <domain/Store.h>
#include <domain/UndoStep.h>

#include <QStringList>

#include <map>
#include <utility>
#include <vector>

namespace waymark::support {

/// What brings back a course that was replaced.
struct KeptCourse
{
    domain::CourseContent content; ///< the one that a turn brings
    domain::CourseSwap swap; ///< its entries as a turn leaves them
    qint64 size = 0; ///< of the content, as it would lie in a library on disk
};

/// The journal of a library in memory: its edits in their order, and what became of each.
class MemoryJournal
{
public:
    [[nodiscard]] const std::vector<domain::JournalEntry>& entries() const { return m_entries; }
    void setEntries(std::vector<domain::JournalEntry> entries) { m_entries = std::move(entries); }

    [[nodiscard]] std::vector<domain::JournalEntry> newest(int limit) const;
    [[nodiscard]] std::vector<domain::JournalEntry> applied(const std::vector<domain::EditKind>& kinds, qint64 since) const;
    [[nodiscard]] bool has(const QString& edit) const;

    /// What was undone before can no longer be redone, unless this is an aside.
    void append(const domain::Edit& edit);

    /// Whether it is kept; what is beyond the limits is history from then on.
    bool keep(const QString& installation, KeptCourse kept);
    [[nodiscard]] const KeptCourse& kept(const QString& installation) { return m_kept.at(installation); }
    /// A turn of an installation: the course and the entries change places with those that are kept, and the newer ones get the ids of
    /// the course that comes.
    void turn(const domain::UndoStep& step, domain::CourseContent& present);
    void letGoOfUndone();
    void forgetSteps();

    /// What undo takes back; null for nothing.
    [[nodiscard]] domain::JournalEntry* newestApplied();

    /// What redo applies again; null for nothing.
    [[nodiscard]] domain::JournalEntry* oldestUndone();

    [[nodiscard]] std::vector<domain::JournalEntry> after(qint64 sequence, domain::JournalState state) const;

    void setStates(const std::vector<std::pair<qint64, domain::JournalState>>& states);
    void rewrite(const std::vector<domain::JournalEntry>& entries); ///< over those with their sequences

private:
    [[nodiscard]] QStringList stoodLast() const;
    [[nodiscard]] std::vector<domain::JournalEntry>::iterator at(qint64 sequence);
    void thin(const QString& installation);
    void forget(const QString& installation);
    /// What was undone, but for asides of older steps.
    void abandonFrom(qint64 sequence);
    [[nodiscard]] bool isStep(const domain::JournalEntry& entry, domain::JournalState state) const;

    std::vector<domain::JournalEntry> m_entries;
    std::map<QString, KeptCourse> m_kept; ///< by the id of the installation
};

} // namespace waymark::support
