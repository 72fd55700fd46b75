// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MergeHistory.h>

namespace waymark::domain {

/// What is in the bytes of an Absorbed: lines of JSON, first the heads of the copy that it came from, then each edit. Each line is read and
/// written by itself, so that long ones can be ended in between.

/// TooLarge where an edit or the heads are not what historyOf() takes; Cancelled.
[[nodiscard]] Result<Absorbed> absorbedOf(const MergeHistory& history, const MergeStretch& stretch);

/// The edits, with the heads. InvalidFile where a line is not what absorbedOf() writes: then nothing of it can be believed. Cancelled.
[[nodiscard]] Result<MergeHistory> historyOf(const Absorbed& absorbed, const MergeStretch& stretch);

/// Whether turns and state are such as edits, undo, redo and recovery leave them: taken back an odd number of times, applied an even one;
/// Abandoned after either.
[[nodiscard]] bool isSound(const KnownEdit& known);

/// Whether one copy can tell another one of it: ids of printable characters without spaces, up to limits::editIdCharacters, at most
/// limits::editParents parents, and a time that is whole as a number of JSON.
[[nodiscard]] bool canBeTold(const Edit& edit, const QStringList& parents);

} // namespace waymark::domain
