// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Operation.h"
#include "StorySteps.h"

#include <FolderState.h>
#include <SampleCourse.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

/// The library that operations work on, and what can be wrong with it afterwards.
namespace waymark::power {

[[nodiscard]] inline QString backupsOf(const QString& folder)
{
    return storage::backupFolderOf(libraryOf(folder));
}

template <class Value> domain::Result<void> withoutValue(const domain::Result<Value>& result)
{
    return result.map([](const auto&) {});
}

/// Every backup by its name is a good one.
[[nodiscard]] inline QString wrongBackups(const QString& folder)
{
    for (const storage::BackupFile& backup : storage::listBackups(backupsOf(folder), libraryOf(folder))) {
        if (const auto verified = storage::verifyBackup(backup.path); !verified) {
            return QStringLiteral("a bad backup: ") + verified.error().detail;
        }
    }
    return {};
}

/// The library of a folder must open again, and be one of these.
[[nodiscard]] inline QString wrongLibrary(const QString& folder, std::initializer_list<LibraryState> states)
{
    const OpenedLibrary found = openLibrary(folder);
    if (!found.state) {
        return found.fault;
    }
    return std::find(states.begin(), states.end(), *found.state) == states.end() ? QStringLiteral("neither the old state nor the new one")
                                                                                 : QString();
}

/// The library as it is made once, for all cases.
[[nodiscard]] inline const QMap<QString, QByteArray>& files(const QString& name, const std::function<void(const QString&)>& make)
{
    static QMap<QString, QMap<QString, QByteArray>> made;
    if (!made.contains(name)) {
        const QTemporaryDir home(quickFolder());
        make(home.path());
        made.insert(name, {});
        const QDir folder(home.path());
        QDirIterator found(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QString path = found.next();
            if (!path.endsWith(QLatin1String(".lock")) && !path.endsWith(QLatin1String("-shm"))) {
                made[name].insert(folder.relativeFilePath(path), support::bytesOf(path));
            }
        }
    }
    return made[name];
}

inline void put(const QString& folder, const QMap<QString, QByteArray>& bytes)
{
    for (auto file = bytes.cbegin(); file != bytes.cend(); ++file) {
        const QString path = folder + u'/' + file.key();
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (!support::putBytes(path, file.value())) {
            qFatal("the files of the operation cannot be laid out");
        }
    }
}

inline void makeWorked(const QString& folder)
{
    auto store = storage::SqliteStore::create(libraryOf(folder), {}).value();
    must(store->installCourse(support::sampleCourse()));
    makeEdits(*store, 7, 0, 15);
    must(store->undo());
}

} // namespace waymark::power
