// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryCourse.h"
#include "MemoryJournal.h"

#include <domain/Recovery.h>

#include <functional>
#include <optional>
#include <vector>

namespace waymark::domain {
struct UndoStep;
} // namespace waymark::domain

namespace waymark::support {

/// A library in memory, for tests of what stands on a Store. It passes the same contract as the library on disk.
class MemoryStore : public domain::Store
{
public:
    MemoryStore();
    MemoryStore(const MemoryStore& other);
    MemoryStore(MemoryStore&& other) noexcept;
    MemoryStore& operator=(const MemoryStore& other);
    MemoryStore& operator=(MemoryStore&& other) noexcept;
    ~MemoryStore() override;

    /// Every call that would change something fails with this error until it is taken back.
    void failWith(std::optional<domain::Error> error) { m_error = std::move(error); }
    /// So many times its course cannot be read.
    void failToRead(int times) { m_readsToFail = times; }
    /// What happens while something is changed, as in a window that goes on meanwhile.
    void whileChanging(std::function<void()> act) { m_during = std::move(act); }
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    /// What a recovery has left of it.
    void become(domain::History history);

    domain::Result<std::optional<domain::Course>> course() override;
    domain::Result<QString> libraryId() override;
    domain::Result<QString> courseHash() override;
    domain::Result<qint64> courseSize() override;
    domain::Result<domain::Lesson> lesson(const QString& skill) override;
    domain::Result<domain::CourseAsset> asset(const QString& name) override;
    domain::Result<domain::FormerCourse> installCourse(const domain::CourseContent& content) override;
    domain::Result<domain::Progress> progress() override;

    domain::Result<void> commit(const domain::Edit& edit) override;
    domain::Result<domain::Edit> undo() override;
    domain::Result<domain::Edit> redo() override;
    domain::Result<std::optional<domain::Edit>> nextUndo() override;
    domain::Result<std::optional<domain::Edit>> nextRedo() override;

    domain::Result<std::vector<domain::JournalEntry>> journal(int limit) override;
    domain::Result<std::vector<domain::JournalEntry>> applied(const std::vector<domain::EditKind>& kinds, qint64 since) override;
    domain::Result<std::vector<domain::SearchHit>> search(const QString& words, int limit) override;

    domain::Result<domain::JournalStamp> journalStamp() override;
    /// Of the store as it is when this is asked for: its values are no other thread's.
    domain::LibraryReader reader() const override;

    bool isReadOnly() const override { return m_isReadOnly; }

private:
    domain::Result<void> mayChange() const;
    domain::FormerCourse install(const domain::CourseContent& content, bool isStep);
    domain::Result<void> mayTurn(const domain::JournalEntry* entry, domain::ErrorCode nothing) const;
    [[nodiscard]] domain::JournalEntry turnable(const domain::JournalEntry& entry);
    domain::Result<domain::Edit> turned(const domain::UndoStep& step, const domain::Edit& done);

    HeldCourse m_content;
    domain::Progress m_progress;
    MemoryJournal m_journal;
    std::optional<domain::Error> m_error;
    std::function<void()> m_during;
    int m_readsToFail = 0;
    bool m_isReadOnly = false;
};

} // namespace waymark::support
