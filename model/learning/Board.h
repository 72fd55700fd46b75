// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Mastery.h>
#include <learning/SkillStates.h>

#include <array>
#include <vector>

namespace waymark::learning {

inline constexpr std::size_t boardLanes = 5;

/// A skill on the board.
struct BoardCard
{
    int skill = 0;
    bool isPlaced = false; ///< put there by hand, not by its state or the schedule

    bool operator==(const BoardCard&) const = default;
};

/// The cards of each column, by domain::BoardLane.
struct Board
{
    std::array<std::vector<BoardCard>, boardLanes> lanes;

    [[nodiscard]] const std::vector<BoardCard>& in(domain::BoardLane lane) const { return lanes[static_cast<std::size_t>(lane)]; }
    bool operator==(const Board&) const = default;
};

/// What the columns are made of besides the skills' own records.
struct BoardSource
{
    std::vector<int> order; ///< skills that are to be studied, in their order
    std::vector<int> thisWeek; ///< those of them that the schedule puts into this week
    qint64 weekStart = 0; ///< UTC milliseconds
};

/// Where each skill stands. Done: reached by work since the week began, or put there by hand since, the latest reached first. Waiting: put
/// there by hand, or a professional skill that is handed in and has no sign-off yet. Doing: begun, unless it was put elsewhere since it was
/// last worked on. Week: put there, or in the schedule of this week and not put into the backlog. Backlog: all the rest of the order.
[[nodiscard]] Board boardOf(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states,
    const BoardSource& source, const Moment& moment);

} // namespace waymark::learning
