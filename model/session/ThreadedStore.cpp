// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ThreadedStore.h>

#include <QScopedValueRollback>
#include <QThread>

#include <chrono>
#include <future>
#include <utility>

namespace waymark::session {

using namespace std::chrono_literals;
using domain::Result;

namespace {

// A change takes a few milliseconds; nobody sees the window stand still for so long.
constexpr auto moment = 50ms;
constexpr unsigned long betweenTries = 20; // milliseconds, besides what the store waits by itself

} // namespace

ThreadedStore::ThreadedStore(Patience patience)
    : m_patience(std::move(patience))
{
    m_thread.setBeginning(workers().firstWork());
}

/// The reader first: whoever closes a library last brings what is in its log home, and that takes the right to write.
ThreadedStore::~ThreadedStore()
{
    m_reader.reset();
    m_thread.start([this] { m_writer.reset(); });
    m_thread.waitForDone();
}

ThreadedStore::Opened ThreadedStore::open(const Doors& doors, Patience patience)
{
    std::unique_ptr<ThreadedStore> store(new ThreadedStore(std::move(patience)));
    const auto watch = [&store = *store] {
        return domain::ReadingWatch { store.m_stop.get_token(), [&store](int permille) {
                                         store.m_isHeld = false;
                                         store.m_permille = permille;
                                     } };
    };
    const Result<void> opened = store->onThread(Patience::Work::Opening, [&]() -> Result<void> {
        return doors.toChange(watch).map([&store](std::unique_ptr<domain::Store> made) { store->m_writer = std::move(made); });
    });
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    Opened reader = doors.toRead();
    if (!reader) {
        return reader;
    }
    store->m_reader = std::move(*reader);
    return std::unique_ptr<domain::Store>(std::move(store));
}

template <class Work> auto ThreadedStore::onThread(Patience::Work kind, const Work& work) -> decltype(work())
{
    if (m_isWaiting) {
        return domain::failure(domain::ErrorCode::LibraryBusy);
    }
    const QScopedValueRollback<bool> waiting(m_isWaiting, true);
    m_stop = std::stop_source();
    m_isHeld = false;
    m_permille = 0;
    const auto promise = std::make_shared<std::promise<decltype(work())>>(); // the other thread may let go of it last
    auto outcome = promise->get_future();
    m_thread.start([this, &work, promise] { promise->set_value(untilNotHeld(work)); });
    if (outcome.wait_for(moment) != std::future_status::ready) {
        waitFor(kind, [&outcome] { return outcome.wait_for(1ms) == std::future_status::ready; });
    }
    return outcome.get();
}

/// On the thread of the store.
template <class Work> auto ThreadedStore::untilNotHeld(const Work& work) -> decltype(work())
{
    auto result = work();
    const auto isHeld = [&result] { return !result && result.error().code == domain::ErrorCode::LibraryBusy; };
    while (isHeld() && !m_stop.stop_requested()) {
        m_isHeld = true;
        QThread::msleep(betweenTries);
        result = work();
    }
    return result;
}

void ThreadedStore::waitFor(Patience::Work kind, const std::function<bool()>& isDone)
{
    while (!isDone()) {
        if (!m_patience.wait({ kind, m_isHeld, m_permille })) {
            m_stop.request_stop();
        }
    }
    m_patience.over();
}

Result<domain::FormerCourse> ThreadedStore::installCourse(const domain::CourseContent& content)
{
    return onThread(Patience::Work::Changing, [&] { return m_writer->installCourse(content); });
}

Result<void> ThreadedStore::commit(const domain::Edit& edit)
{
    return onThread(Patience::Work::Changing, [&] { return m_writer->commit(edit); });
}

Result<domain::Edit> ThreadedStore::undo()
{
    return onThread(Patience::Work::Changing, [&] { return m_writer->undo(); });
}

Result<domain::Edit> ThreadedStore::redo()
{
    return onThread(Patience::Work::Changing, [&] { return m_writer->redo(); });
}

// In the journal mode of the library a reader waits for nobody.

Result<std::optional<domain::Course>> ThreadedStore::course()
{
    return m_reader->course();
}
Result<QString> ThreadedStore::courseHash()
{
    return m_reader->courseHash();
}
Result<qint64> ThreadedStore::courseSize()
{
    return m_reader->courseSize();
}
Result<domain::Lesson> ThreadedStore::lesson(const QString& skill)
{
    return m_reader->lesson(skill);
}
Result<domain::CourseAsset> ThreadedStore::asset(const QString& name)
{
    return m_reader->asset(name);
}
Result<domain::Progress> ThreadedStore::progress()
{
    return m_reader->progress();
}
Result<std::optional<domain::Edit>> ThreadedStore::nextUndo()
{
    return m_reader->nextUndo();
}
Result<std::optional<domain::Edit>> ThreadedStore::nextRedo()
{
    return m_reader->nextRedo();
}
Result<std::vector<domain::JournalEntry>> ThreadedStore::journal(int limit)
{
    return m_reader->journal(limit);
}

Result<std::vector<domain::JournalEntry>> ThreadedStore::applied(const std::vector<domain::EditKind>& kinds, qint64 since)
{
    return m_reader->applied(kinds, since);
}
Result<std::vector<domain::SearchHit>> ThreadedStore::search(const QString& words, int limit)
{
    return m_reader->search(words, limit);
}
Result<domain::JournalStamp> ThreadedStore::journalStamp()
{
    return m_reader->journalStamp();
}
domain::LibraryReader ThreadedStore::reader() const
{
    return m_reader->reader();
}
Result<QString> ThreadedStore::libraryId()
{
    return m_reader->libraryId();
}
bool ThreadedStore::isReadOnly() const
{
    return false;
}

} // namespace waymark::session
