// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiskImage.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <unordered_map>

namespace waymark::power {

namespace {

using Kind = DiskEvent::Kind;

constexpr qint64 sector = 512;

QByteArray folderOf(const QByteArray& path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray("") : path.left(slash);
}

void apply(const DiskEvent& event, QByteArray& bytes)
{
    if (event.kind == Kind::Truncate) {
        const qsizetype before = bytes.size();
        bytes.resize(event.at);
        if (event.at > before) {
            std::fill(bytes.begin() + before, bytes.end(), '\0');
        }
        return;
    }
    const qint64 end = event.at + event.bytes.size();
    if (end > bytes.size()) {
        apply({ Kind::Truncate, event.file, end, {}, {}, {} }, bytes);
    }
    std::copy(event.bytes.cbegin(), event.bytes.cend(), bytes.begin() + event.at);
}

/// A file that is there under another boot of the machine: a lock of ours names the present one.
QByteArray afterRestart(const QByteArray& path, QByteArray bytes)
{
    return path.endsWith(".lock") ? bytes.replace(QSysInfo::bootUniqueId(), QByteArray("another-boot")) : bytes;
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
}

} // namespace

DiskImage::DiskImage(const DiskTrace& trace)
{
    m_files.resize(static_cast<std::size_t>(trace.files()));
    int file = 0;
    for (auto found = trace.before().cbegin(); found != trace.before().cend(); ++found, ++file) {
        m_files[static_cast<std::size_t>(file)] = { found.value(), found.value(), {} };
        m_names.emplace(found.key(), file);
    }
    m_folders.insert(trace.foldersBefore().cbegin(), trace.foldersBefore().cend());
}

void DiskImage::take(const DiskEvent& event)
{
    switch (event.kind) {
    case Kind::Write:
    case Kind::Truncate: {
        File& file = m_files[static_cast<std::size_t>(event.file)];
        apply(event, file.present);
        file.pending.push_back(event);
        return;
    }
    case Kind::Sync: {
        File& file = m_files[static_cast<std::size_t>(event.file)];
        file.durable = file.present;
        file.pending.clear();
        return;
    }
    case Kind::SyncFolder: {
        const auto isElsewhere = [&event](const DiskEvent& name) { return folderOf(name.path) != event.path; };
        const auto here = std::stable_partition(m_pendingNames.begin(), m_pendingNames.end(), isElsewhere);
        std::for_each(here, m_pendingNames.end(), [this](const DiskEvent& name) { takeName(name, m_names, m_folders); });
        m_pendingNames.erase(here, m_pendingNames.end());
        return;
    }
    case Kind::Create:
    case Kind::MakeFolder:
    case Kind::Rename:
    case Kind::Remove:
        m_pendingNames.push_back(event);
        return;
    case Kind::Said:
        return;
    }
}

void DiskImage::takeName(const DiskEvent& event, Names& names, std::set<QByteArray>& folders)
{
    switch (event.kind) {
    case Kind::Create:
        names[event.path] = event.file;
        break;
    case Kind::MakeFolder:
        folders.insert(event.path);
        break;
    case Kind::Rename:
        if (const auto from = names.find(event.path); from != names.end() && from->second == event.file) {
            names.erase(from);
        }
        names[event.to] = event.file;
        break;
    default:
        names.erase(event.path);
    }
}

std::vector<DiskEvent> DiskImage::survivingNames(Luck luck, Random& random) const
{
    std::vector<DiskEvent> names;
    if (luck == Luck::Any) {
        std::copy_if(m_pendingNames.cbegin(), m_pendingNames.cend(), std::back_inserter(names),
            [&random](const DiskEvent&) { return random() % 2 == 0; });
    } else if (luck != Luck::Nothing) {
        const std::size_t all = m_pendingNames.size();
        const std::size_t first = luck == Luck::Everything ? all : random() % (all + 1);
        names.assign(m_pendingNames.cbegin(), m_pendingNames.cbegin() + static_cast<std::ptrdiff_t>(first));
    }
    return names;
}

QByteArray DiskImage::bytesOf(const File& file, Luck luck, Random& random)
{
    if (luck == Luck::Nothing || file.pending.empty()) {
        return file.durable;
    }
    if (luck == Luck::Everything) {
        return file.present;
    }
    const std::size_t all = file.pending.size();
    const std::size_t sizeUntil = random() % (all + 1);
    std::unordered_map<qint64, std::size_t> sectorUntil; // by number: how many of the pending writes have reached it
    QByteArray bytes = file.durable;
    for (std::size_t i = 0; i < all; ++i) {
        const DiskEvent& event = file.pending[i];
        const qint64 end = event.kind == Kind::Truncate ? event.at : std::max<qint64>(bytes.size(), event.at + event.bytes.size());
        if (i < sizeUntil) {
            apply({ Kind::Truncate, event.file, end, {}, {}, {} }, bytes);
        }
        for (qint64 at = event.at; event.kind == Kind::Write && at < event.at + event.bytes.size();) {
            const qint64 next = std::min((at / sector + 1) * sector, event.at + event.bytes.size());
            const auto [until, isNew] = sectorUntil.try_emplace(at / sector, random() % (all + 1));
            if (i < until->second && next <= bytes.size()) {
                std::copy(event.bytes.cbegin() + (at - event.at), event.bytes.cbegin() + (next - event.at), bytes.begin() + at);
            }
            at = next;
        }
    }
    return bytes;
}

void DiskImage::lay(const QString& folder, Luck luck, quint64 seed) const
{
    Random random(seed);
    Names names = m_names;
    std::set<QByteArray> folders = m_folders;
    for (const DiskEvent& event : survivingNames(luck, random)) {
        takeName(event, names, folders);
    }
    for (const QByteArray& each : folders) {
        QDir(folder).mkpath(QString::fromLocal8Bit(each));
    }
    for (const auto& [path, file] : names) {
        const QByteArray in = folderOf(path);
        if (!in.isEmpty() && folders.count(in) == 0) {
            continue; // its folder has not survived
        }
        const QByteArray bytes = bytesOf(m_files[static_cast<std::size_t>(file)], luck, random);
        put(folder + u'/' + QString::fromLocal8Bit(path), afterRestart(path, bytes));
        if (path.endsWith("-wal") && random() % 2 == 0) {
            // What shared memory leaves in a file is anything.
            put(folder + u'/' + QString::fromLocal8Bit(path.chopped(4)) + QStringLiteral("-shm"),
                QByteArray(32768, static_cast<char>(random())));
        }
    }
}

} // namespace waymark::power
