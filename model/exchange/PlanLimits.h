// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Limits.h>

/// The bounds that a plan or another stranger's JSON meets, beside those of Limits.h.
namespace waymark::exchange::limits {

inline constexpr qint64 jsonBytes = 32 * mebibyte;
inline constexpr int jsonNesting = 32;
inline constexpr int jsonNodes = 100'000; ///< objects and arrays of one file
inline constexpr int jsonKeys = 1'000; ///< of one object; writing an object back in order asks each key of all before it
inline constexpr int jsonValues = 750'000; ///< texts, numbers and words of one file
inline constexpr qint64 planPageBytes = 32 * mebibyte; ///< plan.html, the plan inside included
inline constexpr int cohortFiles = 5'000; ///< plan files of one folder
inline constexpr int skillEntries = 2'000; ///< items of a skill, evidence of an item, criteria of a rubric
inline constexpr int planIdCharacters = 1'000; ///< the id of an unnamed choice group is made of its members

inline constexpr std::array<Limit, 9> planLimits { {
    { "JSON bytes", jsonBytes },
    { "JSON nesting", jsonNesting },
    { "JSON objects and arrays", jsonNodes },
    { "keys of one JSON object", jsonKeys },
    { "JSON values", jsonValues },
    { "plan page bytes", planPageBytes },
    { "plan files of a folder", cohortFiles },
    { "entries of a list of one skill", skillEntries },
    { "characters of an id in a plan", planIdCharacters },
} };

} // namespace waymark::exchange::limits
