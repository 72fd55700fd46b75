// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

namespace waymark::support {

/// Lets go of a Store without ending it, so that a workspace can be opened on it anew.
class LentStore final : public domain::Store
{
public:
    explicit LentStore(domain::Store& store)
        : m_store(store)
    {
    }
    domain::Result<std::optional<domain::Course>> course() override { return m_store.course(); }
    domain::Result<QString> courseHash() override { return m_store.courseHash(); }
    domain::Result<qint64> courseSize() override { return m_store.courseSize(); }
    domain::Result<domain::Lesson> lesson(const QString& skill) override { return m_store.lesson(skill); }
    domain::Result<domain::CourseAsset> asset(const QString& name) override { return m_store.asset(name); }
    domain::Result<domain::FormerCourse> installCourse(const domain::CourseContent& content) override
    {
        return m_store.installCourse(content);
    }
    domain::Result<domain::Progress> progress() override { return m_store.progress(); }
    domain::Result<void> commit(const domain::Edit& edit) override { return m_store.commit(edit); }
    domain::Result<domain::Edit> undo() override { return m_store.undo(); }
    domain::Result<domain::Edit> redo() override { return m_store.redo(); }
    domain::Result<std::optional<domain::Edit>> nextUndo() override { return m_store.nextUndo(); }
    domain::Result<std::optional<domain::Edit>> nextRedo() override { return m_store.nextRedo(); }
    domain::Result<std::vector<domain::JournalEntry>> journal(int limit) override { return m_store.journal(limit); }
    domain::Result<std::vector<domain::JournalEntry>> applied(const std::vector<domain::EditKind>& kinds, qint64 since) override
    {
        return m_store.applied(kinds, since);
    }
    domain::Result<std::vector<domain::SearchHit>> search(const QString& words, int limit) override { return m_store.search(words, limit); }
    domain::Result<domain::JournalStamp> journalStamp() override { return m_store.journalStamp(); }
    domain::LibraryReader reader() const override { return m_store.reader(); }
    domain::Result<QString> libraryId() override { return m_store.libraryId(); }
    bool isReadOnly() const override { return m_store.isReadOnly(); }

private:
    domain::Store& m_store;
};

} // namespace waymark::support
