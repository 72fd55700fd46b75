// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

#include <functional>
#include <memory>

namespace waymark::session {

/// What is done while another program holds the library. Both are called on the thread of the store.
struct Patience
{
    std::function<bool()> wait; ///< returns when it is time to try again; false to give up
    std::function<void()> over; ///< after the last try, however it went; only where there was a wait
};

/// Does `work`, which gives out a Result, again and again until it ends otherwise than with LibraryBusy or the patience is over: what it
/// gave out last.
template <class Work> [[nodiscard]] auto withPatience(const Patience& patience, const Work& work)
{
    auto result = work();
    const auto isBusy = [&result] { return !result && result.error().code == domain::ErrorCode::LibraryBusy; };
    if (!isBusy() || !patience.wait) {
        return result;
    }
    while (isBusy() && patience.wait()) {
        result = work();
    }
    patience.over();
    return result;
}

/// A store that tries again what ended with LibraryBusy, for as long as its patience lasts. What fails otherwise fails at once; what is
/// asked for during a wait, by a timer for instance, fails with LibraryBusy. Giving up is LibraryBusy as well: nothing has changed.
class PatientStore final : public domain::Store
{
public:
    PatientStore(std::unique_ptr<domain::Store> store, Patience patience);
    ~PatientStore() override;

    [[nodiscard]] domain::Result<std::optional<domain::Course>> course() override;
    [[nodiscard]] domain::Result<QString> courseHash() override;
    [[nodiscard]] domain::Result<domain::Lesson> lesson(const QString& skill) override;
    [[nodiscard]] domain::Result<domain::CourseAsset> asset(const QString& name) override;
    [[nodiscard]] domain::Result<void> installCourse(const domain::CourseContent& content) override;
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
    template <class Work> auto patiently(const Work& work) -> decltype(work());

    std::unique_ptr<domain::Store> m_store;
    Patience m_patience;
    bool m_isWaiting = false;
};

} // namespace waymark::session
