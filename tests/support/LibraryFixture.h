// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FolderInMemory.h"
#include "FolderState.h"
#include "RandomEdits.h"
#include "SampleCourse.h"

#include <storage/Connection.h>
#include <storage/SqliteStore.h>

#include <QTemporaryDir>
#include <QtEndian>

#include <memory>

#include <sqlite3.h>

namespace waymark::support {

/// A folder with one library in it: the sample course, some edits, closed.
class LibraryFixture
{
public:
    explicit LibraryFixture(int edits = 20)
    {
        auto store = storage::SqliteStore::create(path(), {}).value();
        (void)store->installCourse(sampleCourse());
        makeEdits(*store, edits);
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("library.waymark")); }

    void makeEdits(domain::Store& store, int count)
    {
        for (int i = 0; i < count; ++i) {
            (void)store.commit(m_random.edit(store.progress().value(), QStringLiteral("edit-%1").arg(++m_edits)));
        }
    }

    /// What another program does to the library. True if SQLite took it.
    [[nodiscard]] bool tamper(const QByteArray& sql) const { return run(path(), sql); }
    [[nodiscard]] static bool run(const QString& path, const QByteArray& sql)
    {
        sqlite3* handle = nullptr;
        const bool done = sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK
            && sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
        return sqlite3_close(handle) == SQLITE_OK && done;
    }

    /// Bytes written over the file at an offset.
    [[nodiscard]] bool damage(qint64 offset, const QByteArray& bytes) const
    {
        QFile file(path());
        return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
    }

    /// The last byte of the first entry of a small index: its tree is in order, but for what the entry says. False for a larger one.
    [[nodiscard]] bool damageIndex(const QString& name) const
    {
        constexpr qint64 pageSize = 4096;
        constexpr char leaf = 10;
        qint64 root = 0;
        {
            const auto library = storage::Connection::open(path(), storage::Connection::Mode::Immutable).value();
            root = library->value(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = ?"), { name }).value().toLongLong();
        }
        const qint64 from = (root - 1) * pageSize;
        const QByteArray page = bytesOf(path()).mid(from, pageSize);
        if (root < 2 || page.at(0) != leaf) {
            return false;
        }
        const int entry = qFromBigEndian<quint16>(page.constData() + 8);
        const int last = entry + page.at(entry);
        return damage(from + last, QByteArray(1, static_cast<char>(page.at(last) ^ 1)));
    }

private:
    QTemporaryDir m_folder { folderInMemory() };
    RandomEdits m_random { 1 };
    int m_edits = 0;
};

} // namespace waymark::support
