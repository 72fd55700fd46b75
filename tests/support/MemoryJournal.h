// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace waymark::support {

/// The journal of a library in memory: its edits in their order, and what became of each.
class MemoryJournal
{
public:
    [[nodiscard]] const std::vector<domain::JournalEntry>& entries() const { return m_entries; }
    void setEntries(std::vector<domain::JournalEntry> entries) { m_entries = std::move(entries); }

    [[nodiscard]] std::vector<domain::JournalEntry> newest(int limit) const
    {
        std::vector<domain::JournalEntry> newest(m_entries.rbegin(), m_entries.rend());
        newest.resize(std::min(newest.size(), static_cast<std::size_t>(std::max(0, limit))));
        return newest;
    }

    [[nodiscard]] bool has(const QString& edit) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [&edit](const auto& entry) { return entry.edit.id == edit; });
    }

    /// What was undone before can no longer be redone.
    void append(const domain::Edit& edit)
    {
        for (domain::JournalEntry& entry : m_entries) {
            if (entry.state == domain::JournalState::Undone) {
                entry.state = domain::JournalState::Abandoned;
            }
        }
        m_entries.push_back({ edit, static_cast<qint64>(m_entries.size()) + 1, domain::JournalState::Applied });
    }

    /// What undo takes back; null for nothing.
    [[nodiscard]] domain::JournalEntry* newestApplied()
    {
        const auto found = std::find_if(
            m_entries.rbegin(), m_entries.rend(), [](const auto& entry) { return entry.state == domain::JournalState::Applied; });
        return found == m_entries.rend() ? nullptr : &*found;
    }

    /// What redo applies again; null for nothing.
    [[nodiscard]] domain::JournalEntry* oldestUndone()
    {
        const auto found = std::find_if(
            m_entries.begin(), m_entries.end(), [](const auto& entry) { return entry.state == domain::JournalState::Undone; });
        return found == m_entries.end() ? nullptr : &*found;
    }

private:
    std::vector<domain::JournalEntry> m_entries;
};

} // namespace waymark::support
