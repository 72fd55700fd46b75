// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Limits.h>

/// The bounds that a review and a key file meet, beside those of PlanLimits.h. Texts are counted in bytes of UTF-8.
namespace waymark::exchange::limits {

inline constexpr qint64 reviewBytes = 8 * mebibyte;
inline constexpr int reviewComments = 2'000;
inline constexpr int reviewDecisions = 5'000;
inline constexpr qint64 commentBytes = 16 * kibibyte;
inline constexpr qint64 decisionBytes = 16 * kibibyte; ///< of the text beside one decision, and beside the overall one
inline constexpr int seenHashes = 1'000; ///< of one decision
inline constexpr int rubricScores = 50; ///< of one decision
inline constexpr int reviewerCharacters = 200;
inline constexpr qint64 endorsementBytes = 384 * kibibyte; ///< room for all the hashes of a decision and its text

inline constexpr qint64 keyFileBytes = 16 * kibibyte;
inline constexpr qint64 keyMemory = 256 * mebibyte; ///< that a key file may ask for to be opened
inline constexpr int keyOperations = 10; ///< passes over that memory

inline constexpr std::array<Limit, 12> reviewLimits { {
    { "review bytes", reviewBytes },
    { "comments of a review", reviewComments },
    { "decisions of a review", reviewDecisions },
    { "bytes of a comment", commentBytes },
    { "bytes of a decision's text", decisionBytes },
    { "hashes seen by a decision", seenHashes },
    { "rubric scores of a decision", rubricScores },
    { "characters of a reviewer's name", reviewerCharacters },
    { "bytes of an endorsement", endorsementBytes },
    { "key file bytes", keyFileBytes },
    { "bytes of memory to open a key", keyMemory },
    { "passes to open a key", keyOperations },
} };

} // namespace waymark::exchange::limits
