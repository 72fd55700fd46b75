// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>
#include <functional>
#include <vector>

namespace waymark::power {

/// The calls by which this process changes what is on a disk, seen at the border to the system: the test program defines open, write,
/// fsync, rename and their kin itself, so SQLite, Qt and our own files go through it alike, and nothing of them is built otherwise.
/// Only what lies below the watched folder is looked at. Syncs there are taken as done and not waited for.
enum class DiskCall { Open, Create, MakeFolder, Write, Truncate, Sync, Rename, Remove };
inline constexpr int diskCalls = 8;
[[nodiscard]] const char* nameOf(DiskCall call);

/// One change as the system was asked for it. Paths are relative to the watched folder, "" is the folder itself.
struct DiskEvent
{
    enum class Kind {
        Create, ///< `path` is the new empty file `file`
        Write, ///< `bytes` at `at` of `file`
        Truncate, ///< `file` has `at` bytes from now on
        Sync, ///< of `file`
        MakeFolder, ///< `path`
        Rename, ///< `file` from `path` to `to`, over what was there
        Remove, ///< `path`
        SyncFolder, ///< `path`
        Said, ///< the program has acknowledged something to its user
    };
    Kind kind = Kind::Said;
    int file = -1;
    qint64 at = 0;
    QByteArray bytes;
    QByteArray path;
    QByteArray to;
};

/// Records every change below a folder while it lives. What was there before is taken as durable. One at a time.
class DiskTrace
{
public:
    explicit DiskTrace(const QString& folder);
    ~DiskTrace();
    DiskTrace(const DiskTrace&) = delete;
    DiskTrace& operator=(const DiskTrace&) = delete;

    void say() { m_events.push_back({}); }
    void stop();

    [[nodiscard]] const QMap<QByteArray, QByteArray>& before() const { return m_before; } ///< bytes by path; file i is the i-th of them
    [[nodiscard]] const QList<QByteArray>& foldersBefore() const { return m_foldersBefore; }
    [[nodiscard]] const std::vector<DiskEvent>& events() const { return m_events; }
    [[nodiscard]] int files() const { return m_files; }

    /// For the calls themselves, with paths as above.
    void created(const QByteArray& path);
    void written(const QByteArray& path, qint64 at, QByteArray bytes);
    void truncated(const QByteArray& path, qint64 size);
    void synced(const QByteArray& path, bool isFolder);
    void madeFolder(const QByteArray& path);
    void renamed(const QByteArray& from, const QByteArray& to);
    void removed(const QByteArray& path);

private:
    [[nodiscard]] int fileAt(const QByteArray& path) const { return m_present.value(path, -1); }

    QMap<QByteArray, QByteArray> m_before;
    QList<QByteArray> m_foldersBefore;
    QMap<QByteArray, int> m_present;
    std::vector<DiskEvent> m_events;
    int m_files = 0;
};

/// Which call fails, and how.
struct DiskFault
{
    DiskCall call = DiskCall::Write;
    int nth = 0; ///< 1 is the first call of its kind; 0 lets all pass
    int error = 0; ///< errno
    bool forEver = false; ///< every later call of the kind too, else this one alone
    bool isShort = false; ///< of a write: half of the bytes are written first
    bool isKill = false; ///< the process is killed instead, before the nth call of any kind
};

/// Lets calls below a folder fail while it lives, and counts them. Where they fail for want of room the volume says that it has none. One
/// at a time, beside no DiskTrace.
class FaultyDisk
{
public:
    FaultyDisk(const QString& folder, const DiskFault& fault);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    [[nodiscard]] int calls(DiskCall call) const { return m_calls[static_cast<std::size_t>(call)]; }
    [[nodiscard]] bool hasHit() const { return m_hasHit; }

    /// For the calls themselves: counts one; true if it is to fail.
    [[nodiscard]] bool fails(DiskCall call);
    [[nodiscard]] const DiskFault& fault() const { return m_fault; }

private:
    DiskFault m_fault;
    std::array<int, diskCalls> m_calls {};
    bool m_hasHit = false;
};

/// Between its birth and its end nothing below the folder is waited for; neither recorded nor failing.
class QuickDisk
{
public:
    explicit QuickDisk(const QString& folder);
    ~QuickDisk();
    QuickDisk(const QuickDisk&) = delete;
    QuickDisk& operator=(const QuickDisk&) = delete;
};

/// A template for QTemporaryDir where files cost least, in memory if the system has a place for that: nothing there is waited for, and the
/// disk is none the wiser.
[[nodiscard]] QString quickFolder();

/// A sync of which the disk says that it was done though it was not: what a missing fsync in the program would be. Given paths as in
/// DiskEvent; empty: none is left out.
using LeftOutSync = std::function<bool(const QByteArray& path, bool isFolder)>;
void leaveOutSyncs(LeftOutSync isLeftOut);

} // namespace waymark::power
