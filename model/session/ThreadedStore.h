// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <domain/Store.h>
#include <session/Workers.h>

#include <atomic>
#include <functional>
#include <memory>

namespace waymark::session {

/// What is done on the thread of the window while a library is opened or changed and that takes longer than a moment.
struct Patience
{
    enum class Work { Opening, Changing };

    struct State
    {
        Work work = Work::Changing;
        bool isHeld = false; ///< another program holds the library; it is tried again and again
        int permille = 0; ///< how far the work is; 0 where that is not known
    };

    std::function<bool(const State&)> wait; ///< returns after a moment; false to give up. It is called until the work has ended
    std::function<void()> over; ///< after the last wait, however the work ended
};

/// A store whose changes are made on a thread of its own, so that the window lives while a disk is slow, a change is large or another
/// program holds the library: who asks for one waits with patience. Another store reads beside it, on the thread that made this.
///
/// What is asked to change during a wait, by a timer for instance, fails with LibraryBusy. Giving up while another program holds the
/// library is LibraryBusy too, and otherwise Cancelled: nothing has changed then.
class ThreadedStore final : public domain::Store
{
public:
    using Opened = domain::Result<std::unique_ptr<domain::Store>>;

    struct Doors
    {
        /// Called on the thread of the store, where what it opens stays. The store asks the function that it is given before each change
        /// who watches.
        std::function<Opened(std::function<domain::ReadingWatch()>)> toChange;
        std::function<Opened()> toRead; ///< called here, when the other one is open
    };

    /// The errors of both doors.
    [[nodiscard]] static Opened open(const Doors& doors, Patience patience);
    ~ThreadedStore() override;

    [[nodiscard]] domain::Result<std::optional<domain::Course>> course() override;
    [[nodiscard]] domain::Result<QString> courseHash() override;
    [[nodiscard]] domain::Result<qint64> courseSize() override;
    [[nodiscard]] domain::Result<domain::Lesson> lesson(const QString& skill) override;
    [[nodiscard]] domain::Result<domain::CourseAsset> asset(const QString& name) override;
    [[nodiscard]] domain::Result<domain::FormerCourse> installCourse(const domain::CourseContent& content) override;
    [[nodiscard]] domain::Result<domain::Progress> progress() override;
    [[nodiscard]] domain::Result<void> commit(const domain::Edit& edit) override;
    [[nodiscard]] domain::Result<domain::Edit> undo() override;
    [[nodiscard]] domain::Result<domain::Edit> redo() override;
    [[nodiscard]] domain::Result<std::optional<domain::Edit>> nextUndo() override;
    [[nodiscard]] domain::Result<std::optional<domain::Edit>> nextRedo() override;
    [[nodiscard]] domain::Result<std::vector<domain::JournalEntry>> journal(int limit) override;
    [[nodiscard]] domain::Result<std::vector<domain::JournalEntry>> applied(
        const std::vector<domain::EditKind>& kinds, qint64 since) override;
    [[nodiscard]] domain::Result<std::vector<domain::SearchHit>> search(const QString& words, int limit) override;
    [[nodiscard]] domain::Result<domain::JournalStamp> journalStamp() override;
    [[nodiscard]] domain::LibraryReader reader() const override;
    [[nodiscard]] domain::Result<QString> libraryId() override;
    [[nodiscard]] bool isReadOnly() const override;

private:
    explicit ThreadedStore(Patience patience);
    template <class Work> auto onThread(Patience::Work kind, const Work& work) -> decltype(work());
    template <class Work> auto untilNotHeld(const Work& work) -> decltype(work());
    void waitFor(Patience::Work kind, const std::function<bool()>& isDone);

    Patience m_patience;
    std::unique_ptr<domain::Store> m_reader;
    std::unique_ptr<domain::Store> m_writer; ///< of the other thread alone
    std::stop_source m_stop; ///< of the present change; another one before the next begins
    std::atomic<bool> m_isHeld = false;
    std::atomic<int> m_permille = 0;
    bool m_isWaiting = false;
    Workers m_thread { Workers::Kind::OneThread };
};

} // namespace waymark::session
