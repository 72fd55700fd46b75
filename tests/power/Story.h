// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Disk.h"

#include <domain/Store.h>

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace waymark::power {

/// What the program finds when it starts again after the power went.
struct Verdict
{
    enum class Kind {
        Sound, ///< exactly what was acknowledged
        OneMore, ///< and the step after it, which had come to its end without a word
        Lost, ///< an earlier state: something acknowledged is gone
        Damaged, ///< anything else
    };
    Kind kind = Kind::Sound;
    QString why; ///< for Lost and Damaged
};

/// Something that the program does to the files of a folder, and what must be there whenever the power goes meanwhile.
class Story
{
public:
    virtual ~Story() = default;

    virtual void prepare(const QString& folder) = 0;
    /// Is recorded. Calls trace.say() for each step that a person would have seen as done.
    virtual void run(const QString& folder, DiskTrace& trace) = 0;
    /// As the next start of the program: it may change the folder. `said` steps were acknowledged.
    [[nodiscard]] virtual Verdict judge(const QString& folder, int said) = 0;
};

/// Everything that a person could miss in a library.
struct LibraryState
{
    QByteArray progress;
    std::vector<domain::JournalEntry> journal;
    QString courseHash;
    std::optional<domain::Course> course;

    bool operator==(const LibraryState&) const = default;
};
[[nodiscard]] LibraryState stateOf(domain::Store& store);

/// The library of a folder, opened and checked in full: its state, or what is wrong with it.
struct OpenedLibrary
{
    std::optional<LibraryState> state;
    QString fault;
};
[[nodiscard]] OpenedLibrary openLibrary(const QString& folder);
[[nodiscard]] QString libraryOf(const QString& folder);

using StoryMaker = std::unique_ptr<Story> (*)();

/// A learner's work: commands of a seeded stream in several sessions, one of them long enough for checkpoints on the way.
[[nodiscard]] std::unique_ptr<Story> shortSessions();
[[nodiscard]] std::unique_ptr<Story> longSession();
/// The same with another synchronous setting than ours, to see that the test would notice.
[[nodiscard]] std::unique_ptr<Story> workWith(const QByteArray& pragma);
[[nodiscard]] std::unique_ptr<Story> courseUpdate();
[[nodiscard]] std::unique_ptr<Story> newLibrary();
[[nodiscard]] std::unique_ptr<Story> backupsOfALibraryInUse();
[[nodiscard]] std::unique_ptr<Story> thinning();
template <int version> [[nodiscard]] std::unique_ptr<Story> migration();
[[nodiscard]] std::unique_ptr<Story> restoring();
[[nodiscard]] std::unique_ptr<Story> restoringOverALog();
[[nodiscard]] std::unique_ptr<Story> restoringOverDamage();
[[nodiscard]] std::unique_ptr<Story> recovering();
[[nodiscard]] std::unique_ptr<Story> recoveringWithALog();

} // namespace waymark::power
