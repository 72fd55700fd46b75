// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <domain/Merge.h>

#include <QStringList>
#include <QTimeZone>

namespace waymark::session {

class Workspace;

/// What a merge would do, for a person to read before it is done.
struct MergePreview
{
    domain::Merge merge;
    int added = 0; ///< records that are new here
    int changed = 0;
    int removed = 0;
    QStringList skills; ///< ids of those whose records differ, in the order of the course; what it does not have comes last

    [[nodiscard]] bool isEmpty() const { return merge.edit.changes.empty(); }
};

/// The open library as values, so that a merge can be worked out on any thread.
struct LibraryHere
{
    domain::LibraryContents contents;
    qint64 now = 0; ///< UTC milliseconds
    QString edit; ///< id of the edit that the merge becomes
    QTimeZone zone = QTimeZone::utc();
};

/// Any error of its store.
[[nodiscard]] domain::Result<LibraryHere> libraryHere(const Workspace& workspace);

/// The rule of domain/Merge.h, with the other copy's ids moved to those of this library's course, and with the cards that were recalled in
/// both copies put where all their recalls lead. `path` of the other one is for sentences. OtherLibrary; Refused where the other copy has a
/// newer edition of the course whose ids this library does not know yet.
[[nodiscard]] domain::Result<MergePreview> previewOf(const LibraryHere& here, const domain::LibraryContents& other, const QString& path);

} // namespace waymark::session
