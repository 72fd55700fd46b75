// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeHistory.h>

namespace waymark::domain {

/// What is in the bytes of an Absorbed: lines of JSON, first the heads of the copy that it came from, then each edit. Each line is read and
/// written by itself, so that long ones can be ended in between.

[[nodiscard]] Result<Absorbed> absorbedOf(const MergeHistory& history, const MergeStretch& stretch); ///< Cancelled

/// The edits, with the heads. InvalidFile where a line is not what absorbedOf() writes: then nothing of it can be believed. Cancelled.
[[nodiscard]] Result<MergeHistory> historyOf(const Absorbed& absorbed, const MergeStretch& stretch);

/// Whether turns and state are such as edits, undo, redo and recovery leave them: taken back an odd number of times, applied an even one;
/// Abandoned after either.
[[nodiscard]] bool isSound(const KnownEdit& known);

} // namespace waymark::domain
