// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Moves.h>

#include <cstddef>

namespace waymark::domain {

/// A course that replaces another one is one step of undo. Its entry in the journal has no changes: what a turn of it swaps lies beside the
/// journal, the course that the turn brings and what the records and the entries say under that course's ids: the older ones from the
/// beginning, the newer ones from the turn on that finds them taken back. So every entry, whatever became of it, stands under the ids of
/// the course that is there: a new id that is named anywhere is in use, and no record would move to it when the course is installed once
/// more.
///
/// An installation for which nothing lies there (too old, too large, lost with a damaged library) is history: undo and redo pass over it,
/// and what is older is taken back under the ids of the course that is there.

inline constexpr std::size_t courseSteps = 3; ///< so many of the newest can be taken back
inline constexpr qint64 courseStepBytes = qint64 { 32 } * 1024 * 1024; ///< of one as it is kept; a larger one is history at once
inline constexpr qint64 courseStepsBytes = 2 * courseStepBytes; ///< of all that are kept
inline constexpr qint64 courseStepUnpacked = 4 * courseStepBytes; ///< of one before it is made small
inline constexpr std::size_t courseStepParts = 1'000'000; ///< of one: skills, items, ids in lists and the like; edits; and records

/// How much the lessons and pictures of a course take before they are made small, which is nearly all of it.
[[nodiscard]] qint64 sizeOf(const CourseContent& content);

enum class Keeping { Sure, Unsure, Impossible };

/// Whether a course of that size can be kept, as far as its size tells: what it is made small to is known once it is.
[[nodiscard]] Keeping keepingOf(qint64 size);

/// What an installation did to a learner's history beside the course.
struct CourseSwap
{
    std::vector<RecordChange> changes; ///< of the installation; its undo is their inverse
    std::vector<JournalEntry> entries; ///< those that were rewritten, as they were before
};

[[nodiscard]] CourseSwap swapBetween(const LearnerHistory& before, const LearnerHistory& after);

/// The entry in the journal.
[[nodiscard]] Edit installation(const InstallStep& step, const Course& course);

/// The course `to` as a course that moves the ids of `from` to those that it has, whichever of them is the later edition. Of `from` no more
/// than its `moved` is asked.
[[nodiscard]] Course movingBack(const Course& to, const Course& from);

/// `entries`, which were made with the course `from`, under the ids of the course `to`, which it had replaced. Cancelled.
[[nodiscard]] Result<std::vector<JournalEntry>> broughtBack(
    const Course& to, const Course& from, std::vector<JournalEntry> entries, const MergeStretch& stretch = {});

/// `entries`, which were made while the course `to` was taken back, under its ids. Cancelled.
[[nodiscard]] Result<std::vector<JournalEntry>> broughtAgain(
    const Course& to, std::vector<JournalEntry> entries, const MergeStretch& stretch = {});

} // namespace waymark::domain
