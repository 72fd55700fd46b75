// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/Edit.h>
#include <domain/Progress.h>
#include <domain/Result.h>

#include <functional>
#include <optional>
#include <vector>

namespace waymark::domain {

struct LibraryContents;
struct ReadingWatch;

enum class JournalState {
    Applied,
    Undone, ///< can be redone
    Abandoned, ///< undone, and then another edit was made: history, but no longer on the way
};

struct JournalEntry
{
    Edit edit;
    qint64 sequence = 0; ///< 1, 2, 3 ... in the order in which edits were made
    JournalState state = JournalState::Applied;
    int turns = 0; ///< how often it was taken back or applied again; of what was taken back before 0007, once
    QStringList parents {}; ///< ids of the step and of the edit that stood last when it was made, by the alphabet; never an installation

    bool operator==(const JournalEntry&) const = default;
};

/// Another one after every edit, undo and redo.
struct JournalStamp
{
    qint64 newest = 0; ///< sequence of the newest entry; 0 where there is none
    qint64 turns = 0; ///< of all entries: an undo may turn one that is not the newest

    bool operator==(const JournalStamp&) const = default;
};

/// Reads all of a library as it is at one moment; Cancelled, and the errors of reading.
using LibraryReader = std::function<Result<LibraryContents>(const ReadingWatch&)>;

struct SearchHit
{
    QString skill;
    QString section; ///< heading of the lesson section; empty for title and outcome; "note" hits have isNote
    QString snippet; ///< plain text, matches between U+0002 and U+0003
    bool isNote = false;

    bool operator==(const SearchHit&) const = default;
};

/// Where a library is kept. One transaction a call: when a call fails, nothing has changed. Implemented on SQLite by storage
/// and in memory for tests; both pass the same contract. Not thread-safe: it is used by the thread that made it.
class Store
{
public:
    virtual ~Store() = default;

    /// The installed course, or none in a new library.
    [[nodiscard]] virtual Result<std::optional<Course>> course() = 0;
    [[nodiscard]] virtual Result<QString> courseHash() = 0; ///< empty in a new library
    [[nodiscard]] virtual Result<qint64> courseSize() = 0; ///< some bytes more or less than sizeOf() in CourseStep.h; 0 in a new library
    [[nodiscard]] virtual Result<Lesson> lesson(const QString& skill) = 0; ///< UnknownSkill; an outline has an empty lesson
    [[nodiscard]] virtual Result<CourseAsset> asset(const QString& name) = 0; ///< FileMissing
    /// Replaces the installed course; learner records move along its `moved` table and are never dropped. Where the content brings a step
    /// and another edition is replaced, that is one step of undo: see CourseStep.h. Without one the journal does not tell of it, and what
    /// was installed before can no longer be brought back.
    [[nodiscard]] virtual Result<FormerCourse> installCourse(const CourseContent& content) = 0;

    [[nodiscard]] virtual Result<Progress> progress() = 0;

    /// Applies the edit and appends it to the journal; unless it is an aside, what could be redone becomes Abandoned. StaleEdit if a
    /// record differs from the edit's `before`.
    [[nodiscard]] virtual Result<void> commit(const Edit& edit) = 0;
    /// Takes back the newest applied edit, or applies again the oldest undone one, and gives out what it did. Asides are passed over, or
    /// go along with the edit whose record they changed: see UndoStep.h. NothingToUndo, NothingToRedo; CourseLost, and then the next call
    /// passes over that installation.
    [[nodiscard]] virtual Result<Edit> undo() = 0;
    [[nodiscard]] virtual Result<Edit> redo() = 0;
    /// What they would take, without its changes, which may be many thousand.
    [[nodiscard]] virtual Result<std::optional<Edit>> nextUndo() = 0;
    [[nodiscard]] virtual Result<std::optional<Edit>> nextRedo() = 0;

    /// Newest first, at most `limit`.
    [[nodiscard]] virtual Result<std::vector<JournalEntry>> journal(int limit) = 0;
    /// The applied edits of these kinds that were made at `since` (UTC milliseconds) or later, newest first.
    [[nodiscard]] virtual Result<std::vector<JournalEntry>> applied(const std::vector<EditKind>& kinds, qint64 since) = 0;

    /// That of journal(), which is not read for it.
    [[nodiscard]] virtual Result<JournalStamp> journalStamp() = 0;
    /// For another thread: reads beside this store while it is used, also after its end.
    [[nodiscard]] virtual LibraryReader reader() const = 0;

    /// Full-text search over titles, outcomes, lessons and notes, best first. Any text is allowed and never an error; each word
    /// matches as a prefix. An empty query finds nothing.
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(const QString& words, int limit) = 0;

    /// UUID, for ever that of this library and of its copies; the id under which its plan goes out.
    [[nodiscard]] virtual Result<QString> libraryId() = 0;

    [[nodiscard]] virtual bool isReadOnly() const = 0;
};

} // namespace waymark::domain
