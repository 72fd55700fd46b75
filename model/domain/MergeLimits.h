// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

/// Every bound that the history of another copy meets before a line of it is believed. What learners do stays far below. `mergeLimits`
/// lists them for people who ask.
namespace waymark::domain::limits {

inline constexpr int mergedEdits = 500'000; ///< that one copy knows: of its journal and of all that its merges brought in
inline constexpr qint64 absorbedBytes = 256LL * 1024 * 1024; ///< of all that the merges of one copy brought in
inline constexpr int editTurns = 1'000'000; ///< how often one edit was taken back or applied again
inline constexpr int editParents = 100'000; ///< of one edit; a merge has those of both copies
inline constexpr int editIdCharacters = 100;
inline constexpr std::size_t sideBySide = 1'000; ///< edits of one record that know nothing of each other, and open values of one part
inline constexpr quint64 knowledge = 50'000'000; ///< places that CausalOrder keeps, four bytes each

struct MergeLimit
{
    const char* name;
    qint64 value;
};

inline constexpr std::array<MergeLimit, 7> mergeLimits { {
    { "edits that a copy to merge knows", mergedEdits },
    { "bytes that merges brought into a copy", absorbedBytes },
    { "turns of one edit to merge", editTurns },
    { "parents of one edit to merge", editParents },
    { "characters of the id of an edit", editIdCharacters },
    { "edits of one record side by side", sideBySide },
    { "places of the knowledge of edits", knowledge },
} };

} // namespace waymark::domain::limits
