// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Platform.h>

#include <QDir>
#include <QFileInfo>

namespace waymark::support {

/// A template for QTemporaryDir, in memory where the system has a place for that with room: for tests that show nothing of a disk, which
/// would only wait for it.
inline QString folderInMemory()
{
    constexpr qint64 room = qint64 { 1024 } * 1024 * 1024;
    const QString memory = QStringLiteral("/dev/shm");
    const bool isThere = QFileInfo(memory).isWritable() && domain::freeBytes(memory + QStringLiteral("/x")) >= room;
    return (isThere ? memory : QDir::tempPath()) + QStringLiteral("/waymark-XXXXXX");
}

} // namespace waymark::support
