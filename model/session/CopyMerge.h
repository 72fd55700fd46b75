// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <domain/Merge.h>

#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <optional>
#include <stop_token>

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
    std::optional<domain::RunningTimer> watchThere; ///< on in the other copy, where it stays
    bool stopsWatch = false; ///< our watch is taken off: the other copy has kept its time already

    [[nodiscard]] bool isEmpty() const { return merge.edit.changes.empty(); }
};

/// The open library as values, so that a merge can be worked out on any thread.
struct LibraryHere
{
    domain::LibraryContents contents;
    qint64 now = 0; ///< UTC milliseconds
    QString edit; ///< id of the edit that the merge becomes
    QTimeZone zone = QTimeZone::utc();
    domain::JournalStamp stamp; ///< of the journal among the contents
};

/// Reads the open library on any thread, as it is then at one moment; Cancelled, and any error of its store.
using HereReader = std::function<domain::Result<LibraryHere>(const domain::ReadingWatch&)>;
/// On the thread of the workspace; nothing is read yet.
[[nodiscard]] HereReader hereReader(const Workspace& workspace);
/// What the reader gives.
[[nodiscard]] domain::Result<LibraryHere> libraryHere(const Workspace& workspace, const domain::ReadingWatch& watch = {});
/// Whether the library stands where `here` was read, so that what was worked out from it still holds. No edit is read for it. Any error of
/// its store.
[[nodiscard]] domain::Result<bool> isStill(const Workspace& workspace, const LibraryHere& here);

/// The rule of domain/Merge.h, with the other copy's ids moved to those of this library's course, and with the cards that were recalled in
/// both copies put where all their recalls lead. `path` of the other one is for sentences. OtherLibrary; Refused where the other copy has a
/// newer edition of the course whose ids this library does not know yet. Ends with Cancelled within 200 ms of `stop`; `progress` is told
/// how far it is, 0 to 1000, at least every 100 ms of work, from the thread that calls: docs/performance.md has the figures of large
/// copies.
[[nodiscard]] domain::Result<MergePreview> previewOf(const LibraryHere& here, const domain::LibraryContents& other, const QString& path,
    const std::stop_token& stop = {}, const std::function<void(int permille)>& progress = {});

} // namespace waymark::session
