// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <exchange/ReviewDocument.h>

namespace waymark::session {

/// Why a review cannot go out yet.
struct ReviewGap
{
    enum class Kind {
        NoName, ///< the reviewer has no name
        LongName, ///< longer than a review takes
        NoReason, ///< changes asked for, or a rejection, without a word why
        EmptyComment,
        Nothing, ///< neither a comment nor a decision nor an overall word
        TooLong, ///< more than a review file takes: the text of the comment, else of the skill's decision, else the overall word
        TooMany, ///< more than a review file takes: evidence of the skill under a decision, else comments
    };

    Kind kind = Kind::Nothing;
    QString skill;
    QString comment; ///< id

    bool operator==(const ReviewGap&) const = default;
};

/// All gaps of a draft that answers a plan, what is missing before what is too much; empty when it can go out.
[[nodiscard]] std::vector<ReviewGap> gapsOf(const exchange::ReviewDocument& draft, const exchange::PlanDocument& plan);

/// Hashes of all evidence of a skill, sorted, each once; none for a null skill. What a decision about it vouches for.
[[nodiscard]] QStringList seenEvidence(const exchange::PlanSkill* skill);

} // namespace waymark::session
