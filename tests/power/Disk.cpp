// SPDX-License-Identifier: GPL-3.0-or-later
#include "Disk.h"

#include "DiskWatch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <numeric>
#include <utility>

namespace waymark::power {

namespace {

bool isMemory(const QByteArray& path)
{
    return path.endsWith("-shm"); // written through a mapping, and of no meaning after a restart
}

} // namespace

const char* nameOf(DiskCall call)
{
    static constexpr std::array names { "open", "create", "make folder", "write", "truncate", "sync", "rename", "remove" };
    return names[static_cast<std::size_t>(call)];
}

DiskTrace::DiskTrace(const QString& folder)
{
    QDirIterator found(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        const QByteArray path = QDir(folder).relativeFilePath(file.fileName()).toLocal8Bit();
        if (found.fileInfo().isDir()) {
            m_foldersBefore.append(path);
        } else if (!isMemory(path) && file.open(QIODevice::ReadOnly)) {
            m_before.insert(path, file.readAll());
        }
    }
    for (auto file = m_before.cbegin(); file != m_before.cend(); ++file) {
        m_present.insert(file.key(), m_files++);
    }
    DiskWatch::begin(folder, this, nullptr);
}

DiskTrace::~DiskTrace()
{
    stop();
}

void DiskTrace::stop()
{
    DiskWatch::end(this);
}

void DiskTrace::created(const QByteArray& path)
{
    if (!isMemory(path)) {
        m_present.insert(path, m_files);
        m_events.push_back({ DiskEvent::Kind::Create, m_files++, 0, {}, path, {} });
    }
}

void DiskTrace::written(const QByteArray& path, qint64 at, QByteArray bytes)
{
    if (const int file = fileAt(path); file >= 0) {
        m_events.push_back({ DiskEvent::Kind::Write, file, at, std::move(bytes), {}, {} });
    }
}

void DiskTrace::truncated(const QByteArray& path, qint64 size)
{
    if (const int file = fileAt(path); file >= 0) {
        m_events.push_back({ DiskEvent::Kind::Truncate, file, size, {}, {}, {} });
    }
}

void DiskTrace::synced(const QByteArray& path, bool isFolder)
{
    if (isFolder) {
        m_events.push_back({ DiskEvent::Kind::SyncFolder, -1, 0, {}, path, {} });
    } else if (const int file = fileAt(path); file >= 0) {
        m_events.push_back({ DiskEvent::Kind::Sync, file, 0, {}, {}, {} });
    }
}

void DiskTrace::madeFolder(const QByteArray& path)
{
    m_events.push_back({ DiskEvent::Kind::MakeFolder, -1, 0, {}, path, {} });
}

void DiskTrace::renamed(const QByteArray& from, const QByteArray& to)
{
    if (const int file = fileAt(from); file >= 0) {
        m_present.remove(from);
        m_present.insert(to, file);
        m_events.push_back({ DiskEvent::Kind::Rename, file, 0, {}, from, to });
    }
}

void DiskTrace::removed(const QByteArray& path)
{
    if (m_present.remove(path) > 0) {
        m_events.push_back({ DiskEvent::Kind::Remove, -1, 0, {}, path, {} });
    }
}

FaultyDisk::FaultyDisk(const QString& folder, const DiskFault& fault)
    : m_fault(fault)
{
    DiskWatch::begin(folder, nullptr, this);
}

FaultyDisk::~FaultyDisk()
{
    DiskWatch::end(this);
}

bool FaultyDisk::fails(DiskCall call)
{
    const int number = ++m_calls[static_cast<std::size_t>(call)];
    if (m_fault.isKill) {
        if (std::accumulate(m_calls.begin(), m_calls.end(), 0) == m_fault.nth) {
            ::raise(SIGKILL);
        }
        return false;
    }
    const bool isMeant = call == m_fault.call && m_fault.nth > 0 && (m_fault.forEver ? number >= m_fault.nth : number == m_fault.nth);
    m_hasHit = m_hasHit || isMeant;
    return isMeant;
}

QuickDisk::QuickDisk(const QString& folder)
{
    DiskWatch::begin(folder, nullptr, nullptr);
}

QuickDisk::~QuickDisk()
{
    DiskWatch::end(nullptr);
}

QString quickFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/waymark-XXXXXX");
}

void leaveOutSyncs(LeftOutSync isLeftOut)
{
    DiskWatch::setLeftOutSyncs(std::move(isLeftOut));
}

} // namespace waymark::power
