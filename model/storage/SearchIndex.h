// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>

#include <domain/Store.h>

#include <QString>

#include <vector>

namespace waymark::storage {

/// The FTS5 expression for what a person typed: every word as a quoted phrase that matches as a prefix, all of them wanted. Empty if
/// there is no word in it. No text can make it anything but that: what is neither letter nor digit only separates words.
[[nodiscard]] QString matchExpression(const QString& words);

[[nodiscard]] Result<std::vector<domain::SearchHit>> searchLibrary(Connection& library, const QString& words, int limit);

/// Empties the index of the course, and makes it from the course_piece rows.
[[nodiscard]] Result<void> clearCourseIndex(Connection& library);
[[nodiscard]] Result<void> buildCourseIndex(Connection& library);

/// The note of one skill: taken out before its row changes, and indexed after.
[[nodiscard]] Result<void> forgetNote(Connection& library, const QString& skill);
[[nodiscard]] Result<void> indexNote(Connection& library, const QString& skill);

} // namespace waymark::storage
