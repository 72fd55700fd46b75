// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryJournal.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
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

std::vector<domain::JournalEntry>::iterator MemoryJournal::at(qint64 sequence) // a recovered journal has gaps
{
    return std::ranges::find(m_entries, sequence, &domain::JournalEntry::sequence);
}

void MemoryJournal::setStates(const std::vector<std::pair<qint64, domain::JournalState>>& states)
{
    for (const auto& [sequence, state] : states) {
        const auto entry = at(sequence);
        entry->state = state;
        ++entry->turns;
    }
}

void MemoryJournal::rewrite(const std::vector<domain::JournalEntry>& entries)
{
    for (const domain::JournalEntry& each : entries) {
        at(each.sequence)->edit = each.edit;
    }
}

namespace {

/// As it lies in a library on disk, nearly; what is small is not made smaller.
qint64 packedSize(const domain::CourseContent& content)
{
    const qint64 size = domain::sizeOf(content);
    if (domain::keepingOf(size) != domain::Keeping::Unsure) {
        return size;
    }
    QByteArray bytes;
    for (const domain::CourseAsset& asset : content.assets) {
        bytes += asset.bytes;
    }
    for (const domain::Lesson& lesson : content.lessons) {
        bytes += lesson.markdown.toUtf8();
    }
    return qCompress(bytes).size();
}

} // namespace

bool MemoryJournal::keep(const QString& installation, KeptCourse kept)
{
    kept.size = packedSize(kept.content);
    const bool isKept = kept.size <= domain::courseStepBytes;
    m_kept.insert_or_assign(installation, std::move(kept));
    if (!isKept) {
        forget(installation);
        return false;
    }
    thin(installation);
    return true;
}

/// The installation goes last, and then what is farthest from where the library is.
void MemoryJournal::thin(const QString& installation)
{
    std::vector<std::tuple<bool, domain::JournalState, qint64, QString>> inOrder;
    for (const domain::JournalEntry& entry : m_entries) {
        if (m_kept.contains(entry.edit.id)) {
            const qint64 away = entry.state == domain::JournalState::Applied ? -entry.sequence : entry.sequence;
            inOrder.emplace_back(entry.edit.id != installation, entry.state, away, entry.edit.id);
        }
    }
    std::ranges::sort(inOrder);
    std::size_t count = 0;
    qint64 bytes = 0;
    QStringList beyond;
    for (const auto& [isOther, state, away, id] : inOrder) {
        bytes += m_kept.at(id).size;
        if (++count > domain::courseSteps || bytes > domain::courseStepsBytes) {
            beyond.append(id);
        }
    }
    std::ranges::for_each(beyond, [this](const QString& id) { forget(id); });
}

/// With what lies behind it, on the way that undo or redo would go.
void MemoryJournal::forget(const QString& installation)
{
    const auto isIt = [&installation](const domain::JournalEntry& entry) { return entry.edit.id == installation; };
    const auto entry = std::ranges::find_if(m_entries, isIt);
    const bool isApplied = entry->state == domain::JournalState::Applied;
    const auto first = isApplied ? m_entries.begin() : entry;
    const auto last = isApplied ? entry + 1 : m_entries.end();
    std::for_each(first, last, [this](const domain::JournalEntry& each) { m_kept.erase(each.edit.id); });
    if (!isApplied) {
        abandonFrom(entry->sequence);
    }
}

void MemoryJournal::abandonFrom(qint64 sequence)
{
    const std::vector<qint64> staying = domain::asidesOfOlderSteps(sequence, after(0, domain::JournalState::Undone));
    for (domain::JournalEntry& entry : m_entries) {
        const bool isGone = entry.state == domain::JournalState::Undone && entry.sequence >= sequence
            && std::ranges::find(staying, entry.sequence) == staying.end();
        entry.state = isGone ? domain::JournalState::Abandoned : entry.state;
    }
}

void MemoryJournal::turn(const domain::UndoStep& step, domain::CourseContent& present)
{
    KeptCourse kept = m_kept.at(step.edit.id);
    std::set<qint64> known;
    for (domain::JournalEntry& each : kept.swap.entries) {
        known.insert(each.sequence);
        std::swap(at(each.sequence)->edit, each.edit);
    }
    const auto [installed, state] = step.states.front();
    std::vector<domain::JournalEntry> newer;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(newer), [&, from = installed](const auto& entry) {
        return entry.sequence > from && entry.state != domain::JournalState::Applied && !known.contains(entry.sequence);
    });
    const domain::Course& to = kept.content.course;
    const auto moved = state == domain::JournalState::Applied ? domain::broughtAgain(to, newer).value()
                                                              : domain::broughtBack(to, present.course, newer).value();
    for (std::size_t i = 0; i < newer.size(); ++i) {
        if (moved[i] != newer[i]) {
            at(newer[i].sequence)->edit = moved[i].edit;
            kept.swap.entries.push_back(newer[i]);
        }
    }
    std::swap(present, kept.content);
    keep(step.edit.id, std::move(kept));
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
    if (const auto first = std::ranges::find_if(m_entries, isUndone); first != m_entries.end()) {
        abandonFrom(first->sequence);
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
