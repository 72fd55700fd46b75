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

/// From now on the texts of this library are kept in that file, which says whose they are.
void keepDrafts(session::Workspace& workspace, const QString& path);

/// Takes the drafts along of a library that was looked for at `before`, is there no more and was found at `path`, or that was opened at
/// `path` and used to lie elsewhere: its file is the same, or where it lay is no file although the volume is there. What is kept for `path`
/// already stays, and so does what belongs to a copy that still exists, or may exist on a volume that is not there now.
void takeDraftsAlong(const session::Workspace& workspace, const QString& before, const QString& path);

} // namespace waymark::app
