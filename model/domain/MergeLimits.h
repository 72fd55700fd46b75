// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

/// Every bound that the history of another copy meets before a line of it is believed. What learners do stays far below.
namespace waymark::domain::limits {

inline constexpr int mergedEdits = 500'000; ///< that one copy knows: of its journal and of all that its merges brought in
inline constexpr qint64 absorbedBytes = 256LL * 1024 * 1024; ///< of all that the merges of one copy brought in
inline constexpr int editTurns = 1'000'000; ///< how often one edit was taken back or applied again
inline constexpr int editParents = 100'000; ///< of one edit; a merge has those of both copies
inline constexpr int editIdCharacters = 100;
inline constexpr std::size_t sideBySide = 1'000; ///< edits of one record that know nothing of each other, and open values of one part
inline constexpr quint64 knowledge = 50'000'000; ///< places that CausalOrder keeps, four bytes each

} // namespace waymark::domain::limits
