// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace waymark::storage {

/// What tells that a program that syncs files looks after the folder of a library. A live database must not be synced: its file and its log
/// are copied at different moments, and two computers that write end with one of them thrown away.
struct SyncSigns
{
    QString service; ///< by its name; empty if nothing tells of one
    QStringList conflictCopies; ///< of the library, beside it: paths, sorted

    [[nodiscard]] bool isEmpty() const { return service.isEmpty() && conflictCopies.isEmpty(); }
};

/// Looks at names alone, in the folder of the library and in those that hold it. Dropbox, Nextcloud, ownCloud and Syncthing leave marks
/// there, and name the copies that they could not bring together.
[[nodiscard]] SyncSigns signsOfSync(const QString& library);

} // namespace waymark::storage
