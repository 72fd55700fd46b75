// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/PatientStore.h>

#include <QScopedValueRollback>

#include <utility>

namespace waymark::session {

using domain::Result;

PatientStore::PatientStore(std::unique_ptr<domain::Store> store, Patience patience)
    : m_store(std::move(store))
    , m_patience(std::move(patience))
{
}

PatientStore::~PatientStore() = default;

template <class Work> auto PatientStore::patiently(const Work& work) -> decltype(work())
{
    if (m_isWaiting) {
        return domain::failure(domain::ErrorCode::LibraryBusy);
    }
    const QScopedValueRollback<bool> waiting(m_isWaiting, true);
    return withPatience(m_patience, work);
}

Result<void> PatientStore::installCourse(const domain::CourseContent& content)
{
    return patiently([&] { return m_store->installCourse(content); });
}

Result<void> PatientStore::commit(const domain::Edit& edit)
{
    return patiently([&] { return m_store->commit(edit); });
}

Result<domain::Edit> PatientStore::undo()
{
    return patiently([&] { return m_store->undo(); });
}

Result<domain::Edit> PatientStore::redo()
{
    return patiently([&] { return m_store->redo(); });
}

// In the journal mode of the library a reader waits for nobody, so reading goes straight through.

Result<std::optional<domain::Course>> PatientStore::course()
{
    return m_store->course();
}
Result<QString> PatientStore::courseHash()
{
    return m_store->courseHash();
}
Result<domain::Lesson> PatientStore::lesson(const QString& skill)
{
    return m_store->lesson(skill);
}
Result<domain::CourseAsset> PatientStore::asset(const QString& name)
{
    return m_store->asset(name);
}
Result<domain::Progress> PatientStore::progress()
{
    return m_store->progress();
}
Result<std::optional<domain::Edit>> PatientStore::nextUndo()
{
    return m_store->nextUndo();
}
Result<std::optional<domain::Edit>> PatientStore::nextRedo()
{
    return m_store->nextRedo();
}
Result<std::vector<domain::JournalEntry>> PatientStore::journal(int limit)
{
    return m_store->journal(limit);
}

Result<std::vector<domain::JournalEntry>> PatientStore::applied(const std::vector<domain::EditKind>& kinds, qint64 since)
{
    return m_store->applied(kinds, since);
}
Result<std::vector<domain::SearchHit>> PatientStore::search(const QString& words, int limit)
{
    return m_store->search(words, limit);
}
Result<domain::JournalStamp> PatientStore::journalStamp()
{
    return m_store->journalStamp();
}
domain::LibraryReader PatientStore::reader() const
{
    return m_store->reader();
}
Result<QString> PatientStore::libraryId()
{
    return m_store->libraryId();
}
bool PatientStore::isReadOnly() const
{
    return m_store->isReadOnly();
}

} // namespace waymark::session
