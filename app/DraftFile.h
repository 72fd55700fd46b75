// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::session {
class Workspace;
}

namespace waymark::app {

/// The file, in the user's state folder, in which texts of the library at `path` that are in no library yet outlive the program. Copies of
/// a library share its id and may be open at once, so the place of each is in the name as well: as a hash, for a path tells about its
/// owner. Empty for a library whose id is none, for its texts would be offered in another, and for one that is open for reading only: it
/// takes no text, and another window may be writing its file.
[[nodiscard]] QString draftFileOf(const session::Workspace& workspace, const QString& path);

/// Takes the drafts along of a library that was looked for at `before`, is there no more and was found at `path`. What is kept for `path`
/// already stays.
void takeDraftsAlong(const session::Workspace& workspace, const QString& before, const QString& path);

} // namespace waymark::app
