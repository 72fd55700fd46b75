// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PlainSearch.h"

#include <domain/Moves.h>
#include <domain/Store.h>

#include <QHash>

#include <algorithm>
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

    domain::Result<domain::Lesson> lesson(const QString& skill) override
    {
        if (find(skill) == nullptr) {
            return domain::failure(domain::ErrorCode::UnknownSkill, skill);
        }
        for (const domain::Lesson& lesson : m_content->lessons) {
            if (lesson.skill == skill) {
                return lesson;
            }
        }
        return domain::Lesson { skill, {}, {} };
    }

    domain::Result<domain::CourseAsset> asset(const QString& name) override
    {
        if (m_content) {
            for (const domain::CourseAsset& asset : m_content->assets) {
                if (asset.name == name) {
                    return asset;
                }
            }
        }
        return domain::failure(domain::ErrorCode::FileMissing, name);
    }

    domain::Result<void> installCourse(const domain::CourseContent& content) override
    {
        if (auto allowed = mayChange(); !allowed) {
            return allowed;
        }
        if (auto checked = check(content); !checked) {
            return checked;
        }
        m_content = content;
        const domain::LearnerHistory now = domain::moved(domain::Moves(content.course), { m_progress.records(), m_journal });
        m_journal = now.journal;
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
        for (const domain::JournalEntry& entry : m_journal) {
            if (entry.edit.id == edit.id) {
                return domain::failure(domain::ErrorCode::StaleEdit, edit.id);
            }
        }
        if (auto applied = domain::applyTo(m_progress, edit); !applied) {
            return applied;
        }
        for (domain::JournalEntry& entry : m_journal) {
            if (entry.state == domain::JournalState::Undone) {
                entry.state = domain::JournalState::Abandoned;
            }
        }
        m_journal.push_back({ edit, static_cast<qint64>(m_journal.size()) + 1, domain::JournalState::Applied });
        return {};
    }

    domain::Result<domain::Edit> undo() override
    {
        if (auto allowed = mayChange(); !allowed) {
            return tl::unexpected<domain::Error>(allowed.error());
        }
        domain::JournalEntry* entry = newestApplied();
        if (entry == nullptr) {
            return domain::failure(domain::ErrorCode::NothingToUndo);
        }
        if (auto applied = domain::applyTo(m_progress, domain::inverse(entry->edit)); !applied) {
            return tl::unexpected<domain::Error>(applied.error());
        }
        entry->state = domain::JournalState::Undone;
        return entry->edit;
    }

    domain::Result<domain::Edit> redo() override
    {
        if (auto allowed = mayChange(); !allowed) {
            return tl::unexpected<domain::Error>(allowed.error());
        }
        domain::JournalEntry* entry = oldestUndone();
        if (entry == nullptr) {
            return domain::failure(domain::ErrorCode::NothingToRedo);
        }
        if (auto applied = domain::applyTo(m_progress, entry->edit); !applied) {
            return tl::unexpected<domain::Error>(applied.error());
        }
        entry->state = domain::JournalState::Applied;
        return entry->edit;
    }

    domain::Result<std::optional<domain::Edit>> nextUndo() override { return editOf(newestApplied()); }
    domain::Result<std::optional<domain::Edit>> nextRedo() override { return editOf(oldestUndone()); }

    domain::Result<std::vector<domain::JournalEntry>> journal(int limit) override
    {
        std::vector<domain::JournalEntry> newest(m_journal.rbegin(), m_journal.rend());
        newest.resize(std::min(newest.size(), static_cast<std::size_t>(std::max(0, limit))));
        return newest;
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

    static domain::Result<void> check(const domain::CourseContent& content)
    {
        QHash<QString, int> lessonsLeft;
        QString twice;
        domain::eachSkillAndProject(content.course, [&](const domain::Skill& skill) {
            twice = lessonsLeft.contains(skill.id) ? skill.id : twice;
            lessonsLeft.insert(skill.id, 1);
        });
        if (!twice.isEmpty()) {
            return domain::failure(domain::ErrorCode::InvalidCourse, twice);
        }
        for (const domain::Lesson& lesson : content.lessons) {
            if (lessonsLeft.take(lesson.skill) == 0) {
                return domain::failure(domain::ErrorCode::InvalidCourse, lesson.skill);
            }
        }
        return {};
    }

    const domain::Skill* find(const QString& id) const
    {
        const domain::Skill* found = nullptr;
        if (m_content) {
            domain::eachSkillAndProject(m_content->course, [&](const domain::Skill& skill) { found = skill.id == id ? &skill : found; });
        }
        return found;
    }

    domain::JournalEntry* newestApplied()
    {
        const auto found = std::find_if(
            m_journal.rbegin(), m_journal.rend(), [](const auto& entry) { return entry.state == domain::JournalState::Applied; });
        return found == m_journal.rend() ? nullptr : &*found;
    }

    domain::JournalEntry* oldestUndone()
    {
        const auto found = std::find_if(
            m_journal.begin(), m_journal.end(), [](const auto& entry) { return entry.state == domain::JournalState::Undone; });
        return found == m_journal.end() ? nullptr : &*found;
    }

    static std::optional<domain::Edit> editOf(const domain::JournalEntry* entry)
    {
        return entry == nullptr ? std::nullopt : std::optional(entry->edit);
    }

    std::optional<domain::CourseContent> m_content;
    domain::Progress m_progress;
    std::vector<domain::JournalEntry> m_journal;
    std::optional<domain::Error> m_error;
    bool m_isReadOnly = false;
};

} // namespace waymark::support
