// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/SkillStates.h>

#include <vector>

namespace waymark::learning {

/// Hours of the longest chain through `way` that begins with each skill of the roadmap, by index; reached skills cost nothing, and of
/// skills off the way only their own hours count.
[[nodiscard]] std::vector<double> chainHours(
    const domain::Roadmap& roadmap, const std::vector<int>& way, const std::vector<SkillState>& states);

/// When something of a skill was last marked or ticked, as a place in the order of time at `now`: see placeInTime(). What was never touched
/// comes before all else.
[[nodiscard]] qint64 lastTouched(const domain::SkillProgress& progress, qint64 now);

/// What a learner moved by hand: one skill in front of another, or behind it.
struct Wish
{
    int skill = 0;
    int other = 0;
    bool isAfter = false;

    bool operator==(const Wish&) const = default;
};

/// The learner's wishes in the order in which they were made; those that name skills the course no longer has are left out.
[[nodiscard]] std::vector<Wish> wishesIn(const domain::Roadmap& roadmap, const domain::Progress& progress);

enum class WishFate {
    Kept,
    Past, ///< one of the two is reached or off the way
    Needed, ///< the one that is to come first cannot be studied without the other one
    Overruled, ///< a later wish says otherwise
};

/// What the order is made of besides the skills' own records.
struct OrderSource
{
    std::vector<int> way;
    std::vector<Wish> wishes; ///< in the order in which they were made
    std::optional<int> held; ///< a skill that never comes: the order is of what can be studied without it
};

struct StudyOrder
{
    std::vector<int> skills; ///< not reached, each after what it needs
    std::vector<WishFate> wishes; ///< by index of the wish

    bool operator==(const StudyOrder&) const = default;
};

/// The order in which to study what is open on a way: first what is begun, whatever it needs, the last touched first; then of all that is
/// ready the one with the longest chain ahead, as nextSteps() has it, and after two skills of one area another area where its chain is at
/// least half as long. Of a choice group a skill needs one member, reached or earlier in the order: the others may come after it.
/// A wish that is kept brings the skill and what it needs to where the other one would have come; one for later lets the skill wait until
/// the other one is placed, and moves nothing else forward. It is refused where no order is as it says: what is to come first needs the
/// other one (what is begun needs nothing, and a choice group no member that another one can stand for) or later wishes are against it.
[[nodiscard]] StudyOrder studyOrder(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states,
    const OrderSource& source, const Moment& moment);

} // namespace waymark::learning
