// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace waymark::domain {

/// How a recall went, in the learner's own judgement. The numbers are those of the formulas of FSRS.
enum class Grade { Again = 1, Hard, Good, Easy };

/// A learner puts a card off by so many days at most.
inline constexpr int mostDaysPutOff = 31;

/// What is known of the memory of one card: see learning/Fsrs.h.
struct Memory
{
    double stability = 0.001; ///< days until the chance of recall has fallen to 0.9; 0.001..36500
    double difficulty = 10; ///< 1..10

    bool operator==(const Memory&) const = default;
};

/// Where one card stands on its way: see learning/Scheduling.h.
struct CardSchedule
{
    enum class Phase {
        New, ///< never recalled
        Learning, ///< on the short steps after its first recall
        Review, ///< due after whole days
        Relearning, ///< on the short steps after it was forgotten
    };

    Phase phase = Phase::New;
    int step = 0; ///< index of the short step that it is on; 0 outside Learning and Relearning
    std::optional<Memory> memory; ///< none before the first recall
    qint64 last = 0; ///< the last recall, UTC milliseconds; 0: never
    qint64 due = 0; ///< UTC milliseconds; 0: never recalled
    int scheduledDays = 0; ///< from the last recall to the due day; 0 on short steps
    int reps = 0; ///< recalls of any kind
    int lapses = 0; ///< times forgotten in Review

    bool operator==(const CardSchedule&) const = default;
};

} // namespace waymark::domain
