// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryCourse.h"
#include "MemoryJournal.h"
#include "PlainSearch.h"

#include <domain/Moves.h>
#include <domain/Recovery.h>
#include <domain/UndoStep.h>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::support {

/// A library in memory, for tests of what stands on a Store. It passes the same contract as the library on disk.
class MemoryStore : public domain::Store
{
public:
    /// Every call that would change something fails with this error until it is taken back.
    void failWith(std::optional<domain::Error> error) { m_error = std::move(error); }
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    /// What a recovery has left of it.
    void become(domain::History history)
    {
        m_progress = std::move(history.records);
        m_journal.setEntries(std::move(history.journal));
    }

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
        const domain::JournalEntry* newest = m_journal.newestApplied();
        if (auto allowed = mayTurn(newest, domain::ErrorCode::NothingToUndo); !allowed) {
            return tl::unexpected<domain::Error>(allowed.error());
        }
        const domain::UndoStep step = domain::stepBack(*newest, m_journal.after(newest->sequence, domain::JournalState::Applied));
        return turned(step, domain::inverse(step.edit));
    }
    domain::Result<domain::Edit> redo() override
    {
        const domain::JournalEntry* oldest = m_journal.oldestUndone();
        if (auto allowed = mayTurn(oldest, domain::ErrorCode::NothingToRedo); !allowed) {
            return tl::unexpected<domain::Error>(allowed.error());
        }
        const domain::UndoStep step = domain::stepForward(*oldest, m_journal.after(oldest->sequence, domain::JournalState::Undone),
            m_journal.after(oldest->sequence, domain::JournalState::Applied));
        return turned(step, step.edit);
    }
    domain::Result<std::optional<domain::Edit>> nextUndo() override { return editOf(m_journal.newestApplied()); }
    domain::Result<std::optional<domain::Edit>> nextRedo() override { return editOf(m_journal.oldestUndone()); }

    domain::Result<std::vector<domain::JournalEntry>> journal(int limit) override { return m_journal.newest(limit); }
    domain::Result<std::vector<domain::JournalEntry>> applied(const std::vector<domain::EditKind>& kinds, qint64 since) override
    {
        return m_journal.applied(kinds, since);
    }

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

    domain::Result<void> mayTurn(const domain::JournalEntry* entry, domain::ErrorCode nothing) const
    {
        auto allowed = mayChange();
        return allowed && entry == nullptr ? domain::Result<void>(domain::failure(nothing)) : allowed;
    }

    domain::Result<domain::Edit> turned(const domain::UndoStep& step, const domain::Edit& done)
    {
        if (auto applied = domain::applyTo(m_progress, done); !applied) {
            return tl::unexpected<domain::Error>(applied.error());
        }
        m_journal.setStates(step.states);
        return step.edit;
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
