// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FolderInMemory.h"
#include "FolderState.h"

#include <storage/SqliteStore.h>

#include <QTemporaryDir>

namespace waymark::support {

/// A new library, as the program makes it, but made once: every one has the same id. For laws that begin with one in each of their cases.
inline bool putEmptyLibrary(const QString& path)
{
    static const QByteArray bytes = [] {
        const QTemporaryDir folder(folderInMemory());
        const QString made = folder.filePath(QStringLiteral("library.waymark"));
        return storage::SqliteStore::create(made, {}) ? bytesOf(made) : QByteArray();
    }();
    return !bytes.isEmpty() && putBytes(path, bytes);
}

} // namespace waymark::support
