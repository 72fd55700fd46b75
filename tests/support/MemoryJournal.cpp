// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryJournal.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace waymark::support {

std::vector<domain::JournalEntry> MemoryJournal::newest(int limit) const
{
    std::vector<domain::JournalEntry> newest(m_entries.rbegin(), m_entries.rend());
    newest.resize(std::min(newest.size(), static_cast<std::size_t>(std::max(0, limit))));
    return newest;
}

std::vector<domain::JournalEntry> MemoryJournal::applied(const std::vector<domain::EditKind>& kinds, qint64 since) const
{
    std::vector<domain::JournalEntry> found;
    std::copy_if(m_entries.rbegin(), m_entries.rend(), std::back_inserter(found), [&](const domain::JournalEntry& entry) {
        return entry.state == domain::JournalState::Applied && entry.edit.at >= since
            && std::find(kinds.begin(), kinds.end(), entry.edit.kind) != kinds.end();
    });
    return found;
}

bool MemoryJournal::has(const QString& edit) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&edit](const auto& entry) { return entry.edit.id == edit; });
}

void MemoryJournal::append(const domain::Edit& edit)
{
    for (domain::JournalEntry& entry : m_entries) {
        if (entry.state == domain::JournalState::Undone && !domain::isAside(edit.kind)) {
            entry.state = domain::JournalState::Abandoned;
        }
    }
    m_entries.push_back({ edit, m_entries.empty() ? 1 : m_entries.back().sequence + 1, domain::JournalState::Applied, 0, stoodLast() });
}

domain::JournalEntry* MemoryJournal::newestApplied()
{
    const auto found = std::find_if(
        m_entries.rbegin(), m_entries.rend(), [this](const auto& entry) { return isStep(entry, domain::JournalState::Applied); });
    return found == m_entries.rend() ? nullptr : &*found;
}

domain::JournalEntry* MemoryJournal::oldestUndone()
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [this](const auto& entry) { return isStep(entry, domain::JournalState::Undone); });
    return found == m_entries.end() ? nullptr : &*found;
}

std::vector<domain::JournalEntry> MemoryJournal::after(qint64 sequence, domain::JournalState state) const
{
    std::vector<domain::JournalEntry> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found),
        [&](const auto& entry) { return entry.sequence > sequence && entry.state == state; });
    return found;
}

void MemoryJournal::setStates(const std::vector<std::pair<qint64, domain::JournalState>>& states)
{
    for (const auto& [sequence, state] : states) {
        const auto isIt = [of = sequence](const domain::JournalEntry& entry) { return entry.sequence == of; };
        const auto entry = std::find_if(m_entries.begin(), m_entries.end(), isIt); // a recovered journal has gaps
        entry->state = state;
        ++entry->turns;
    }
}

void MemoryJournal::rewrite(const std::vector<domain::JournalEntry>& entries)
{
    for (const domain::JournalEntry& each : entries) {
        const auto isIt = [&each](const domain::JournalEntry& entry) { return entry.sequence == each.sequence; };
        std::find_if(m_entries.begin(), m_entries.end(), isIt)->edit = each.edit;
    }
}

void MemoryJournal::keep(const QString& installation, KeptCourse kept)
{
    m_kept.insert_or_assign(installation, std::move(kept));
    std::size_t count = 0;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (m_kept.contains(entry->edit.id) && ++count > domain::courseSteps) {
            m_kept.erase(entry->edit.id);
        }
    }
}

void MemoryJournal::turn(const domain::UndoStep& step, const domain::Course& gone)
{
    KeptCourse& kept = m_kept.at(step.edit.id);
    std::set<qint64> known;
    for (domain::JournalEntry& each : kept.swap.entries) {
        known.insert(each.sequence);
        const auto isIt = [&each](const domain::JournalEntry& entry) { return entry.sequence == each.sequence; };
        std::swap(std::find_if(m_entries.begin(), m_entries.end(), isIt)->edit, each.edit);
    }
    const auto [installed, state] = step.states.front();
    std::vector<domain::JournalEntry> newer;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(newer), [&, from = installed](const auto& entry) {
        return entry.sequence > from && entry.state != domain::JournalState::Applied && !known.contains(entry.sequence);
    });
    const domain::Course& to = kept.content.course;
    const auto moved
        = state == domain::JournalState::Applied ? domain::broughtAgain(to, newer).value() : domain::broughtBack(to, gone, newer).value();
    for (std::size_t i = 0; i < newer.size(); ++i) {
        if (moved[i] != newer[i]) {
            const auto isIt = [&](const domain::JournalEntry& entry) { return entry.sequence == newer[i].sequence; };
            std::find_if(m_entries.begin(), m_entries.end(), isIt)->edit = moved[i].edit;
            kept.swap.entries.push_back(newer[i]);
        }
    }
}

void MemoryJournal::letGoOfUndone()
{
    for (const domain::JournalEntry& entry : m_entries) {
        if (entry.state == domain::JournalState::Undone) {
            m_kept.erase(entry.edit.id);
        }
    }
}

void MemoryJournal::forgetSteps()
{
    const auto isUndone = [](const domain::JournalEntry& entry) {
        return entry.state == domain::JournalState::Undone && domain::isInstallation(entry.edit.kind);
    };
    for (auto entry = std::find_if(m_entries.begin(), m_entries.end(), isUndone); entry != m_entries.end(); ++entry) {
        entry->state = entry->state == domain::JournalState::Undone ? domain::JournalState::Abandoned : entry->state;
    }
    m_kept.clear();
}

QStringList MemoryJournal::stoodLast() const
{
    QStringList last;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->state != domain::JournalState::Applied || domain::isInstallation(entry->edit.kind)) {
            continue;
        }
        if (last.isEmpty() || !domain::isAside(entry->edit.kind)) {
            last.append(entry->edit.id);
        }
        if (!domain::isAside(entry->edit.kind)) {
            break;
        }
    }
    last.sort();
    return last;
}

bool MemoryJournal::isStep(const domain::JournalEntry& entry, domain::JournalState state) const
{
    const bool isTurnable = !domain::isInstallation(entry.edit.kind) || m_kept.contains(entry.edit.id);
    return entry.state == state && !domain::isAside(entry.edit.kind) && isTurnable;
}

} // namespace waymark::support
