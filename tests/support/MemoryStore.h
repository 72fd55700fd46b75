// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryCourse.h"
#include "MemoryJournal.h"
#include "PlainSearch.h"

#include <domain/Moves.h>
#include <domain/Store.h>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::support {

/// A library in memory, for tests of what stands on a Store. It passes the same contract as the library on disk.
class MemoryStore final : public domain::Store
{
public:
    /// Every call that would change something fails with this error until it is taken back.
    void failWith(std::optional<domain::Error> error) { m_error = std::move(error); }
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    domain::Result<std::optional<domain::Course>> course() override { return m_content ? std::optional(m_content->course) : std::nullopt; }
    domain::Result<QString> libraryId() override { return QStringLiteral("6f6d0c52-5d5a-4d0e-9f3a-2f0c8f0b7a11"); }
    domain::Result<QString> courseHash() override { return m_content ? m_content->hash : QString(); }
    domain::Result<domain::Lesson> lesson(const QString& skill) override { return lessonOf(m_content, skill); }
    domain::Result<domain::CourseAsset> asset(const QString& name) override { return assetOf(m_content, name); }

    domain::Result<void> installCourse(const domain::CourseContent& content) override
    {
        if (auto allowed = mayChange(); !allowed) {
            return allowed;
        }
        if (auto checked = checkContent(content); !checked) {
            return checked;
        }
        m_content = content;
        const domain::LearnerHistory now = domain::moved(domain::Moves(content.course), { m_progress.records(), m_journal.entries() });
        m_journal.setEntries(now.journal);
        m_progress = {};
        for (const auto& [key, record] : now.records) {
            m_progress.setRecord(key, record);
        }
        return {};
    }

    domain::Result<domain::Progress> progress() override { return m_progress; }

    domain::Result<void> commit(const domain::Edit& edit) override
    {
        if (auto allowed = mayChange(); !allowed) {
            return allowed;
        }
        if (m_journal.has(edit.id)) {
            return domain::failure(domain::ErrorCode::StaleEdit, edit.id);
        }
        if (auto applied = domain::applyTo(m_progress, edit); !applied) {
            return applied;
        }
        m_journal.append(edit);
        return {};
    }

    domain::Result<domain::Edit> undo() override
    {
        return turn(m_journal.newestApplied(), domain::JournalState::Undone, domain::ErrorCode::NothingToUndo);
    }
    domain::Result<domain::Edit> redo() override
    {
        return turn(m_journal.oldestUndone(), domain::JournalState::Applied, domain::ErrorCode::NothingToRedo);
    }
    domain::Result<std::optional<domain::Edit>> nextUndo() override { return editOf(m_journal.newestApplied()); }
    domain::Result<std::optional<domain::Edit>> nextRedo() override { return editOf(m_journal.oldestUndone()); }

    domain::Result<std::vector<domain::JournalEntry>> journal(int limit) override { return m_journal.newest(limit); }

    domain::Result<std::vector<domain::SearchHit>> search(const QString& words, int limit) override
    {
        return plainSearch(m_content, m_progress, words, limit);
    }

    bool isReadOnly() const override { return m_isReadOnly; }

private:
    domain::Result<void> mayChange() const
    {
        if (m_error) {
            return tl::unexpected<domain::Error>(*m_error);
        }
        return m_isReadOnly ? domain::Result<void>(domain::failure(domain::ErrorCode::ReadOnly)) : domain::Result<void>();
    }

    /// Takes the edit of an entry back, or applies it again.
    domain::Result<domain::Edit> turn(domain::JournalEntry* entry, domain::JournalState wanted, domain::ErrorCode nothing)
    {
        if (auto allowed = mayChange(); !allowed) {
            return tl::unexpected<domain::Error>(allowed.error());
        }
        if (entry == nullptr) {
            return domain::failure(nothing);
        }
        const bool undoes = wanted == domain::JournalState::Undone;
        if (auto applied = domain::applyTo(m_progress, undoes ? domain::inverse(entry->edit) : entry->edit); !applied) {
            return tl::unexpected<domain::Error>(applied.error());
        }
        entry->state = wanted;
        return entry->edit;
    }

    static std::optional<domain::Edit> editOf(const domain::JournalEntry* entry)
    {
        return entry == nullptr ? std::nullopt : std::optional(entry->edit);
    }

    HeldCourse m_content;
    domain::Progress m_progress;
    MemoryJournal m_journal;
    std::optional<domain::Error> m_error;
    bool m_isReadOnly = false;
};

} // namespace waymark::support
